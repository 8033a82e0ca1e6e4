// The screens of rankings, and the use cases they are given.
package import Services

/// Rankings for everyone, and importing, settling and certifying for facilitators.
package struct ParticipationScreens: ScreenGroup {
  let read: ReadRankings
  let preview: PreviewVoteResult
  let importResult: ImportVoteResult
  let revise: ReviseImport
  let resolve: ResolveTie
  let certify: CertifyRanking

  package init(
    read: ReadRankings,
    imports: (preview: PreviewVoteResult, new: ImportVoteResult, revise: ReviseImport),
    resolve: ResolveTie, certify: CertifyRanking
  ) {
    self.read = read
    (preview, importResult, revise) = imports
    self.resolve = resolve
    self.certify = certify
  }

  package func add(to screens: Screens) {
    screens.get(ParticipationRoutes.ranking, audience: .everyone, use: showPublished)
    screens.get(ParticipationRoutes.certificate, audience: .everyone, use: showCertificate)
    screens.get(ParticipationRoutes.certifiedText, use: certifiedText)
    screens.get(ParticipationRoutes.processes, audience: .signedIn, use: listProcesses)
    screens.get(ParticipationRoutes.process, audience: .signedIn, use: showProcess)
    screens.post(
      ParticipationRoutes.process, limit: .upload, audience: .signedIn, use: takeVotes)
    screens.get(ParticipationRoutes.workOn, audience: .signedIn, use: showRanking)
    screens.post(ParticipationRoutes.resolve, audience: .signedIn, use: settleTie)
    screens.post(ParticipationRoutes.certify, audience: .signedIn, use: certifyRanking)
  }
}

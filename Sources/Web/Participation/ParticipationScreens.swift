// The screens of organisations, processes and rankings, and the use cases they are given.
package import Services

/// Rankings for everyone; adding organisations and processes, importing, settling and certifying
/// at the desk.
package struct ParticipationScreens: ScreenGroup {
  let read: ReadRankings
  let preview: PreviewVoteResult
  let importResult: ImportVoteResult
  let revise: ReviseImport
  let resolve: ResolveTie
  let certify: CertifyRanking
  let organisations: ReadOrganisations
  let addsOrganisation: AddOrganisation
  let addsProcess: AddProcess
  let counts: CountServices

  package init(
    read: ReadRankings,
    imports: (preview: PreviewVoteResult, new: ImportVoteResult, revise: ReviseImport),
    resolve: ResolveTie, certify: CertifyRanking,
    beginnings: (
      read: ReadOrganisations, organisation: AddOrganisation, process: AddProcess
    ),
    counts: CountServices
  ) {
    self.counts = counts
    self.read = read
    (preview, importResult, revise) = imports
    self.resolve = resolve
    self.certify = certify
    (organisations, addsOrganisation, addsProcess) = beginnings
  }

  package func add(to screens: Screens) {
    CountScreens(counts: counts).add(to: screens)
    screens.get(ParticipationRoutes.ranking, audience: .everyone, use: showPublished)
    screens.get(ParticipationRoutes.certificate, audience: .everyone, use: showCertificate)
    screens.get(ParticipationRoutes.certifiedText, use: certifiedText)
    screens.get(ParticipationRoutes.organisations, audience: .signedIn, use: listOrganisations)
    screens.post(ParticipationRoutes.organisations, audience: .signedIn, use: addOrganisation)
    screens.get(ParticipationRoutes.newProcess, audience: .signedIn, use: askProcess)
    screens.post(ParticipationRoutes.newProcess, audience: .signedIn, use: addProcess)
    screens.get(ParticipationRoutes.processes, audience: .signedIn, use: listProcesses)
    screens.get(ParticipationRoutes.process, audience: .signedIn, use: showProcess)
    screens.post(
      ParticipationRoutes.process, limit: .upload, audience: .signedIn, use: takeVotes)
    screens.get(ParticipationRoutes.workOn, audience: .signedIn, use: showRanking)
    screens.post(ParticipationRoutes.resolve, audience: .signedIn, use: settleTie)
    screens.post(ParticipationRoutes.certify, audience: .signedIn, use: certifyRanking)
  }
}

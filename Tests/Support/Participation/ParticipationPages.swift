// The screens of processes and rankings over a database of the test.
package import Services
package import Store
package import Web

extension ParticipationScreens {
  /// As the executable wires them.
  package static func forTests(
    _ database: Database, _ clock: WallClock, _ entropy: Entropy
  ) -> ParticipationScreens {
    ParticipationScreens(
      read: ReadRankings(database: database),
      imports: (
        PreviewVoteResult(database: database),
        ImportVoteResult(database: database, clock: clock, entropy: entropy),
        ReviseImport(database: database, clock: clock, entropy: entropy)
      ),
      resolve: ResolveTie(database: database, clock: clock, entropy: entropy),
      certify: CertifyRanking(database: database, clock: clock, entropy: entropy),
      beginnings: (
        ReadOrganisations(database: database),
        AddOrganisation(database: database, clock: clock, entropy: entropy),
        AddProcess(database: database, clock: clock, entropy: entropy)
      ),
      counts: CountServices(database: database, clock: clock, entropy: entropy))
  }
}

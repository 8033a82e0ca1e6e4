// The screens of rankings, with their use cases.
import Documents
import Services
import Store
import Web

extension Wiring {
  /// Ordering, doing and certifying counts.
  static func counts(_ database: Database) -> CountServices {
    CountServices(database: database, clock: clock, entropy: entropy)
  }

  /// Planning, opening and closing the phases of processes.
  static func phases(_ database: Database) -> PhaseServices {
    PhaseServices(database: database, clock: clock, entropy: entropy)
  }

  /// Proposals and assemblies, from the first idea to the catalogue.
  static func proposals(_ database: Database) -> ProposalScreens {
    ProposalScreens(
      ProposalServices(database: database, clock: clock, entropy: entropy),
      phases: phases(database).read, markdown: CommonMark())
  }

  /// Rankings for everyone; importing and certifying for facilitators.
  static func participation(_ database: Database) -> ParticipationScreens {
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
      counts: counts(database))
  }
}

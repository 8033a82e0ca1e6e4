// The ledger's proof: sealing, publishing, and the pages about it.
import Config
import Services
import Store
import Web

extension Wiring {
  /// The chain over a database, with the letters to auditors.
  static func proof(_ settings: Settings, _ database: Database) -> ProofServices {
    ProofServices(
      database: database, clock: clock, entropy: entropy,
      letters: .words(publicURL: settings.publicURL))
  }
}

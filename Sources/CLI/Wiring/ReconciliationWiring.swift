// Bank statements: which files are read, and which account is ours.
import BankFiles
import Config
import Domain
import Services
import Store
import Web

extension Wiring {
  /// The use cases of statements and their lines.
  static func reconciliation(
    _ settings: Settings, _ database: Database
  ) throws -> ReconciliationServices {
    let letters = PledgeMails(
      publicURL: settings.publicURL, account: try transferAccount(settings)
    ).letters
    return ReconciliationServices(
      database: database, clock: clock, entropy: entropy,
      bank: (BankFileReader(), IBAN(settings.bank.iban)),
      pledges: PledgePayments(letters: letters))
  }
}

// What the desk asks and does, and when the timetable starts what.
import BankFiles
import Config
import Domain
import Jobs
import Services
import Store
import Web
import Work

extension Wiring {
  /// The desk over a database.
  static func desk(_ database: Database) -> DeskServices {
    DeskServices(database: database, clock: clock, entropy: entropy) { now in
      Schedule.timetable.entries.map { ($0.kind, $0.trigger.nextTick(after: now)) }
    }
  }

  /// Payouts, with our own account as the payer.
  static func payouts(_ settings: Settings, _ database: Database) throws -> PayoutScreens {
    let account = try transferAccount(settings)
    return PayoutScreens(
      payOut: PayOut(
        database: database, clock: clock, entropy: entropy,
        bank: PayOut.Bank(
          holder: account.holder, iban: account.iban, writer: CreditTransferFile())),
      accounts: KeepPayeeAccounts(database: database, clock: clock, entropy: entropy))
  }
}

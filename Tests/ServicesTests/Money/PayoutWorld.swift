// Two treasurers, a campaign that succeeded, and statements of one line.
import Domain
import Services
import Store
import Support

/// A campaign that succeeded with 1,000 € by card, two treasurers, and a bank that writes nothing.
struct PayoutWorld: Sendable {
  let funding: FundingWorld
  let payOut: PayOut
  let accounts: KeepPayeeAccounts
  private let treasurers: (anna: Actor, bruno: Actor)
  let iban: IBAN

  private struct NoFile: TransferFileWriter {
    func write(_ batch: TransferBatch) -> [UInt8] { Array("\(batch.sum.cents)".utf8) }
  }

  init(_ database: Database) async throws {
    funding = try await FundingWorld(database)
    guard let iban = IBAN("IT60X0542811101000000123456") else { throw Fault("no IBAN") }
    self.iban = iban
    let (clock, entropy) = (funding.clock.port, funding.entropy)
    payOut = PayOut(
      database: database, clock: clock, entropy: entropy,
      bank: PayOut.Bank(holder: "Raccolto", iban: iban, writer: NoFile()))
    accounts = KeepPayeeAccounts(database: database, clock: clock, entropy: entropy)
    treasurers = (
      funding.actor(funding.author, .treasurer), funding.actor(funding.reviewer, .treasurer)
    )
    try await funding.pay(.euro(1_000))
    try await funding.end()
  }

  /// Both have just shown their second factor, whenever it is.
  var anna: Actor { treasurers.anna.proved(at: clock.now) }
  var bruno: Actor { treasurers.bruno.proved(at: clock.now) }
  var clock: TestClock { funding.clock }
  func holds(_ account: Account) async throws -> Money { try await funding.holds(account) }
  func payable() async throws -> Money {
    guard let overview = try await payOut.overview(by: anna), let file = overview.campaigns.first
    else { throw Fault("no campaign") }
    return file.room.payable
  }

  /// The provider pays out, and the bank has it.
  func settleProvider(_ amount: Money) async throws {
    let now = clock.now
    try await funding.database.write { tx in
      func header() -> JournalEntry.Header {
        JournalEntry.Header(
          id: funding.entropy.id(at: now), effectiveOn: CivilDate(of: now),
          cause: .campaign(funding.campaign.id))
      }
      let name = "\(amount.cents)"
      _ = try tx.post(
        JournalEntry.payoutAnnounced(header(), by: .sandbox, amount),
        key: .payout(.sandbox, name), by: .system, at: now)
      _ = try tx.post(
        JournalEntry.payoutReceived(header(), from: .sandbox, on: iban, amount),
        key: .bank(line: "settlement \(name)"), by: .system, at: now)
    }
  }

  func openAccount() async throws {
    guard
      case .entered(let id) = try await accounts.enter(
        "DE89370400440532013000", holder: "Forno Oltre", for: funding.campaign.slug, by: anna),
      try await accounts.verify(id, by: bruno) == .verified
    else { throw Fault("no account") }
    clock.now = clock.now + .hours(72)
  }

  /// Imports a statement of one line; answers whether it was booked by itself.
  func line(_ cents: Int64, _ endToEnd: String, day: Int) async throws -> Bool {
    let reader = OneLine(iban: iban, cents: cents, endToEnd: endToEnd, day: day)
    let services = ReconciliationServices(
      database: funding.database, clock: clock.port, entropy: funding.entropy,
      bank: (reader, iban), pledges: funding.payments)
    let outcome = try await services.importStatement(
      ImportStatement.Request(name: "prova", bytes: Array("\(day)".utf8)), by: anna)
    guard case .imported(let report) = outcome else { throw Fault("not imported") }
    return report.matched == 1
  }

  /// What Anna says of the line of so many cents that waits.
  func decide(
    _ decision: SettleLine.Decision, about cents: Int64
  ) async throws -> SettleLine.Outcome {
    let services = funding.reconciliation(iban)
    let waiting = try await services.readStatements.queue(for: anna)?.waiting ?? []
    guard let line = waiting.first(where: { $0.line.facts.amount.cents == cents }) else {
      throw Fault("no line of \(cents) waits")
    }
    return try await services.settleLine(decision, on: line.line.id, by: anna)
  }

  /// A payout of so much, in a file that the bank has.
  func submitted(_ amount: Money) async throws -> Payout.ID {
    let id = try await proposed(amount)
    guard try await payOut.approve(id, by: bruno) == .moved(to: .approved),
      case .written = try await payOut.writeFile(by: bruno)
    else { throw Fault("not submitted") }
    return id
  }

  /// A statement of one line.
  private struct OneLine: StatementReader {
    let iban: IBAN
    let cents: Int64
    let endToEnd: String
    let day: Int

    func read(
      _ bytes: [UInt8], _ reading: StatementReading
    ) throws(StatementRefusal) -> (format: StatementFormat, statements: [ParsedStatement]) {
      let date = CivilDate(of: FundingWorld.closesAt + .days(day))
      var line = BankLine(account: iban, bookedOn: date, amount: Money(cents: cents))
      line.endToEndID = endToEnd
      var statement = ParsedStatement(account: iban, currency: .euro)
      statement.lines = [line]
      return (.camt053, [statement])
    }
  }
}

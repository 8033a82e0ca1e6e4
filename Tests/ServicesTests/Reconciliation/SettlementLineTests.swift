// A card provider's transfer on our statement: booked by itself only when nothing else can be it.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `A provider's transfer on a statement` {
  @Test(arguments: TestEngine.all)
  func `is booked by itself once its provider has closed it`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await SettlementWorld(database)
      // The statement comes first: nothing is known of it yet.
      try await world.tell(1_000, "BONIFICO SANDBOX SPA PO-1")
      #expect(try await world.isWaiting)
      try await world.check()
      #expect(try await world.isWaiting)
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .euro(10))
      world.provider.isClosed = true
      try await world.check()
      #expect(try await !world.isWaiting)
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .zero)
      #expect(try await world.holds(.bank(world.account)) == .euro(10))
      let file = try #require(try await database.read { try $0.deskSettlement("po_1") })
      #expect(file.glance.line != nil)
      // Told again by another file: once is enough.
      try await world.tell(1_000, "SANDBOX PO_1", day: 3)
      try await world.check()
      #expect(try await world.isWaiting)
      #expect(try await world.holds(.bank(world.account)) == .euro(10))
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: [
    (1_000, "bonifico", 2, false), (1_001, "SANDBOX PO_1", 2, false),
    (1_000, "SANDBOX PO_1", 0, false), (1_000, "SANDBOX PO_1", 13, false),
    (1_000, "sandbox", 12, true), (1_000, "po 1", 1, true),
  ])
  func `is never known by its amount alone, nor out of its days`(
    cents: Int64, text: String, day: Int, isBooked: Bool
  ) async throws {
    try await TestEngine.sqlite.withDatabase { database in
      var world = try await SettlementWorld(database)
      world.provider.isClosed = true
      try await world.check()
      try await world.tell(cents, text, day: day)
      #expect(try await world.isWaiting == !isBooked)
    }
  }

  @Test func `is not guessed between two of the same amount`() throws {
    let iban = try #require(IBAN(StatementWorld.iban))
    let day = CivilDate(of: FundingWorld.opensAt)
    let awaited = ["po_1", "po_2"].map {
      AwaitedSettlement($0, from: .sandbox, .euro(10), sentOn: day, isProven: true)
    }
    var line = BankLine(account: iban, bookedOn: day, amount: .euro(10))
    line.text = "accredito sandbox"
    #expect(line.settlement(among: awaited) == nil)
    line.text = "accredito sandbox PO_2"
    #expect(line.settlement(among: awaited)?.reference == "po_2")
  }

  @Test func `is not another one's when the line names one that comes too late`() throws {
    let iban = try #require(IBAN(StatementWorld.iban))
    let day = CivilDate(of: FundingWorld.opensAt)
    let awaited = [(day, "po_1"), (day.adding(days: 19), "po_2")].map {
      AwaitedSettlement($1, from: .sandbox, .euro(10), sentOn: $0, isProven: true)
    }
    var line = BankLine(account: iban, bookedOn: day.adding(days: 21), amount: .euro(10))
    line.text = "accredito sandbox PO_1"
    #expect(line.settlement(among: awaited) == nil)
    line.text = "accredito sandbox"
    #expect(line.settlement(among: awaited)?.reference == "po_2")
  }

  @Test(arguments: TestEngine.all)
  func `is named by a person, taken back, and named again`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await SettlementWorld(database)
      world.provider.isClosed = true
      try await world.check()
      try await world.tell(1_000, "bonifico")
      #expect(try await world.settle("po_7") == .noSuchSettlement)
      #expect(try await world.settle(" po_1 ") == .settled)
      #expect(try await world.holds(.bank(world.account)) == .euro(10))
      let line = try #require(
        try await database.read { try $0.deskSettlement("po_1") }?.glance.line)
      let undo = world.services.undoMatch
      #expect(try await undo(line, because: "sbagliato", by: world.treasurer) == .undone)
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .euro(10))
      // What a person took back no rule decides again.
      try await world.check()
      #expect(try await world.isWaiting)
      #expect(try await world.settle("po_1") == .settled)
      try await world.tell(900, "SANDBOX", day: 3)
      #expect(try await world.settle("po_1") == .noSuchSettlement)
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `goes back by the line that took it, and its provider owes it again`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      var world = try await SettlementWorld(database)
      world.provider.isClosed = true
      try await world.check()
      try await world.tell(1_000, "SANDBOX po_1")
      // The provider is the first to say so: a person is asked.
      world.provider.status = .failed
      try await world.check()
      #expect(try await world.openFailures() == 1)
      #expect(try await world.holds(.bank(world.account)) == .euro(10))
      try await world.tell(-1_000, "SANDBOX po_1 storno", day: 3)
      #expect(try await world.settle("po_2") == .noSuchSettlement)
      #expect(try await world.settle("po_1") == .settled)
      #expect(try await world.holds(.bank(world.account)) == .zero)
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .euro(10))
      try await world.check()
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .zero)
      #expect(try await world.openFailures() == 0)
      // Neither of the two lines can be taken back any more.
      for line in try await world.lines() {
        let undone = try await world.services.undoMatch(
          line, because: "ripensamento", by: world.treasurer)
        #expect(undone == .tooLate)
      }
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is booked once by two who name it at the same moment`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      var world = try await SettlementWorld(database)
      world.provider.isClosed = true
      try await world.check()
      try await world.tell(1_000, "bonifico")
      try await world.tell(1_000, "bonifico", day: 3)
      let lines = try await world.lines()
      let (settle, treasurer) = (world.services.settleLine, world.treasurer)
      let outcomes = try await withThrowingTaskGroup(of: SettleLine.Outcome.self) { group in
        for line in lines {
          group.addTask { try await settle(.settlement("po_1"), on: line, by: treasurer) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == .settled }.count == 1)
      #expect(outcomes.contains(.noSuchSettlement))
      #expect(try await world.holds(.bank(world.account)) == .euro(10))
    }
  }
}

/// A provider with one transfer of 10 € to our account, and the statements that tell of it.
private struct SettlementWorld {
  let payments: PaymentWorld
  let account: IBAN
  let services: ReconciliationServices
  var provider: TransferringProvider

  init(_ database: Database) async throws {
    payments = try await PaymentWorld(database)
    guard let account = IBAN(StatementWorld.iban) else { throw Fault("not an account") }
    self.account = account
    services = payments.funding.reconciliation(account)
    provider = TransferringProvider(inner: payments.provider, day: FundingWorld.opensAt)
    payments.clock.now = FundingWorld.opensAt + .days(12)
  }
  var treasurer: Actor { payments.funding.actor(payments.funding.reviewer, .treasurer) }

  /// What the job does every half hour.
  func check() async throws {
    payments.clock.now = payments.clock.now + .days(1)
    let (database, funding) = (payments.database, payments.funding)
    let check = CheckMovements(
      database: database, clock: funding.clock.port, entropy: funding.entropy,
      providers: PaymentProviders([provider], marks: .test), confirm: payments.money.confirmPayment)
    _ = try await check()
    try await services.bookWaitingLines()
  }
  /// A statement of one line, so many days after the campaign opened.
  func tell(_ cents: Int64, _ text: String, day: Int = 2) async throws {
    let on = CivilDate(of: FundingWorld.opensAt + .days(day)).description
    let file = StatementWorld.csv([Movement(cents, text, on: on)])
    let outcome = try await services.importStatement(
      .init(name: "estratto.csv", bytes: file), by: treasurer)
    guard case .imported = outcome else { throw Fault("not imported: \(outcome)") }
  }
  var isWaiting: Bool {
    get async throws {
      try await services.readStatements.queue(for: treasurer)?.waiting.isEmpty == false
    }
  }
  /// A person says of the line that waits that it is this settlement.
  func settle(_ reference: String) async throws -> SettleLine.Outcome {
    let waiting = try await services.readStatements.queue(for: treasurer)?.waiting ?? []
    let line = try #require(waiting.first).line.id
    return try await services.settleLine(.settlement(reference), on: line, by: treasurer)
  }
  func lines() async throws -> [StatementLine.ID] {
    try await payments.database.read { tx in
      try tx.rows("SELECT id FROM statement_line ORDER BY id") { try $0("id") }
    }
  }
  func openFailures() async throws -> Int {
    try await payments.database.read { tx in
      try tx.first(
        """
        SELECT COUNT(*) AS n FROM money_exception
         WHERE kind = 'settlementFailed' AND closed_at IS NULL
        """
      ) { try $0("n") } ?? -1
    }
  }
  func holds(_ account: Account) async throws -> Money { try await payments.holds(account) }
  func findings() async throws -> [LedgerFinding] { try await payments.verified() }
}

// Money that goes back by bank transfer to whose it is, and what becomes of it when it returns.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `Money given back by transfer` {
  /// A statement of one movement: the line that waits.
  private func tell(
    _ cents: Int64, _ text: String, _ world: StatementWorld
  ) async throws -> StatementLine.ID {
    _ = try await world.imported(StatementWorld.csv([Movement(cents, text)]))
    let waiting = try await world.waiting()
    return try #require(waiting.first { $0.line.facts.text == text }).line.id
  }
  private func say(
    _ decision: SettleLine.Decision, of line: StatementLine.ID, _ world: StatementWorld
  ) async throws -> SettleLine.Outcome {
    try await world.services.settleLine(decision, on: line, by: world.treasurer)
  }
  private func undo(
    _ line: StatementLine.ID, _ world: StatementWorld
  ) async throws -> UndoMatch.Outcome {
    try await world.services.undoMatch(line, because: "errore", by: world.treasurer)
  }
  /// Anna paid 25 € by transfer for a campaign that failed: they wait for a transfer to her.
  private func owed(_ database: Database) async throws -> (StatementWorld, code: String) {
    let world = try await StatementWorld(database)
    let anna = try await world.pledge("anna")
    let code = anna.keys.reference.text
    let paid = try await tell(2_500, "da Anna", world)
    #expect(try await say(.pledge(code), of: paid, world) == .settled)
    let campaign = world.funding.campaign.id
    _ = try await database.write { tx in
      try tx.execute("UPDATE campaign SET status = 'failed' WHERE id = \(campaign)")
    }
    let (clock, entropy) = (world.funding.clock.port, world.funding.entropy)
    #expect(try await ReturnFunds(database: database, clock: clock, entropy: entropy)() == 1)
    try await submit(world)
    return (world, code)
  }
  private func submit(_ world: StatementWorld) async throws {
    let submit = SubmitRefunds(
      database: world.funding.database, clock: world.funding.clock.port,
      entropy: world.funding.entropy, providers: PaymentProviders([], marks: .test))
    _ = try await submit(limit: 10)
  }
  private func refund(_ database: Database) async throws -> Refund {
    try #require(
      try await database.read { try $0.refunds(in: [.manualTransferNeeded], limit: 10) }.first)
  }

  @Test(arguments: TestEngine.all)
  func `a refund that comes back is owed again and goes again`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let (world, code) = try await owed(database)
      let out = try await tell(-2_500, "ad Anna", world)
      #expect(try await say(.refundBack(code), of: out, world) == .wrongDirection)
      #expect(try await say(.pledge(code), of: out, world) == .settled)
      #expect(try await world.balance(of: .refundsPayable()) == .zero)

      let back = try await tell(2_500, "storno", world)
      #expect(try await say(.refundBack("K7QF-2M9O"), of: back, world) == .noSuchPledge)
      #expect(try await say(.refundBack(code), of: back, world) == .settled)
      #expect(try await world.balance(of: .refundsPayable()) == .euro(25))
      #expect(try await world.balance(of: .bank(world.account)) == .euro(25))
      #expect(try await refund(database).due == .euro(25))
      #expect(try await undo(out, world) == .tooLate)
      #expect(try await undo(back, world) == .tooLate)
      let twin = try await tell(2_500, "storno doppio", world)
      #expect(try await say(.refundBack(code), of: twin, world) == .noSuchTransfer)

      let again = try await tell(-2_500, "ad Anna di nuovo", world)
      #expect(try await say(.pledge(code), of: again, world) == .settled)
      #expect(try await world.balance(of: .refundsPayable()) == .zero)
      #expect(try await world.balance(of: .bank(world.account)) == .zero)
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a refund that nobody takes is given up, stays owed, and can still be paid`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let (world, code) = try await owed(database)
      let giveUp = GiveUpRefund(
        database: database, clock: world.funding.clock.port, entropy: world.funding.entropy)
      let id = try await refund(database).id
      let auditor = world.funding.actor(world.funding.author, .auditor)
      #expect(try await giveUp(id, because: "irreperibile", by: auditor) == .notAllowed)
      #expect(try await giveUp(id, because: "", by: world.treasurer) == .reasonMissing)
      #expect(try await giveUp(id, because: "irreperibile", by: world.treasurer) == .givenUp)
      #expect(
        try await giveUp(id, because: "irreperibile", by: world.treasurer)
          == .refused(.notFrom(.unclaimed, .giveUp)))
      #expect(try await world.balance(of: .refundsPayable()) == .euro(25))
      let out = try await tell(-2_500, "ad Anna", world)
      #expect(try await say(.pledge(code), of: out, world) == .settled)
      #expect(try await world.balance(of: .refundsPayable()) == .zero)
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `who asked for a refund does not give it up`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let (clock, entropy) = (world.funding.clock.port, world.funding.entropy)
      let anna = try await world.pledge("anna")
      let paid = try await tell(2_500, "da Anna", world)
      #expect(try await say(.pledge(anna.keys.reference.text), of: paid, world) == .settled)
      let payment = try #require(try await database.read { try $0.payments(of: anna.id) }.first)
      let parts = RefundAllocation(reward: .zero, gift: .euro(5), shipping: .zero)
      let ask = RequestRefund(database: database, clock: clock, entropy: entropy)
      let decide = DecideRefund(database: database, clock: clock, entropy: entropy)
      guard
        case .requested(let id) = try await ask(
          parts, of: payment.id, because: .askedByDonor, by: world.treasurer)
      else { throw Fault("not asked") }
      let other = world.funding.actor(world.funding.author, .treasurer)
      #expect(try await decide(.approve, on: id, by: other) == .decided(.approved))
      try await submit(world)
      let giveUp = GiveUpRefund(database: database, clock: clock, entropy: entropy)
      #expect(
        try await giveUp(id, because: "no", by: world.treasurer) == .refused(.needsAnotherPerson))
      #expect(try await giveUp(id, because: "no", by: other) == .givenUp)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what was paid above a pledge goes back, never more than is held`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let anna = try await world.pledge("anna")
      let code = anna.keys.reference.text
      let paid = try await tell(3_000, "da Anna", world)
      #expect(try await say(.pledge(code), of: paid, world) == .settled)
      let tooMuch = try await tell(-600, "resto sbagliato", world)
      #expect(try await say(.pledge(code), of: tooMuch, world) == .aboveOwed(.euro(5)))
      let rest = try await tell(-500, "resto", world)
      #expect(try await say(.pledge(code), of: rest, world) == .settled)
      #expect(try await world.balance(of: .donorCredit(anna.id)) == .zero)
      #expect(try await world.balance(of: .bank(world.account)) == .euro(25))
      let again = try await tell(-500, "ancora il resto", world)
      #expect(try await say(.pledge(code), of: again, world) == .nothingToReturn)
      // The pledge is not undone under it; the return itself can be.
      #expect(try await undo(paid, world) == .tooLate)
      #expect(try await undo(rest, world) == .undone)
      #expect(try await world.balance(of: .donorCredit(anna.id)) == .euro(5))
      #expect(try await world.funding.stored(anna).state == .confirmed)
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `money of an unknown owner goes back and settles the line that brought it`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let brought = try await tell(2_500, "chi sarà", world)
      #expect(try await say(.suspense(note: "?"), of: brought, world) == .settled)
      let other = try await tell(-2_400, "restituito male", world)
      #expect(
        try await say(.suspenseBack(brought.description), of: other, world) == .noSuchSuspense)
      let back = try await tell(-2_500, "restituito", world)
      let file = try await world.services.readStatements.line(back, for: world.treasurer)
      #expect(file?.suspense.map(\.line.id) == [brought])
      #expect(try await say(.suspenseBack("riga"), of: back, world) == .noSuchSuspense)
      #expect(try await say(.suspenseBack(brought.description), of: back, world) == .settled)
      #expect(try await world.balance(of: .suspense(world.account)) == .zero)
      #expect(try await world.balance(of: .bank(world.account)) == .zero)
      let queue = try await world.services.readStatements.queue(for: world.treasurer)
      #expect(queue?.suspense.isEmpty == true)
      #expect(try await undo(brought, world) == .tooLate)
      #expect(try await undo(back, world) == .tooLate)
      #expect(try await world.findings().isEmpty)
    }
  }
}

// What a person decides about lines, and how it is taken back.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct SettleLineTests {
  /// The one line that waits.
  private func line(_ world: StatementWorld) async throws -> StatementLine.ID {
    try #require(try await world.waiting().first).line.id
  }
  private func settle(
    _ decision: SettleLine.Decision, _ world: StatementWorld
  ) async throws -> SettleLine.Outcome {
    try await world.services.settleLine(decision, on: line(world), by: world.treasurer)
  }
  /// Anna's pledge, paid by a transfer of 25 euro that was matched by hand.
  private func settled(
    _ database: Database
  ) async throws -> (world: StatementWorld, pledge: Pledge, line: StatementLine.ID) {
    let world = try await StatementWorld(database)
    let pledge = try await world.pledge("anna")
    _ = try await world.imported(StatementWorld.csv([Movement(2_500, "bonifico")]))
    let id = try await line(world)
    #expect(try await settle(.pledge(pledge.keys.reference.text), world) == .settled)
    return (world, pledge, id)
  }

  @Test(arguments: TestEngine.all)
  func `a waiting transfer is matched by hand, what is above it is its donor's`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      _ = try await world.imported(StatementWorld.csv([Movement(3_000, "da Anna")]))
      let code = pledge.keys.reference.grouped.lowercased()
      #expect(try await settle(.pledge("K7QF-2M9O"), world) == .noSuchPledge)
      #expect(try await settle(.pledge(code), world) == .settled)
      #expect(try await world.funding.stored(pledge).state == .confirmed)
      #expect(try await world.balance(of: .donorCredit(pledge.id)) == .euro(5))
      #expect(try await world.balance(of: .bank(world.account)) == .euro(30))
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what does not fit is refused with its reason`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let code = pledge.keys.reference.text
      _ = try await world.imported(StatementWorld.csv([Movement(2_400, "poco")]))
      #expect(try await settle(.pledge(code), world) == .tooLittle(.euro(25)))
      #expect(try await settle(.bankFee(note: ""), world) == .wrongDirection)
      #expect(try await settle(.suspense(note: ""), world) == .noteMissing)
      #expect(try await settle(.setAside(note: ""), world) == .noteMissing)
      _ = try await world.funding.cancelPledge(pledge.keys.accessKey)
      #expect(try await settle(.pledge(code), world) == .pledgeNotOpen(.cancelledByDonor))
      #expect(try await settle(.setAside(note: "giroconto"), world) == .settled)
      #expect(try await world.balance(of: .bank(world.account)) == .zero)
    }
  }

  @Test(arguments: TestEngine.all)
  func `money in suspense is allocated later, and a fee is booked as one`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      _ = try await world.imported(StatementWorld.csv([Movement(2_500, "chi sarà")]))
      let id = try await line(world)
      #expect(try await settle(.suspense(note: "chiesto alla banca"), world) == .settled)
      #expect(try await world.balance(of: .suspense(world.account)) == .euro(25))
      let reference = pledge.keys.transferReference.grouped
      let settle = world.services.settleLine
      #expect(try await settle(.pledge(reference), on: id, by: world.treasurer) == .settled)
      #expect(
        try await settle(.pledge(reference), on: id, by: world.treasurer) == .alreadySettled)
      #expect(try await world.balance(of: .suspense(world.account)) == .zero)
      #expect(try await world.funding.stored(pledge).state == .confirmed)
      _ = try await world.imported(StatementWorld.csv([Movement(-150, "spese", on: "2026-11-06")]))
      #expect(try await self.settle(.bankFee(note: ""), world) == .settled)
      #expect(try await world.balance(of: .bank(world.account)) == Money(cents: 2_350))
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a match is taken back by a reversal, and can be made anew`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let anna = try await world.pledge("anna")
      let bruno = try await world.pledge("bruno")
      _ = try await world.imported(StatementWorld.csv([Movement(2_500, "bonifico")]))
      let id = try await line(world)
      for _ in 0..<2 {
        #expect(try await settle(.pledge(anna.keys.reference.text), world) == .settled)
        #expect(try await undo(id, world) == .undone)
        #expect(try await undo(id, world) == .nothingToUndo)
        #expect(try await world.funding.stored(anna).state == .awaitingPayment)
        #expect(try await world.balance(of: .bank(world.account)) == .zero)
      }
      #expect(try await settle(.pledge(bruno.keys.reference.text), world) == .settled)
      #expect(try await world.funding.stored(bruno).state == .confirmed)
      #expect(try await world.balance(of: .escrow(anna.campaign)) == .euro(25))
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is taken back from a pledge lies in suspense again if it came from there`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      _ = try await world.imported(StatementWorld.csv([Movement(2_500, "bonifico")]))
      let id = try await line(world)
      #expect(try await settle(.suspense(note: "?"), world) == .settled)
      let settle = world.services.settleLine
      let code = pledge.keys.reference.text
      #expect(try await settle(.pledge(code), on: id, by: world.treasurer) == .settled)
      #expect(try await undo(id, world) == .undone)
      #expect(try await world.balance(of: .suspense(world.account)) == .euro(25))
      #expect(try await undo(id, world) == .undone)
      #expect(try await world.balance(of: .suspense(world.account)) == .zero)
      #expect(try await world.waiting().map(\.line.id) == [id])
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a match is not taken back once money of it goes back: that would be another donor's`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let (world, anna, id) = try await settled(database)
      let funding = world.funding
      try await funding.capture(funding.place(funding.request(.euro(50), token: "carta")))
      let ask = RequestRefund(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      let decide = DecideRefund(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      let paid = try await database.read { try $0.payments(of: anna.id) }
      let payment = try #require(paid.first { $0.status == .succeeded })
      let parts = RefundAllocation(reward: .zero, gift: .euro(5), shipping: .zero)
      let asked = try await ask(
        parts, of: payment.id, because: .askedByDonor, by: world.treasurer)
      guard case .requested(let refund) = asked else { throw Fault("not asked: \(asked)") }
      #expect(try await undo(id, world) == .tooLate)
      let other = funding.actor(funding.author, .treasurer)
      #expect(try await decide(.approve, on: refund, by: other) == .decided(.approved))
      #expect(try await undo(id, world) == .tooLate)
      // 25 of Anna and 50 by card are held, less what goes back to Anna.
      #expect(try await world.balance(of: .escrow(anna.campaign)) == .euro(70))
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a match may be taken back after a refund was refused`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let (world, anna, id) = try await settled(database)
      let funding = world.funding
      let paid = try await database.read { try $0.payments(of: anna.id) }
      let payment = try #require(paid.first { $0.status == .succeeded })
      let ask = RequestRefund(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      let decide = DecideRefund(
        database: database, clock: funding.clock.port, entropy: funding.entropy)
      let parts = RefundAllocation(reward: .zero, gift: .euro(5), shipping: .zero)
      guard
        case .requested(let refund) = try await ask(
          parts, of: payment.id, because: .askedByDonor, by: world.treasurer)
      else { throw Fault("not asked") }
      let other = funding.actor(funding.author, .treasurer)
      #expect(try await decide(.reject, on: refund, by: other) == .decided(.rejected))
      #expect(try await undo(id, world) == .undone)
      #expect(try await world.findings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a pledge that was paid twice stays confirmed when one of the two is taken back`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let (world, anna, id) = try await settled(database)
      let (funding, now) = (world.funding, world.funding.clock.now)
      try await database.write { tx in
        var card = Payment(
          id: funding.entropy.id(at: now), of: (anna.id, anna.campaign), at: .sandbox, attempt: 9,
          Payment.Terms(amount: anna.total, shipping: .zero, createdAt: now, expiresAt: now))
        try tx.insert(card)
        card.status = .succeeded
        try tx.update(
          card, PaymentChange(from: .created, to: .succeeded, reason: "", cause: "test", at: now))
        let header = JournalEntry.Header(
          id: funding.entropy.id(at: now), effectiveOn: CivilDate(of: now),
          cause: .payment(card.id))
        let entry = try JournalEntry.captured(header, by: .sandbox, card.paid)
        _ = try tx.post(entry, key: .capture(card.id), by: .system, at: now)
      }
      #expect(try await undo(id, world) == .undone)
      #expect(try await funding.stored(anna).state == .confirmed)
      #expect(try await world.balance(of: .escrow(anna.campaign)) == .euro(25))
      #expect(try await world.findings().isEmpty)
    }
  }

  private func undo(
    _ id: StatementLine.ID, _ world: StatementWorld
  ) async throws -> UndoMatch.Outcome {
    try await world.services.undoMatch(id, because: "errore mio", by: world.treasurer)
  }

  @Test(arguments: TestEngine.all)
  func `a fee above what the ledger knows of the bank is refused, not an incident`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      _ = try await world.imported(StatementWorld.csv([Movement(-150, "spese")]))
      #expect(try await settle(.bankFee(note: ""), world) == .overdrawn)
      #expect(try await world.waiting().count == 1)
    }
  }
}

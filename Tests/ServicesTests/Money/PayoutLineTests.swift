// Payouts and the statement: lines without an id named by a person, transfers that the bank
// refused, and those that it made all the same.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `A payout on a statement` {
  private func world(_ database: Database) async throws -> PayoutWorld {
    let world = try await PayoutWorld(database)
    try await world.settleProvider(.euro(1_000))
    try await world.openAccount()
    return world
  }
  private func endToEnd(_ id: Payout.ID) -> String {
    id.description.split(separator: "_").joined().uppercased()
  }

  @Test(arguments: TestEngine.all)
  func `is named by a person when its line has no id, on its way out and back`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      let id = try await world.submitted(.euro(500))
      let project = Account.project(world.funding.campaign.id)
      #expect(try await !world.line(-50_000, "", day: 1))
      let queue = world.funding.reconciliation(world.iban).readStatements
      let line = try #require(try await queue.queue(for: world.anna)?.waiting.first).line.id
      #expect(try await queue.line(line, for: world.anna)?.payouts.map(\.id) == [id])
      #expect(try await world.decide(.payout("pyt_1"), about: -50_000) == .noSuchPayout)
      #expect(try await world.decide(.payout(id.description), about: -50_000) == .settled)
      #expect(try await world.holds(.paymentsOut()) == .zero)
      #expect(try await world.holds(.bank(world.iban)) == .euro(500))

      let name = endToEnd(id).lowercased()
      #expect(try await !world.line(-49_999, "", day: 2))
      #expect(
        try await world.decide(.payout(name), about: -49_999) == .payoutDiffers(.euro(500)))
      #expect(try await !world.line(-50_000, "", day: 3))
      #expect(
        try await world.decide(.payout(name), about: -50_000) == .payoutElsewhere(.paid))
      #expect(try await !world.line(50_000, "", day: 4))
      #expect(try await world.decide(.payout(name), about: 50_000) == .settled)
      #expect(try await world.holds(project) == .euro(1_000))
      #expect(try await !world.line(50_000, "", day: 5))
      #expect(
        try await world.decide(.payout(name), about: 50_000) == .payoutElsewhere(.returned))
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all)
  func `is refused by the bank in the words of another person with a fresh factor`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      let id = try await world.submitted(.euro(500))
      let payOut = world.payOut
      #expect(
        try await payOut.takeBack(id, by: world.anna) == .refused(.needsAnotherPerson))
      let unproved = world.funding.actor(world.funding.reviewer, .treasurer)
      #expect(try await payOut.takeBack(id, by: unproved) == .notProved)
      #expect(try await world.holds(.paymentsOut()) == .euro(500))
      #expect(try await payOut.takeBack(id, by: world.bruno) == .moved(to: .failed))
      #expect(try await world.holds(.project(world.funding.campaign.id)) == .euro(1_000))
      #expect(try await world.holds(.paymentsOut()) == .zero)
      // Another sum under the same name is not this payout's.
      #expect(try await !world.line(-49_999, endToEnd(id), day: 2))
    }
  }

  @Test(arguments: TestEngine.all)
  func `that left although it was thought refused is taken from the project, the rest is owed`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      let first = try await world.submitted(.euro(500))
      #expect(try await world.payOut.takeBack(first, by: world.bruno) == .moved(to: .failed))
      _ = try await world.submitted(.euro(800))
      let campaign = world.funding.campaign.id
      #expect(try await world.holds(.project(campaign)) == .euro(200))
      #expect(try await world.line(-50_000, endToEnd(first), day: 1))
      #expect(try await world.holds(.project(campaign)) == .zero)
      #expect(try await world.holds(.projectReceivable(campaign)) == .euro(300))
      #expect(try await world.holds(.paymentsOut()) == .euro(800))
      #expect(try await world.holds(.bank(world.iban)) == .euro(500))
      // Told again it is somebody else's.
      #expect(try await !world.line(-50_000, endToEnd(first), day: 2))
      #expect(
        try await database.read { try $0.openExceptions().map(\.kind) } == [.payoutAfterAll])
      // It comes back: what the project owes is settled first.
      #expect(try await world.line(50_000, endToEnd(first), day: 3))
      #expect(try await world.holds(.projectReceivable(campaign)) == .zero)
      #expect(try await world.holds(.project(campaign)) == .euro(200))
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all)
  func `that left although it was thought refused is named by a person too`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await world(database)
      let id = try await world.submitted(.euro(500))
      #expect(try await world.payOut.takeBack(id, by: world.bruno) == .moved(to: .failed))
      #expect(try await !world.line(-50_000, "", day: 1))
      #expect(try await world.decide(.payout(id.description), about: -50_000) == .settled)
      #expect(try await world.holds(.project(world.funding.campaign.id)) == .euro(500))
      #expect(try await world.holds(.bank(world.iban)) == .euro(500))
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
    }
  }
}

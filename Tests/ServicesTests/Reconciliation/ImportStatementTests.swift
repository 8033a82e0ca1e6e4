// Statements: what needs no person is booked once, the rest waits with its reason.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct ImportStatementTests {
  @Test(arguments: TestEngine.all)
  func `an exact transfer confirms its pledge and is in the ledger`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let text = "bonifico " + pledge.keys.transferReference.grouped.lowercased()
      let report = try await world.imported(StatementWorld.camt([Movement(2_500, text)]))
      #expect(report.new == 1)
      #expect(report.matched == 1)
      #expect(report.matchedAmount == .euro(25))
      #expect(try await world.funding.stored(pledge).state == .confirmed)
      #expect(try await world.balance(of: .bank(world.account)) == .euro(25))
      #expect(try await world.balance(of: .escrow(pledge.campaign)) == .euro(25))
      #expect(try await world.findings().isEmpty)
      #expect(try await world.waiting().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same and overlapping files add nothing, twins stay two`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let paid = Movement(2_500, pledge.keys.transferReference.text)
      let coffee = Movement(350, "offerta")
      let first = StatementWorld.csv([paid, coffee, coffee])
      #expect(try await world.imported(first).new == 3)
      guard case .repeated(let ids) = try await world.take(first) else {
        Issue.record("the same file was taken twice")
        return
      }
      #expect(ids.count == 1)
      let overlap = StatementWorld.csv([coffee, coffee, paid, coffee, Movement(900, "nuova")])
      #expect(try await world.imported(overlap).new == 2)
      #expect(try await world.waiting().filter { $0.line.facts.text == "offerta" }.count == 3)
      #expect(try await world.balance(of: .bank(world.account)) == .euro(25))
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same movements in another format book nothing twice`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let movements = [Movement(2_500, pledge.keys.transferReference.text), Movement(350, "dono")]
      #expect(try await world.imported(StatementWorld.csv(movements)).matched == 1)
      let again = try await world.imported(StatementWorld.camt(movements))
      #expect(again.matched == 0)
      #expect(again.waiting == [.possibleDuplicate: 2])
      #expect(try await world.balance(of: .escrow(pledge.campaign)) == .euro(25))
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is not exact waits with its reason`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let other = try await world.pledge("bruno")
      let called = try await world.pledge("carla")
      _ = try await world.funding.cancelPledge(called.keys.accessKey)
      let reference = pledge.keys.transferReference.text
      let stranger = try #require(RFReference(digits: "123"))
      let report = try await world.imported(
        StatementWorld.camt([
          Movement(2_400, reference), Movement(2_500, "grazie"),
          Movement(2_500, stranger.text), Movement(-150, "commissioni"),
          Movement(2_500, "\(reference) \(other.keys.transferReference.text)"),
          Movement(-2_500, reference, reversal: true),
          Movement(2_500, called.keys.transferReference.text), Movement(2_500, reference),
          Movement(2_500, "di nuovo \(reference)"),
        ]))
      #expect(report.matched == 1)
      #expect(
        report.waiting == [
          .wrongAmount: 1, .noReference: 1, .unknownReference: 1, .notACredit: 1,
          .severalReferences: 1, .reversal: 1, .noLongerAwaited: 1, .alreadyPaid: 1,
        ])
      #expect(try await world.funding.stored(other).state == .awaitingPayment)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a dry run says what an import does, and changes nothing`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let reference = pledge.keys.transferReference.text
      let bytes = StatementWorld.camt([
        Movement(2_500, reference), Movement(2_500, "\(reference) ancora"), Movement(100, "x"),
      ])
      let told = try await world.imported(bytes, dryRun: true)
      #expect(told.preview.count == 3)
      #expect(try await world.funding.stored(pledge).state == .awaitingPayment)
      #expect(try await world.services.readStatements.list(for: world.treasurer)?.statements == [])
      let done = try await world.imported(bytes)
      #expect(told.new == done.new)
      #expect(told.matched == done.matched)
      #expect(told.waiting == done.waiting)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a refused file leaves nothing behind`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let good = StatementWorld.camt([Movement(2_500, pledge.keys.transferReference.text)])
      let text = String(decoding: good, as: UTF8.self)
      let wrong = Array(text.replacing(">1025.00<", with: ">1026.00<").utf8)
      guard case .refused(let refusal) = try await world.take(wrong) else {
        Issue.record("an unbalanced file was taken")
        return
      }
      #expect(
        refusal.reason == .unbalanced(computed: .euro(1_025), stated: .euro(1_026)))
      let strange = StatementWorld.camt([Movement(1, "x")], iban: "DE89370400440532013000")
      guard case .otherAccount = try await world.take(strange) else {
        Issue.record("another account's file was taken")
        return
      }
      #expect(try await world.services.readStatements.list(for: world.treasurer)?.statements == [])
      #expect(try await world.funding.stored(pledge).state == .awaitingPayment)
    }
  }

  @Test(arguments: TestEngine.all)
  func `ten imports of one file at once are one import`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let pledge = try await world.pledge("anna")
      let bytes = StatementWorld.csv([
        Movement(2_500, pledge.keys.transferReference.text), Movement(350, "dono"),
      ])
      let taken = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<10 {
          group.addTask {
            if case .imported = try await world.take(bytes) { 1 } else { 0 }
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(taken == 1)
      #expect(try await world.balance(of: .bank(world.account)) == .euro(25))
      #expect(try await world.waiting().count == 1)
    }
  }

  @Test func `only a treasurer may import`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let world = try await StatementWorld(database)
      let auditor = world.funding.actor(world.funding.reviewer, .auditor)
      for actor in [Actor.visitor, auditor] {
        let request = ImportStatement.Request(
          name: "x", bytes: StatementWorld.csv([Movement(1, "x")]))
        guard case .notAllowed = try await world.services.importStatement(request, by: actor)
        else {
          Issue.record("\(actor.kind) was let in")
          return
        }
      }
      #expect(try await world.services.readStatements.queue(for: auditor) != nil)
      #expect(try await world.services.readStatements.queue(for: .visitor) == nil)
    }
  }
}

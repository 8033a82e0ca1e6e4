// A campaign's money on its way to its organisation: two people, a rested account, the bank's word.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct PayoutTests {
  @Test(arguments: TestEngine.all)
  func `money that no statement has confirmed stays`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      let overview = try #require(try await world.payOut.overview(by: world.anna))
      // 1,000 € by card, all of it still with the provider.
      #expect(overview.campaigns.first?.room.due == .euro(1_000))
      #expect(overview.campaigns.first?.room.payable == .zero)
      try await world.settleProvider(.euro(700))
      // 300 are with the provider; of what cards paid, 100 would be kept anyway.
      #expect(try await world.payable() == .euro(700))
      try await world.settleProvider(.euro(300))
      #expect(try await world.payable() == .euro(900))
      world.clock.now = world.clock.now + .days(61)
      #expect(try await world.payable() == .euro(1_000))
    }
  }

  @Test(arguments: TestEngine.all)
  func `one proposes, another approves, the file is written once, the statement closes it`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      let slug = world.funding.campaign.slug
      #expect(
        try await world.payOut.propose(.euro(500), for: slug, by: world.anna)
          == .refused(.noAccount))
      guard
        case .entered(let account) = try await world.accounts.enter(
          "DE89 3704 0044 0532 0130 00", holder: "Forno Oltre", for: slug, by: world.anna)
      else { throw Fault("no account") }
      #expect(
        try await world.accounts.verify(account, by: world.anna)
          == .refused(.needsAnotherPerson))
      #expect(try await world.accounts.verify(account, by: world.bruno) == .verified)
      guard
        case .refused(.accountTooNew) = try await world.payOut.propose(
          .euro(500), for: slug, by: world.anna)
      else { throw Fault("the account did not rest") }
      world.clock.now = world.clock.now + .hours(72)
      #expect(
        try await world.payOut.propose(.euro(901), for: slug, by: world.anna)
          == .refused(.abovePayable(.euro(900))))
      let id = try await world.proposed(.euro(500))
      #expect(try await world.payable() == .euro(400))
      #expect(
        try await world.payOut.approve(id, by: world.anna) == .refused(.needsAnotherPerson))
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.execute(
            """
            UPDATE payout SET status = 'approved', approved_by = proposed_by WHERE id = \(id)
            """)
        }
      }
      #expect(try await world.payOut.approve(id, by: world.bruno) == .moved(to: .approved))
      #expect(try await world.holds(.paymentsOut()) == .euro(500))
      guard case .written(let file) = try await world.payOut.writeFile(by: world.bruno) else {
        throw Fault("no file")
      }
      #expect(try await world.payOut.writeFile(by: world.bruno) == .nothingApproved)
      #expect(try await world.payOut.file(file, by: world.anna)?.isEmpty == false)
      let endToEnd = id.description.split(separator: "_").joined().uppercased()
      // The statement tells of it twice: it is paid once.
      #expect(try await world.line(-50_000, endToEnd, day: 1))
      #expect(try await !world.line(-50_000, endToEnd, day: 2))
      #expect(try await world.holds(.paymentsOut()) == .zero)
      // It comes back: due again, once.
      #expect(try await world.line(50_000, endToEnd, day: 3))
      #expect(try await !world.line(50_000, endToEnd, day: 4))
      #expect(try await world.holds(.project(world.funding.campaign.id)) == .euro(1_000))
      #expect(try await world.payable() == .euro(900))
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all)
  func `another account in the meantime stops the approval`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      let slug = world.funding.campaign.slug
      try await world.openAccount()
      guard
        case .proposed(let id) = try await world.payOut.propose(
          .euro(500), for: slug, by: world.anna)
      else { throw Fault("not proposed") }
      world.clock.now = world.clock.now + .minutes(1)
      _ = try await world.accounts.enter(
        "IT60X0542811101000000123456", holder: "Altro", for: slug, by: world.bruno)
      #expect(try await world.payOut.approve(id, by: world.bruno) == .refused(.accountChanged))
      #expect(try await world.payOut.takeBack(id, by: world.anna) == .moved(to: .cancelled))
      #expect(try await world.holds(.project(world.funding.campaign.id)) == .euro(1_000))
    }
  }
}

// What keeps a payout from going wrong even when a program does: the database's own refusals, a
// dispute that opens meanwhile, and an account that is replaced before the file is written.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct PayoutGuardTests {
  @Test(arguments: TestEngine.all)
  func `the database keeps two people apart and what was decided as it is`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      guard
        case .entered(let account) = try await world.accounts.enter(
          "DE89370400440532013000", holder: "Forno Oltre", for: world.funding.campaign.slug,
          by: world.anna)
      else { throw Fault("no account") }
      let now = world.clock.now
      try await refused(
        database,
        """
        UPDATE payee_account SET verified_by = entered_by, verified_at = \(now)
         WHERE id = \(account)
        """)
      #expect(try await world.accounts.verify(account, by: world.bruno) == .verified)
      try await refused(
        database,
        "UPDATE payee_account SET iban = 'IT60X0542811101000000123456' WHERE id = \(account)")
      try await refused(
        database, "UPDATE payee_account SET verified_at = 0 WHERE id = \(account)")
      try await refused(database, "DELETE FROM payee_account WHERE id = \(account)")
      world.clock.now = now + .hours(72)
      let id = try await world.proposed(.euro(500))
      try await refused(database, "UPDATE payout SET status = 'approved' WHERE id = \(id)")
      try await refused(database, "UPDATE payout SET amount_cents = 90000 WHERE id = \(id)")
      #expect(try await world.payOut.approve(id, by: world.bruno) == .moved(to: .approved))
      for change: SQL in [
        "UPDATE payout SET approved_by = NULL, status = 'cancelled' WHERE id = \(id)",
        "UPDATE payout SET approved_by = proposed_by WHERE id = \(id)",
        "UPDATE payout SET status = 'submitted' WHERE id = \(id)",
      ] { try await refused(database, change) }
      try await refused(database, "DELETE FROM payout WHERE id = \(id)")
    }
  }

  private func refused(_ database: Database, _ statement: SQL) async throws {
    await #expect(throws: StoreRefusal.self) {
      try await database.write { tx in try tx.execute(statement) }
    }
  }

  @Test(arguments: TestEngine.all)
  func `only treasurers propose and approve, and never alone`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      try await world.openAccount()
      let slug = world.funding.campaign.slug
      for role in [Role.campaignOwner, .auditor, .facilitator, .reviewer] {
        let other = world.funding.actor(world.funding.reviewer, role)
        #expect(try await world.payOut.propose(.euro(1), for: slug, by: other) == .notAllowed)
        #expect(try await world.payOut.writeFile(by: other) == .notAllowed)
        #expect(
          try await world.accounts.enter(
            "DE89370400440532013000", holder: "X", for: slug, by: other) == .notAllowed)
      }
      #expect(
        try await world.payOut.propose(.euro(0), for: slug, by: world.anna)
          == .refused(.notPositive))
      let id = try await world.proposed(.euro(500))
      let owner = world.funding.actor(world.funding.reviewer, .campaignOwner)
      #expect(try await world.payOut.approve(id, by: owner) == .notAllowed)
      #expect(
        try await world.payOut.approve(id, by: .system) == .refused(.needsAnotherPerson))
      #expect(
        try await world.payOut.approve(id, by: world.anna) == .refused(.needsAnotherPerson))
      #expect(
        try await world.accounts.enter(
          "IT60X0542811101000000123457", holder: "X", for: slug, by: world.anna)
          == .refused(.ibanWrong))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a dispute that opens meanwhile stops the approval`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      try await world.openAccount()
      let id = try await world.proposed(.euro(850))
      let campaign = world.funding.campaign.id
      try await database.write { tx in
        let payment: Payment.ID? = try tx.first(
          "SELECT id FROM payment WHERE campaign_id = \(campaign) LIMIT 1"
        ) { try $0("id") }
        let paid = try #require(try payment.flatMap { try tx.payment($0) })
        try tx.execute(
          """
          INSERT INTO dispute (id, payment_id, pledge_id, campaign_id, provider,
                               provider_dispute_id, amount_cents, fee_cents, fee_returned,
                               currency, status, reason, opened_at, updated_at)
               VALUES ('dsp_1', \(paid.id), \(paid.pledge), \(campaign), 'sandbox', 'd1', 10000,
                       1500, \(false), 'EUR', 'evidenceNeeded', 'fraud', 0, 0)
          """)
      }
      #expect(
        try await world.payOut.approve(id, by: world.bruno)
          == .refused(.abovePayable(.zero)))
      #expect(try await world.payOut.takeBack(id, by: world.bruno) == .moved(to: .cancelled))
      #expect(try await world.payable() == .euro(800))
    }
  }

  @Test(arguments: TestEngine.all)
  func `a replaced account gets nothing, even of what was approved`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      try await world.openAccount()
      let id = try await world.proposed(.euro(500))
      #expect(try await world.payOut.approve(id, by: world.bruno) == .moved(to: .approved))
      world.clock.now = world.clock.now + .minutes(1)
      _ = try await world.accounts.enter(
        "IT60X0542811101000000123456", holder: "Altro", for: world.funding.campaign.slug,
        by: world.bruno)
      #expect(try await world.payOut.writeFile(by: world.bruno) == .nothingApproved)
      #expect(try await world.payOut.takeBack(id, by: world.anna) == .moved(to: .cancelled))
      #expect(try await world.holds(.project(world.funding.campaign.id)) == .euro(1_000))
      #expect(try await world.holds(.paymentsOut()) == .zero)
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all)
  func `what has left the bank and is not booked yet cannot be paid out`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await PayoutWorld(database)
      try await world.settleProvider(.euro(1_000))
      try await world.openAccount()
      #expect(try await world.payable() == .euro(900))
      // Nobody has said yet what took 300 of the 1,000 on the account.
      #expect(try await !world.line(-30_000, "SDD-1", day: 1))
      #expect(try await world.payable() == .euro(700))
      let id = try await world.submitted(.euro(700))
      #expect(try await world.payable() == .zero)
      let payout = try #require(try await database.write { try $0.payoutLocked(id) })
      #expect(try await world.line(-70_000, payout.endToEnd, day: 2))
      #expect(try await world.payable() == .zero)
    }
  }
}

extension PayoutWorld {
  /// A payout that Anna proposed.
  func proposed(_ amount: Money) async throws -> Payout.ID {
    let outcome = try await payOut.propose(amount, for: funding.campaign.slug, by: anna)
    guard case .proposed(let id) = outcome else { throw Fault("not proposed: \(outcome)") }
    return id
  }
}

// What Stripe does with money by itself, told out of order: each deed is in the ledger, and every
// entry has its evidence.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `Money that Stripe moves by itself` {
  /// A world with a payment of 8 euro that is in the ledger, and its intent.
  private func paid(_ database: Database) async throws -> (StripeWorld, intent: String) {
    let world = try await StripeWorld(database, seed: 1, confirmation: .signed)
    try await world.start(.euro(8))
    let session = try #require(world.session(world.payments[0]))
    #expect(world.stripe.act { books, now in books.pay(session.id, at: now) })
    try await world.hear("payment_intent.succeeded")
    #expect(try await world.holds(.provider(.stripe)) == .euro(8))
    return (world, try #require(world.session(world.payments[0])?.intent))
  }
  private func refunds(_ world: StripeWorld) async throws -> [Refund] {
    let payment = world.payments[0]
    return try await world.database.read { try $0.refunds(of: payment) }
  }
  /// Six euro given back from the dashboard do not arrive: they are the donor's credit.
  private func sixCameBack(
    of intent: String, _ world: StripeWorld
  ) async throws -> (credit: Account, raised: Account) {
    let id = world.payments[0]
    let payment = try await world.database.read { try $0.payment(id) }
    let credit = Account.donorCredit(try #require(payment).pledge)
    world.stripe.act { books, now in
      _ = books.refundInDashboard(intent, 600, pending: false, at: now)
      _ = books.failRefund(intent, at: now)
    }
    try await world.hear("refund.created")
    try await world.hear("refund.failed")
    #expect(try await world.holds(credit) == .euro(6))
    return (credit, Account.escrow(world.funding.campaign.id))
  }
  private func agrees(_ world: StripeWorld) async throws {
    _ = try await world.money.checkMovements()
    try await world.drain()
    #expect(try await world.holds(.provider(.stripe)) == world.stripe.books.balance)
    #expect(try await world.differences() == [])
    #expect(try await world.exceptions() == [])
    let findings = try await world.database.read { try $0.verifyLedger() }.findings
    #expect(findings == [])
  }

  @Test(arguments: TestEngine.all)
  func `a fee of the account and a payout have its lines as evidence`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let (world, _) = try await paid(database)
      world.stripe.act { books, now in
        books.bill(120, at: now)
        _ = books.payOut(at: now)
      }
      try await agrees(world)
      let causes = try await database.read { tx in
        try tx.rows("SELECT cause_id FROM journal_entry WHERE cause_kind = \(Cause.Kind.movement)")
        {
          try $0("cause_id", as: String.self)
        }
      }
      let lines = world.stripe.books.lines.filter { $0.category != "charge" }
      #expect(Set(causes) == Set(lines.map(\.id)) && causes.count == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a refund from the dashboard is booked though a dispute was heard of first`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let (world, intent) = try await paid(database)
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 300, pending: false, at: now)
        _ = books.dispute(intent, 400, asksOnly: true, at: now)
      }
      try await world.hear("charge.dispute.created")
      try await world.hear("refund.created")
      #expect(try await refunds(world).map(\.state) == [.succeeded])
      #expect(try await world.holds(.provider(.stripe)) == .euro(5))
      try await agrees(world)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what did not arrive and is sent again comes from the donor's credit`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let (world, intent) = try await paid(database)
      let (credit, raised) = try await sixCameBack(of: intent, world)
      #expect(try await world.holds(raised) == .euro(2))
      world.wait(.minutes(1))
      // A part of it, which Stripe takes though there are only 2 euro left by our count.
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 500, pending: false, at: now)
      }
      try await world.hear("refund.created")
      #expect(try await world.holds(credit) == .euro(1))
      #expect(try await refunds(world).map(\.state) == [.failedPermanent, .succeeded])
      #expect(try await refunds(world).map(\.due) == [.euro(1), .euro(5)])
      world.wait(.minutes(1))
      // The rest of it and half of what was still the campaign's.
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 200, pending: false, at: now)
      }
      try await world.hear("refund.created")
      #expect(try await world.holds(credit) == .zero)
      #expect(try await world.holds(raised) == .euro(1))
      #expect(try await refunds(world).map(\.state) == [.sentAgain, .succeeded, .succeeded])
      try await agrees(world)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is sent again before we hear that it failed is looked up`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let (world, intent) = try await paid(database)
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 600, pending: false, at: now)
      }
      try await world.hear("refund.created")
      world.wait(.minutes(1))
      world.stripe.act { books, now in
        _ = books.failRefund(intent, at: now)
        _ = books.refundInDashboard(intent, 600, pending: false, at: now)
      }
      try await world.hear("refund.created")
      #expect(try await refunds(world).map(\.state) == [.sentAgain, .succeeded])
      #expect(try await world.holds(.provider(.stripe)) == .euro(2))
      try await world.hear("refund.failed")
      try await agrees(world)
    }
  }

  /// Two hours later: what happened is older than the check's grace.
  @Test(arguments: TestEngine.all)
  func `what was told in the wrong order is looked up before it is put on the desk`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let (world, intent) = try await paid(database)
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 300, pending: false, at: now)
        _ = books.failRefund(intent, at: now)
      }
      try await world.hear("refund.failed")
      try await world.hear("refund.created")
      #expect(try await refunds(world).map(\.state) == [.succeeded])
      world.wait(.hours(2))
      try await agrees(world)
      #expect(try await refunds(world).map(\.state) == [.failedPermanent])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a line read before its payment was heard of is on the desk, and leaves it by itself`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 1, confirmation: .signed)
      try await world.start(.euro(8))
      let session = try #require(world.session(world.payments[0]))
      #expect(world.stripe.act { books, now in books.pay(session.id, at: now) })
      world.wait(.hours(2))
      for _ in 0..<2 { _ = try await world.money.checkMovements() }
      #expect(try await world.exceptions() == [.movementDiffers])
      #expect(try await world.holds(.provider(.stripe)) == .zero)
      try await world.hear("payment_intent.succeeded")
      try await agrees(world)
      let closed = try await database.read { try $0.deskExceptions(closed: true) }
      #expect(closed.map(\.note) == [MoneyException.Gone.agrees.rawValue])
      #expect(closed.first?.closedAt != nil && closed.first?.closedBy == nil)
      // The fee is the payment's, though the line came first.
      let id = world.payments[0]
      let fees = try await database.read { tx in
        try tx.first(
          """
          SELECT COUNT(*) AS n FROM posting
           WHERE payment_id = \(id) AND account_code = \(Account.providerFee(.stripe))
          """
        ) { try $0("n", as: Int.self) }
      }
      #expect(fees == 1)
    }
  }

  @Test(arguments: [Int64(400), 800], TestEngine.all)
  func `a lost dispute comes from what a refund had not brought to the donor`(
    disputed: Int64, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let (world, intent) = try await paid(database)
      let (credit, raised) = try await sixCameBack(of: intent, world)
      world.stripe.act { books, now in
        _ = books.dispute(intent, disputed, asksOnly: false, at: now)
        _ = books.judge(intent, wins: false, feeBack: false, at: now)
      }
      try await world.hear("charge.dispute.closed")
      let rest = Money(cents: max(0, disputed - 600))
      #expect(try await world.holds(credit) == .euro(6) - Money(cents: min(600, disputed)))
      #expect(try await world.holds(raised) == .euro(2) - rest)
      #expect(try await world.holds(.disputeLoss()) == .zero)
      #expect(
        try await refunds(world).map(\.state)
          == [disputed < 600 ? .failedPermanent : .sentAgain])
      try await agrees(world)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a charge that only says that something went back is asked what`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let (world, intent) = try await paid(database)
      world.stripe.act { books, now in
        _ = books.refundInDashboard(intent, 300, pending: false, at: now)
      }
      try await world.hear("charge.refunded")
      #expect(try await refunds(world).map(\.state) == [.succeeded])
      #expect(try await world.holds(.provider(.stripe)) == .euro(5))
      try await world.hear("refund.created")
      #expect(try await refunds(world).count == 1)
      try await agrees(world)
    }
  }

  @Test(arguments: StripeProvider.Confirmation.allCases, TestEngine.all)
  func `an event of the other environment books nothing and is on the desk`(
    confirmation: StripeProvider.Confirmation, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 1, confirmation: confirmation)
      try await world.start(.euro(8))
      let session = try #require(world.session(world.payments[0]))
      #expect(world.stripe.act { books, now in books.pay(session.id, at: now) })
      try await world.hear("payment_intent.succeeded", asLive: true)
      #expect(try await world.exceptions() == [.liveMode])
      #expect(try await world.holds(.provider(.stripe)) == .zero)
      let events = try await database.read { tx in
        try tx.rows("SELECT reason FROM webhook_event") { try $0("reason", as: String.self) }
      }
      #expect(events == [WebhookIgnored.otherEnvironment.rawValue])
    }
  }
}

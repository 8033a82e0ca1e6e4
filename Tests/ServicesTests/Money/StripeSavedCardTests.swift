// Cards saved on Stripe's page and charged after the deadline, over a bad line and with webhooks
// that are doubled, lost, late and out of order.
import Domain
import Literals
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `A card saved at Stripe` {
  struct Run: Sendable, CustomTestStringConvertible {
    let engine: TestEngine
    let confirmation: StripeProvider.Confirmation
    var testDescription: String { "\(engine) \(confirmation)" }
  }
  static let runs = TestEngine.all.flatMap { engine in
    StripeProvider.Confirmation.allCases.map { Run(engine: engine, confirmation: $0) }
  }

  @Test(arguments: runs)
  func `is charged once after the deadline, and the ledger is Stripe's account to the cent`(
    _ run: Run
  ) async throws {
    try await run.engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 7, confirmation: run.confirmation)
      try await world.chargeAtEnd()
      world.stripe.make(trouble: 30)
      let manners: [StripeBooks.Method.Manner] = [.pays, .declines, .asksItsOwner, .pays, .pays]
      for (number, manner) in manners.enumerated() {
        let page = try await world.openSaving(number)
        world.stripe.act { books, now in
          // The first try is refused: the page stays open.
          if number == 3 { _ = books.refuseCard(page, at: now) }
          _ = books.saveCard(page, manner, at: now)
        }
        world.tell()
        world.wait(.minutes(20))
        try await world.deliver()
        try await world.drain()
      }
      // However often Stripe was asked, each donor is one customer with one page.
      #expect(world.stripe.books.customers.count == manners.count)
      #expect(world.stripe.books.savings.count == manners.count)
      try await world.askAgain()
      #expect(try await world.mandates() == ["saved": manners.count])
      #expect(world.stripe.books.balance == .zero, "nothing is taken before the deadline")

      try await world.end()
      for _ in 0..<8 {
        _ = try await world.money.chargeCards(limit: 50)
        world.tell()
        world.wait(.minutes(30))
        try await world.deliver()
        try await world.drain()
      }
      try await world.askAgain()
      _ = try await world.money.checkMovements()
      try await world.drain()
      let books = world.stripe.books
      #expect(try await world.mandates() == ["charged": 3, "saved": 2])
      #expect(try await world.failures() == ["declined": 1, "notAuthenticated": 1])
      #expect(books.charges == 3, "an answer that was lost charges nobody twice")
      #expect(books.balance.isPositive)
      #expect(try await world.holds(.provider(.stripe)) == books.balance)
      #expect(try await world.differences().isEmpty)
      #expect(try await VerifyLedger(database: database)().findings.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is not charged again when its answer was lost so long ago that Stripe forgot our key`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 8, confirmation: .fetch)
      try await world.saveOne(.pays)
      try await world.end()
      world.stripe.make(deaf: true)
      #expect(try await world.money.chargeCards(limit: 10).silent == 1)
      world.stripe.make(deaf: false)
      world.wait(.hours(25))
      #expect(try await world.money.chargeCards(limit: 10).charged == 1)
      #expect(world.stripe.books.charges == 1)
      _ = try await world.money.checkMovements()
      #expect(try await world.holds(.provider(.stripe)) == world.stripe.books.balance)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is tried a few times on one page, which then closes`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 10, confirmation: .fetch)
      try await world.chargeAtEnd()
      let page = try await world.openSaving(0)
      var refused = 0
      while refused < 40, world.stripe.act({ books, now in books.refuseCard(page, at: now) }) {
        refused += 1
        try await world.hear("setup_intent.setup_failed")
        try await world.drain()
      }
      #expect(refused == CardTries.refusedToDonorMax)
      #expect(try await world.mandates() == ["expired": 1])
      #expect(!world.stripe.act { books, now in books.saveCard(page, .pays, at: now) })
    }
  }

  @Test(arguments: TestEngine.all)
  func `that was taken away meanwhile has its owner written to every 48 hours`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await StripeWorld(database, seed: 9, confirmation: .fetch)
      try await world.saveOne(.pays)
      try await world.end()
      // Its owner, or Stripe, detached it.
      world.stripe.act { books, _ in books.forgetMethods() }
      for round in 0..<3 {
        #expect(try await world.money.chargeCards(limit: 10).failed == 1, "round \(round)")
        #expect(try await world.money.chargeCards(limit: 10).failed == 0)
        world.wait(.hours(48))
      }
      #expect(try await world.mails("paymentFailed") == 1)
      #expect(try await world.mails("paymentReminder") == 2)
    }
  }
}

extension StripeBooks {
  fileprivate var charges: Int { lines.filter { $0.category == "charge" }.count }
}

extension StripeWorld {
  /// A donor who is sent to the page that saves a card, however often Stripe has to be asked; its
  /// session.
  fileprivate func openSaving(_ number: Int) async throws -> String {
    let pledge = try await funding.place(
      funding.request(.euro(1_000), by: "donor\(number)@esempio.it", token: "save \(number)"))
    let request = SaveCard.Request(
      accessKey: pledge.keys.accessKey, wording: "Autorizzo un solo addebito.",
      returnURL: "https://raccolto.example/torna", language: .italian)
    var outcome = SaveCard.Outcome.providerSilent
    for _ in 0..<30 where outcome == .providerSilent {
      outcome = try await money.saveCard(request)
    }
    guard case .save(let page) = outcome else { throw Fault("not saved: \(outcome)") }
    return page.split(separator: "/").last.map(String.init) ?? ""
  }
  fileprivate func chargeAtEnd() async throws {
    let campaign = funding.campaign.id
    _ = try await database.write { tx in
      try tx.execute(
        """
        UPDATE campaign SET card_charging = 'atEnd', funding_rule = 'allOrNothing'
         WHERE id = \(campaign)
        """)
    }
  }
  fileprivate func saveOne(_ manner: StripeBooks.Method.Manner) async throws {
    try await chargeAtEnd()
    let page = try await openSaving(0)
    stripe.act { books, now in _ = books.saveCard(page, manner, at: now) }
    try await askAgain()
  }
  fileprivate func end() async throws {
    funding.clock.now = FundingWorld.closesAt
    _ = try await TurnCampaigns(
      database: database, clock: funding.clock.port, entropy: funding.entropy)()
  }
  fileprivate func mails(_ kind: String) async throws -> Int {
    try await counts("SELECT kind AS name, COUNT(*) AS n FROM mail_message GROUP BY kind")[kind]
      ?? 0
  }
  /// The line is mended; whatever was not heard is asked for.
  fileprivate func askAgain() async throws {
    stripe.make(trouble: 0)
    for _ in 0..<4 {
      wait(.minutes(10))
      _ = try await money.chargeCards(limit: 50)
      _ = try await money.pollPayments(limit: 500)
      try await drain()
    }
  }
  fileprivate func mandates() async throws -> [String: Int] {
    try await counts("SELECT status AS name, COUNT(*) AS n FROM card_mandate GROUP BY status")
  }
  fileprivate func failures() async throws -> [String: Int] {
    try await counts(
      """
      SELECT failure AS name, COUNT(*) AS n FROM payment WHERE status = 'failed' GROUP BY failure
      """)
  }
  private func counts(_ sql: SQL) async throws -> [String: Int] {
    try await database.read { tx in
      Dictionary(
        try tx.rows(sql) { (try $0("name", as: String.self), try $0("n", as: Int.self)) },
        uniquingKeysWith: +)
    }
  }
}

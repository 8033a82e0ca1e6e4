// The whole way of a card payment against localstripe, the stand-in for Stripe that others wrote: a
// pledge, its payment, the signed webhook, the ledger; a refund; a settlement.
import Domain
import Foundation
import Literals
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `A payment through localstripe` {
  private static let secret = "whsec_of_this_test"
  private static let elsewhere = """
    [{"pledge_id": "altrove-7", "provider": "stripe", "amount": 4000, "currency": "EUR",
      "donor_name": "Ada Neri", "donor_iban": ""},
     {"pledge_id": "altrove-8", "provider": "stripe", "amount": 900, "currency": "EUR",
      "donor_name": "Ugo Bruni", "donor_iban": ""}]
    """
  private static let seed: @Sendable (Database) async throws -> Void = { database in
    try await OpenCampaign.seed()(database)
    try await Staff.add("tea", .treasurer, to: database)
    try await Staff.add("ugo", .treasurer, to: database)
  }

  @Test(arguments: TestEngine.all)
  func `is booked, given back in part, and paid out to the bank`(on engine: TestEngine)
    async throws
  {
    try await LocalStripe.run { stripe in
      let settings = [
        "RACCOLTO_STRIPE_SECRET_KEY": LocalStripe.key,
        "RACCOLTO_STRIPE_WEBHOOK_SECRET": "whsec_next,\(Self.secret)",
        "RACCOLTO_STRIPE_API_BASE": stripe.base,
      ]
      try await RunningServer.run(on: engine, environment: settings, seed: Self.seed) { server in
        try await stripe.tell(server.base + "/webhooks/stripe", secret: Self.secret)
        let payment = try await Self.pledge(server)
        let paid = try await stripe.intent(2100, ["payment": payment.id.description])
        try await stripe.make("/v1/payment_intents/\(paid)/confirm")
        try await Self.until(server, exports: "\(paid),\(payment.pledge),2100,0,0,EUR")

        // Payments that another platform promised: one is paid, one card is refused.
        let file = server.folder.appending(path: "in-attesa.json")
        try Data(Self.elsewhere.utf8).write(to: file)
        for _ in 0..<2 {
          #expect(try server.raccolto(["import", "expected", file.path]).code == 0)
        }
        let imported = try await stripe.intent(4000, ["pledge_id": "altrove-7"])
        try await stripe.make("/v1/payment_intents/\(imported)/confirm")
        let refused = try await stripe.intent(
          900, card: "4000000000000341", ["pledge_id": "altrove-8"])
        await #expect(throws: OracleFailure.self) {
          try await stripe.make("/v1/payment_intents/\(refused)/confirm")
        }
        try await Self.until(server, exports: "\(imported),altrove-7,4000,0,0,EUR")
        try await Self.until(server, exports: "\(refused),altrove-8,0,0,0,EUR")

        try await Self.giveBack(.euro(5), of: payment, server)
        try await Self.until(server, exports: "\(paid),\(payment.pledge),2100,500,0,EUR")
        #expect(try await stripe.amounts("/v1/refunds?payment_intent=\(paid)") == [500])

        // 21 + 40 - 5, all of it on its way to the bank.
        try await stripe.make(
          "/v1/payouts", ["amount": "5600", "currency": "eur", "status": "paid"])
        try await Self.until(server, holds: .providerInTransit(.stripe), .euro(56))
        try await Self.until(server, holds: .provider(.stripe), .zero)
        let lines = try await stripe.amounts("/v1/balance_transactions?limit=100")
        #expect(lines.reduce(0, +) == 5600)
        #expect(try server.raccolto(["ledger", "verify"]).code == 0)
        let doctor = try server.raccolto(["doctor", "--json"])
        #expect(doctor.output.contains("Stripe answers to a test key"))
      }
    }
  }

  /// A pledge by card, until the donor would be on Stripe's page: localstripe has none.
  private static func pledge(_ server: RunningServer) async throws -> Payment {
    let donor = Donor(at: server, "giulia@example.org")
    try await donor.decide("21,00", by: "card")
    let told = try await donor.confirm()
    #expect(told.status == 303)
    let payment = try await data(of: server) { tx in
      try tx.first("SELECT id FROM payment") { try $0("id", as: Payment.ID.self) }
        .flatMap { try tx.payment($0) }
    }
    return try #require(payment)
  }

  /// One asks and another decides, as at the desk; then the job is due.
  private static func giveBack(
    _ amount: Money, of payment: Payment, _ server: RunningServer
  ) async throws {
    let entropy = Entropy { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
    let clock = WallClock { Instant(Date()) }
    try await Database.open(server.address, connections: 2).closing { database in
      var people: [Actor] = []
      for name in ["tea", "ugo"] {
        let email = try #require(EmailAddress("\(name)@example.org"))
        let person = try #require(try await database.read { try $0.person(at: email) })
        let grants = try await database.read { try $0.grants(of: person.id) }
        people.append(.person(person.id, grants: grants))
      }
      let ask = RequestRefund(database: database, clock: clock, entropy: entropy)
      let decide = DecideRefund(database: database, clock: clock, entropy: entropy)
      let parts = RefundAllocation(reward: .zero, gift: amount, shipping: .zero)
      let asked = try await ask(parts, of: payment.id, because: .askedByDonor, by: people[0])
      guard case .requested(let id) = asked else { throw Untold("not requested: \(asked)") }
      #expect(try await decide(.approve, on: id, by: people[1]) == .decided(.approved))
      let work = StoredTask.Work(queue: "money", kind: "submitRefunds", arguments: "{}")
      _ = try await database.write { tx in
        try tx.enqueue(NewTask(id: entropy.id(at: clock.now), work, at: clock.now))
      }
    }
  }

  private static func until(_ server: RunningServer, exports line: String) async throws {
    var told = ""
    try await until("\(line) is exported; it was \(told)") {
      told = try server.raccolto(["export", "payments", "--csv"]).output
      return told.components(separatedBy: "\r\n").contains(line)
    }
  }
  private static func until(
    _ server: RunningServer, holds account: Account, _ amount: Money
  ) async throws {
    try await until("\(account) holds \(amount)") {
      try await data(of: server) { try $0.balance(of: account) } == amount
    }
  }
  private static func until(
    _ what: @autoclosure () -> String, _ isSo: () async throws -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + .seconds(40)
    while try await !isSo() {
      guard ContinuousClock.now < deadline else { throw Untold("never: \(what())") }
      try await Task.sleep(for: .milliseconds(200))
    }
  }
  private static func data<T: Sendable>(
    of server: RunningServer, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await Database.open(server.address, connections: 2).closing { database in
      try await database.read(body)
    }
  }
}

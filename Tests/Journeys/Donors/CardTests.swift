// Paying by card at the sandbox provider, and its webhook arriving far too often.
import Foundation
import Literals
import Store
import Support
import Testing

@Suite(.serialized) struct `A card payment` {
  static let repeats = 50

  @Test(arguments: TestEngine.all)
  func `is booked once, however often its webhook comes`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let donor = Donor(at: server, "giulia@example.org")
      try await donor.decide("21,00", by: "card")
      let pledge = try await Self.pay(donor, choice: "pay")
      let webhook = try await Self.webhook(server)
      let visitor = server.visitor()
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<Self.repeats {
          group.addTask {
            try await visitor.send(
              "POST", "/webhooks/sandbox", headers: [webhook.signature], body: webhook.body
            ).status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.allSatisfy { (200..<300).contains($0) }, "\(statuses)")
      try await Self.waitUntilBooked(server)
      try await donor.browser.open(pledge)
      #expect(await donor.browser.page.main.contains("21,00"))
      #expect(try await Self.count(server, "SELECT COUNT(*) AS n FROM webhook_event") >= 1)
      #expect(try await Self.count(server, Self.entries) == 1)
      let verified = try server.raccolto(["ledger", "verify"])
      #expect(verified.code == 0, "\(verified.output)")
    }
  }

  @Test(arguments: TestEngine.all)
  func `that is declined books nothing`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let donor = Donor(at: server, "giulia@example.org")
      try await donor.decide("21,00", by: "card")
      _ = try await Self.pay(donor, choice: "decline")
      try await Task.sleep(for: .seconds(2))
      #expect(try await Self.count(server, Self.entries) == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is believed only with the right signature, and only fresh`(
    on engine: TestEngine
  ) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let visitor = server.visitor()
      let stale = "t=1000000000,v1=" + String(repeating: "ab", count: 32)
      for signature in ["", "nonsense", stale] {
        let reply = try await visitor.send(
          "POST", "/webhooks/sandbox", headers: ["\(Self.signatureHeader): \(signature)"],
          body: Array("{\"id\":\"evt_1\"}".utf8))
        #expect(reply.status == 400, "\(signature)")
      }
      #expect(try await visitor.send("POST", "/webhooks/nobody").status == 404)
      #expect(try await Self.count(server, "SELECT COUNT(*) AS n FROM webhook_event") == 0)
    }
  }

  static let entries: SQL = "SELECT COUNT(*) AS n FROM journal_entry"
  static let signatureHeader = "Raccolto-Signature"

  /// Confirms, chooses on the provider's page, comes back; answers the pledge's address.
  static func pay(_ donor: Donor, choice: String) async throws -> String {
    let toProvider = try await donor.confirm()
    let page = try #require(toProvider.location)
    #expect(page.contains("/sandbox/pay/"))
    let back = try #require(try await choose(choice, at: page, donor.browser).location)
    return try await donor.browser.open(back, following: true).location ?? back
  }

  /// What the provider answers to a choice on its own page.
  static func choose(_ choice: String, at page: String, _ browser: TestBrowser) async throws
    -> Reply
  {
    try await browser.open(page)
    guard let form = await browser.page.forms.first else { throw Untold("no form at \(page)") }
    let body = Form.encoded([("csrf", form["csrf"] ?? ""), ("choice", choice)])
    return try await browser.send(
      "POST", form.action, headers: ["Content-Type: application/x-www-form-urlencoded"],
      body: Array(body.utf8))
  }

  /// The first webhook that arrived, as it was sent.
  private static func webhook(
    _ server: RunningServer
  ) async throws -> (signature: String, body: [UInt8]) {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      let found = try await Database.open(server.address, connections: 2).closing { database in
        try await database.read { tx in
          try tx.first("SELECT signature, body FROM webhook_event") {
            (try $0("signature", as: String.self), try $0("body", as: [UInt8].self))
          }
        }
      }
      if let (signature, body) = found { return ("\(signatureHeader): \(signature)", body) }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Untold("no webhook arrived: \(server.log.suffix(2000))")
  }

  static func waitUntilBooked(_ server: RunningServer) async throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < deadline {
      let waiting: SQL = "SELECT COUNT(*) AS n FROM webhook_event WHERE status = 'received'"
      if try await count(server, entries) > 0, try await count(server, waiting) == 0 { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Untold("never booked: \(server.log.suffix(2000))")
  }

  static func count(_ server: RunningServer, _ sql: SQL) async throws -> Int {
    try await Database.open(server.address, connections: 2).closing { database in
      try await database.read { tx in try tx.first(sql) { try $0("n", as: Int.self) } ?? 0 }
    }
  }
}

// Fifty different events of one payment, each sent twice, shuffled and all at once, over HTTP.
// Goal: one journal entry for the one fact. Method: the sandbox loses all its own webhooks; the
// test signs events itself, with Apple's crypto rather than with the product's signer.
import Crypto
import Foundation
import Literals
import Store
import Support
import Testing

@Suite(.serialized) struct `A storm of webhooks` {
  static let events = 50
  static let copies = 2
  private static let secret = "storm-secret"

  @Test(arguments: TestEngine.all)
  func `about one payment books it once`(on engine: TestEngine) async throws {
    let environment = [
      "RACCOLTO_SANDBOX_MOOD": "0,100,0", "RACCOLTO_SANDBOX_WEBHOOK_SECRET": Self.secret,
    ]
    try await RunningServer.run(on: engine, environment: environment, seed: OpenCampaign.seed()) {
      server in
      let donor = Donor(at: server, "giulia@example.org")
      try await donor.decide("21,00", by: "card")
      let toProvider = try #require(try await donor.confirm().location)
      let object = try #require(toProvider.split(separator: "/").last.map(String.init))
      let paid = try await `A card payment`.choose("pay", at: toProvider, donor.browser)
      #expect(paid.status == 303)

      let visitor = server.visitor()
      let bodies = (0..<Self.events).map { Self.body($0, about: object) }
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for body in (0..<Self.copies).flatMap({ _ in bodies }).shuffled() {
          group.addTask {
            try await visitor.send(
              "POST", "/webhooks/sandbox", headers: [Self.signature(of: body)], body: body
            ).status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.count == Self.events * Self.copies)
      #expect(statuses.allSatisfy { $0 == 200 }, "\(statuses)")
      try await `A card payment`.waitUntilBooked(server)

      let kept = try await Self.count(server, "SELECT COUNT(*) AS n FROM webhook_event")
      let entries = try await Self.count(server, `A card payment`.entries)
      let successes = try await Self.count(
        server,
        """
        SELECT COUNT(*) AS n FROM payment_event
         WHERE to_status = 'succeeded' AND (from_status IS NULL OR from_status <> 'succeeded')
        """)
      let confirmations = try await Self.count(
        server, "SELECT COUNT(*) AS n FROM pledge WHERE status = 'confirmed'")
      let applied = try await Self.count(
        server, "SELECT COUNT(*) AS n FROM webhook_event WHERE status = 'applied'")
      #expect(kept == Self.events, "each event is kept once")
      #expect(entries == 1, "one fact, one entry")
      #expect(successes == 1 && confirmations == 1)
      #expect(applied <= 1, "at most one of them brought the news")
      let verified = try server.raccolto(["ledger", "verify"])
      #expect(verified.code == 0, "\(verified.output)")
    }
  }

  /// An event of any kind: the state is looked up, so what it says does not matter.
  private static func body(_ number: Int, about object: String) -> [UInt8] {
    let types = ["processing", "succeeded", "declined", "challenge", "expired"]
    let type = types[number % types.count]
    let data = #"{"object":{"id":"\#(object)"}}"#
    return Array(
      #"{"id":"evt_storm_\#(number)","type":"payment.\#(type)","data":\#(data)}"#.utf8)
  }

  private static func signature(of body: [UInt8]) -> String {
    let seconds = Int(Date().timeIntervalSince1970)
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("\(seconds).".utf8) + Data(body), using: SymmetricKey(data: Data(secret.utf8)))
    let digits = code.map { String(format: "%02x", $0) }.joined()
    return "\(`A card payment`.signatureHeader): t=\(seconds),v1=\(digits)"
  }

  private static func count(_ server: RunningServer, _ sql: SQL) async throws -> Int {
    try await `A card payment`.count(server, sql)
  }
}

// Webhooks that somebody may send who is not the provider, or that were damaged on the way: each
// is refused with its own reason, and leaves every table as it was.
import Crypto
import Foundation
import Support
import Testing

@Suite(.serialized) struct `A bad webhook` {
  private static let header = "Raccolto-Signature"
  private static let secret = "a secret of this test"
  private static let path = "/webhooks/sandbox"

  /// `t=…,v1=…` as the provider signs, so many seconds from now.
  private static func sign(
    _ body: [UInt8], with secret: String = secret, ago seconds: Int = 0
  ) -> String {
    let time = Int(Date().timeIntervalSince1970) - seconds
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("\(time).".utf8) + body, using: SymmetricKey(data: Array(secret.utf8)))
    return "\(header): t=\(time),v1=" + code.map { String(format: "%02x", $0) }.joined()
  }

  private static let whole = Array(
    #"{"id":"evt_1","type":"payment.succeeded","data":{"object":{"id":"sbp_1"}}}"#.utf8)

  @Test(arguments: TestEngine.all)
  func `is refused with its reason and changes nothing`(on engine: TestEngine) async throws {
    let settings = ["RACCOLTO_SANDBOX_WEBHOOK_SECRET": Self.secret]
    try await RunningServer.run(on: engine, environment: settings, seed: OpenCampaign.seed()) {
      server in
      let before = try await server.contents()
      let half = Array(Self.whole.prefix(Self.whole.count / 2))
      let other = Array(
        String(decoding: Self.whole, as: UTF8.self)
          .replacing("evt_1", with: "evt_2").utf8)
      let table: [(headers: [String], body: [UInt8], says: String)] = [
        ([], Self.whole, "signature-missing"),
        (["\(Self.header): nonsense"], Self.whole, "signature-malformed"),
        ([Self.sign(Self.whole, with: "another secret")], Self.whole, "signature-wrong"),
        ([Self.sign(Self.whole)], other, "signature-wrong"),
        ([Self.sign(Self.whole, ago: 3_600)], Self.whole, "stale"),
        ([Self.sign(Self.whole, ago: -3_600)], Self.whole, "stale"),
        ([Self.sign(half)], half, "body-unreadable"),
        ([Self.sign([])], [], "body-unreadable"),
        ([Self.sign([0xFF, 0xFE])], [0xFF, 0xFE], "body-unreadable"),
      ]
      let visitor = server.visitor()
      for (headers, body, says) in table {
        let reply = try await visitor.send("POST", Self.path, headers: headers, body: body)
        #expect(reply.status == 400, "\(says)")
        #expect(reply.text.contains("/problems/webhook-\(says)"), "\(says): \(reply.text)")
      }
      let huge = [UInt8](repeating: 32, count: 5_000_000)
      let large = try await visitor.send(
        "POST", Self.path, headers: [Self.sign(huge)], body: huge)
      #expect(large.status == 413)
      #expect(try await visitor.send("POST", "/webhooks/nobody", body: Self.whole).status == 404)
      #expect(try await visitor.send("GET", Self.path).status == 405)
      #expect(try await server.contents().changes(since: before) == [])

      let right = try await visitor.send(
        "POST", Self.path, headers: [Self.sign(Self.whole)], body: Self.whole)
      #expect(right.status == 200, "the same body with its own signature is taken")
      #expect(
        try await server.contents().changes(since: before).contains("webhook_event"))
    }
  }
}

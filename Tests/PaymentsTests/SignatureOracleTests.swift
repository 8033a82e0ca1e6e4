// Our signatures and those of others: what we sign, Stripe's library believes; what Python's hmac
// signs, we believe; what is old or of another secret, neither.
import Domain
import Foundation
import Payments
import Services
import Support
import Testing

@Suite struct `A webhook's signature, as others make and read it,` {
  private static let seconds: Int64 = 1_763_700_000
  private let now = Instant(milliseconds: seconds * 1000)
  private let bodies = [
    "{}", #"{"id":"evt_1"}"#, "perché 🌾\n\u{0}", String(repeating: "x", count: 70_000), "",
  ]

  private struct Case: Codable {
    let body: String
    let header: String
    let secret: String
    let now: Int64
  }
  private func verdicts(_ cases: [Case]) throws -> [String] {
    try JSONDecoder().decode(
      [String].self,
      from: try Oracle.answer(
        of: "webhook_signature.py", to: try JSONEncoder().encode(cases)))
  }

  @Test func `is believed by Stripe's library when it is ours`() throws {
    let cases = bodies.map { body in
      let signature = WebhookSignature(secrets: ["whsec_ä", "previous"])
      return Case(
        body: body, header: signature.sign(Array(body.utf8), at: now), secret: "whsec_ä",
        now: Self.seconds)
    }
    #expect(try verdicts(cases) == cases.map { _ in "right" })
  }

  @Test func `is refused by Stripe's library and by us for the same reasons`() throws {
    let body = #"{"id":"evt_1"}"#
    let sign = WebhookSignature(secrets: ["new"])
    func header(_ at: Int64) -> String {
      sign.sign(Array(body.utf8), at: Instant(milliseconds: at * 1000))
    }
    // Each with our refusal; the library reads the same header, secret and clock.
    let table: [(header: String, body: String, secret: String, ours: WebhookRefusal?)] = [
      (header(Self.seconds), body, "new", nil),
      (header(Self.seconds - 300), body, "new", nil),
      (header(Self.seconds - 301), body, "new", .stale),
      (header(Self.seconds), body + " ", "new", .signatureWrong),
      (header(Self.seconds), body, "other", .signatureWrong),
      (header(Self.seconds).replacing("v1=", with: "v0="), body, "new", .signatureMalformed),
      ("t=\(Self.seconds)", body, "new", .signatureMalformed),
      ("nonsense", body, "new", .signatureMalformed),
    ]
    let theirs = try verdicts(
      table.map { Case(body: $0.body, header: $0.header, secret: $0.secret, now: Self.seconds) })
    for (line, verdict) in zip(table, theirs) {
      let ours = refusal(of: line.header, line.body, secrets: [line.secret])
      #expect(ours == line.ours, "\(line.header)")
      #expect((verdict == "right") == (line.ours == nil), "\(line.header): \(verdict)")
    }
  }

  @Test func `is believed by us when Python's hmac made it with any secret in force`() throws {
    struct Order: Encodable {
      let body: String
      let secret: String
      let seconds: Int64
    }
    let secrets = ["whsec_1", "whsec_2", "città"]
    let orders = bodies.flatMap { body in
      secrets.map { Order(body: body, secret: $0, seconds: Self.seconds - 120) }
    }
    let headers = try JSONDecoder().decode(
      [String].self,
      from: try Oracle.answer(of: "webhook_sign.py", to: try JSONEncoder().encode(orders)))
    #expect(headers.count == orders.count)
    for (order, header) in zip(orders, headers) {
      #expect(refusal(of: header, order.body, secrets: secrets) == nil)
      // Once a secret is taken out of rotation, what it signed is refused.
      let rest = secrets.filter { $0 != order.secret }
      #expect(refusal(of: header, order.body, secrets: rest) == .signatureWrong)
    }
  }

  @Test func `of a sender that signs with both secrets while they change is right for either`() {
    let body = Array("{}".utf8)
    let old = WebhookSignature(secrets: ["old"]).sign(body, at: now)
    let new = WebhookSignature(secrets: ["new"]).sign(body, at: now)
    let both = "\(new),\(old.split(separator: ",")[1])"
    for secrets in [["old"], ["new"], ["new", "old"]] {
      #expect(refusal(of: both, "{}", secrets: secrets) == nil, "\(secrets)")
    }
    #expect(refusal(of: both, "{}", secrets: ["third"]) == .signatureWrong)
    #expect(refusal(of: both, "{}", secrets: []) == .signatureWrong, "no secret, no belief")
  }

  private func refusal(of header: String, _ body: String, secrets: [String]) -> WebhookRefusal? {
    do throws(WebhookRefusal) {
      try WebhookSignature(secrets: secrets).verify(
        RawWebhook(signature: header, body: Array(body.utf8)), at: now)
      return nil
    } catch { return error }
  }
}

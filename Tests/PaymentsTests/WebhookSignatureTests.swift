// A webhook is believed only when its bytes, its time and one of our secrets fit together.
import Crypto
import Domain
import Foundation
import Payments
import Services
import Testing

@Suite struct `A webhook's signature` {
  private let now = Instant(milliseconds: 1_763_700_000_000)
  private let body = Array(#"{"id":"evt_1"}"#.utf8)
  private let signature = WebhookSignature(secrets: ["new", "old"])

  private func refusal(_ header: String?, _ body: [UInt8]? = nil) -> WebhookRefusal? {
    do throws(WebhookRefusal) {
      try signature.verify(RawWebhook(signature: header, body: body ?? self.body), at: now)
      return nil
    } catch { return error }
  }
  private func signed(_ secret: String, at instant: Instant? = nil) -> String {
    WebhookSignature(secrets: [secret]).sign(body, at: instant ?? now)
  }

  @Test func `is right when it is ours`() { #expect(refusal(signed("new")) == nil) }
  @Test func `is right with the previous secret while secrets change`() {
    #expect(refusal(signed("old")) == nil)
  }
  @Test func `is right when one of several is, wherever it stands`() {
    let good = signed("new")
    let code = good.split(separator: "=").last.map(String.init) ?? ""
    let time = good.split(separator: ",")[0]
    let other = String(repeating: "0", count: 64)
    #expect(refusal("\(time),v1=\(other),v1=\(code)") == nil)
    #expect(refusal("\(time),v1=\(code),v1=\(other)") == nil)
    #expect(refusal("\(time),v1=\(code),v0=\(other)") == nil)
    #expect(refusal("\(time),v0=\(code)") == .signatureMalformed)
  }
  @Test func `is the HMAC of time, point and body with the secret as text`() {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("1763700000.".utf8) + Data(body), using: SymmetricKey(data: Data("new".utf8)))
    let digits = code.map { String(format: "%02x", $0) }.joined()
    #expect(signed("new") == "t=1763700000,v1=\(digits)")
  }
  @Test func `is wrong for another secret, another body and another time`() {
    #expect(refusal(signed("stranger")) == .signatureWrong)
    #expect(refusal(signed("new"), Array(#"{"id":"evt_2"}"#.utf8)) == .signatureWrong)
    let moved = signed("new").replacing("t=1763700000", with: "t=1763700001")
    #expect(refusal(moved) == .signatureWrong)
  }
  @Test func `is stale after five minutes and from further than that ahead`() {
    #expect(refusal(signed("new", at: now - .seconds(300))) == nil)
    #expect(refusal(signed("new", at: now - .seconds(301))) == .stale)
    #expect(refusal(signed("new", at: now + .seconds(300))) == nil)
    #expect(refusal(signed("new", at: now + .seconds(301))) == .stale)
  }
  @Test(arguments: [
    "", "t=1", "v1=00", "t=x,v1=00", "nonsense", "t=1763700000,v1=zz", "t=-1,v1=00",
    "t=1,t=2,v1=" + String(repeating: "0", count: 64),
  ])
  func `is no signature when malformed`(header: String) {
    let found = refusal(header)
    #expect(found == (header.isEmpty ? .signatureMissing : .signatureMalformed))
  }
  @Test func `is missing without the header`() {
    #expect(refusal(nil) == .signatureMissing)
  }
}

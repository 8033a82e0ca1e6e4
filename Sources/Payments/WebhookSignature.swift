// The signature that Stripe made common: a time and HMAC-SHA256 over `time.body`, in one header.
import Crypto
package import Domain
import FoundationEssentials
package import Services

/// Signs webhooks and checks them, over the exact bytes.
package struct WebhookSignature: Sendable {
  /// Current and previous: any one that matches is enough, so that a secret can be replaced.
  let secrets: [String]

  package init(secrets: [String]) { self.secrets = secrets }

  /// How old a webhook may be.
  package static let tolerance = Instant.Span.seconds(300)
  /// More than these in one header is no signature.
  static let candidatesMax = 10

  /// `t=…,v1=…` with the first secret.
  package func sign(_ body: [UInt8], at now: Instant) -> String {
    let seconds = now.milliseconds / 1000
    guard let secret = secrets.first else { return "t=\(seconds)" }
    let code = HMAC<SHA256>.authenticationCode(
      for: Self.signed(seconds, body), using: SymmetricKey(data: Array(secret.utf8)))
    return "t=\(seconds),v1=\(code.reduce(into: "") { $0 += hexadecimal($1) })"
  }

  /// Throws unless one `v1` is right and its time is within the tolerance. Other schemes are
  /// ignored, so that a weaker one can never stand in.
  package func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal) {
    guard let header = webhook.signature, !header.isEmpty else { throw .signatureMissing }
    let (seconds, codes) = try Self.parse(header)
    let message = Self.signed(seconds, webhook.body)
    // Every secret and candidate is compared, in constant time each: nothing is learnt by timing.
    var isRight = false
    for secret in secrets {
      let key = SymmetricKey(data: Array(secret.utf8))
      for code in codes
      where HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: key) {
        isRight = true
      }
    }
    guard isRight else { throw .signatureWrong }
    let age = now.milliseconds / 1000 - seconds
    guard abs(age) <= Self.tolerance.milliseconds / 1000 else { throw .stale }
  }

  private static func signed(_ seconds: Int64, _ body: [UInt8]) -> [UInt8] {
    Array("\(seconds).".utf8) + body
  }

  private static func parse(
    _ header: String
  ) throws(WebhookRefusal) -> (seconds: Int64, codes: [[UInt8]]) {
    guard header.utf8.count <= 2000 else { throw .signatureMalformed }
    var seconds: Int64?
    var codes: [[UInt8]] = []
    for part in header.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { throw .signatureMalformed }
      switch pair[0].filter({ $0 != " " }) {
      case "t":
        guard seconds == nil, let time = Int64(pair[1]), (0...99_999_999_999).contains(time) else {
          throw .signatureMalformed
        }
        seconds = time
      case "v1": if let code = bytes(hexadecimal: pair[1]) { codes.append(code) }
      case _: continue
      }
    }
    guard let seconds, !codes.isEmpty, codes.count <= candidatesMax else {
      throw .signatureMalformed
    }
    return (seconds, codes)
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16)
}

/// 32 bytes of 64 digits; nil for anything else.
private func bytes(hexadecimal text: Substring) -> [UInt8]? { Domain.Digest(String(text))?.bytes }

// One-time codes from a shared secret and the time (RFC 6238 over RFC 4226, HMAC-SHA1).
import Crypto
package import Domain

/// The codes of one secret.
package struct TimeCode: Sendable {
  private let secret: [UInt8]

  package init(secret: [UInt8]) { self.secret = secret }

  /// The code of a time step, with its leading zeros.
  package func code(at step: Int64) -> String {
    // SHA-1 is what every authenticator speaks; as an HMAC it is not known to be weak.
    let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
    let mac = Array(
      HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
    let offset = Int(mac[mac.count - 1] & 0x0F)
    let word = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let digits = String(word % 1_000_000)
    return String(repeating: "0", count: FactorRules.digits - digits.count) + digits
  }

  /// The step of a code that is right now, and whose step is after the last one taken; nil for any
  /// other. All steps are compared, each in the same time.
  package func step(of typed: String, at now: Instant, after last: Int64) -> Int64? {
    let code = typed.filter { $0 != " " }
    let present = FactorRules.step(at: now)
    var found: Int64?
    for step in present - FactorRules.stepsOff...present + FactorRules.stepsOff
    where Self.isSame(code, self.code(at: step)) && step > last {
      found = step
    }
    return found
  }

  /// The secret as authenticators take it: base 32 without padding.
  package var text: String { Base32.text(of: secret).uppercased() }

  /// What the QR code says (Google's key URI format).
  package func address(of label: String) -> String {
    let account = label.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _: text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return "otpauth://totp/Raccolto:\(account)?secret=\(text)&issuer=Raccolto"
      + "&algorithm=SHA1&digits=\(FactorRules.digits)&period=\(FactorRules.stepSeconds)"
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

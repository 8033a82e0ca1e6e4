// Small values that visit the browser and come back: readable, but not changeable.
import Domain
import Foundation
import Services

/// A value with its signature, in the alphabet of cookies.
enum Sealed {
  /// `VALUE.SIGNATURE`, the value in base64url.
  static func seal(_ value: String, _ key: SigningKey, _ purpose: SigningKey.Purpose) -> String {
    let body = Data(value.utf8).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    return "\(body).\(key.sign(body, for: purpose))"
  }
  /// The value, or nil if anything about it was changed.
  static func open(_ text: String, _ key: SigningKey, _ purpose: SigningKey.Purpose) -> String? {
    let halves = text.split(separator: ".")
    guard halves.count == 2, let signature = Digest(String(halves[1])),
      key.isValid(signature, of: String(halves[0]), for: purpose)
    else { return nil }
    let standard = halves[0].replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
    return Data(base64Encoded: standard + padding).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Flash {
  func sealed(_ key: SigningKey) -> String {
    Sealed.seal("\(kind.rawValue) \(text.prefix(300))", key, .flash)
  }
  init?(sealed: String, _ key: SigningKey) {
    guard let value = Sealed.open(sealed, key, .flash) else { return nil }
    let halves = value.split(separator: " ", maxSplits: 1)
    guard halves.count == 2, let kind = Kind(rawValue: String(halves[0])) else { return nil }
    self.init(kind: kind, text: String(halves[1]))
  }
}

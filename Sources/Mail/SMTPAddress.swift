// Where mail is handed in: `smtp://user:password@host:port` or `smtps://…`.
import Domain

/// A mail server, its kind of encryption and, if it asks for one, a sign-in.
package struct SMTPAddress: Hashable, Sendable {
  /// Scheme, host and port, without the sign-in.
  let url: String
  let user: String?
  let password: String?
  /// `smtps`: encrypted from the first byte.
  let isImplicitTLS: Bool
  /// A server on this machine may be spoken to in the clear.
  let isLocal: Bool

  /// Nil for another scheme, without a host, with a path, or with broken `%` signs in the sign-in.
  package init?(_ text: String) {
    guard let scheme = ["smtp://", "smtps://"].first(where: text.hasPrefix) else { return nil }
    var rest = text.dropFirst(scheme.count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    var signIn: Substring?
    if let at = rest.lastIndex(of: "@") {
      signIn = rest[..<at]
      rest = rest[rest.index(after: at)...]
    }
    let allowed = rest.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122: true
      case _: "-.:[]".utf8.contains(byte)
      }
    }
    guard !rest.isEmpty, rest.first != ":", allowed else { return nil }
    url = scheme + rest
    isImplicitTLS = scheme == "smtps://"
    let host = rest.hasPrefix("[") ? rest.prefix { $0 != "]" } + "]" : rest.prefix { $0 != ":" }
    isLocal = ["localhost", "127.0.0.1", "[::1]"].contains(String(host))
    guard let signIn else {
      (user, password) = (nil, nil)
      return
    }
    let parts = signIn.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let user = Self.decoded(parts[0]), !user.isEmpty,
      let password = Self.decoded(parts.count == 2 ? parts[1] : "")
    else { return nil }
    self.user = user
    self.password = password
  }

  /// Undoes `%40` and the like.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value >= 32
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

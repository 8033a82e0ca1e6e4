// Header fields that every response carries, whatever made it: pages, files, errors.
import HTTPTypes

struct SecurityHeaders: Sendable {
  private let fields: [HTTPField]

  /// Only what the site itself serves is loaded; nothing inline; nobody may frame it.
  static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    + "script-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
    + "form-action 'self'; frame-ancestors 'none'"

  /// The same, for a page whose form goes to another site: its origin is added, nothing else.
  static func policy(formsTo url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3,
      parts[2].utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 59 && $0 != 44 })
    else { return policy }
    return policy.replacing(
      "form-action 'self'", with: "form-action 'self' \(parts[0])//\(parts[2])")
  }

  init(isSecure: Bool) {
    var all: [(String, String)] = [
      ("Content-Security-Policy", Self.policy),
      ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    if isSecure { all.append(("Strict-Transport-Security", "max-age=31536000")) }
    fields = all.compactMap { name, value in
      HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
    }
  }

  func add(to headers: inout HTTPFields) {
    for field in fields where headers[field.name] == nil { headers.append(field) }
  }
}

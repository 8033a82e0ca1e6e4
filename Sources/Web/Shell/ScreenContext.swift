// Everything a screen may know about the request it answers.
package import Domain
import Hummingbird
import Services

/// One request, as handlers see it: who asks, in which language, when; never a raw cookie.
package struct ScreenContext: Sendable {
  package let language: Language
  /// Who is signed in, if anyone.
  package private(set) var signedIn: SignedIn?
  /// The instant the request arrived: one request has one time.
  package let now: Instant
  /// Joins log lines, audit records and what people quote when they write to us.
  package let requestID: String
  /// The address the request came from.
  package let peer: String
  package let theme: Theme
  /// Shown once, then forgotten.
  package let flash: Flash?
  package let settings: SiteSettings

  let entropy: Entropy
  let key: SigningKey
  let visitor: Visitor
  /// The mark of a sign-in by SPID or CIE that this browser began.
  let loginMark: String?
  /// The mark of a minor's sign-in, which may end a day later.
  let minorMark: String?
  /// The secret of a sign-in that waits for its second factor in this browser.
  let waitingToken: String?
  let request: Request

  /// Whoever acts, for permission.
  package var actor: Actor { signedIn?.actor ?? .visitor }
  /// The path of the request, without its query.
  package var path: String { request.uri.path }
  /// The address that was asked for, with its query.
  var address: String { request.uri.string }
  /// A query parameter, decoded; nil if missing or malformed. At most 1000 bytes.
  package func query(_ name: String) -> String? {
    guard let query = request.uri.query, query.utf8.count <= 8000 else { return nil }
    let fields = try? FormBody.urlEncoded(Array(query.utf8), limit: .query)
    return fields?[name].flatMap { $0.utf8.count <= 1000 ? $0 : nil }
  }
  /// The query exactly as it was sent: what another site signed.
  var rawQuery: String? { request.uri.query }
  /// A header field of the request, for webhooks' signatures and idempotency keys.
  package func header(_ name: String) -> String? {
    request.headers.first { $0.name.canonicalName == name.lowercased() }?.value
  }
  /// What this browser runs on, in two words.
  var device: Device { header("user-agent").map(Device.init(userAgent:)) ?? .unknown }
  /// What a sign-in knows of this browser.
  var arrival: Arrival {
    var arrival = Arrival(replacing: signedIn, on: device, requestID: requestID)
    arrival.browser = browser
    return arrival
  }
  /// What a one-time link is bound to: this browser's session, or its mark as a visitor.
  var browser: Digest { Digest(of: browserSeed) }
  private var browserSeed: String {
    signedIn.map { "session \($0.formSecret)" } ?? "visitor \(visitor.mark)"
  }
  /// The same request of someone who has just shown their second factor.
  func proved(at instant: Instant) -> ScreenContext {
    var copy = self
    copy.signedIn?.provedAt = instant
    return copy
  }
  /// A link that works from outside: in mail, in QR codes, at a provider.
  package func absolute(_ route: Route, in other: Language? = nil) -> String {
    settings.publicURL + route[other ?? language].path
  }
  /// A new random key of 128 bits: the form that carries it can be sent twice and counts once.
  package func newFormToken() -> String { entropy.token() }
  /// What proves that a form was opened by the visitor who sends it.
  var csrfToken: String {
    key.sign(browserSeed, for: .form).description
  }
}

/// The mark of a browser that is not signed in; forms are bound to it.
struct Visitor: Hashable, Sendable {
  let mark: String
  /// Whether the browser has it already; otherwise it goes out with this answer.
  let isKnown: Bool
}

/// Light, dark, or as the device says.
package enum Theme: String, CaseIterable, Sendable {
  case auto, light, dark
}

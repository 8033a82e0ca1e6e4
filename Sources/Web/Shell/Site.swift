// What the whole site is given at start: its settings, its ports, and who answers for sessions.
import Domain
package import Logging
package import Services

/// The settings that pages and guards need.
package struct SiteSettings: Sendable {
  package enum Mode: String, Sendable { case demo, test, production }

  package var mode: Mode
  /// The address people type, without a slash at the end.
  package var publicURL: String
  /// Who is answerable, as the footer shows it: an e-mail address.
  package var contact: String
  /// Addresses of our own proxies, whose X-Forwarded-For is believed; nobody else's is.
  package var proxies: Set<String>
  /// Opens /metrics. Without it they are read from this machine only, and in production, where a
  /// proxy on this machine lets the whole world come from there, by nobody.
  package var metricsToken: String?

  package init(
    mode: Mode, publicURL: String, contact: String, proxies: Set<String> = [],
    metricsToken: String? = nil
  ) {
    self.mode = mode
    self.publicURL = publicURL
    self.contact = contact
    self.proxies = proxies
    self.metricsToken = metricsToken
  }

  var isSecure: Bool { publicURL.hasPrefix("https://") }
  /// Where no money is real: a banner says so on every page.
  package var isDemonstration: Bool { mode != .production }
}

/// The ports of the shell itself; each area's screens bring their own use cases.
package struct SitePorts: Sendable {
  let clock: WallClock
  let entropy: Entropy
  let key: SigningKey
  let logger: Logger
  /// Who a session cookie belongs to; nil when it is unknown, ended or expired. The site sets it.
  var session: @Sendable (_ token: String) async throws -> SignedIn? = { _ in nil }

  /// Judges second factors; the site sets it.
  var prove: ProveFactor?
  /// Judges passkeys; the site sets it, where there are any.
  var passkeys: UsePasskey?

  /// Whether this process can serve; the wiring sets it.
  package var readiness: @Sendable () async -> CheckReadiness.Outcome = { .ready }

  /// The process's metrics as text; the wiring sets it.
  package var metrics: @Sendable () -> String = { "" }

  package init(clock: WallClock, entropy: Entropy, key: SigningKey, logger: Logger) {
    self.clock = clock
    self.entropy = entropy
    self.key = key
    self.logger = logger
  }
}

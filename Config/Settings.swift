// Every setting with its type, read once at start; what each means is in Config/README.md.
package import Domain

/// The effective settings of one process.
package struct Settings: Sendable {
  /// How seriously this installation takes itself.
  package enum Mode: String, Sendable, CaseIterable {
    /// Fictional people, sandbox provider, a mailbox page; no real money.
    case demo
    /// As demo, with limits on sign-in lifted for conformance tools.
    case test
    /// Real money: no sandbox provider, no mailbox page, mail must be configured.
    case production
  }

  package var mode: Mode
  /// The port on 127.0.0.1 (or `host`) that serves.
  package var port: Int
  package var host: String
  /// The address people type, without a slash at the end; links in mail start with it.
  package var publicURL: String
  /// The addresses of our own proxies: from them, and only from them, X-Forwarded-For is believed.
  package var proxies: [String]
  /// Opens /metrics; without it only this machine reads them, and in production nobody.
  package var metricsToken: Secret?
  /// The folder of this installation's data.
  package var data: String
  /// `sqlite:PATH` or `postgres://…`.
  package var database: String
  /// Connections to PostgreSQL.
  package var databaseConnections: Int
  /// `smtp://…`; nil only outside production.
  package var smtp: Secret?
  package var mailFrom: String
  /// Signs the sandbox provider's webhooks; several during rotation.
  package var sandboxSecrets: [Secret]
  /// How the sandbox treats its webhooks until somebody chooses otherwise on its own page.
  package var sandboxMood: SandboxMood
  /// Stripe; nil where none of its settings is given.
  package var stripe: Stripe?
  /// Keys everything this installation signs itself: anonymous form tokens, flash messages.
  package var signingKey: Secret
  /// The bank account that receives transfers.
  package var bank: Bank
  /// What new campaigns leave on the way.
  package var fees: FeeRule
  /// Who is answerable, as the footer and mails show it.
  package var contact: String
  /// From which level on the log is written.
  package var log: LogLevel

  /// As the log's lines name them, the most talkative first.
  package enum LogLevel: String, Sendable, CaseIterable {
    case trace, debug, info, notice, warning, error, critical
  }
  package var spid: SpidSettings

  /// The account at Stripe.
  package struct Stripe: Sendable, Hashable {
    /// How an event is believed.
    package enum Confirm: String, Sendable, CaseIterable {
      /// The object is fetched before anything is booked.
      case fetch
      /// The signed event suffices.
      case signed
    }

    /// Nil where signed events are booked and Stripe is never asked.
    package var secretKey: Secret?
    /// Current and previous, while one is replaced.
    package var webhookSecrets: [Secret]
    /// Without a slash at the end.
    package var base: String
    package var confirm: Confirm
    /// Whether real money moves.
    package var isLive: Bool
  }

  /// The account that donors transfer to.
  package struct Bank: Sendable, Hashable {
    package var iban: String
    package var holder: String
    package var bic: String
  }
}

/// A value that never shows itself in logs or descriptions.
package struct Secret: Sendable, Hashable, CustomStringConvertible {
  /// The secret text.
  package let revealed: String
  package init(_ text: String) { revealed = text }
  package var description: String { "(secret)" }
}

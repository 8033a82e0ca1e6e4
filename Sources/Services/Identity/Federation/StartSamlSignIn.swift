// Sends someone to their identity provider, and remembers what was asked and of which browser.
package import Domain
import Store

/// Starts a sign-in by SPID or CIE.
package struct StartSamlSignIn: Sendable {
  /// Longer nobody takes at a provider.
  package static let validFor = Instant.Span.minutes(30)
  /// A minor's answer waits for a parent's consent: up to a day.
  package static let validForMinors = Instant.Span.hours(24)

  private let federation: FederationParts

  init(_ federation: FederationParts) { self.federation = federation }

  package struct Request: Sendable {
    /// The provider's entity id.
    package let provider: String
    package var level = IdentityLevel.two
    package var binding: SamlBinding?
    package var isMinor = false
    /// To come in, or to show who one is from inside the session that is open. Binding an identity
    /// asks for more: see `LinkIdentity`.
    package var purpose = SamlPurpose.signIn
    /// The session that this browser has: the provider's answer comes from another site, without
    /// the session's cookie.
    package var previousSession: Digest?
    /// Where to go afterwards: a path of this site.
    package let nextPath: String
    /// The mark of a login that this browser has begun already; nil for none.
    package let browserMark: String?

    package init(provider: String, nextPath: String, browserMark: String?) {
      self.provider = provider
      self.nextPath = nextPath
      self.browserMark = browserMark
    }
  }
  package enum Outcome: Sendable {
    /// Where to go, with the mark that ties the answer to this browser and how long it is good.
    case ask(OutgoingSaml, browserMark: String, seconds: Int)
    case noSuchProvider
  }

  package func callAsFunction(_ asked: Request) async throws -> Outcome {
    let (now, entropy) = (federation.clock.now, federation.entropy)
    guard let provider = try await federation.book.provider(asked.provider) else {
      return .noSuchProvider
    }
    let request = SamlRequest(
      id: Self.id(entropy), provider: provider.entityID, scheme: provider.scheme,
      level: asked.level, issuedAt: Instant(milliseconds: now.milliseconds / 1000 * 1000))
    guard
      let message = try federation.gateway.ask(
        request, of: provider, binding: asked.binding, relayState: entropy.token())
    else { return .noSuchProvider }
    let mark = asked.browserMark ?? entropy.token(bytes: 32)
    let span = asked.isMinor ? Self.validForMinors : Self.validFor
    var row = SamlRequestRow(
      request, browserHash: Digest(of: mark), nextPath: asked.nextPath,
      sealed: try federation.vault.seal(
        message.xml, for: .samlExchange, of: request.id, entropy),
      expiresAt: now + span)
    row.previousSession = asked.previousSession
    row.purpose = asked.purpose
    try await federation.database.write { [row] tx in try tx.insert(row) }
    return .ask(message, browserMark: mark, seconds: Int(span.milliseconds / 1000))
  }

  /// XML's ids begin with a letter or an underscore; 128 random bits cannot be guessed.
  static func id(_ entropy: Entropy) -> String {
    "_"
      + entropy.bytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

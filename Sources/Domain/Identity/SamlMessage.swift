// What we asked of an identity provider, as everything that answers it is compared with.

/// How a SAML message travels through the browser.
package enum SamlBinding: String, CaseIterable, Sendable, Codable {
  case redirect, post
}

/// A request for authentication.
package struct SamlRequest: Hashable, Sendable {
  /// `_` and 128 random bits in hexadecimal.
  package let id: String
  /// The provider's entity id.
  package let provider: String
  package let scheme: IdentityScheme
  package let level: IdentityLevel
  package let issuedAt: Instant

  package init(
    id: String, provider: String, scheme: IdentityScheme, level: IdentityLevel,
    issuedAt: Instant
  ) {
    self.id = id
    self.provider = provider
    self.scheme = scheme
    self.level = level
    self.issuedAt = issuedAt
  }
}

/// The provider's own name for a session of someone, as logout needs it.
package struct SamlSubject: Hashable, Sendable {
  package let nameID: String
  package let nameQualifier: String
  /// Only at level 1, where the provider keeps a session.
  package let sessionIndex: String?

  package init(nameID: String, nameQualifier: String, sessionIndex: String?) {
    self.nameID = nameID
    self.nameQualifier = nameQualifier
    self.sessionIndex = sessionIndex
  }
}

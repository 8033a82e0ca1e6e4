// One person's ways in: how one is added or taken away, and the case in which two people claim one.

/// Why someone is sent to their identity provider.
package enum SamlPurpose: String, CaseIterable, Sendable {
  /// To come in, as whoever has that fiscal code.
  case signIn
  /// To bind SPID or CIE to who is signed in already.
  case link
  /// To show once more that it is the same person, before an act that asks for it.
  case prove
}

/// A way in that a person can add and take away; second factors stand beside these.
package enum CredentialKind: String, CaseIterable, Sendable {
  /// A mail address, to which one-time links are sent.
  case address
  /// A fiscal code that SPID or CIE vouches for.
  case identity
}

/// What is missing before ways in may be changed: who finds an open session must not make it
/// theirs.
package enum MissingProof: Hashable, Sendable {
  /// The sign-in is too long ago.
  case freshSignIn
  /// There is a second factor, and it was not shown just now.
  case secondFactor
  /// Somebody acts in the person's place: ways in are the person's own.
  case oneself
}

extension SignedIn {
  /// Whether this session may add or take away a way in; nil when nothing is missing.
  package func missingToChangeWaysIn(hasFactor: Bool, at now: Instant) -> MissingProof? {
    guard isOneself else { return .oneself }
    guard isFresh(at: now) else { return .freshSignIn }
    return hasFactor && !actor.hasProved(at: now) ? .secondFactor : nil
  }
}

/// Why an answer that is believed leads nowhere: it vouches for somebody, but not for who asked.
package enum SamlMismatch: String, CaseIterable, Sendable {
  /// The fiscal code belongs to another person here: administrators decide.
  case conflict
  /// Somebody else came back than who is signed in.
  case otherPerson
  /// Who is signed in has another fiscal code already.
  case otherIdentity
  /// The session that asked is over.
  case sessionOver
}

/// How a conflict was decided.
package enum ConflictRuling: String, CaseIterable, Sendable {
  /// It stays where it was.
  case refused
  /// It goes to who proved it.
  case moved
}

/// Someone proved a way in that belongs to somebody else here.
package struct CredentialConflict: Identified, Hashable, Sendable {
  package static let idPrefix = "ccf"

  package let id: CredentialConflict.ID
  package let kind: CredentialKind
  /// Who proved it.
  package let claimant: Person.ID
  /// Whose it is here.
  package let holder: Person.ID
  /// Who vouched for it; nil for an address.
  package let vouchedBy: IdentityUse.Source?
  package let claimedAt: Instant

  package init(
    id: CredentialConflict.ID, _ kind: CredentialKind,
    between people: (claimant: Person.ID, holder: Person.ID), vouchedBy: IdentityUse.Source?,
    at claimedAt: Instant
  ) {
    self.id = id
    self.kind = kind
    (claimant, holder) = people
    self.vouchedBy = vouchedBy
    self.claimedAt = claimedAt
  }
}

/// A provider that vouched for someone, and when last.
package struct IdentityUse: Hashable, Sendable {
  package struct Source: Hashable, Sendable {
    /// The provider's entity id.
    package let provider: String
    package let scheme: IdentityScheme
    package init(provider: String, scheme: IdentityScheme) {
      (self.provider, self.scheme) = (provider, scheme)
    }
  }
  package let source: Source
  package let lastAt: Instant

  package init(source: Source, lastAt: Instant) { (self.source, self.lastAt) = (source, lastAt) }
}

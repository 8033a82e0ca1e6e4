// What the profile shows of one's ways in, and the desk of those that two people claim.

/// Someone's ways in. The fiscal code itself is not among what is shown.
package struct WaysIn: Hashable, Sendable {
  package let address: EmailAddress?
  /// When a link that was sent to the address came back; nil for never.
  package let addressVerifiedAt: Instant?
  /// When SPID or CIE was first used here; nil where they are not connected.
  package let identitySince: Instant?
  package let uses: [IdentityUse]

  package init(
    address: EmailAddress?, verifiedAt: Instant?, identitySince: Instant?, uses: [IdentityUse]
  ) {
    self.address = address
    addressVerifiedAt = verifiedAt
    self.identitySince = identitySince
    self.uses = uses
  }

  /// Whether it is there.
  package func has(_ kind: CredentialKind) -> Bool {
    switch kind {
    case .address: address != nil
    case .identity: identitySince != nil
    }
  }
  /// Whether someone could still come in without it.
  package func canDoWithout(_ kind: CredentialKind) -> Bool {
    CredentialKind.allCases.contains { $0 != kind && has($0) }
  }
}

/// A conflict with the people in it, as administrators read it.
package struct ContestedCredential: Hashable, Sendable {
  package let conflict: CredentialConflict
  package let claimant: Person
  package let holder: Person
  /// Nil while it waits.
  package let decision: Decision?

  package struct Decision: Hashable, Sendable {
    package let ruling: ConflictRuling
    package let by: String
    package let at: Instant
    package let reason: String
    package init(_ ruling: ConflictRuling, by: String, at: Instant, reason: String) {
      (self.ruling, self.by, self.at, self.reason) = (ruling, by, at, reason)
    }
  }

  package init(
    conflict: CredentialConflict, claimant: Person, holder: Person, decision: Decision?
  ) {
    self.conflict = conflict
    self.claimant = claimant
    self.holder = holder
    self.decision = decision
  }
}

/// One's own pledge in a list.
package struct OwnPledge: Sendable {
  /// Opens the pledge's page.
  package let accessKey: String
  package let reference: String
  private let titles: (it: String, en: String)
  package let total: Money
  package let state: PledgeState
  package let placedAt: Instant

  package init(
    keys: (access: String, reference: String), titles: (it: String, en: String), total: Money,
    state: PledgeState, placedAt: Instant
  ) {
    (accessKey, reference) = keys
    self.titles = titles
    self.total = total
    self.state = state
    self.placedAt = placedAt
  }

  /// The campaign's title in a language; the Italian one where it was not translated.
  package func title(_ language: Language) -> String {
    switch language {
    case .italian: titles.it
    case .english: titles.en.isEmpty ? titles.it : titles.en
    }
  }
}

// What the screens about people show: someone with their roles, a sign-in, one act on record.

/// Someone with what they may do now.
package struct PersonWithGrants: Hashable, Sendable {
  package let person: Person
  package let grants: [Grant]
  /// When they were last here; nil if never.
  package let lastSeenAt: Instant?

  package init(person: Person, grants: [Grant], lastSeenAt: Instant?) {
    self.person = person
    self.grants = grants
    self.lastSeenAt = lastSeenAt
  }
}

/// Whom to list: everybody, or who has these words in their name or address, and holds this role,
/// there.
package struct PeopleFilter: Hashable, Sendable {
  package static let wordsMax = 100

  package let words: String
  package let role: Role?
  package let scope: Scope?

  package init(words: String = "", role: Role? = nil, scope: Scope? = nil) {
    self.words = String(words.prefix(Self.wordsMax))
    (self.role, self.scope) = (role, scope)
  }
}

/// One role that was given, with the names of all concerned.
package struct GrantLine: Hashable, Sendable {
  package let grant: Grant
  package let holder: String
  /// Nil when the operator gave it on the command line.
  package let giver: String?
  /// Nil while it is held.
  package let revokedAt: Instant?
  /// Nil while it is held, and when the operator took it back.
  package let taker: String?

  package init(
    grant: Grant, holder: String, giver: String?, revokedAt: Instant?, taker: String?
  ) {
    (self.grant, self.holder, self.giver) = (grant, holder, giver)
    (self.revokedAt, self.taker) = (revokedAt, taker)
  }
}

/// An invitation with the name of who made it.
package struct InvitationLine: Hashable, Sendable {
  package let invitation: Invitation
  package let host: String

  package init(invitation: Invitation, host: String) {
    self.invitation = invitation
    self.host = host
  }
}

/// Somewhere besides the platform where a role can be held, by its name.
package struct NamedScope: Hashable, Sendable {
  package let scope: Scope
  private let italian: String
  private let english: String

  package init(_ scope: Scope, it italian: String, en english: String) {
    (self.scope, self.italian, self.english) = (scope, italian, english)
  }
  /// The name in a language; the Italian one where it was not translated.
  package func name(_ language: Language) -> String {
    switch language {
    case .italian: italian
    case .english: english.isEmpty ? italian : english
    }
  }
}

/// One sign-in that is still open.
package struct OpenSession: Hashable, Sendable {
  /// The hash it is stored under: names the session without opening it.
  package let hash: Digest
  package let createdAt: Instant
  package let lastSeenAt: Instant
  package let device: Device

  package init(hash: Digest, createdAt: Instant, lastSeenAt: Instant, device: Device) {
    self.hash = hash
    self.device = device
    self.createdAt = createdAt
    self.lastSeenAt = lastSeenAt
  }
}

/// One time that somebody acted in a person's place, with the helper's name.
package struct StandInLine: Hashable, Sendable {
  package let standIn: StandIn
  /// The session it was done in.
  package let session: Digest
  package let helper: String
  /// When it ended, or will end.
  package let until: Instant

  package init(standIn: StandIn, session: Digest, helper: String, until: Instant) {
    (self.standIn, self.session) = (standIn, session)
    (self.helper, self.until) = (helper, until)
  }
}

/// One act on record, with the name of whoever did it.
package struct AuditLine: Hashable, Sendable {
  package let record: AuditRecord
  package let actorName: String?
  /// In whose place it was done, by name.
  package let helpedName: String?

  package init(record: AuditRecord, actorName: String?, helpedName: String? = nil) {
    self.record = record
    (self.actorName, self.helpedName) = (actorName, helpedName)
  }
}

/// A mail as it was queued or sent.
package struct StoredMail: Identified, Hashable, Sendable {
  package static let idPrefix = "mal"
  package enum Status: String, CaseIterable, Sendable { case queued, sent, failed }

  package let id: StoredMail.ID
  package let kind: String
  package let to: EmailAddress
  package let toName: String
  package let language: Language
  package let words: Words
  package let status: Status
  package let createdAt: Instant

  /// What it says, in both forms.
  package struct Words: Hashable, Sendable {
    package let subject: String
    package let text: String
    package let html: String
    package init(subject: String, text: String, html: String) {
      self.subject = subject
      self.text = text
      self.html = html
    }
  }

  package init(
    id: StoredMail.ID, kind: String, to: (EmailAddress, String), in language: Language,
    words: Words, state: (Status, createdAt: Instant)
  ) {
    self.id = id
    self.kind = kind
    self.to = to.0
    toName = to.1
    self.language = language
    self.words = words
    status = state.0
    createdAt = state.createdAt
  }
}

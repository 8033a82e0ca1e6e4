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

/// One act on record, with the name of whoever did it.
package struct AuditLine: Hashable, Sendable {
  package let record: AuditRecord
  package let actorName: String?

  package init(record: AuditRecord, actorName: String?) {
    self.record = record
    self.actorName = actorName
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

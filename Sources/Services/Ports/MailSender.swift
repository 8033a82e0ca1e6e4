// The port through which mail leaves: what a message is, and who can send one.
package import Domain

/// A name to show and the address behind it.
package struct Mailbox: Hashable, Sendable {
  package let name: String?
  package let address: EmailAddress

  package init(_ address: EmailAddress, name: String? = nil) {
    self.address = address
    self.name = name
  }
}

/// What a message says, the same words as text and as HTML.
package struct MailContent: Hashable, Sendable {
  package let subject: String
  package let text: String
  /// A whole HTML page, already safe.
  package let html: String?

  package init(subject: String, text: String, html: String? = nil) {
    self.subject = subject
    self.text = text
    self.html = html
  }
}

/// One message to one person.
package struct MailMessage: Hashable, Sendable {
  /// Becomes the Message-ID, so a message sent twice is recognised as the same one.
  package let id: String
  package let from: Mailbox
  package let to: Mailbox
  package var replyTo: Mailbox?
  package let content: MailContent
  package let date: Instant

  package init(id: String, from: Mailbox, to: Mailbox, content: MailContent, date: Instant) {
    self.id = id
    self.from = from
    self.to = to
    self.content = content
    self.date = date
  }
}

/// Hands a message to the outside world. Called only from jobs.
package protocol MailSender: Sendable {
  /// Returns once a server has taken the message; throws a `Fault` that says whether to try again.
  func send(_ message: MailMessage) async throws
}

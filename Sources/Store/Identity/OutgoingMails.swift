// Mail that is written together with what it tells of, and sent later.
package import Domain
import Literals

/// A mail as it waits to be sent.
package struct OutgoingMailRow: Sendable {
  package let id: StoredMail.ID
  let kind: String
  let key: String
  let to: (address: EmailAddress, name: String)
  let language: Language
  let words: (subject: String, text: String, html: String)
  let at: Instant

  package init(
    id: StoredMail.ID, kind: (name: String, key: String),
    to: (address: EmailAddress, name: String), language: Language,
    words: (subject: String, text: String, html: String), at: Instant
  ) {
    self.id = id
    self.kind = kind.name
    key = kind.key
    self.to = to
    self.language = language
    self.words = words
    self.at = at
  }
}

extension Transaction {
  /// Queues a mail unless one with its key was queued before. Answers whether it is new.
  package func insert(_ mail: OutgoingMailRow) throws -> Bool {
    try execute(
      """
      INSERT INTO mail_message (id, kind, unique_key, to_address, to_name, language, subject,
                                text_body, html_body, status, created_at)
           VALUES (\(mail.id), \(mail.kind), \(mail.key), \(mail.to.address), \(mail.to.name),
                   \(mail.language), \(mail.words.subject), \(mail.words.text),
                   \(mail.words.html), 'queued', \(mail.at))
      ON CONFLICT (unique_key) DO NOTHING
      """) == 1
  }
}

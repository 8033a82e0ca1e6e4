// What the mailbox page reads, and what sending a mail reads and writes.
package import Domain
import Literals

extension StoredMail.Status: SQLBindable, ColumnReadable {}

extension StoredMail {
  init(row: Row) throws {
    self.init(
      id: try row("id"), kind: try row("kind"),
      to: (try row("to_address"), try row("to_name")), in: try row("language"),
      words: Words(
        subject: try row("subject"), text: try row("text_body"), html: try row("html_body")),
      state: (try row("status"), createdAt: try row("created_at")))
  }
}

extension Transaction {
  /// The latest mails, those to one address if one is given.
  package func mails(to address: EmailAddress? = nil, limit: Int = 50) throws -> [StoredMail] {
    let whose: SQL = address.map { "m.to_address = \($0)" } ?? "TRUE"
    return try rows(
      """
      SELECT m.id, m.kind, m.to_address, m.to_name, m.language, m.subject, m.text_body,
             m.html_body, m.status, m.created_at
        FROM mail_message m
       WHERE \(fragment: whose)
       ORDER BY m.created_at DESC, m.id DESC
       LIMIT \(limit)
      """, as: StoredMail.init(row:))
  }

  /// Which mail has this id?
  package func mail(_ id: StoredMail.ID) throws -> StoredMail? {
    try first(
      """
      SELECT m.id, m.kind, m.to_address, m.to_name, m.language, m.subject, m.text_body,
             m.html_body, m.status, m.created_at
        FROM mail_message m
       WHERE m.id = \(id)
      """, as: StoredMail.init(row:))
  }

  /// Notes that a mail went out; false when it was noted before.
  package func markMailSent(_ id: StoredMail.ID, at now: Instant) throws -> Bool {
    try execute(
      """
      UPDATE mail_message SET status = 'sent', sent_at = \(now), last_error = NULL
       WHERE id = \(id) AND status <> 'sent'
      """) == 1
  }

  /// Notes why a mail could not go out; it stays where it can be tried again.
  package func markMailFailed(_ id: StoredMail.ID, because error: String, isFinal: Bool) throws {
    try execute(
      """
      UPDATE mail_message
         SET status = \(isFinal ? StoredMail.Status.failed : .queued), last_error = \(error)
       WHERE id = \(id) AND status <> 'sent'
      """)
  }
}

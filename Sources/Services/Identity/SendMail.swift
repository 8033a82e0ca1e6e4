// Hands one queued mail to the outside. Safe to call twice: a mail that went out is not sent again,
// and its Message-ID lets mailboxes recognise the rare one that is.
package import Domain
package import Store

/// Sends a mail by its id.
package struct SendMail: Sendable {
  private let database: Database
  private let clock: WallClock
  private let sender: any MailSender
  private let from: Mailbox

  package init(database: Database, clock: WallClock, sender: any MailSender, from: Mailbox) {
    self.database = database
    self.clock = clock
    self.sender = sender
    self.from = from
  }

  package enum Outcome: Sendable { case sent, sentBefore, noSuchMail }

  /// Throws the sender's `Fault` after noting it, so that the queue can try again.
  package func callAsFunction(_ id: StoredMail.ID) async throws -> Outcome {
    guard let mail = try await database.read({ tx in try tx.mail(id) }) else { return .noSuchMail }
    guard mail.status != .sent else { return .sentBefore }
    let message = MailMessage(
      id: mail.id.description, from: from,
      to: Mailbox(mail.to, name: mail.toName.isEmpty ? nil : mail.toName),
      content: MailContent(
        subject: mail.words.subject, text: mail.words.text,
        html: mail.words.html.isEmpty ? nil : mail.words.html),
      date: mail.createdAt)
    do {
      try await sender.send(message)
    } catch {
      let fault = error as? Fault ?? Fault("mail was not taken: \(error)", retryable: true)
      try await database.write { tx in
        try tx.markMailFailed(id, because: fault.what, isFinal: !fault.retryable)
      }
      throw fault
    }
    let now = clock.now
    _ = try await database.write { tx in try tx.markMailSent(id, at: now) }
    return .sent
  }
}

// Mail leaves in two steps: written with its cause, sent by a job.
import Domain
import Store

extension Transaction {
  /// Writes a mail and the task that sends it, together with what it tells of. False when that mail
  /// was written before.
  @discardableResult
  func queue(_ mail: OutgoingMailRow, _ stamp: Stamp) throws -> Bool {
    guard try insert(mail) else { return false }
    return try enqueue(QueuedTask(.sendMail, mail.id.description), stamp)
  }
}

// Everything the desk asks and does: its table of contents, each line with the act it needs.
package import Domain
package import Store

/// The desk's questions and acts. What is asked is read in one snapshot; what is done is one
/// transaction with its audit record.
package struct DeskServices: Sendable {
  /// Answers what the timetable will start next, by kind.
  package typealias NextTicks = @Sendable (_ now: Instant) -> [(kind: String, nextAt: Instant?)]

  let database: Database
  let clock: WallClock
  let entropy: Entropy
  /// The providers whose names a payment may carry.
  package let providers: [ProviderName]
  let nextTicks: NextTicks

  package init(
    database: Database, clock: WallClock, entropy: Entropy,
    providers: [ProviderName] = [.sandbox, .bank], nextTicks: @escaping NextTicks = { _ in [] }
  ) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
    (self.providers, self.nextTicks) = (providers, nextTicks)
  }

  package var today: DeskQuestion<Instant, DeskToday> {
    DeskQuestion(.readToday, database) { try $0.deskToday(at: $1) }
  }
  package var payments: DeskQuestion<PaymentFilter, DeskList<PaymentLine>> {
    let providers = providers
    return DeskQuestion(.readPayments, database) {
      try $0.deskPayments($1, providers: providers)
    }
  }
  package var payment: DeskQuestion<Payment.ID, PaymentFile> {
    DeskQuestion(.readPayments, database) { try $0.deskPayment($1) }
  }
  /// What does not fit: what waits for a person, or what was closed.
  package var exceptions: DeskQuestion<Bool, [ExceptionLine]> {
    DeskQuestion(.readPayments, database) { try $0.deskExceptions(closed: $1) }
  }
  package var exception: DeskQuestion<MoneyException.ID, ExceptionLine> {
    DeskQuestion(.readPayments, database) { try $0.deskException($1) }
  }
  package var closeException: CloseException {
    CloseException(database: database, clock: clock, entropy: entropy)
  }
  /// What providers paid to our bank, the latest first.
  package var settlements: DeskQuestion<Void, [SettlementGlance]> {
    DeskQuestion(.readLedger, database) { tx, _ in try tx.deskSettlements() }
  }
  package var settlement: DeskQuestion<String, SettlementFile> {
    DeskQuestion(.readLedger, database) { try $0.deskSettlement($1) }
  }
  package var refunds: DeskQuestion<RefundGroup, [RefundLine]> {
    DeskQuestion(.readPayments, database) { try $0.deskRefunds($1) }
  }
  package var disputes: DeskQuestion<Void, [DisputeLine]> {
    DeskQuestion(.readPayments, database) { tx, _ in try tx.deskDisputes() }
  }
  package var refundable: DeskQuestion<Payment.ID, Refundable> {
    DeskQuestion(.readPayments, database) { tx, id in
      guard let payment = try tx.payment(id), let pledge = try tx.pledge(payment.pledge) else {
        return nil
      }
      return Refundable(
        payment, reference: pledge.keys.reference.text, left: try tx.left(of: payment),
        isDisputed: try tx.isDisputed(id))
    }
  }
  package var requestRefund: RequestRefund {
    RequestRefund(database: database, clock: clock, entropy: entropy)
  }
  package var decideRefund: DecideRefund {
    DecideRefund(database: database, clock: clock, entropy: entropy)
  }
  package var refund: DeskQuestion<Refund.ID, RefundLine> {
    DeskQuestion(.refundPayment, database) { try $0.deskRefund($1) }
  }
  package var giveUpRefund: GiveUpRefund {
    GiveUpRefund(database: database, clock: clock, entropy: entropy)
  }
  package var webhooks: DeskQuestion<WebhookFilter, DeskList<WebhookLine>> {
    DeskQuestion(.readWebhooks, database) { try $0.deskWebhooks($1) }
  }
  package var webhook: DeskQuestion<WebhookEvent.ID, WebhookFile> {
    DeskQuestion(.readWebhooks, database) { try $0.deskWebhook($1) }
  }
  package var deadWebhooks: DeskQuestion<Void, [DeadWebhooks]> {
    DeskQuestion(.readWebhooks, database) { tx, _ in try tx.deadWebhooks() }
  }
  package var queues: DeskQuestion<Instant, [QueueCondition]> {
    DeskQuestion(.readJobs, database) { try $0.queueConditions(at: $1) }
  }
  /// The stopped queues, and since when.
  package var pausedQueues: DeskQuestion<Void, [String: Instant]> {
    DeskQuestion(.readJobs, database) { tx, _ in try tx.pausedQueues() }
  }
  package var tasks: DeskQuestion<TaskFilter, DeskList<StoredTask>> {
    DeskQuestion(.readJobs, database) { try $0.deskTasks($1) }
  }
  package var task: DeskQuestion<StoredTask.ID, StoredTask> {
    DeskQuestion(.readJobs, database) { try $0.task($1) }
  }
  package var timetable: DeskQuestion<Instant, [TimetableLine]> {
    let nextTicks = nextTicks
    return DeskQuestion(.readJobs, database) { tx, now in
      try nextTicks(now).map { try tx.timetableLine($0.kind, nextAt: $0.nextAt) }
    }
  }
  package var trialBalance: DeskQuestion<Void, TrialBalance> {
    DeskQuestion(.readLedger, database) { tx, _ in try tx.trialBalance() }
  }
  package var account: DeskQuestion<(Account, DeskCursor), AccountStatement> {
    DeskQuestion(.readLedger, database) { try $0.accountStatement($1.0, after: $1.1) }
  }
  package var entry: DeskQuestion<JournalEntry.ID, JournalFile> {
    DeskQuestion(.readLedger, database) { try $0.deskEntry($1) }
  }
  package var mail: DeskQuestion<MailFilter, DeskList<MailLine>> {
    DeskQuestion(.readMail, database) { try $0.deskMail($1) }
  }

  package var replayWebhook: ReplayWebhook {
    ReplayWebhook(database: database, clock: clock, entropy: entropy)
  }
  package var replayDeadWebhooks: ReplayDeadWebhooks {
    ReplayDeadWebhooks(database: database, clock: clock, entropy: entropy)
  }
  package var steerTask: SteerTask {
    SteerTask(database: database, clock: clock, entropy: entropy)
  }
  package var pauseQueue: PauseQueue {
    PauseQueue(database: database, clock: clock, entropy: entropy)
  }
  package var retryMail: RetryMail {
    RetryMail(database: database, clock: clock, entropy: entropy)
  }
}

/// Who acts at the desk, and which request it came with.
package struct DeskActor: Sendable {
  package let actor: Actor
  package let requestID: String

  package init(_ actor: Actor, requestID: String) {
    (self.actor, self.requestID) = (actor, requestID)
  }

  /// The record of an act that is being done.
  func record(
    _ act: Act, _ object: AuditRecord.Object, _ detail: [String: String],
    at now: Instant, _ entropy: Entropy
  ) -> AuditRecord {
    AuditRecord(
      id: entropy.id(at: now), at: now, by: actor, act: act, object: object,
      detail: detail, requestID: requestID)
  }
}

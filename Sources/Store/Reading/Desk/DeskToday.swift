// The desk's first page: each count is one statement over an index, all from one snapshot.
package import Domain
import Literals

extension Transaction {
  /// What should be zero, and what is well.
  package func deskToday(at now: Instant) throws -> DeskToday {
    DeskToday(
      counts: try DeskToday.Kind.allCases.map { try count($0, at: now) },
      queues: try queueConditions(at: now), wellness: try wellness(at: now))
  }

  private func count(_ kind: DeskToday.Kind, at now: Instant) throws -> DeskToday.Count {
    switch kind {
    case .linesWaiting: try linesWaiting()
    case .suspense: try holding(.suspense, [.suspense])
    case .refundsUnsent: try holding(.refundsUnsent, [.refundsPayable])
    case .accountsOff: try accountsOff()
    case .exceptions, .rewardsMissing, .mailFailed, .reviewsWaiting, .identitiesContested,
      .tasksDiscarded, .tasksFailing:
      try counted(kind, Self.statement(kind))
    case .refundsToDecide: try counted(kind, refunds(in: .toDecide))
    case .refundsByHand: try counted(kind, refunds(in: .byHand))
    case .disputesOpen: try counted(kind, openDisputes)
    case .paymentsStuck: try counted(kind, paymentsStuck(at: now))
    case .paymentsHeld: try counted(kind, payments(in: .held))
    case .webhooksDead: try counted(kind, webhooks(.dead, before: now))
    case .webhooksDeferred: try counted(kind, webhooks(.deferred, before: now))
    case .webhooksWaiting: try counted(kind, webhooks(.received, before: now - .minutes(5)))
    }
  }

  /// A statement that answers how many, of how much money, since when.
  private func counted(_ kind: DeskToday.Kind, _ sql: SQL) throws -> DeskToday.Count {
    try first(sql) { row in
      DeskToday.Count(
        kind, try row("n"), amount: try row("cents", as: Int64?.self).map { Money(cents: $0) },
        oldestAt: try row("oldest_at"))
    } ?? DeskToday.Count(kind, 0)
  }

  private func linesWaiting() throws -> DeskToday.Count {
    try counted(
      .linesWaiting,
      """
      SELECT COUNT(*) AS n, CAST(SUM(l.amount_cents) AS BIGINT) AS cents,
             MIN(s.imported_at) AS oldest_at
        FROM line_match m
        JOIN statement_line l ON l.id = m.line_id
        JOIN statement s ON s.id = l.statement_id
       WHERE m.status = 'waiting'
      """)
  }

  /// What the accounts of some kinds hold together, and how many hold anything.
  private func holding(_ kind: DeskToday.Kind, _ kinds: [AccountKind]) throws -> DeskToday.Count {
    try counted(
      kind,
      """
      SELECT COUNT(*) AS n, CAST(SUM(ABS(b.posted_cents)) AS BIGINT) AS cents,
             CAST(NULL AS BIGINT) AS oldest_at
        FROM account_balance b
       WHERE b.kind IN (\(list: kinds)) AND b.posted_cents <> 0
      """)
  }

  /// Accounts of passage that hold something, and escrow of campaigns that are over.
  private func accountsOff() throws -> DeskToday.Count {
    // Suspense and refunds have counts of their own.
    let passages = AccountKind.allCases.filter {
      $0.isPassage && ![.suspense, .refundsPayable].contains($0)
    }
    return try counted(
      .accountsOff,
      """
      SELECT COUNT(*) AS n, CAST(SUM(cents) AS BIGINT) AS cents,
             CAST(NULL AS BIGINT) AS oldest_at
        FROM (SELECT ABS(b.posted_cents) AS cents
                FROM account_balance b
               WHERE b.kind IN (\(list: passages)) AND b.posted_cents <> 0
              UNION ALL
              SELECT ABS(b.posted_cents)
                FROM campaign c
                JOIN account_balance b ON b.account_code = 'escrow:' || c.id
               WHERE c.status IN ('succeeded', 'failed', 'cancelled')
                 AND b.posted_cents <> 0) off
      """)
  }

  private func paymentsStuck(at now: Instant) -> SQL {
    """
    SELECT COUNT(*) AS n, CAST(SUM(amount_cents) AS BIGINT) AS cents, MIN(created_at) AS oldest_at
      FROM payment
     WHERE status IN (\(list: PaymentFilter.Group.stuck.statuses))
       AND created_at < \(now - PaymentFilter.stuckAfter)
       AND provider <> \(ProviderName.bank)
    """
  }
  private func payments(in group: PaymentFilter.Group) -> SQL {
    """
    SELECT COUNT(*) AS n, CAST(SUM(amount_cents) AS BIGINT) AS cents, MIN(created_at) AS oldest_at
      FROM payment
     WHERE status IN (\(list: group.statuses))
    """
  }
  private func refunds(in group: RefundGroup) -> SQL {
    """
    SELECT COUNT(*) AS n, CAST(SUM(amount_cents - resent_cents) AS BIGINT) AS cents,
           MIN(requested_at) AS oldest_at
      FROM refund WHERE status IN (\(list: group.states))
    """
  }
  private var openDisputes: SQL {
    """
    SELECT COUNT(*) AS n, CAST(SUM(amount_cents) AS BIGINT) AS cents, MIN(opened_at) AS oldest_at
      FROM dispute WHERE status IN (\(list: DisputeState.open))
    """
  }
  private func webhooks(_ status: WebhookStatus, before: Instant) -> SQL {
    """
    SELECT COUNT(*) AS n, CAST(NULL AS BIGINT) AS cents, MIN(received_at) AS oldest_at
      FROM webhook_event
     WHERE status = \(status) AND received_at <= \(before)
    """
  }

  /// The counts that need nothing but their table.
  private static func statement(_ kind: DeskToday.Kind) -> SQL {
    let (table, time, condition): (SQL, SQL, SQL) =
      switch kind {
      case .exceptions: ("money_exception", "opened_at", "closed_at IS NULL")
      case .rewardsMissing: ("pledge", "created_at", "reward_lost AND status = 'confirmed'")
      case .mailFailed:
        ("mail_message", "created_at", "status <> 'sent' AND status = 'failed'")
      case .reviewsWaiting: ("campaign", "updated_at", "status = 'submitted'")
      case .identitiesContested: ("credential_conflict", "claimed_at", "ruling IS NULL")
      case .tasksDiscarded: ("task", "created_at", "status = 'discarded'")
      case .tasksFailing:
        ("task", "created_at", "status = 'ready' AND attempt > 0 AND last_error IS NOT NULL")
      case .linesWaiting, .suspense, .paymentsStuck, .paymentsHeld, .refundsUnsent, .accountsOff,
        .refundsToDecide, .refundsByHand, .disputesOpen,
        .webhooksDead, .webhooksDeferred, .webhooksWaiting:
        preconditionFailure("\(kind) has a statement of its own")
      }
    return """
      SELECT COUNT(*) AS n, CAST(NULL AS BIGINT) AS cents, MIN(\(fragment: time)) AS oldest_at
        FROM \(fragment: table)
       WHERE \(fragment: condition)
      """
  }

  private func wellness(at now: Instant) throws -> DeskToday.Wellness {
    func latest(_ sql: SQL) throws -> Instant? {
      try first(sql) { try $0("at", as: Instant?.self) } ?? nil
    }
    let sum = try first(
      "SELECT CAST(COALESCE(SUM(posted_cents), 0) AS BIGINT) AS cents FROM account_balance"
    ) { try Money(row: $0, "cents") }
    return DeskToday.Wellness(
      ledgerDifference: sum ?? .zero,
      lastWebhookAt: try latest("SELECT MAX(received_at) AS at FROM webhook_event"),
      lastEntryAt: try latest("SELECT MAX(recorded_at) AS at FROM journal_entry"),
      lastStatementAt: try latest("SELECT MAX(imported_at) AS at FROM statement"),
      leaderUntil: try latest(
        "SELECT MAX(expires_at) AS at FROM leader_term WHERE expires_at > \(now)"))
  }
}

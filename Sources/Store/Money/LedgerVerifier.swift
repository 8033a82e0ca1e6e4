// Reads the whole ledger in one snapshot and names every row that breaks an invariant.
package import Domain
import Literals

extension Transaction {
  /// Checks everything that must hold in the ledger. Memory stays small: entries come in pages.
  /// `known` is the hash of a block that somebody kept outside: the chain has to go through it.
  package func verifyLedger(known: Digest? = nil) throws -> LedgerReport {
    var report = LedgerReport()
    try checkEntries(&report)
    report.findings += try orphanFindings()
    report.findings += try reversalFindings()
    report.findings += try evidenceFindings()
    report.findings += try accountFindings(&report)
    report.findings += try captureFindings()
    report.findings += try matchFindings()
    report.findings += try chainFindings(known: known, &report)
    return report
  }

  /// How many entries are read at a time.
  private static var pageSize: Int { 500 }

  private func checkEntries(_ report: inout LedgerReport) throws {
    var last = ""
    while true {
      let entries = try ledgerRecords(after: last, limit: Self.pageSize)
      guard let end = entries.last?.record.id else { return }
      for entry in entries {
        report.entries += 1
        report.postings += entry.record.postings.count
        if entry.isWaiting { report.unsealed += 1 }
        report.findings += entry.record.findings() + entry.sealFindings()
      }
      last = end
    }
  }

  private func orphanFindings() throws -> [LedgerFinding] {
    try rows(
      """
      SELECT p.journal_entry_id AS entry, p.account_code AS account, p.amount_cents AS cents
        FROM posting p
        LEFT JOIN journal_entry e ON e.id = p.journal_entry_id
       WHERE e.id IS NULL
      """
    ) { row in
      LedgerFinding(
        .complete, entry: try row("entry"), account: try row("account"), expected: "its entry",
        found: "a posting of \(try row("cents", as: Int64.self)) without entry")
    }
  }

  private func reversalFindings() throws -> [LedgerFinding] {
    try rows(
      """
      SELECT r.id AS entry, p.account_code AS account,
             CAST(SUM(p.amount_cents) AS BIGINT) AS rest
        FROM journal_entry r
        JOIN posting p ON p.journal_entry_id IN (r.id, r.reverses)
       WHERE r.reverses IS NOT NULL
       GROUP BY r.id, p.account_code
      HAVING SUM(p.amount_cents) <> 0
      """
    ) { row in
      LedgerFinding(
        .reversed, entry: try row("entry"), account: try row("account"), expected: "0",
        found: String(try row("rest", as: Int64.self)))
    }
  }

  private func evidenceFindings() throws -> [LedgerFinding] {
    let keys: [(Cause.Kind, SQL)] = [
      (.payment, "payment t WHERE t.id"), (.webhookEvent, "webhook_event t WHERE t.id"),
      (.statementLine, "statement_line t WHERE t.id"), (.campaign, "campaign t WHERE t.id"),
      (.pledge, "pledge t WHERE t.id"), (.act, "audit_record t WHERE t.id"),
      (.refund, "refund t WHERE t.id"), (.dispute, "dispute t WHERE t.id"),
      (.payout, "payout t WHERE t.id"), (.matchFund, "match_fund t WHERE t.id"),
      (.movement, "provider_movement t WHERE t.reference"),
    ]
    return try keys.flatMap { kind, key in
      try rows(
        """
        SELECT e.id AS entry, e.cause_id AS cause
          FROM journal_entry e
         WHERE e.cause_kind = \(kind)
           AND NOT EXISTS (SELECT 1 FROM \(fragment: key) = e.cause_id)
        """
      ) { row in
        LedgerFinding(
          .evidence, entry: try row("entry"),
          expected: "\(kind.rawValue) \(try row("cause", as: String.self))", found: "nothing")
      }
    }
  }

  private func accountFindings(_ report: inout LedgerReport) throws -> [LedgerFinding] {
    let sums = try rows(
      """
      SELECT b.account_code, b.posted_cents, CAST(COALESCE(s.cents, 0) AS BIGINT) AS summed_cents
        FROM account_balance b
        LEFT JOIN (SELECT account_code, SUM(amount_cents) AS cents FROM posting
                    GROUP BY account_code) s ON s.account_code = b.account_code
       ORDER BY b.account_code
      """
    ) { row in
      (
        code: try row("account_code", as: String.self),
        total: try row("posted_cents", as: Int64.self),
        summed: try row("summed_cents", as: Int64.self)
      )
    }
    report.accounts = sums.count
    var findings: [LedgerFinding] = []
    for (code, total, summed) in sums {
      if total != summed {
        findings.append(
          LedgerFinding(.total, account: code, expected: "\(summed)", found: "\(total)"))
      }
      guard let account = Account(code: code), !account.kind.mayGoNegative else { continue }
      let held = account.balance(ofPostings: Money(cents: summed))
      if held.isNegative {
        findings.append(
          LedgerFinding(
            .notOverdrawn, account: code, expected: "0 or more", found: "\(held.cents)"))
      }
    }
    let all = sums.reduce(Int64(0)) { $0 + $1.summed }
    if all != 0 { findings.append(LedgerFinding(.trialBalance, expected: "0", found: "\(all)")) }
    return findings
  }

  private func captureFindings() throws -> [LedgerFinding] {
    try rows(
      """
      SELECT p.id AS payment, p.status AS status, p.amount_cents AS amount, e.id AS entry,
             CAST((SELECT COALESCE(SUM(t.amount_cents), 0) FROM posting t
                    WHERE t.journal_entry_id = e.id AND t.amount_cents > 0) AS BIGINT) AS booked
        FROM payment p
        LEFT JOIN journal_entry e ON e.idempotency_key = 'capture:' || p.id
       WHERE p.provider <> \(ProviderName.bank)
         AND (p.status = 'succeeded' OR e.id IS NOT NULL)
      """
    ) { row -> LedgerFinding? in
      let payment: String = try row("payment")
      let status: String = try row("status")
      let amount: Int64 = try row("amount")
      let booked: Int64 = try row("booked")
      let entry: String? = try row("entry")
      guard status != "succeeded" || booked != amount else { return nil }
      return LedgerFinding(
        .captured, entry: entry,
        expected: "payment \(payment) \(status): \(status == "succeeded" ? amount : 0)",
        found: "\(booked)")
    }.compactMap { $0 }
  }
}

extension LedgerRecord {
  /// What does not fit together in an entry, taken by itself.
  fileprivate func findings() -> [LedgerFinding] {
    var findings: [LedgerFinding] = []
    if postings.count != lines {
      findings.append(
        LedgerFinding(
          .complete, entry: id, expected: "\(lines) postings", found: "\(postings.count)"))
    }
    if sum != 0 {
      findings.append(LedgerFinding(.balanced, entry: id, expected: "0", found: "\(sum)"))
    }
    let content = JournalEntry.content(kind, reverses: reverses, postings)
    let now = Digest(sha256: content).description
    if now != contentDigest {
      findings.append(
        LedgerFinding(.unaltered, entry: id, expected: contentDigest, found: now))
    }
    return findings
  }
}

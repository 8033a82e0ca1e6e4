// Reads the whole ledger in one snapshot and names every row that breaks an invariant.
import Crypto
package import Domain
import Literals

extension Transaction {
  /// Checks everything that must hold in the ledger. Memory stays small: entries come in pages.
  package func verifyLedger() throws -> LedgerReport {
    var report = LedgerReport()
    try checkEntries(&report)
    report.findings += try orphanFindings()
    report.findings += try reversalFindings()
    report.findings += try evidenceFindings()
    report.findings += try accountFindings(&report)
    report.findings += try captureFindings()
    return report
  }

  /// How many entries are read at a time.
  private static var pageSize: Int { 500 }

  private func checkEntries(_ report: inout LedgerReport) throws {
    var last = ""
    while true {
      let entries = try entryRows(after: last)
      guard let end = entries.last?.id else { return }
      let postings = try postingRows(after: last, to: end)
      for entry in entries {
        let lines = postings[entry.id] ?? []
        report.entries += 1
        report.postings += lines.count
        report.findings += entry.findings(lines)
      }
      last = end
    }
  }

  private func entryRows(after last: String) throws -> [EntryRow] {
    try rows(
      """
      SELECT id, kind, content_digest, lines, reverses
        FROM journal_entry WHERE id > \(last) ORDER BY id LIMIT \(Self.pageSize)
      """
    ) { row in
      EntryRow(
        id: try row("id"), kind: try row("kind"), digest: try row("content_digest"),
        lines: try row("lines"), reverses: try row("reverses"))
    }
  }

  private func postingRows(after last: String, to end: String) throws -> [String: [PostingRow]] {
    let found = try rows(
      """
      SELECT journal_entry_id, account_code, amount_cents, currency, campaign_id, pledge_id,
             payment_id
        FROM posting WHERE journal_entry_id > \(last) AND journal_entry_id <= \(end)
       ORDER BY journal_entry_id, line
      """
    ) { row in
      PostingRow(
        entry: try row("journal_entry_id"), cents: try row("amount_cents"),
        posting: try? Posting(row: row))
    }
    return Dictionary(grouping: found, by: \.entry)
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
    let tables: [(Cause.Kind, SQL)] = [
      (.payment, "payment"), (.webhookEvent, "webhook_event"),
      (.statementLine, "statement_line"), (.campaign, "campaign"), (.pledge, "pledge"),
      (.act, "audit_record"),
    ]
    return try tables.flatMap { kind, table in
      try rows(
        """
        SELECT e.id AS entry, e.cause_id AS cause
          FROM journal_entry e
         WHERE e.cause_kind = \(kind)
           AND NOT EXISTS (SELECT 1 FROM \(fragment: table) t WHERE t.id = e.cause_id)
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

/// An entry as its columns say, whatever was done to them.
private struct EntryRow {
  let id: String
  let kind: String
  let digest: String
  let lines: Int
  let reverses: String?

  func findings(_ postings: [PostingRow]) -> [LedgerFinding] {
    var findings: [LedgerFinding] = []
    if postings.count != lines {
      findings.append(
        LedgerFinding(
          .complete, entry: id, expected: "\(lines) postings", found: "\(postings.count)"))
    }
    let sum = postings.reduce(Int64(0)) { $0 &+ $1.cents }
    if sum != 0 {
      findings.append(LedgerFinding(.balanced, entry: id, expected: "0", found: "\(sum)"))
    }
    let now = digestNow(postings)
    if now != digest {
      findings.append(
        LedgerFinding(
          .unaltered, entry: id, expected: digest, found: now ?? "something unreadable"))
    }
    return findings
  }

  /// The digest of what the rows say now; nil when they are no postings of ours any more.
  private func digestNow(_ rows: [PostingRow]) -> String? {
    let postings = rows.compactMap(\.posting)
    guard let kind = JournalKind(rawValue: kind), postings.count == rows.count else { return nil }
    let content = JournalEntry.content(
      kind, reverses: reverses.flatMap { JournalEntry.ID($0) }, postings)
    return Domain.Digest(bytes: Array(SHA256.hash(data: content)))?.description
  }
}

private struct PostingRow {
  let entry: String
  let cents: Int64
  /// Nil when the columns hold nothing that we would write.
  let posting: Posting?
}

// The ledger for the desk: all accounts, one account's postings, one entry and its links.
package import Domain
import Literals

extension Transaction {
  /// What every account holds.
  package func trialBalance() throws -> TrialBalance {
    let names = try campaignNames()
    let over = Set(
      try rows("SELECT id FROM campaign WHERE status IN ('succeeded', 'failed', 'cancelled')") {
        try $0("id", as: String.self)
      })
    return TrialBalance(
      try rows(
        """
        SELECT account_code, currency, posted_cents FROM account_balance ORDER BY account_code
        """
      ) { row in
        let account: Account = try row("account_code")
        return TrialBalance.Line(
          account, posted: Money(cents: try row("posted_cents"), try row("currency")),
          campaign: account.owner.map { (names[$0], over.contains($0)) } ?? (nil, false))
      })
  }

  /// One page of an account's postings with the balance after each; nil for no such account.
  package func accountStatement(_ account: Account, after: DeskCursor) throws -> AccountStatement? {
    guard
      let posted = try first(
        "SELECT posted_cents FROM account_balance WHERE account_code = \(account)",
        as: { try Money(row: $0, "posted_cents") })
    else { return nil }
    let newer = try first(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS cents
        FROM posting
       WHERE account_code = \(account)
         AND (journal_entry_id, line) >= (\(after.id), \(after.key))
      """
    ) { try Money(row: $0, "cents") }
    let size = DeskList<AccountStatement.Line>.pageSize
    let postings = try rows(
      """
      SELECT o.line, o.amount_cents, \(fragment: entryColumns)
        FROM posting o
        JOIN journal_entry e ON e.id = o.journal_entry_id
       WHERE o.account_code = \(account)
         AND (o.journal_entry_id, o.line) < (\(after.id), \(after.key))
       ORDER BY o.journal_entry_id DESC, o.line DESC
       LIMIT \(size + 1)
      """
    ) {
      (try JournalLine(row: $0), try $0("line", as: Int.self), try Money(row: $0, "amount_cents"))
    }
    var balance = posted - (newer ?? .zero)
    let lines = postings.map { entry, line, amount -> AccountStatement.Line in
      defer { balance = balance - amount }
      return AccountStatement.Line(entry: entry, line: line, amount: amount, balance: balance)
    }
    return AccountStatement(
      account, campaign: try account.owner.flatMap { try campaignNames($0)[$0] },
      posted: posted, postings: DeskList(lines, limit: size) { $0.cursor })
  }

  /// One entry with its postings and links; nil when there is none.
  package func deskEntry(_ id: JournalEntry.ID) throws -> JournalFile? {
    try first(
      """
      SELECT \(fragment: entryColumns), e.idempotency_key, e.actor_kind, e.actor_id, e.reverses,
             (SELECT r.id FROM journal_entry r WHERE r.reverses = e.id) AS reversed_by,
             (SELECT l.statement_id FROM statement_line l
               WHERE e.cause_kind = 'statementLine' AND l.id = e.cause_id) AS statement_id,
             w.name AS actor_name
        FROM journal_entry e
        LEFT JOIN person w ON w.id = e.actor_id
       WHERE e.id = \(id)
      """
    ) { row in
      let postings = try postings(of: id)
      return JournalFile(
        try JournalLine(row: row), key: try row("idempotency_key"),
        by: (try row("actor_kind"), try row("actor_id"), try row("actor_name")),
        postings: postings,
        links: (
          try row("reverses"), try row("reversed_by"), try row("statement_id"),
          try names(in: postings)
        ))
    }
  }

  /// What the postings of an entry are about, in people's words.
  private func names(in postings: [Posting]) throws -> JournalFile.Names {
    let payments = Set(postings.compactMap(\.subject.payment)).sorted { "\($0)" < "\($1)" }
    guard !payments.isEmpty else {
      return JournalFile.Names(campaigns: try campaignNames(), payments: [:])
    }
    let codes = try rows(
      """
      SELECT p.id, g.reference
        FROM payment p
        JOIN pledge g ON g.id = p.pledge_id
       WHERE p.id IN (\(list: payments))
      """
    ) { (try $0("id", as: Payment.ID.self), try $0("reference", as: String.self)) }
    return JournalFile.Names(
      campaigns: try campaignNames(), payments: Dictionary(codes) { first, _ in first })
  }

  /// The entries with a posting about a pledge, the oldest first.
  func deskEntries(about pledge: Pledge.ID) throws -> [JournalLine] {
    try rows(
      """
      SELECT \(fragment: entryColumns)
        FROM journal_entry e
       WHERE e.id IN (SELECT o.journal_entry_id FROM posting o WHERE o.pledge_id = \(pledge))
       ORDER BY e.id
       LIMIT 200
      """, as: JournalLine.init(row:))
  }

  /// The entries that a thing caused, the oldest first.
  package func deskEntries(causedBy cause: Cause) throws -> [JournalLine] {
    try rows(
      """
      SELECT \(fragment: entryColumns)
        FROM journal_entry e
       WHERE e.cause_kind = \(cause.kind) AND e.cause_id = \(cause.id)
       ORDER BY e.id
       LIMIT 200
      """, as: JournalLine.init(row:))
  }

  /// The names of all campaigns, or of one, by their ids as account codes write them.
  private func campaignNames(_ id: String? = nil) throws -> [String: CampaignName] {
    let only: SQL = id.map { "WHERE id = \($0)" } ?? ""
    let names = try rows(
      """
      SELECT id AS campaign_id, slug, title_it, title_en FROM campaign \(fragment: only)
      """, as: CampaignName.init(row:))
    return Dictionary(names.map { ($0.id.description, $0) }) { first, _ in first }
  }
}

private let entryColumns: SQL = """
  e.id, e.kind, e.effective_on, e.recorded_at, e.cause_kind, e.cause_id
  """

extension JournalLine {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), kind: try row("kind"), effectiveOn: try row("effective_on"),
      recordedAt: try row("recorded_at"),
      cause: Cause(try row("cause_kind"), try row("cause_id")))
  }
}

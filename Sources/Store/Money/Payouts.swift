// The table of payouts, the files they went in, and what decides how much may go.
package import Domain
import Literals

extension Transaction {
  package func insert(_ payout: Payout) throws {
    try execute(
      """
      INSERT INTO payout (id, campaign_id, account_id, amount_cents, currency, end_to_end, status,
                          proposed_by, proposed_at, updated_at)
           VALUES (\(payout.id), \(payout.campaign), \(payout.account), \(payout.amount.cents),
                   \(payout.amount.currency), \(payout.endToEnd), \(payout.state),
                   \(payout.proposedBy), \(payout.proposedAt), \(payout.proposedAt))
      """)
    try record(
      MoneyStep(
        from: nil, to: payout.state.rawValue, reason: "proposed", by: payout.proposedBy,
        at: payout.proposedAt), of: payout.id.description)
  }
  /// Writes what a payout has become, and the line of its history.
  package func update(_ payout: Payout, _ step: MoneyStep) throws {
    try execute(
      """
      UPDATE payout
         SET status = \(payout.state), approved_by = \(payout.approvedBy),
             bank_file_id = \(payout.file), updated_at = \(step.at)
       WHERE id = \(payout.id)
      """)
    try record(step, of: payout.id.description)
  }
  package func payoutLocked(_ id: Payout.ID) throws -> Payout? {
    try first(
      """
      \(fragment: payoutColumns) WHERE id = \(id) \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Payout.init(row:))
  }
  /// The payout that the bank names on a statement.
  package func payout(endToEnd: String) throws -> Payout? {
    try first(
      "\(fragment: payoutColumns) WHERE end_to_end = \(endToEnd)", as: Payout.init(row:))
  }
  package func payouts(in state: PayoutState, limit: Int) throws -> [Payout] {
    try rows(
      """
      \(fragment: payoutColumns)
       WHERE status = \(state) ORDER BY proposed_at, id LIMIT \(limit)
      """, as: Payout.init(row:))
  }
  /// Payouts of exactly this amount that a statement can tell of, the oldest first.
  package func payouts(of amount: Money, in states: [PayoutState]) throws -> [Payout] {
    try rows(
      """
      \(fragment: payoutColumns)
       WHERE amount_cents = \(amount.cents) AND currency = \(amount.currency)
         AND status IN (\(list: states))
       ORDER BY proposed_at, id LIMIT 20
      """, as: Payout.init(row:))
  }
  package func payouts(of campaign: Campaign.ID) throws -> [Payout] {
    try rows(
      """
      \(fragment: payoutColumns)
       WHERE campaign_id = \(campaign) ORDER BY proposed_at DESC, id
      """, as: Payout.init(row:))
  }

  /// All that is proposed and not yet approved, of every campaign.
  package func proposedPayouts() throws -> Money {
    try first(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS cents FROM payout
       WHERE status = \(PayoutState.proposed)
      """
    ) { try Money(row: $0, "cents") } ?? .zero
  }

  /// Keeps a file of transfers.
  package func insert(
    bankFile id: BankFile.ID, _ content: [UInt8], digest: Digest,
    of transfers: (count: Int, sum: Money), made: (by: Person.ID, at: Instant)
  ) throws {
    try execute(
      """
      INSERT INTO bank_file (id, digest, content, transfers, sum_cents, created_by, created_at)
           VALUES (\(id), \(digest), \(content), \(transfers.count), \(transfers.sum.cents),
                   \(made.by), \(made.at))
      """)
  }
  package func bankFile(_ id: BankFile.ID) throws -> [UInt8]? {
    try first("SELECT content FROM bank_file WHERE id = \(id)") { try $0("content") }
  }

  /// Of a campaign's money, what may still be with providers: per provider its own net, and no more
  /// than the provider has not paid out to our bank.
  package func unconfirmed(of campaign: Campaign.ID) throws -> Money {
    let nets = try rows(
      """
      SELECT p.account_code, CAST(SUM(p.amount_cents) AS BIGINT) AS net_cents
        FROM posting p
       WHERE p.campaign_id = \(campaign) AND substr(p.account_code, 1, 9) = 'provider:'
       GROUP BY p.account_code
      """
    ) { row in
      (account: try row("account_code", as: Account.self), net: try Money(row: row, "net_cents"))
    }
    return try nets.reduce(.zero) { sum, line in
      guard let name = line.account.owner.flatMap({ ProviderName($0) }) else { return sum }
      let open = try balance(of: .provider(name)) + balance(of: .providerInTransit(name))
      return sum + max(.zero, min(line.net, open))
    }
  }
  /// What cards paid for a campaign and was not refunded or lost.
  package func takenByCard(for campaign: Campaign.ID) throws -> Money {
    try first(
      """
      SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) AS cents
        FROM posting p
       WHERE p.campaign_id = \(campaign) AND substr(p.account_code, 1, 9) = 'provider:'
      """
    ) { try Money(row: $0, "cents") } ?? .zero
  }
  /// What banks have taken back of a campaign's payments and may keep.
  package func disputed(of campaign: Campaign.ID) throws -> Money {
    try first(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS cents FROM dispute
       WHERE campaign_id = \(campaign) AND status IN (\(list: DisputeState.open))
      """
    ) { try Money(row: $0, "cents") } ?? .zero
  }
}

private let payoutColumns: SQL = """
  SELECT id, campaign_id, account_id, amount_cents, currency, status, proposed_by, proposed_at,
         approved_by, bank_file_id
    FROM payout
  """

extension Payout {
  init(row: Row) throws {
    self.init(
      id: try row("id"), of: try row("campaign_id"), try Money(row: row, "amount_cents"),
      to: try row("account_id"), proposed: (try row("proposed_by"), try row("proposed_at")))
    state = try row("status")
    approvedBy = try row("approved_by")
    file = try row("bank_file_id")
  }
}

extension PayoutState: SQLBindable, ColumnReadable {}

// Sponsors' funds and what they have promised; whoever changes a promise holds the fund's lock.
package import Domain
import Literals

extension Transaction {
  /// Writes a fund with the campaigns that it is for.
  package func insert(
    _ fund: MatchFund, for campaigns: [Campaign.ID], by person: Person.ID?, at now: Instant
  ) throws {
    let columns = MatchRuleColumns(fund.rule)
    try execute(
      """
      INSERT INTO match_fund (id, code, sponsor, rule, percent, amount_cents, cap_cents, status,
                              created_by, created_at)
           VALUES (\(fund.id), \(fund.code), \(fund.sponsor), \(fund.rule.kind),
                   \(columns.percent), \(columns.amount.cents), \(columns.cap.cents),
                   \(fund.state), \(person), \(now))
      """)
    for campaign in campaigns {
      try execute(
        """
        INSERT INTO match_commitment (fund_id, campaign_id, committed_cents, movements, status)
             VALUES (\(fund.id), \(campaign), 0, 0, \(MatchCommitment.State.offered))
        """)
    }
  }

  /// The open funds of a campaign, each locked until the transaction ends, always in one order.
  package func matchFundsLocked(for campaign: Campaign.ID) throws -> [MatchFund] {
    try rows(
      """
      SELECT \(fragment: fundColumns)
        FROM match_fund f
       WHERE f.status = 'open'
         AND f.id IN (SELECT m.fund_id FROM match_commitment m WHERE m.campaign_id = \(campaign))
       ORDER BY f.id
      \(sqlite: "", postgres: "FOR NO KEY UPDATE OF f")
      """, as: MatchFund.init(row:))
  }
  /// One fund, locked.
  package func matchFundLocked(_ id: MatchFund.ID) throws -> MatchFund? {
    try first(
      """
      SELECT \(fragment: fundColumns) FROM match_fund f WHERE f.id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE OF f")
      """, as: MatchFund.init(row:))
  }
  package func matchFund(code: Slug) throws -> MatchFund? {
    try first(
      "SELECT \(fragment: fundColumns) FROM match_fund f WHERE f.code = \(code)",
      as: MatchFund.init(row:))
  }
  /// All funds, the latest first.
  package func matchFunds(limit: Int = 200) throws -> [MatchFund] {
    try rows(
      "SELECT \(fragment: fundColumns) FROM match_fund f ORDER BY f.id DESC LIMIT \(limit)",
      as: MatchFund.init(row:))
  }
  /// What a fund has promised, campaign by campaign.
  package func commitments(of fund: MatchFund.ID) throws -> [MatchCommitment] {
    try rows(
      """
      SELECT fund_id, campaign_id, committed_cents, movements, status
        FROM match_commitment WHERE fund_id = \(fund) ORDER BY campaign_id
      """, as: MatchCommitment.init(row:))
  }
  package func commitment(of fund: MatchFund.ID, to campaign: Campaign.ID) throws
    -> MatchCommitment?
  { try commitments(of: fund).first { $0.campaign == campaign } }

  /// Call under the fund's lock.
  package func update(_ commitment: MatchCommitment) throws {
    try execute(
      """
      UPDATE match_commitment
         SET committed_cents = \(commitment.committed.cents),
             movements = \(commitment.movements), status = \(commitment.state)
       WHERE fund_id = \(commitment.fund) AND campaign_id = \(commitment.campaign)
      """)
  }
  package func close(_ fund: MatchFund.ID, at now: Instant) throws {
    try execute(
      "UPDATE match_fund SET status = 'closed', closed_at = \(now) WHERE id = \(fund)")
  }

  /// What a closed fund had left for its sponsor in all, and what of it has gone by transfer.
  package func sponsorsShare(of fund: MatchFund) throws -> (released: Money, returned: Money) {
    let released = try first(
      """
      SELECT CAST(COALESCE(-SUM(p.amount_cents), 0) AS BIGINT) AS cents
        FROM posting p
        JOIN journal_entry e ON e.id = p.journal_entry_id
       WHERE e.kind = 'matchReleased' AND e.cause_id = \(fund.id)
         AND p.account_code = \(Account.refundsPayable().code)
      """
    ) { try Money(row: $0, "cents") }
    let returned = try first(
      """
      SELECT CAST(COALESCE(-SUM(l.amount_cents), 0) AS BIGINT) AS cents
        FROM line_match m
        JOIN statement_line l ON l.id = m.line_id
       WHERE m.reason = 'sponsorReturned' AND m.status = 'matched' AND m.note = \(fund.code)
      """
    ) { try Money(row: $0, "cents") }
    return (released ?? .zero, returned ?? .zero)
  }

  /// Promises whose campaign has ended and that nobody has settled.
  package func matchesToSettle(limit: Int) throws -> [MatchCommitment] {
    try rows(
      """
      SELECT m.fund_id, m.campaign_id, m.committed_cents, m.movements, m.status
        FROM match_commitment m
        JOIN campaign c ON c.id = m.campaign_id
       WHERE m.status IN ('offered', 'reserved')
         AND c.status IN ('succeeded', 'failed', 'cancelled')
       ORDER BY m.fund_id, m.campaign_id
       LIMIT \(limit)
      """, as: MatchCommitment.init(row:))
  }

  /// What the crowd gave a campaign, as a rule asks for it: from the ledger, pledge by pledge.
  package func matchBasis(of campaign: Campaign.ID, for rule: MatchRule) throws -> MatchRule.Basis {
    let pledges =
      rule.kind == .multiply
      ? try rows(
        """
        SELECT CAST(-SUM(p.amount_cents) AS BIGINT) AS cents
          FROM posting p
         WHERE p.campaign_id = \(campaign)
           AND p.account_code IN (\("escrow:\(campaign)"), \("project:\(campaign)"))
           AND p.pledge_id IS NOT NULL
         GROUP BY p.pledge_id
        """
      ) { try Money(row: $0, "cents") } : []
    let minimum = try first(
      """
      SELECT CAST(COALESCE(SUM(minimum_cents), 0) AS BIGINT) AS cents
        FROM budget_line WHERE campaign_id = \(campaign)
      """
    ) { try Money(row: $0, "cents") }
    return MatchRule.Basis(
      crowd: try raised(by: campaign), minimum: minimum ?? .zero, donors: try backers(of: campaign),
      multiplied: pledges.reduce(.zero) { $0 + rule.multiplied($1) })
  }

  /// The funds beside a campaign, as its page shows them.
  package func matches(of campaign: Campaign.ID) throws -> [MatchOnPage] {
    let funds = try rows(
      """
      SELECT \(fragment: fundColumns)
        FROM match_fund f
        JOIN match_commitment m ON m.fund_id = f.id
       WHERE m.campaign_id = \(campaign)
       ORDER BY f.id
      """, as: MatchFund.init(row:))
    return try funds.compactMap { fund in
      try commitment(of: fund.id, to: campaign).map {
        MatchOnPage(fund: fund, commitment: $0, available: try balance(of: .match(fund.id)))
      }
    }
  }

  /// Promises that are not what the ledger moved between fund and campaign.
  func matchFindings() throws -> [LedgerFinding] {
    try rows(
      """
      SELECT m.fund_id, m.campaign_id, m.committed_cents,
             CAST(COALESCE((SELECT SUM(p.amount_cents) FROM posting p
                             WHERE p.account_code = 'match:' || m.fund_id
                               AND p.campaign_id = m.campaign_id), 0) AS BIGINT) AS moved
        FROM match_commitment m
      """
    ) { row -> LedgerFinding? in
      let promised: Int64 = try row("committed_cents")
      let moved: Int64 = try row("moved")
      guard promised != moved else { return nil }
      let fund: String = try row("fund_id")
      return LedgerFinding(
        .matched, account: "match:\(fund)",
        expected: "\(moved) moved to \(try row("campaign_id", as: String.self))",
        found: "\(promised) promised")
    }.compactMap(\.self)
  }
}

private let fundColumns: SQL = """
  f.id, f.code, f.sponsor, f.rule, f.percent, f.amount_cents, f.cap_cents, f.status
  """

extension MatchRule.Kind: SQLBindable, ColumnReadable {}
extension MatchFund.State: SQLBindable, ColumnReadable {}
extension MatchCommitment.State: SQLBindable, ColumnReadable {}

extension MatchFund {
  init(row: Row) throws {
    let columns = MatchRuleColumns(
      percent: try row("percent"), amount: try Money(row: row, "amount_cents"),
      cap: try Money(row: row, "cap_cents"))
    self.init(
      id: try row("id"), code: try row("code"), sponsor: try row("sponsor"),
      rule: columns.rule(try row("rule")), state: try row("status"))
  }
}
extension MatchCommitment {
  init(row: Row) throws {
    self.init(
      fund: try row("fund_id"), campaign: try row("campaign_id"),
      committed: try Money(row: row, "committed_cents"), movements: try row("movements"),
      state: try row("status"))
  }
}

/// A rule's numbers in three columns; what a rule does not have is zero.
private struct MatchRuleColumns {
  var percent = 0
  var amount = Money.zero
  var cap: Money

  init(percent: Int, amount: Money, cap: Money) {
    (self.percent, self.amount, self.cap) = (percent, amount, cap)
  }
  init(_ rule: MatchRule) {
    cap = rule.cap
    switch rule {
    case .share(let percent, _): self.percent = percent
    case .bonus(let percent, let amount): (self.percent, self.amount) = (percent, amount)
    case .multiply(let percent, let perPledge, _): (self.percent, amount) = (percent, perPledge)
    case .perDonor(let amount, _): self.amount = amount
    }
  }
  func rule(_ kind: MatchRule.Kind) -> MatchRule {
    switch kind {
    case .share: .share(percent: percent, cap: cap)
    case .bonus: .bonus(atPercent: percent, amount: amount)
    case .multiply: .multiply(percent: percent, perPledge: amount, cap: cap)
    case .perDonor: .perDonor(amount: amount, cap: cap)
    }
  }
}

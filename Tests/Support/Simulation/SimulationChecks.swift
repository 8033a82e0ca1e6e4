// What must hold after every step of a simulation, and what must have come to rest at its end.
import Domain
import Literals
import Store

extension Simulation {
  /// Everything that holds at any moment.
  func checkStep() async throws {
    let told = bank.toldSum
    let known = outcomes
    let (account, lives) = (town.account, town.lives)
    outcomes = try await town.database.read { tx in
      let findings = try tx.verifyLedger().findings
      guard findings.isEmpty else { throw Broken("the ledger: \(findings)") }
      try tx.checkBank(account, told: told)
      try tx.checkFunds()
      try tx.checkOpenItems()
      try tx.checkPledges()
      var outcomes: [Campaign.ID: CampaignOutcome] = [:]
      for life in lives {
        try tx.checkRaised(life.campaign.id)
        try tx.checkHeld(for: life.campaign.id)
        try tx.checkStock(life)
        guard let campaign = try tx.campaign(life.campaign.slug) else { continue }
        let outcome = try tx.outcome(of: campaign)
        if let before = known[campaign.id], before != outcome {
          throw Broken("the outcome of \(campaign.id) changed")
        }
        outcomes[campaign.id] = outcome
      }
      return outcomes
    }
  }

  /// What happened so far.
  func report() async throws -> SimulationReport {
    let mishaps = mishaps
    return try await town.database.read { [steps = trace.count] tx in
      func counts(_ sql: SQL) throws -> [String: Int] {
        let rows = try tx.rows(sql) { (try $0("name", as: String.self), try $0("n", as: Int.self)) }
        return Dictionary(rows) { first, _ in first }
      }
      var seen = mishaps
      for (name, table, column): (String, SQL, SQL) in [
        ("pledge", "pledge", "status"), ("payment", "payment", "status"),
        ("card", "card_mandate", "status"), ("refund", "refund", "status"),
        ("dispute", "dispute", "status"), ("payout", "payout", "status"),
        ("line", "line_match", "status"), ("mail", "mail_message", "kind"),
        ("webhook", "webhook_event", "status"), ("desk", "money_exception", "kind"),
        ("came to", "campaign_event", "to_status"), ("account", "account", "kind"),
      ] {
        let found = try counts(
          """
          SELECT \(fragment: column) AS name, COUNT(*) AS n FROM \(fragment: table)
           GROUP BY \(fragment: column)
          """)
        for (state, n) in found { seen["\(name) \(state)", default: 0] += n }
      }
      let more = try counts(
        """
        SELECT 'webhook twice' AS name, COUNT(*) AS n
          FROM (SELECT event_id FROM sandbox_delivery WHERE delivered_at IS NOT NULL
                 GROUP BY event_id HAVING COUNT(*) > 1) twice
         UNION ALL
        SELECT 'webhook never', COUNT(*) FROM sandbox_event e
         WHERE NOT EXISTS (SELECT 1 FROM sandbox_delivery d WHERE d.event_id = e.id)
         UNION ALL
        SELECT 'second round', COUNT(*) FROM campaign WHERE second_round_at IS NOT NULL
        """)
      return SimulationReport(
        entries: try counts("SELECT kind AS name, COUNT(*) AS n FROM journal_entry GROUP BY kind"),
        campaigns: try counts("SELECT status AS name, COUNT(*) AS n FROM campaign GROUP BY status"),
        seen: seen.merging(more.filter { $0.value > 0 }, uniquingKeysWith: +), steps: steps)
    }
  }

  /// What must not stay open once everybody has had their time.
  func checkEnd() async throws {
    let (lives, net, payments) = (town.lives, town.book.net, town.book.netOfPayments)
    let unsealed = try await town.database.read { tx in
      try tx.checkProvider(net, payments)
      try tx.checkRest()
      for life in lives {
        guard let campaign = try tx.campaign(life.campaign.slug) else { continue }
        guard [.succeeded, .failed, .cancelled].contains(campaign.state) else {
          throw Broken("\(campaign.id) is still \(campaign.state)")
        }
        for account in [Account.escrow(campaign.id), .shipping(campaign.id)] {
          let held = try tx.balance(of: account)
          // Shipping stays with a campaign that sends what it promised.
          guard held.isZero || (campaign.state == .succeeded && account.kind == .shipping) else {
            throw Broken(
              "\(held.cents) still held for \(account), \(campaign.state): "
                + "\(try tx.moves(on: account))")
          }
        }
      }
      return try tx.verifyLedger().unsealed
    }
    guard unsealed == 0 else { throw Broken("\(unsealed) entries are not sealed") }
  }
}

/// What does not hold.
struct Broken: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension Transaction {
  func number(_ sql: SQL) throws -> Int64 {
    try first(sql) { try $0("n", as: Int64.self) } ?? 0
  }

  /// What an account saw, to be read by whoever looks into a failed seed.
  fileprivate func moves(on account: Account) throws -> String {
    try rows(
      """
      SELECT e.kind, e.cause_id, p.amount_cents AS cents
        FROM posting p
        JOIN journal_entry e ON e.id = p.journal_entry_id
       WHERE p.account_code = \(account.code) ORDER BY e.id
      """
    ) { row in
      let (kind, cause): (String, String) = (try row("kind"), try row("cause_id"))
      return "\(kind) \(cause) \(try row("cents", as: Int64.self))"
    }.joined(separator: ", ")
  }

  /// The bank's account holds what its statements told, less what was set aside or still waits.
  fileprivate func checkBank(_ account: IBAN, told: Int64) throws {
    let notBooked = try number(
      """
      SELECT CAST(COALESCE(SUM(l.amount_cents), 0) AS BIGINT) AS n
        FROM statement_line l
        JOIN line_match m ON m.line_id = l.id
       WHERE m.status IN ('waiting', 'ignored')
      """)
    let booked = try balance(of: .bank(account)).cents
    guard booked == told - notBooked else {
      throw Broken("the bank has \(booked) and not \(told) less \(notBooked)")
    }
  }

  /// Raised is what payments brought, less what was decided to go back: computed another way.
  fileprivate func checkRaised(_ campaign: Campaign.ID) throws {
    let paid = try number(
      """
      SELECT CAST(COALESCE(SUM(amount_cents - shipping_cents), 0) AS BIGINT) AS n
        FROM payment WHERE campaign_id = \(campaign) AND status = 'succeeded'
      """)
    // Of what was sent again only the last sending comes from the campaign.
    let returned = try number(
      """
      SELECT CAST(COALESCE(SUM(reward_cents + gift_cents
                               - CASE WHEN resent_cents < reward_cents + gift_cents
                                      THEN resent_cents ELSE reward_cents + gift_cents END), 0)
                  AS BIGINT) AS n
        FROM refund
       WHERE campaign_id = \(campaign) AND status NOT IN ('requested', 'rejected')
      """)
    // Of a lost dispute the campaign bears what was not refunded, and no shipping.
    let lost = try number(
      """
      SELECT CAST(COALESCE(SUM(d.amount_cents), 0) AS BIGINT) AS n
        FROM dispute d
       WHERE d.campaign_id = \(campaign) AND d.status IN ('lost', 'accepted')
      """)
    let raised = try raised(by: campaign).cents
    guard (paid - returned - lost...paid - returned).contains(raised) else {
      throw Broken("\(campaign) raised \(raised), not \(paid) less \(returned) less \(lost)")
    }
  }

  /// No euro of a sponsor is in two places, and none is promised beyond the rule.
  fileprivate func checkFunds() throws {
    for fund in try matchFunds() {
      let code = Account.match(fund.id).code
      func moved(_ kinds: SQL) throws -> Int64 {
        try number(
          """
          SELECT CAST(COALESCE(-SUM(p.amount_cents), 0) AS BIGINT) AS n
            FROM posting p
            JOIN journal_entry e ON e.id = p.journal_entry_id
           WHERE p.account_code = \(code) AND e.kind IN (\(fragment: kinds))
          """)
      }
      let paidIn = try moved("'matchDeposited', 'reversal', 'matchReleased'")
      let promises = try commitments(of: fund.id)
      let promised = promises.reduce(Int64(0)) { $0 + $1.committed.cents }
      let left = try balance(of: .match(fund.id)).cents
      guard left >= 0, left + promised == paidIn else {
        throw Broken("\(fund.code) has \(left) and promised \(promised) of \(paidIn)")
      }
      for promise in promises {
        try checkPromise(promise, of: fund)
      }
    }
  }
  private func checkPromise(_ promise: MatchCommitment, of fund: MatchFund) throws {
    let most =
      promise.isMoving
      ? fund.rule.owed(try matchBasis(of: promise.campaign, for: fund.rule)) : fund.rule.cap
    guard promise.committed <= most else {
      throw Broken(
        "\(fund.code) promised \(promise.committed.cents) of at most \(most.cents)")
    }
  }

  fileprivate func checkStock(_ life: FundingWorld) throws {
    let taken = try taken(of: life.box.id)
    guard taken <= life.box.stock ?? .max else {
      throw Broken("\(taken) of \(life.box.stock ?? 0) boxes are taken")
    }
  }
}

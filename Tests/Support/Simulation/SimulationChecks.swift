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
      var outcomes: [Campaign.ID: CampaignOutcome] = [:]
      for life in lives {
        try tx.checkRaised(life.campaign.id)
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

  /// What must not stay open once everybody has had their time.
  func checkEnd() async throws {
    let lives = town.lives
    let unsealed = try await town.database.read { tx in
      try tx.checkProvider()
      for life in lives {
        guard let campaign = try tx.campaign(life.campaign.slug) else { continue }
        guard campaign.state == .succeeded || campaign.state == .failed else {
          throw Broken("\(campaign.id) is still \(campaign.state)")
        }
        let held = try tx.balance(of: .escrow(campaign.id))
        guard held.isZero else { throw Broken("\(held.cents) still held for \(campaign.id)") }
      }
      return try tx.verifyLedger().unsealed
    }
    guard unsealed == 0 else { throw Broken("\(unsealed) entries are not sealed") }
  }
}

/// What does not hold.
private struct Broken: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension Transaction {
  private func number(_ sql: SQL) throws -> Int64 {
    try first(sql) { try $0("n", as: Int64.self) } ?? 0
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
    let returned = try number(
      """
      SELECT CAST(COALESCE(SUM(r.amount_cents - r.shipping_cents), 0) AS BIGINT) AS n
        FROM refund r
        JOIN journal_entry e ON e.idempotency_key = 'refund-req:' || r.id
       WHERE r.campaign_id = \(campaign)
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

  /// Each payment that the provider took is in the ledger once, and nothing else is.
  fileprivate func checkProvider() throws {
    let took = try number(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS n
        FROM sandbox_payment WHERE status = 'succeeded'
      """)
    let sentBack = try number(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS n
        FROM sandbox_refund WHERE status = 'succeeded'
      """)
    let takenAway = try number(
      """
      SELECT CAST(COALESCE(SUM(amount_cents + \(SandboxDispute.fee.cents)), 0) AS BIGINT) AS n
        FROM sandbox_dispute WHERE status <> 'won'
      """)
    let ours = try balance(of: .provider(.sandbox)).cents
    guard ours == took - sentBack - takenAway else {
      throw Broken(
        "the provider holds \(took) - \(sentBack) - \(takenAway), the ledger says \(ours)")
    }
    let open = try number(
      """
      SELECT COUNT(*) AS n FROM payment
       WHERE provider = 'sandbox' AND status IN ('created', 'requiresAction', 'processing')
      """)
    guard open == 0 else { throw Broken("\(open) payments are still open") }
  }
}

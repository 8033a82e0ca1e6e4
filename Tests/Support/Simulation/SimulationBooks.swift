// Sums that are computed from rows of state and compared with the ledger, and what has to be at
// rest at the end of a simulation.
import Domain
import Literals
import Store

extension Transaction {
  /// What is held for a campaign, due to it or owed by it is what came in for it, less what went
  /// out: payments, sponsors, refunds, disputes, fees and payouts, each from its own table.
  func checkHeld(for campaign: Campaign.ID) throws {
    let came = try number(
      """
      SELECT CAST((SELECT COALESCE(SUM(amount_cents), 0) FROM payment
                    WHERE campaign_id = \(campaign) AND status = 'succeeded')
                + (SELECT COALESCE(SUM(committed_cents), 0) FROM match_commitment
                    WHERE campaign_id = \(campaign)) AS BIGINT) AS n
      """)
    let left = try number(
      """
      SELECT CAST((SELECT COALESCE(SUM(amount_cents - resent_cents), 0) FROM refund
                    WHERE campaign_id = \(campaign)
                      AND status NOT IN ('requested', 'rejected'))
                + (SELECT COALESCE(SUM(amount_cents), 0) FROM dispute
                    WHERE campaign_id = \(campaign) AND status IN ('lost', 'accepted'))
                + (SELECT COALESCE(SUM(amount_cents), 0) FROM payout
                    WHERE campaign_id = \(campaign)
                      AND status IN ('approved', 'submitted', 'paid')) AS BIGINT) AS n
      """)
    // What the platform bore of disputes, and what fees took of the campaign.
    let others = try number(
      """
      SELECT CAST(COALESCE(SUM(p.amount_cents), 0) AS BIGINT) AS n
        FROM posting p
        JOIN journal_entry e ON e.id = p.journal_entry_id
       WHERE p.campaign_id = \(campaign)
         AND (p.account_code = 'dispute_loss'
              OR (e.kind = 'campaignSettled'
                  AND (p.account_code = 'platform_fee'
                       OR substr(p.account_code, 1, 13) = 'provider_fee:')))
      """)
    let held =
      try balance(of: .escrow(campaign)) + balance(of: .shipping(campaign))
      + balance(of: .project(campaign)) - balance(of: .projectReceivable(campaign))
    guard held.cents == came - left + others else {
      throw Broken(
        "\(campaign) has \(held.cents) and not \(came) less \(left), fees and losses \(others)")
    }
  }

  /// What is owed to donors, in dispute and on its way is what the rows say.
  func checkOpenItems() throws {
    let refunds = try number(
      """
      SELECT CAST(COALESCE(SUM(r.amount_cents), 0) AS BIGINT) AS n
        FROM refund r
       WHERE r.status IN ('approved', 'submitted', 'pendingAtProvider', 'failedRetryable')
          OR (r.status IN ('manualTransferNeeded', 'unclaimed')
              AND NOT EXISTS (SELECT 1 FROM journal_entry e
                               WHERE e.idempotency_key = 'refund-fail:' || r.id))
      """)
    // What sponsors' funds had left when they closed, less what went back of it.
    let released = try number(
      """
      SELECT CAST((SELECT COALESCE(SUM(p.amount_cents), 0)
                     FROM posting p
                     JOIN journal_entry e ON e.id = p.journal_entry_id
                    WHERE e.kind = 'matchReleased' AND substr(p.account_code, 1, 6) = 'match:')
                + (SELECT COALESCE(SUM(l.amount_cents), 0)
                     FROM statement_line l
                     JOIN line_match m ON m.line_id = l.id
                    WHERE m.reason = 'sponsorReturned' AND m.status = 'matched') AS BIGINT) AS n
      """)
    let disputes = try number(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS n
        FROM dispute WHERE status IN ('evidenceNeeded', 'underReview')
      """)
    let payouts = try number(
      """
      SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS n
        FROM payout WHERE status IN ('approved', 'submitted')
      """)
    for (account, rows) in [
      (Account.refundsPayable(), refunds + released), (.disputes(.sandbox), disputes),
      (.paymentsOut(), payouts),
    ] {
      let held = try balance(of: account).cents
      guard held == rows else { throw Broken("\(account) has \(held) and not \(rows)") }
    }
  }

  /// A pledge is confirmed if and only if somebody paid for it.
  func checkPledges() throws {
    let unpaid = try number(
      """
      SELECT COUNT(*) AS n FROM pledge p
       WHERE p.status IN ('confirmed', 'closed')
         AND NOT EXISTS (SELECT 1 FROM payment y
                          WHERE y.pledge_id = p.id AND y.status = 'succeeded')
      """)
    guard unpaid == 0 else { throw Broken("\(unpaid) confirmed pledges are not paid") }
    let forgotten = try number(
      """
      SELECT COUNT(*) AS n
        FROM payment y
        JOIN pledge p ON p.id = y.pledge_id
        JOIN campaign c ON c.id = p.campaign_id
       WHERE y.status = 'succeeded' AND c.status NOT IN ('failed', 'cancelled')
         AND p.status IN ('reserved', 'awaitingPayment', 'authorised', 'paymentFailed', 'lapsed')
      """)
    guard forgotten == 0 else { throw Broken("\(forgotten) paid pledges are not confirmed") }
  }

  /// The provider's account with us is in the ledger to the cent: in all, and payment by payment
  /// without fees, since a line that was read before its payment was known is nobody's.
  func checkProvider(_ net: Money, _ payments: [String: Int64]) throws {
    let sums = try rows(
      """
      SELECT y.provider_payment_id AS name, y.id AS payment,
             CAST(SUM(p.amount_cents) AS BIGINT) AS cents
        FROM posting p
        JOIN payment y ON y.id = p.payment_id
        JOIN journal_entry e ON e.id = p.journal_entry_id
       WHERE p.account_code = \(Account.provider(.sandbox).code) AND e.kind <> 'providerFee'
       GROUP BY y.provider_payment_id, y.id
      """
    ) { (try $0("name", as: String?.self) ?? "", try $0("cents", as: Int64.self)) }
    let booked = Dictionary(sums, uniquingKeysWith: +)
    // What somebody sent at the provider above what was left is on the desk and not booked.
    let onDesk = Set(
      try rows(
        """
        SELECT y.provider_payment_id AS name
          FROM money_exception x
          JOIN payment y ON y.id = x.payment_id
         WHERE x.kind = 'refundUnexpected' AND x.closed_at IS NULL
        """
      ) { try $0("name", as: String.self) })
    var unbooked: Int64 = 0
    for (payment, cents) in payments.sorted(by: { $0.key < $1.key })
    where booked[payment] ?? 0 != cents {
      if onDesk.contains(payment) {
        unbooked += cents - (booked[payment] ?? 0)
        continue
      }
      throw Broken(
        "the provider holds \(cents) of \(payment), the ledger says \(booked[payment] ?? 0): "
          + "\(try story(of: payment))")
    }
    let ours = try balance(of: .provider(.sandbox))
    guard ours.cents == net.cents - unbooked else {
      throw Broken(
        "the provider owes us \(net.cents), the ledger says \(ours.cents), the desk \(unbooked)")
    }
  }

  /// What is known of a payment, to be read by whoever looks into a failed seed.
  private func story(of payment: String) throws -> String {
    let ours = try rows(
      """
      SELECT r.id, r.origin, r.amount_cents
        FROM refund r
        JOIN payment y ON y.id = r.payment_id
       WHERE y.provider_payment_id = \(payment) ORDER BY r.requested_at, r.id
      """
    ) { row in
      let (id, origin): (String, String) = (try row("id"), try row("origin"))
      return "refund \(origin) \(try row("amount_cents", as: Int64.self)) \(try history(of: id))"
    }
    let theirs = try rows(
      "SELECT status, amount_cents FROM sandbox_refund WHERE payment_id = \(payment) ORDER BY id"
    ) { "sent \(try $0("status", as: String.self)) \(try $0("amount_cents", as: Int64.self))" }
    let disputes = try rows(
      """
      SELECT d.id, d.amount_cents
        FROM dispute d
        JOIN payment y ON y.id = d.payment_id
       WHERE y.provider_payment_id = \(payment) ORDER BY d.opened_at, d.id
      """
    ) { row in
      let cents: Int64 = try row("amount_cents")
      return "disputed \(cents) \(try history(of: try row("id")))"
    }
    return (ours + theirs + disputes).joined(separator: ", ")
  }
  private func history(of id: String) throws -> String {
    try steps(of: id).map { "\($0.to) (\($0.reason)) at \($0.at)" }.joined(separator: " > ")
  }

  /// The provider's lines on the bank's statements and what became of them.
  private func arrivals() throws -> [String] {
    try rows(
      """
      SELECT l.text, l.amount_cents, m.status, m.reason, l.booked_on
        FROM statement_line l
        JOIN line_match m ON m.line_id = l.id
       WHERE l.text LIKE 'SANDBOX %' ORDER BY l.booked_on, l.id, m.id
      """
    ) { row in
      let words: [String?] = try ["booked_on", "text", "status", "reason"].map { try row($0) }
      return words.map { $0 ?? "-" }.joined(separator: " ")
        + " \(try row("amount_cents", as: Int64.self))"
    }
  }

  /// Refunds that went nowhere yet, to be read by whoever looks into a failed seed.
  private func refundsToGo() throws -> [String] {
    try rows(
      """
      SELECT r.id, r.status, r.amount_cents, y.provider_payment_id AS name, c.status AS campaign
        FROM refund r
        JOIN payment y ON y.id = r.payment_id
        JOIN campaign c ON c.id = r.campaign_id
       WHERE r.status NOT IN ('rejected', 'succeeded', 'manualPaid', 'unclaimed', 'sentAgain')
      """
    ) { row in
      let words: [String] = try ["id", "status", "campaign"].map { try row($0) }
      let (cents, name): (Int64, String?) = (try row("amount_cents"), try row("name"))
      return try "\(words) \(cents): \(name.map { try story(of: $0) } ?? "by transfer")"
    }
  }

  /// Nothing is half done any more.
  func checkRest() throws {
    let open: [(String, SQL)] = [
      (
        "payments",
        """
        SELECT COUNT(*) AS n FROM payment
         WHERE provider = 'sandbox' AND status IN ('created', 'requiresAction', 'processing')
        """
      ),
      (
        "refunds",
        """
        SELECT COUNT(*) AS n FROM refund
         WHERE status NOT IN ('rejected', 'succeeded', 'manualPaid', 'unclaimed', 'sentAgain')
        """
      ),
      (
        "disputes",
        "SELECT COUNT(*) AS n FROM dispute WHERE status NOT IN ('won', 'lost', 'accepted')"
      ),
      ("saved cards", "SELECT COUNT(*) AS n FROM card_mandate WHERE status IN ('asked', 'saved')"),
      ("transfers", "SELECT COUNT(*) AS n FROM payout WHERE status = 'submitted'"),
      (
        "faults on the desk",
        """
        SELECT COUNT(*) AS n FROM money_exception
         WHERE kind IN ('amount', 'currency', 'liveMode', 'reference', 'refundUncovered',
                        'disputeUnexpected', 'settlementDiffers')
            OR (kind = 'settlementFailed' AND closed_at IS NULL)
        """
      ),
    ]
    for (name, count) in open {
      let n = try number(count)
      guard n == 0 else {
        throw Broken("\(n) \(name) are still open; refunds: \(try refundsToGo())")
      }
    }
    let onTheWay = try balance(of: .providerInTransit(.sandbox))
    guard onTheWay.isZero else {
      let lines = try arrivals()
      throw Broken("\(onTheWay.cents) of the provider never arrived: \(lines)")
    }
  }
}

// The table of leaves to charge a saved card, and the sums that decide whether any is charged.
package import Domain
import Literals

extension Transaction {
  /// Writes a new mandate; `digest` is of its words.
  package func insert(_ mandate: CardMandate, digest: Digest) throws {
    try execute(
      """
      INSERT INTO card_mandate (id, pledge_id, campaign_id, attempt, provider, idempotency_key,
                                amount_cents, currency, wording, wording_digest, status, rounds,
                                created_at, expires_at, updated_at)
           VALUES (\(mandate.id), \(mandate.pledge), \(mandate.campaign), \(mandate.attempt),
                   \(mandate.provider), \(mandate.idempotencyKey), \(mandate.amount.cents),
                   \(mandate.amount.currency), \(mandate.terms.wording),
                   \(digest), \(mandate.state), \(mandate.rounds),
                   \(mandate.terms.createdAt), \(mandate.terms.expiresAt),
                   \(mandate.terms.createdAt))
      """)
    try record(
      MoneyStep(
        from: nil, to: mandate.state.rawValue, reason: "agreed", by: nil,
        at: mandate.terms.createdAt),
      of: mandate.id.description)
  }
  /// Writes what a mandate has become; with a line of its history where its state has changed.
  package func update(_ mandate: CardMandate, from before: CardMandateState, _ step: MoneyStep)
    throws
  {
    try execute(
      """
      UPDATE card_mandate
         SET status = \(mandate.state), provider_reference = \(mandate.providerReference),
             hosted_page = \(mandate.hostedPage), customer = \(mandate.card?.customer),
             method = \(mandate.card?.method), fingerprint = \(mandate.card?.fingerprint),
             next_at = \(mandate.nextAt), rounds = \(mandate.rounds), updated_at = \(step.at)
       WHERE id = \(mandate.id)
      """)
    if mandate.state != before { try record(step, of: mandate.id.description) }
  }
  package func mandate(_ id: CardMandate.ID) throws -> CardMandate? {
    try first("\(fragment: mandateColumns) WHERE id = \(id)", as: CardMandate.init(row:))
  }
  /// The same, kept from changing until the transaction ends. Its pledge is locked first.
  package func mandateLocked(_ id: CardMandate.ID) throws -> CardMandate? {
    try first(
      """
      \(fragment: mandateColumns) WHERE id = \(id) \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: CardMandate.init(row:))
  }
  /// All of a pledge, the latest first.
  package func mandates(of pledge: Pledge.ID) throws -> [CardMandate] {
    try rows(
      "\(fragment: mandateColumns) WHERE pledge_id = \(pledge) ORDER BY attempt DESC",
      as: CardMandate.init(row:))
  }
  /// Notes that it was decided what is done with a saved card: the others come first then.
  package func setLooked(_ mandate: CardMandate.ID, at now: Instant) throws {
    try execute("UPDATE card_mandate SET looked_at = \(now) WHERE id = \(mandate)")
  }
  /// Saved cards about which something may have to be done now: their campaign's deadline has
  /// passed, or their pledge does not need them any more. In turn, so that those that wait keep
  /// none of the others from being charged in time.
  package func mandatesDue(at now: Instant, limit: Int) throws -> [CardMandate.ID] {
    try rows(
      """
      SELECT m.id
        FROM card_mandate m
        JOIN campaign c ON c.id = m.campaign_id
        JOIN pledge p ON p.id = m.pledge_id
       WHERE m.status = 'saved'
         AND ((c.status = 'settling' AND (m.next_at IS NULL OR m.next_at <= \(now)))
              OR c.status IN ('succeeded', 'failed', 'cancelled')
              OR p.status IN ('confirmed', 'lapsed', 'cancelledByDonor', 'cancelledByAdmin',
                              'closed'))
       ORDER BY CASE WHEN m.looked_at IS NULL THEN 0 ELSE 1 END, m.looked_at, m.id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// Savings that were not heard of since, for the look-up.
  package func quietMandates(since: Instant, limit: Int) throws -> [CardMandate.ID] {
    try rows(
      """
      SELECT id FROM card_mandate
       WHERE status = 'asked' AND updated_at < \(since)
       ORDER BY updated_at, id LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// What saved cards promise a campaign, without shipping: how many, and their sum.
  package func authorised(for campaign: Campaign.ID) throws -> (count: Int, amount: Money) {
    try first(
      """
      SELECT COUNT(*) AS pledges,
             CAST(COALESCE(SUM(amount_cents - shipping_cents), 0) AS BIGINT) AS cents
        FROM pledge
       WHERE campaign_id = \(campaign) AND status = \(PledgeState.authorised)
      """
    ) { (try $0("pledges"), try Money(row: $0, "cents")) } ?? (0, .zero)
  }
  /// Whether any card of a campaign was charged.
  package func hasBegunCharging(_ campaign: Campaign.ID) throws -> Bool {
    try first(
      "SELECT 1 AS one FROM card_mandate WHERE campaign_id = \(campaign) AND rounds > 0 LIMIT 1"
    ) { _ in true } ?? false
  }
}

private let mandateColumns: SQL = """
  SELECT id, pledge_id, campaign_id, attempt, provider, amount_cents, currency, wording, status,
         provider_reference, hosted_page, customer, method, fingerprint, next_at, rounds,
         created_at, expires_at
    FROM card_mandate
  """

extension CardMandateState: SQLBindable, ColumnReadable {}

extension CardMandate {
  init(row: Row) throws {
    self.init(
      id: try row("id"), of: (try row("pledge_id"), try row("campaign_id")),
      at: try row("provider"), attempt: try row("attempt"),
      Terms(
        amount: Money(cents: try row("amount_cents"), try row("currency")),
        wording: try row("wording"), createdAt: try row("created_at"),
        expiresAt: try row("expires_at")))
    state = try row("status")
    providerReference = try row("provider_reference")
    hostedPage = try row("hosted_page")
    nextAt = try row("next_at")
    rounds = try row("rounds")
    if let customer = try row("customer", as: String?.self),
      let method = try row("method", as: String?.self)
    {
      card = SavedCard(
        customer: customer, method: method, fingerprint: try row("fingerprint"))
    }
  }
}

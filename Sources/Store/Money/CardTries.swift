// The table of card payments that were tried lately; it forgets after two days.
package import Domain
import Literals

extension Transaction {
  /// What a try was for: a payment, or the saving of a card.
  package typealias CardTrySubject = (
    provider: ProviderName, payment: Payment.ID?, campaign: Campaign.ID
  )

  /// Notes what became of a try. Its id is the provider's, or our payment's or mandate's; a known
  /// one stays as it is, and the answer is false.
  @discardableResult
  package func note(
    _ outcome: CardTries.Outcome, _ id: String, of subject: CardTrySubject,
    by who: (donor: Backer.ID, address: Digest?, card: Digest?), at now: Instant
  ) throws -> Bool {
    try execute(
      """
      INSERT INTO card_try (provider, try_id, outcome, payment_id, campaign_id, backer_id,
                            address_digest, card, occurred_at)
           VALUES (\(subject.provider), \(id), \(outcome), \(subject.payment), \(subject.campaign),
                   \(who.donor), \(who.address), \(who.card), \(now))
      ON CONFLICT (provider, try_id, outcome) DO NOTHING
      """) == 1
  }
  /// From where a payment or a saving of ours was started; nil when nobody knows, or not any more.
  package func addressTrying(_ ours: String, at provider: ProviderName) throws -> Digest? {
    try first(
      """
      SELECT address_digest FROM card_try
       WHERE provider = \(provider) AND try_id = \(ours) AND outcome = 'started'
         AND address_digest IS NOT NULL
      """
    ) { try $0("address_digest") }
  }
  /// Whether a bank refused a card on the page of a payment.
  package func hasRefusedTry(_ payment: Payment.ID) throws -> Bool {
    try first(
      "SELECT 1 AS one FROM card_try WHERE payment_id = \(payment) AND outcome = 'refused' LIMIT 1"
    ) { _ in true } ?? false
  }
  /// What was tried lately from an address, by a donor, for a campaign.
  package func cardTries(
    from address: Digest?, by donor: Backer.ID, for campaign: Campaign.ID, at now: Instant
  ) throws -> CardTries {
    let person = now - CardTries.personSpan
    return CardTries(
      ofAddress: try address.map {
        try count("address_digest = \($0) AND occurred_at >= \(person)")
      } ?? CardTries.Count(started: 0, refused: 0, taken: 0),
      ofDonor: try count("backer_id = \(donor) AND occurred_at >= \(person)"),
      ofCampaign: try count(
        "campaign_id = \(campaign) AND occurred_at >= \(now - CardTries.campaignSpan)"),
      ofCard: try cardUse(from: address, by: donor, since: person))
  }
  /// Of the cards that an address or a donor used lately, the most refusals of one since a time,
  /// and the most donors that one had.
  private func cardUse(
    from address: Digest?, by donor: Backer.ID, since: Instant
  ) throws -> (refused: Int, donors: Int) {
    let orFrom: SQL = address.map { "OR own.address_digest = \($0)" } ?? ""
    let found = try first(
      """
      SELECT CAST(COALESCE(MAX(x.refused), 0) AS BIGINT) AS refused,
             CAST(COALESCE(MAX(x.donors), 0) AS BIGINT) AS donors
        FROM (SELECT COUNT(CASE WHEN t.outcome = 'refused' AND t.occurred_at >= \(since)
                                THEN 1 END) AS refused,
                     COUNT(DISTINCT t.backer_id) AS donors
                FROM card_try t
               WHERE t.card IN (SELECT own.card FROM card_try own
                                 WHERE own.card IS NOT NULL
                                   AND (own.backer_id = \(donor) \(fragment: orFrom)))
               GROUP BY t.card) x
      """
    ) { row in (refused: try row("refused", as: Int.self), donors: try row("donors", as: Int.self))
    }
    return found ?? (0, 0)
  }
  private func count(_ condition: SQL) throws -> CardTries.Count {
    try first(
      """
      SELECT CAST(COALESCE(SUM(CASE WHEN outcome = 'started' THEN 1 END), 0) AS BIGINT) AS started,
             CAST(COALESCE(SUM(CASE WHEN outcome = 'refused' THEN 1 END), 0) AS BIGINT) AS refused,
             CAST(COALESCE(SUM(CASE WHEN outcome = 'taken' THEN 1 END), 0) AS BIGINT) AS taken
        FROM card_try WHERE \(fragment: condition)
      """
    ) { row in
      CardTries.Count(
        started: try row("started"), refused: try row("refused"), taken: try row("taken"))
    } ?? CardTries.Count(started: 0, refused: 0, taken: 0)
  }
  /// How many donors paid with a card lately.
  package func donors(of card: Digest) throws -> Int {
    try first(
      """
      SELECT COUNT(DISTINCT backer_id) AS n FROM card_try
       WHERE card = \(card) AND outcome = 'taken'
      """
    ) { try $0("n") } ?? 0
  }
  /// Forgets tries before a time.
  package func forgetCardTries(before limit: Instant) throws {
    try execute("DELETE FROM card_try WHERE occurred_at < \(limit)")
  }
}

extension CardTries.Outcome: SQLBindable, ColumnReadable {}

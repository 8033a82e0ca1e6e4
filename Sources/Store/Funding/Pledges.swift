// The table of pledges, and the history of their states.
package import Domain
import Literals

extension Transaction {
  /// The backer of an address: the one there is, or the new one given here. Whoever proved the
  /// address finds the pledge among their own.
  package func backer(_ new: Backer, at now: Instant) throws -> Backer {
    let key = new.email.text.lowercased()
    try execute(
      """
      INSERT INTO backer (id, email, email_key, person_id, created_at)
           VALUES (\(new.id), \(new.email), \(key),
                   (SELECT w.id
                      FROM person w
                     WHERE w.email_key = \(key) AND w.email_verified_at IS NOT NULL),
                   \(now))
      ON CONFLICT (email_key) DO NOTHING
      """)
    let id: Backer.ID? = try first("SELECT id FROM backer WHERE email_key = \(key)") {
      try $0("id")
    }
    return Backer(id: id ?? new.id, email: new.email)
  }
  /// Writes a new pledge. Call under its reward's lock.
  package func insert(_ pledge: Pledge) throws {
    let donor = pledge.donor
    try execute(
      """
      INSERT INTO pledge (id, reference, transfer_reference, access_key, form_token, form_digest,
                          campaign_id, reward_id, backer_id, donor_name, language, amount_cents,
                          shipping_cents, reward_value_cents, currency, method, status,
                          name_public, amount_public, name_to_owner, ship_street,
                          ship_postcode, ship_city, ship_province, reward_lost, expires_at,
                          created_at)
           VALUES (\(pledge.id), \(pledge.keys.reference), \(pledge.keys.transferReference),
                   \(pledge.keys.accessKey), \(pledge.keys.formToken), \(pledge.keys.formDigest),
                   \(pledge.campaign), \(pledge.reward), \(donor.backer), \(donor.name),
                   \(donor.language), \(pledge.total.cents), \(pledge.split.shipping.cents),
                   \(pledge.split.consideration.cents), \(pledge.total.currency),
                   \(pledge.method), \(pledge.state), \(donor.visibility.namePublic),
                   \(donor.visibility.amountPublic), \(donor.visibility.nameToOrganisation),
                   \(donor.address?.street), \(donor.address?.postcode),
                   \(donor.address?.city), \(donor.address?.province), \(pledge.rewardLost),
                   \(pledge.expiresAt), \(pledge.placedAt))
      """)
  }
  /// Writes state, way of paying, expiry and what follows from being paid.
  package func update(_ pledge: Pledge) throws {
    try execute(
      """
      UPDATE pledge
         SET status = \(pledge.state), method = \(pledge.method),
             expires_at = \(pledge.expiresAt), confirmed_at = \(pledge.confirmedAt),
             reward_lost = \(pledge.rewardLost)
       WHERE id = \(pledge.id)
      """)
  }
  /// The pledge that a form made, if it has made one.
  package func pledge(fromForm token: String) throws -> Pledge? {
    try first(
      "SELECT \(fragment: pledgeColumns) WHERE p.form_token = \(token)", as: Pledge.init(row:))
  }
  /// The pledge of a page's address, if there is one.
  package func pledge(accessKey: String) throws -> Pledge? {
    try first(
      "SELECT \(fragment: pledgeColumns) WHERE p.access_key = \(accessKey)",
      as: Pledge.init(row:))
  }
  /// The pledge of an id, if there is one.
  package func pledge(_ id: Pledge.ID) throws -> Pledge? {
    try first("SELECT \(fragment: pledgeColumns) WHERE p.id = \(id)", as: Pledge.init(row:))
  }
  /// The same, kept from changing until the transaction ends.
  package func pledgeLocked(_ id: Pledge.ID) throws -> Pledge? {
    try first(
      """
      SELECT \(fragment: pledgeColumns) WHERE p.id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE OF p")
      """, as: Pledge.init(row:))
  }
  /// Pledges whose time to be paid is over, the longest overdue first.
  package func expiredPledges(at now: Instant, limit: Int) throws -> [Pledge.ID] {
    try rows(
      """
      SELECT id
        FROM pledge
       WHERE status IN ('reserved', 'awaitingPayment', 'paymentFailed')
         AND expires_at <= \(now)
       ORDER BY expires_at, id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// What is promised to a campaign and may still arrive: how many pledges, and their sum.
  package func pending(for campaign: Campaign.ID) throws -> (count: Int, amount: Money) {
    try first(
      """
      SELECT COUNT(*) AS pledges,
             CAST(COALESCE(SUM(amount_cents - shipping_cents), 0) AS BIGINT) AS cents
        FROM pledge
       WHERE campaign_id = \(campaign)
         AND status IN (\(list: PledgeState.pending))
      """
    ) { (try $0("pledges"), try Money(row: $0, "cents")) } ?? (0, .zero)
  }
  /// The pledges of a campaign in a state, oldest first, after one of them.
  package func pledges(
    of campaign: Campaign.ID, in state: PledgeState, after last: Pledge.ID?, limit: Int
  ) throws -> [Pledge.ID] {
    try rows(
      """
      SELECT id
        FROM pledge
       WHERE campaign_id = \(campaign)
         AND status = \(state)
         AND id > \(last?.description ?? "")
       ORDER BY id
       LIMIT \(limit)
      """
    ) { try $0("id") }
  }
  /// One more row of a pledge's history.
  package func record(_ event: PledgeEventRow) throws {
    try execute(
      """
      INSERT INTO pledge_event (id, pledge_id, from_status, to_status, reason, actor_kind, actor_id,
                                occurred_at)
           VALUES (\(event.id), \(event.pledge), \(event.from), \(event.to), \(event.reason),
                   \(event.actor.kind.rawValue), \(event.actor.person), \(event.at))
      """)
  }
  /// How a pledge came to where it is.
  package func changes(of pledge: Pledge.ID) throws -> [PledgeChange] {
    try rows(
      """
      SELECT to_status, occurred_at
        FROM pledge_event
       WHERE pledge_id = \(pledge)
       ORDER BY occurred_at, id
      """
    ) { PledgeChange(state: try $0("to_status"), at: try $0("occurred_at")) }
  }
}

/// A row of a pledge's history.
package struct PledgeEventRow: Identified, Sendable {
  package static let idPrefix = "pev"

  let id: PledgeEventRow.ID
  let pledge: Pledge.ID
  let from: PledgeState?
  let to: PledgeState
  let reason: String
  let actor: Actor
  let at: Instant

  package init(
    id: PledgeEventRow.ID, pledge: Pledge.ID, step: (from: PledgeState?, to: PledgeState),
    reason: String, by actor: Actor, at: Instant
  ) {
    self.id = id
    self.pledge = pledge
    (from, to) = step
    self.reason = reason
    self.actor = actor
    self.at = at
  }
}

/// The columns that make a `Pledge`, and where they come from.
private let pledgeColumns: SQL = """
  p.id, p.reference, p.transfer_reference, p.access_key, p.form_token, p.form_digest,
  p.campaign_id, p.reward_id, p.donor_name, p.language, p.amount_cents, p.shipping_cents,
  p.reward_value_cents, p.currency, p.method, p.status, p.name_public, p.amount_public,
  p.name_to_owner, p.ship_street, p.ship_postcode, p.ship_city, p.ship_province,
  p.reward_lost, p.expires_at, p.created_at, p.confirmed_at, p.backer_id, b.email
  FROM pledge p
  JOIN backer b ON b.id = p.backer_id
  """

extension Pledge {
  init(row: Row) throws {
    let currency: Currency = try row("currency")
    let total: Int64 = try row("amount_cents")
    let shipping: Int64 = try row("shipping_cents")
    let worth: Int64 = try row("reward_value_cents")
    let donor = Donor(
      backer: Backer(id: try row("backer_id"), email: try row("email")),
      name: try row("donor_name"), language: try row("language"),
      visibility: Visibility(
        namePublic: try row("name_public"), amountPublic: try row("amount_public"),
        nameToOrganisation: try row("name_to_owner")),
      address: try PostalAddress(row: row))
    self.init(
      id: try row("id"), to: try row("campaign_id"), for: try row("reward_id"),
      Promise(
        split: PriceSplit(
          consideration: Money(cents: worth, currency),
          gift: Money(cents: total - shipping - worth, currency),
          shipping: Money(cents: shipping, currency)),
        donor: donor, method: try row("method"),
        keys: PledgeKeys(
          reference: try row("reference"), transferReference: try row("transfer_reference"),
          accessKey: try row("access_key"),
          form: (try row("form_token"), try row("form_digest")))),
      at: try row("created_at"))
    state = try row("status")
    expiresAt = try row("expires_at")
    confirmedAt = try row("confirmed_at")
    rewardLost = try row("reward_lost")
  }
}

extension PostalAddress {
  /// Nil when nothing is sent.
  init?(row: Row) throws {
    guard let street = try row("ship_street", as: String?.self) else { return nil }
    self.init(
      street: street, postcode: try row("ship_postcode"), city: try row("ship_city"),
      province: try row("ship_province"))
  }
}

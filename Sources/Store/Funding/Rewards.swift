// The table of rewards, with what is taken of each.
package import Domain
import Literals

extension Transaction {
  /// A reward of a campaign under its lock: nobody else reserves one until the transaction ends.
  /// On SQLite the single writer is that lock.
  package func rewardLocked(_ id: Reward.ID, of campaign: Campaign.ID) throws -> Reward? {
    try first(
      """
      SELECT \(fragment: rewardColumns)
        FROM reward r
       WHERE r.id = \(id)
         AND r.campaign_id = \(campaign)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Reward.init(row:))
  }
  /// How many of a reward are kept for pledges now. Exact only under the reward's lock.
  package func taken(of reward: Reward.ID) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS taken
        FROM pledge
       WHERE reward_id = \(reward)
         AND status IN (\(list: PledgeState.holding))
         AND NOT reward_lost
      """
    ) { try $0("taken") } ?? 0
  }
  /// How many of a reward are kept for one backer now.
  package func taken(of reward: Reward.ID, by backer: Backer.ID) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS taken
        FROM pledge
       WHERE backer_id = \(backer)
         AND reward_id = \(reward)
         AND status IN (\(list: PledgeState.holding))
         AND NOT reward_lost
      """
    ) { try $0("taken") } ?? 0
  }
  /// The rewards of a campaign with what is taken of each and where they are collected.
  package func rewards(of campaign: Campaign.ID) throws -> [RewardOffer] {
    try rows(
      """
      SELECT \(fragment: rewardColumns), \(fragment: pointColumns),
             (SELECT COUNT(*)
                FROM pledge p
               WHERE p.reward_id = r.id
                 AND p.status IN (\(list: PledgeState.holding))
                 AND NOT p.reward_lost) AS taken
        FROM reward r
        LEFT JOIN pick_up_point u ON u.id = r.pick_up_point_id
       WHERE r.campaign_id = \(campaign)
       ORDER BY r.position
      """, as: RewardOffer.init(row:))
  }
  /// One reward with what is taken of it.
  package func reward(_ id: Reward.ID) throws -> RewardOffer? {
    try first(
      """
      SELECT \(fragment: rewardColumns), \(fragment: pointColumns),
             (SELECT COUNT(*)
                FROM pledge p
               WHERE p.reward_id = r.id
                 AND p.status IN (\(list: PledgeState.holding))
                 AND NOT p.reward_lost) AS taken
        FROM reward r
        LEFT JOIN pick_up_point u ON u.id = r.pick_up_point_id
       WHERE r.id = \(id)
      """, as: RewardOffer.init(row:))
  }
  /// Writes a reward, new or changed.
  package func save(_ reward: Reward) throws {
    try execute(
      """
      INSERT INTO reward (id, campaign_id, position, title_it, title_en, description_it,
                          description_en, minimum_cents, fair_value_cents, stock, limit_per_donor,
                          delivery, shipping_cents, pick_up_point_id, delivered_from, delivered_to,
                          perishable, notice_it, notice_en)
           VALUES (\(reward.id), \(reward.campaign), \(reward.position),
                   \(reward.title.italian), \(reward.title.english),
                   \(reward.description.italian), \(reward.description.english),
                   \(reward.minimum.cents), \(reward.fairValue.cents), \(reward.stock),
                   \(reward.limitPerDonor), \(reward.delivery.kind), \(reward.delivery.cost.cents),
                   \(reward.delivery.point), \(reward.season?.from), \(reward.season?.to),
                   \(reward.isPerishable), \(reward.notice.italian), \(reward.notice.english))
      ON CONFLICT (id) DO UPDATE
              SET title_it = excluded.title_it, title_en = excluded.title_en,
                  description_it = excluded.description_it,
                  description_en = excluded.description_en,
                  minimum_cents = excluded.minimum_cents,
                  fair_value_cents = excluded.fair_value_cents, stock = excluded.stock,
                  limit_per_donor = excluded.limit_per_donor, delivery = excluded.delivery,
                  shipping_cents = excluded.shipping_cents,
                  pick_up_point_id = excluded.pick_up_point_id,
                  delivered_from = excluded.delivered_from,
                  delivered_to = excluded.delivered_to, perishable = excluded.perishable,
                  notice_it = excluded.notice_it, notice_en = excluded.notice_en
      """)
  }
  /// Removes a reward of a draft; the schema refuses it once somebody has pledged for it.
  package func delete(_ reward: Reward.ID, of campaign: Campaign.ID) throws {
    try execute("DELETE FROM reward WHERE id = \(reward) AND campaign_id = \(campaign)")
  }
}

extension RewardDelivery {
  var point: PickUpPoint.ID? {
    switch self {
    case .pickUp(let point): point
    case .none, .shipping: nil
    }
  }
}

let rewardColumns: SQL = """
  r.id, r.campaign_id, r.position, r.title_it, r.title_en, r.description_it, r.description_en,
  r.minimum_cents, r.fair_value_cents, r.stock, r.limit_per_donor, r.delivery, r.shipping_cents,
  r.pick_up_point_id, r.delivered_from, r.delivered_to, r.perishable, r.notice_it, r.notice_en
  """
let pointColumns: SQL = """
  u.id AS point_id, u.organisation_id AS point_organisation_id, u.name AS point_name,
  u.address AS point_address, u.hours_it AS point_hours_it, u.hours_en AS point_hours_en
  """

extension Reward {
  init(row: Row) throws {
    self.init(
      id: try row("id"), campaign: try row("campaign_id"), position: try row("position"),
      words: RewardWords(
        title: try LocalText(row: row, "title"),
        description: try LocalText(row: row, "description"),
        notice: try LocalText(row: row, "notice")),
      price: RewardPrice(
        minimum: try Money(row: row, "minimum_cents"),
        fairValue: try Money(row: row, "fair_value_cents")))
    stock = try row("stock")
    limitPerDonor = try row("limit_per_donor")
    isPerishable = try row("perishable")
    let point: PickUpPoint.ID? = try row("pick_up_point_id")
    switch try row("delivery", as: RewardDeliveryKind.self) {
    case .none: delivery = .none
    case .shipping: delivery = .shipping(cost: try Money(row: row, "shipping_cents"))
    case .pickUp:
      guard let point else { throw Fault("a reward to pick up has no pick-up point") }
      delivery = .pickUp(point)
    }
    let from: CivilDate? = try row("delivered_from")
    let to: CivilDate? = try row("delivered_to")
    if let from, let to { season = Season(from: from, to: to) }
  }
}

extension RewardOffer {
  init(row: Row) throws {
    let id: PickUpPoint.ID? = try row("point_id")
    let point: PickUpPoint? =
      if let id {
        PickUpPoint(
          id: id, organisation: try row("point_organisation_id"), name: try row("point_name"),
          address: try row("point_address"), hours: try LocalText(row: row, "point_hours"))
      } else { nil }
    self.init(reward: try Reward(row: row), taken: try row("taken"), point: point)
  }
}

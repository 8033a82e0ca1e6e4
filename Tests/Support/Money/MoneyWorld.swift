// A campaign with pledges to pay for, written straight into the tables: what money needs of others.
package import Domain
import Literals
package import Store

/// The same numbers for the same seed, on any machine.
package struct SeededIDs: Sendable {
  private var state: UInt64
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }
  package mutating func id<Owner>() -> ID<Owner> {
    ID(at: MoneyWorld.start, random: bytes(10))
  }
}

/// One live campaign, and as many payments for it as a test asks for.
package struct MoneyWorld: Sendable {
  package let campaign: Campaign.ID
  /// Payments of 10.00 each with 2.00 of shipping, each for a pledge of its own, not yet asked for.
  package let payments: [Payment]
  package var ids: SeededIDs

  /// When every test begins.
  package static let start = Instant(milliseconds: 1_763_700_000_000)
  package static let amount = Money.euro(10)
  package static let shipping = Money.euro(2)

  /// Writes the world.
  package static func make(
    payments count: Int, at provider: ProviderName = .sandbox, seed: UInt64 = 1,
    in database: Database
  ) async throws -> MoneyWorld {
    try await database.write { tx in
      var ids = SeededIDs(seed: seed)
      let campaign = try tx.insertCampaign(&ids)
      var payments: [Payment] = []
      for _ in 0..<count {
        let pledge = try tx.insertPledge(of: campaign, &ids)
        let payment = Payment(
          id: ids.id(), of: (pledge, campaign), at: provider, attempt: 1,
          Payment.Terms(
            amount: amount, shipping: shipping, createdAt: start, expiresAt: start + .minutes(30)))
        try tx.insert(payment)
        payments.append(payment)
      }
      return MoneyWorld(campaign: campaign, payments: payments, ids: ids)
    }
  }

  /// The entry of a payment's capture, with an id of its own each time it is asked for.
  package mutating func capture(of payment: Payment) throws -> JournalEntry {
    let header = JournalEntry.Header(
      id: ids.id(), effectiveOn: CivilDate(of: Self.start), cause: .payment(payment.id))
    return try JournalEntry.captured(header, by: payment.provider, payment.paid)
  }
}

extension Transaction {
  fileprivate func insertCampaign(_ ids: inout SeededIDs) throws -> Campaign.ID {
    let person: Person.ID = ids.id()
    let organisation: Organisation.ID = ids.id()
    let campaign: Campaign.ID = ids.id()
    let slug = "\(campaign)".replacing("_", with: "-")
    let now = MoneyWorld.start
    try execute(
      """
      INSERT INTO person (id, email, email_key, name, language, created_at)
           VALUES (\(person), \("\(person)@example.org"), \("\(person)@example.org"), 'Anna', 'it',
                   \(now))
      """)
    try execute(
      """
      INSERT INTO organisation (id, slug, name, tax_code, place, about_it, about_en, created_at)
           VALUES (\(organisation), \("o\(slug)"), 'Orti', '', '', '', '', \(now))
      """)
    try execute(
      """
      INSERT INTO campaign (id, slug, organisation_id, status, title_it, title_en, summary_it,
                            summary_en, story_it, story_en, place, picture, funding_rule,
                            currency, minimum_pledge_cents, opens_at, closes_at, author_id,
                            created_at, updated_at)
           VALUES (\(campaign), \(slug), \(organisation), 'live', 'Orto', 'Garden', '', '',
                   '', '', '', '', 'allOrNothing', 'EUR', 200, \(now - .days(1)),
                   \(now + .days(30)), \(person), \(now), \(now))
      """)
    return campaign
  }

  fileprivate func insertPledge(of campaign: Campaign.ID, _ ids: inout SeededIDs) throws
    -> Pledge.ID
  {
    let pledge: Pledge.ID = ids.id()
    let backer = "\(ids.id() as Pledge.ID)"
    let now = MoneyWorld.start
    let reference = PersonReference(random: ids.bytes(8))
    let transfer = RFReference(random: ids.bytes(8))
    let formDigest = String(repeating: "0", count: 64)
    try execute(
      """
      INSERT INTO backer (id, email, email_key, created_at)
           VALUES (\(backer.replacing("plg", by: "bck")), \("\(backer)@example.org"),
                   \("\(backer)@example.org"), \(now))
      """)
    try execute(
      """
      INSERT INTO pledge (id, reference, transfer_reference, access_key, form_token, form_digest,
                          campaign_id, backer_id, donor_name, language, amount_cents,
                          shipping_cents, reward_value_cents, currency, method, status,
                          name_public, amount_public, name_to_owner, reward_lost, expires_at,
                          created_at)
           VALUES (\(pledge), \(reference.text), \(transfer.text), \("key \(pledge)"),
                   \("form \(pledge)"), \(formDigest), \(campaign),
                   \(backer.replacing("plg", by: "bck")), 'Bruno', 'it',
                   \(MoneyWorld.amount.cents), \(MoneyWorld.shipping.cents), 0, 'EUR', 'card',
                   'awaitingPayment', \(false), \(false), \(false), \(false),
                   \(now + .minutes(30)), \(now))
      """)
    return pledge
  }
}

extension String {
  fileprivate func replacing(_ prefix: String, by other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}

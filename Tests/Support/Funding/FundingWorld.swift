// A farm with a live campaign, its people and its rewards, for the tests of funding.
package import Domain
import Literals
package import Services
package import Store
import Synchronization

/// A clock that stands where the test puts it.
package final class TestClock: Sendable {
  private let instant: Mutex<Instant>

  package init(_ instant: Instant) { self.instant = Mutex(instant) }
  package var now: Instant {
    get { instant.withLock { $0 } }
    set { instant.withLock { $0 = newValue } }
  }
  /// The same as the port that use cases ask.
  package var port: WallClock { WallClock { self.now } }
}

/// Chance that repeats from run to run.
package func seededEntropy(_ seed: UInt64 = 42) -> Entropy {
  let state = Mutex(seed)
  return Entropy { count in
    state.withLock { state in
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
    }
  }
}

/// A database with `Pane e libertà`: live from 1 to 30 November 2026, minimum 1,000 €, optimum
/// 1,500 €, and three rewards.
package struct FundingWorld: Sendable {
  package let database: Database
  package let clock: TestClock
  package let entropy: Entropy
  package let organisation: Organisation.ID
  package let author: Person.ID
  package let reviewer: Person.ID
  package let campaign: Campaign
  /// Ten boxes, 25 €, at most two a donor, picked up.
  package let box: Reward
  /// A loaf sent home: 15 € and 7 € shipping, no end to them.
  package let loaf: Reward
  /// Thanks by name, 5 €.
  package let thanks: Reward

  package static let opensAt =
    CivilDate(year: 2026, month: 11, day: 1)?.start
    ?? Instant(
      milliseconds: 0)
  package static let closesAt = CivilDate(year: 2026, month: 11, day: 30)?.end ?? opensAt

  package init(
    _ database: Database, state: CampaignState = .live, boxes: Int = 10, boxesPerDonor: Int? = 2,
    rule: FundingRule = .allOrNothing, slug: String = "pane-e-liberta"
  ) async throws {
    let opensAt = Self.opensAt
    let entropy = seededEntropy(UInt64(slug.utf8.count))
    self.database = database
    self.entropy = entropy
    clock = TestClock(opensAt + .days(3))
    organisation = entropy.id(at: opensAt)
    author = entropy.id(at: opensAt)
    reviewer = entropy.id(at: opensAt)
    campaign = Campaign(
      id: entropy.id(at: opensAt), organisation: organisation, slug: Slug(title: slug),
      author: author, state: state, rule: rule, opensAt: opensAt, closesAt: Self.closesAt)
    let place = PickUpPoint(
      id: entropy.id(at: opensAt), organisation: organisation, name: "Bottega di Lecce",
      address: "Via dei Mocenigo 3, Lecce",
      hours: LocalText(italian: "sabato dalle 9 alle 12", english: "Saturdays 9 to 12"))
    let ids: [Reward.ID] = (0..<3).map { _ in entropy.id(at: opensAt) }
    box = Self.reward(ids[0], campaign.id, 1, "Cassetta di ortaggi", .euro(25), worth: .euro(15)) {
      $0.stock = boxes
      $0.limitPerDonor = boxesPerDonor
      $0.delivery = .pickUp(place.id)
      $0.isPerishable = true
    }
    loaf = Self.reward(ids[1], campaign.id, 2, "Pane di Altamura", .euro(15), worth: .euro(6)) {
      $0.delivery = .shipping(cost: .euro(7))
    }
    thanks = Self.reward(ids[2], campaign.id, 3, "Il tuo nome al forno", .euro(5), worth: .zero)
    let world = self
    try await database.write { tx in try world.fill(tx, place) }
  }

  private static func reward(
    _ id: Reward.ID, _ campaign: Campaign.ID, _ position: Int, _ title: String, _ minimum: Money,
    worth: Money, _ change: (inout Reward) -> Void = { _ in }
  ) -> Reward {
    var reward = Reward(
      id: id, campaign: campaign, position: position,
      words: RewardWords(title: LocalText(italian: title)),
      price: RewardPrice(minimum: minimum, fairValue: worth))
    if let from = CivilDate("2027-03-01"), let to = CivilDate("2027-03-31") {
      reward.season = Season(from: from, to: to)
    }
    change(&reward)
    return reward
  }

  private func fill(_ tx: Transaction, _ place: PickUpPoint) throws {
    let at = Self.opensAt
    for (id, name) in [(author, "Marta"), (reviewer, "Giulia")] {
      try tx.execute(
        """
        INSERT INTO person (id, email, email_key, name, language, created_at)
             VALUES (\(id), \("\(id)@esempio.it"), \("\(id)@esempio.it"), \(name), 'it', \(at))
        """)
    }
    try tx.execute(
      """
      INSERT INTO organisation (id, slug, name, tax_code, place, about_it, about_en, created_at)
           VALUES (\(organisation), \("forno-\(campaign.slug)"), 'Forno Oltre', '00743110157',
                   'Lecce', '', '', \(at))
      """)
    try tx.insert(place)
    let texts = CampaignTexts(
      title: LocalText(italian: "Pane e libertà"),
      summary: LocalText(italian: "Un forno in carcere che dà lavoro."),
      story: LocalText(italian: "Il **pane** è buono.", english: "The **bread** is good."),
      place: "Lecce")
    try tx.insert(campaign, texts, at: at)
    try tx.replaceBudget(
      of: campaign.id,
      with: [
        BudgetLine(
          id: entropy.id(at: at), position: 1, title: LocalText(italian: "Forno"),
          minimum: .euro(800), optimum: .euro(1_200)),
        BudgetLine(
          id: entropy.id(at: at), position: 2, title: LocalText(italian: "Farina"),
          minimum: .euro(200), optimum: .euro(300)),
      ])
    for reward in [box, loaf, thanks] { try tx.save(reward) }
  }

  /// The person's actor with one role held on the platform.
  package func actor(_ person: Person.ID, _ role: Role) -> Actor {
    let grant = Grant(
      id: entropy.id(at: Self.opensAt), person: person, role: role, scope: .platform, by: nil,
      at: Self.opensAt)
    return .person(person, grants: [grant])
  }

  /// Letters whose words are only their kind.
  package var letters: PledgeLetters {
    PledgeLetters { MailContent(subject: $0.kind.rawValue, text: $0.page.title.italian) }
  }
  package var vault: Vault { Vault(secret: Array("a vault".utf8)) }
  package var placePledge: PlacePledge {
    PlacePledge(
      database: database, clock: clock.port, entropy: entropy, vault: vault, letters: letters)
  }
  package var retryPledge: RetryPledge {
    RetryPledge(database: database, clock: clock.port, entropy: entropy, letters: letters)
  }
  package var cancelPledge: CancelPledge {
    CancelPledge(database: database, clock: clock.port, entropy: entropy)
  }
  package var expirePledges: ExpirePledges {
    ExpirePledges(database: database, clock: clock.port, entropy: entropy, letters: letters)
  }
  package var payments: PledgePayments { PledgePayments(letters: letters) }
  package var systemStamp: Stamp { Stamp(at: clock.now, by: .system, entropy) }

  /// A request that is accepted as it is.
  package func request(
    _ amount: Money = .euro(25), for reward: Reward? = nil, by email: String = "anna@esempio.it",
    method: PaymentMethod = .card, token: String,
    as donor: (visibility: Visibility, language: Language) = (.hidden, .italian)
  ) throws -> PlacePledge.Request {
    guard let address = EmailAddress(email) else { throw Fault("not an address: \(email)") }
    return PlacePledge.Request(
      campaign: campaign.slug, reward: reward?.id, amount: amount,
      donor: (address, "Anna Rossi", donor.language, donor.visibility), method: method,
      formToken: token)
  }
  /// Places a pledge, or fails the test.
  package func place(_ request: PlacePledge.Request) async throws -> Pledge {
    guard case .placed(let pledge) = try await placePledge(request) else {
      throw Fault("the pledge was not placed")
    }
    return pledge
  }
  /// The pledge as it is stored now.
  package func stored(_ pledge: Pledge) async throws -> Pledge {
    let found = try await database.read { tx in try tx.pledge(pledge.id) }
    guard let found else { throw Fault("the pledge is gone") }
    return found
  }
  /// How many rows a table has.
  package func count(_ table: Table) async throws -> Int {
    try await database.read { tx in try tx.first(table.count) { try $0("n") } ?? 0 }
  }
  package enum Table: Sendable {
    case pledge, pledgeEvent, mail, backer

    var count: SQL {
      switch self {
      case .pledge: "SELECT COUNT(*) AS n FROM pledge"
      case .pledgeEvent: "SELECT COUNT(*) AS n FROM pledge_event"
      case .mail: "SELECT COUNT(*) AS n FROM mail_message"
      case .backer: "SELECT COUNT(*) AS n FROM backer"
      }
    }
  }
}

extension Transaction {
  /// What campaigns leave on the way, as if they had been drafted at this price.
  package func set(_ fees: FeeRule, of campaigns: [Campaign.ID]) throws {
    for id in campaigns {
      try execute(
        """
        UPDATE campaign
           SET platform_fee_basis_points = \(fees.platformBasisPoints),
               provider_fees_borne_by = \(fees.providerFees)
         WHERE id = \(id)
        """)
    }
  }
}

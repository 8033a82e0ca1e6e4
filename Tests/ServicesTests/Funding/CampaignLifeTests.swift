// A campaign's way: drafted, submitted, reviewed by somebody else, opened, closed, settled.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct CampaignLifeTests {
  @Test(arguments: TestEngine.all)
  func `who wrote a campaign cannot approve it, somebody else can`(engine: TestEngine) async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, state: .submitted)
      let review = ReviewCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      let slug = world.campaign.slug
      let author = world.actor(world.author, .reviewer)
      #expect(
        try await review(.approve, on: slug, by: author) == .refused(.authorCannotReview))
      let owner = world.actor(world.reviewer, .campaignOwner)
      #expect(try await review(.approve, on: slug, by: owner) == .notAllowed)
      let reviewer = world.actor(world.reviewer, .reviewer)
      #expect(
        try await review(.reject(reason: " "), on: slug, by: reviewer)
          == .refused(.reasonMissing))
      // Its opening date has passed: it opens at once.
      #expect(try await review(.approve, on: slug, by: reviewer) == .decided(.live))
      let changes = try await database.read { tx in try tx.changes(of: world.campaign.id) }
      #expect(changes.map(\.to) == [.approved, .live])
    }
  }

  @Test(arguments: TestEngine.all)
  func `only who answers for a draft changes it, and only while it is one`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, state: .draft)
      let edit = EditCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      let texts = EditCampaign.Part.texts(CampaignTexts(title: LocalText(italian: "Altro")))
      let slug = world.campaign.slug
      let reviewer = world.actor(world.reviewer, .reviewer)
      #expect(try await edit(texts, of: slug, by: reviewer) == .notAllowed)
      #expect(try await edit(texts, of: slug, by: .visitor) == .notAllowed)
      let owner = world.actor(world.author, .campaignOwner)
      #expect(try await edit(texts, of: slug, by: owner) == .saved)
      let submit = SubmitCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      #expect(
        try await submit(slug, by: owner)
          == .refused(.incomplete([.summaryMissing, .storyMissing])))
      let whole = CampaignTexts(
        title: LocalText(italian: "Altro"), summary: LocalText(italian: "Un forno."),
        story: LocalText(italian: "La storia."))
      #expect(try await edit(.texts(whole), of: slug, by: owner) == .saved)
      #expect(try await submit(slug, by: owner) == .submitted)
      #expect(try await edit(texts, of: slug, by: owner) == .notEditable(.submitted))
    }
  }

  @Test(arguments: TestEngine.all)
  func `the calendar opens and closes, once each`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, state: .approved)
      let turn = TurnCampaigns(
        database: database, clock: world.clock.port, entropy: world.entropy)
      #expect(try await turn() == (1, 0))
      #expect(try await turn() == (0, 0))
      world.clock.now = FundingWorld.closesAt - .milliseconds(1)
      #expect(try await turn() == (0, 0))
      world.clock.now = FundingWorld.closesAt
      #expect(try await turn() == (0, 1))
      #expect(try await turn() == (0, 0))
      let campaign = try await database.read { tx in try tx.campaign(world.campaign.id) }
      #expect(campaign?.state == .settling)
    }
  }

  @Test(arguments: TestEngine.all, [Int64(100_000), 99_999])
  func `exactly the minimum succeeds, a cent less gives everything back`(
    engine: TestEngine, cents: Int64
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let paid = try await world.pay(Money(cents: cents))
      world.clock.now = FundingWorld.closesAt
      _ = try await TurnCampaigns(
        database: database, clock: world.clock.port, entropy: world.entropy)()
      let settle = SettleCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      guard case .settled(let outcome) = try await settle(world.campaign.id) else {
        Issue.record("not settled")
        return
      }
      #expect(outcome.confirmed == Money(cents: cents))
      let reached = cents == 100_000
      #expect(outcome.state == (reached ? .succeeded : .failed))
      guard case .refused(.notFrom) = try await settle(world.campaign.id) else {
        Issue.record("settled twice")
        return
      }
      let giveBack = ReturnFunds(
        database: database, clock: world.clock.port, entropy: world.entropy)
      #expect(try await giveBack() == (reached ? 0 : 1))
      #expect(try await giveBack() == 0)
      let owed = try await database.read { tx in try tx.balance(of: .refundsPayable()) }
      #expect(owed == (reached ? .zero : paid.amount))
      let card = try await database.read { tx in try tx.campaignCard(world.campaign.id) }
      #expect(card?.meter.raised == Money(cents: cents))
      #expect(try await database.read { tx in try tx.verifyLedger().findings.isEmpty })
    }
  }

  @Test(arguments: TestEngine.all)
  func `settling waits for a transfer on its way`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      _ = try await world.place(world.request(method: .bankTransfer, token: "1"))
      world.clock.now = FundingWorld.closesAt
      _ = try await TurnCampaigns(
        database: database, clock: world.clock.port, entropy: world.entropy)()
      let settle = SettleCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      #expect(try await settle(world.campaign.id) == .refused(.paymentsPending))
      world.clock.now = FundingWorld.closesAt + .days(7)
      guard case .settled(let outcome) = try await settle(world.campaign.id) else {
        Issue.record("not settled after the horizon")
        return
      }
      #expect(outcome.pendingIgnored == .euro(25))
      #expect(outcome.state == .failed)
    }
  }
}

@Suite struct VisibilityOnPagesTests {
  @Test(arguments: TestEngine.all)
  func `what a donor hides is on no public page`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      for (index, visibility) in [
        Visibility.hidden,
        Visibility(namePublic: true, amountPublic: false, nameToOrganisation: false),
        Visibility(namePublic: false, amountPublic: true, nameToOrganisation: false),
      ].enumerated() {
        _ = try await world.pay(
          Money(cents: 3_333 + Int64(index)), by: "p\(index)@esempio.it", visibility: visibility)
      }
      let page = try #require(
        try await database.read { tx in try tx.campaignPage(world.campaign.slug) })
      #expect(Set(page.recent.map(\.name)) == [nil, "Anna Rossi"])
      #expect(Set(page.recent.map(\.amount)) == [nil, Money(cents: 3_335)])
      #expect(page.recent.filter { $0.name != nil && $0.amount != nil }.isEmpty)
      let shy = page.recent.filter { $0.name != nil && $0.amount == nil }
      #expect(!shy.isEmpty && shy.allSatisfy { $0.on == nil }, "a day would lead to the ledger")
      #expect(!"\(page)".contains("esempio.it"))
      let ledger = try #require(
        try await database.read { tx in
          try tx.publicLedger(of: world.campaign.id, limit: 10, offset: 0)
        })
      #expect(ledger.total == Money(cents: 10_002))
      #expect(ledger.rows.map(\.amount).reduce(.zero, +) == ledger.total)
      #expect(!"\(ledger)".contains("Anna"))
      let owned = try await database.read { tx in try tx.ownedPledges(of: world.campaign.id) }
      #expect(owned.allSatisfy { $0.name == nil })
    }
  }
}

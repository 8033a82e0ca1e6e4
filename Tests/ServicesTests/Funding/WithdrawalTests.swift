// Leaving the contract: who may, until when, and that everything goes back once.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct WithdrawalTests {
  @Test(arguments: TestEngine.all)
  func `whoever bought something gets all of it back, once, and the reward is free`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let withdraw = WithdrawPledge(
        database: database, clock: world.clock.port, entropy: world.entropy)
      var request = try world.request(.euro(15), for: world.loaf, token: "loaf")
      request.address = PostalAddress(
        street: "Via Roma 1", postcode: "73100", city: "Lecce", province: "LE")
      let pledge = try await world.place(request)
      #expect(try await withdraw(pledge.keys.accessKey) == .noRight)
      try await world.capture(pledge)
      #expect(try await withdraw(pledge.keys.accessKey) == .withdrawn)
      #expect(try await withdraw(pledge.keys.accessKey) == .noRight)
      #expect(try await world.holds(.refundsPayable()) == .euro(22))
      #expect(try await world.stored(pledge).state == .cancelledByDonor)
      #expect(try await database.read { try $0.verifyLedger().findings.isEmpty })
      #expect(try await withdraw("no such key") == .noSuchPledge)
    }
  }

  @Test(arguments: TestEngine.all)
  func `food and gifts stay`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let withdraw = WithdrawPledge(
        database: database, clock: world.clock.port, entropy: world.entropy)
      let food = try await world.place(
        world.request(.euro(25), for: world.box, token: "box"))
      try await world.capture(food)
      let gift = try await world.place(world.request(.euro(30), token: "gift"))
      try await world.capture(gift)
      for pledge in [food, gift] {
        #expect(try await withdraw(pledge.keys.accessKey) == .noRight)
      }
      #expect(try await world.holds(.refundsPayable()) == .zero)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a forecast says what settling then does`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      try await world.pay(.euro(600))
      let forecast = ForecastCampaign(database: database, clock: world.clock.port)
      let slug = world.campaign.slug
      #expect(try await forecast(slug, by: .visitor) == .notAllowed)
      guard case .forecast(let short) = try await forecast(slug, by: .operator) else {
        throw Fault("no forecast")
      }
      #expect(short.outcome.state == .failed)
      #expect(short.refunds == (1, .euro(600)))
      try await world.pay(.euro(400), by: "altra@esempio.it")
      guard case .forecast(let whole) = try await forecast(slug, by: .operator) else {
        throw Fault("no forecast")
      }
      #expect(whole.outcome.state == .succeeded)
      #expect(whole.toProject == .euro(1_000))
      try await world.end()
      #expect(try await world.holds(.project(world.campaign.id)) == whole.toProject)
      #expect(try await forecast(slug, by: .operator) == .notRunning(.succeeded))
    }
  }
}

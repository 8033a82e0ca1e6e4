// Placing a pledge: once for each form, never more than there is, nothing written when refused.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct PlacePledgeTests {
  @Test(arguments: TestEngine.all)
  func `a pledge reserves its reward and writes to its donor`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(
        world.request(for: world.box, method: .bankTransfer, token: "a"))
      #expect(pledge.state == .awaitingPayment)
      #expect(pledge.total == .euro(25))
      #expect(pledge.split.consideration == .euro(15))
      #expect(pledge.expiresAt == world.clock.now + .days(7))
      #expect(try await world.stored(pledge) == pledge)
      #expect(try await world.count(.mail) == 1)
      let taken = try await database.read { tx in try tx.taken(of: world.box.id) }
      #expect(taken == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `shipping is paid on top, and the address is kept only for it`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let home = PostalAddress(
        street: "Via Roma 1", postcode: "70022", city: "Altamura", province: "BA")
      var sent = try world.request(.euro(20), for: world.loaf, token: "a")
      sent.address = home
      let pledge = try await world.place(sent)
      #expect(pledge.total == .euro(27))
      #expect(try await world.stored(pledge).donor.address == home)
      var kept = try world.request(.euro(5), for: world.thanks, token: "b")
      kept.address = home
      #expect(try await world.stored(world.place(kept)).donor.address == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same form twice is one pledge, another content is refused`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let request = try world.request(for: world.box, token: "same")
      let pledge = try await world.place(request)
      guard case .repeated(let again) = try await world.placePledge(request) else {
        Issue.record("the same form was not recognised")
        return
      }
      #expect(again.id == pledge.id)
      let other = try world.request(.euro(30), for: world.box, token: "same")
      guard case .formReused = try await world.placePledge(other) else {
        Issue.record("a form with other content was taken")
        return
      }
      #expect(try await world.count(.pledge) == 1)
      #expect(try await world.count(.mail) == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same form twenty times at once is one pledge`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      for reward in [world.box, nil] {
        let before = try await world.count(.pledge)
        let request = try world.request(
          for: reward, token: "at once \(reward?.id.description ?? "")")
        let placed = try await withThrowingTaskGroup(of: Bool.self) { group in
          for _ in 0..<20 {
            group.addTask {
              switch try await world.placePledge(request) {
              case .placed: true
              case .repeated: false
              case .refused, .formReused, .noSuchCampaign, .notInPlace: throw Fault("refused")
              }
            }
          }
          return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(placed == 1)
        #expect(try await world.count(.pledge) == before + 1)
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `200 donors at once for the last 10 boxes: exactly 10 get one`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let endings = try await withThrowingTaskGroup(of: String.self) { group in
        for donor in 0..<200 {
          group.addTask {
            let request = try world.request(
              for: world.box, by: "donor\(donor)@esempio.it", token: "donor \(donor)")
            switch try await world.placePledge(request) {
            case .placed: return "placed"
            case .refused(.rewardGone): return "gone"
            case .refused, .repeated, .formReused, .noSuchCampaign, .notInPlace: return "other"
            }
          }
        }
        return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      }
      #expect(endings == ["placed": 10, "gone": 190])
      #expect(try await world.count(.pledge) == 10)
      #expect(try await world.count(.mail) == 10)
      let taken = try await database.read { tx in try tx.taken(of: world.box.id) }
      #expect(taken == 10)
    }
  }

  @Test(arguments: TestEngine.all)
  func `what is refused leaves nothing behind`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, boxes: 1)
      _ = try await world.place(world.request(for: world.box, by: "b@esempio.it", token: "0"))
      let dollar = try #require(Currency("USD"))
      let unknown = Reward(
        id: world.entropy.id(at: world.clock.now), campaign: world.campaign.id, position: 9,
        words: RewardWords(title: .none), price: RewardPrice(minimum: .zero, fairValue: .zero))
      let table: [(PlacePledge.Request, PledgeRefusal)] = [
        (try world.request(.euro(1), token: "1"), .belowMinimum(.euro(2))),
        (try world.request(.euro(14), for: world.loaf, token: "2"), .belowMinimum(.euro(15))),
        (try world.request(.euro(60_000), token: "3"), .aboveMaximum(.euro(50_000))),
        (try world.request(Money(cents: 2500, dollar), token: "4"), .wrongCurrency(dollar)),
        (try world.request(for: world.box, token: "5"), .rewardGone),
        (try world.request(for: unknown, token: "6"), .unknownReward),
        (try world.request(for: world.loaf, token: "7"), .addressMissing),
      ]
      for (request, expected) in table {
        guard case .refused(let refusal) = try await world.placePledge(request) else {
          Issue.record("accepted: \(expected)")
          continue
        }
        #expect(refusal == expected)
      }
      world.clock.now = FundingWorld.closesAt
      guard
        case .refused(.campaignNotOpen(.live)) = try await world.placePledge(
          world.request(token: "8"))
      else {
        Issue.record("accepted after the deadline")
        return
      }
      #expect(try await world.count(.pledge) == 1)
      #expect(try await world.count(.mail) == 1)
    }
  }

  @Test(arguments: TestEngine.all)
  func `one donor has at most two boxes, however the address is written`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      _ = try await world.place(world.request(for: world.box, by: "Anna@esempio.it", token: "1"))
      _ = try await world.place(world.request(for: world.box, by: "anna@Esempio.it", token: "2"))
      guard
        case .refused(.limitPerDonor(2)) = try await world.placePledge(
          world.request(for: world.box, by: "ANNA@esempio.it", token: "3"))
      else {
        Issue.record("a third box was given")
        return
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `a campaign that is not public is not found`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, state: .approved)
      guard case .noSuchCampaign = try await world.placePledge(world.request(token: "1")) else {
        Issue.record("a hidden campaign was found")
        return
      }
    }
  }
}

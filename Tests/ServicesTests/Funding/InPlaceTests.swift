// Acting in somebody's place reaches no pledge: whoever has its address could, and the helper may
// not, in every use case, on both engines.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct InPlaceTests {
  @Test(arguments: TestEngine.all)
  func `nobody makes, pays, calls off or leaves a pledge in somebody's place`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(token: "one"))
      let key = pledge.keys.accessKey
      let helper = Actor.standIn(for: world.author, grants: [], by: world.reviewer)
      let (clock, entropy) = (world.clock.port, world.entropy)

      var another = try world.request(token: "two")
      another.actor = helper
      guard case .notInPlace = try await world.placePledge(another) else {
        Issue.record("a pledge was made in somebody's place")
        return
      }
      guard case .notInPlace = try await world.cancelPledge(key, by: helper),
        case .notInPlace = try await world.retryPledge(key, by: .bankTransfer, as: helper)
      else {
        Issue.record("a pledge was changed in somebody's place")
        return
      }
      let withdraw = WithdrawPledge(database: database, clock: clock, entropy: entropy)
      #expect(try await withdraw(key, by: helper) == .notInPlace)
      let transfer = StartTransferPayment(database: database, clock: clock, entropy: entropy)
      #expect(try await transfer(key, by: helper) == .notInPlace)
      let nobody = PaymentProviders([], marks: .test)
      let pay = StartCardPayment(
        database: database, clock: clock, entropy: entropy, providers: nobody)
      var payment = StartCardPayment.Request(
        accessKey: key, description: "", returnURL: "", language: .italian)
      payment.actor = helper
      #expect(try await pay(payment) == .notInPlace)
      let save = SaveCard(database: database, clock: clock, entropy: entropy, providers: nobody)
      var card = SaveCard.Request(
        accessKey: key, wording: "", returnURL: "", language: .italian)
      card.actor = helper
      #expect(try await save(card) == .notInPlace)

      #expect(try await world.stored(pledge) == pledge, "nothing of it has changed")
      #expect(try await world.count(.pledge) == 1)
      guard case .cancelled = try await world.cancelPledge(key) else {
        Issue.record("whoever has its address may")
        return
      }
    }
  }
}

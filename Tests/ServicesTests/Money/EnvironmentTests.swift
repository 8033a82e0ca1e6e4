// Play money and real money never meet in one database.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `The environment of a database's money` {
  @Test(arguments: MoneyEnvironment.allCases, TestEngine.all)
  func `is written once with the first real provider, and the other is refused for good`(
    environment: MoneyEnvironment, engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let bind = BindEnvironment(database: database, clock: TestClock(FundingWorld.opensAt).port)
      let other: MoneyEnvironment = environment == .test ? .live : .test
      // Nothing is decided while only transfers are taken.
      for each in [environment, other] { #expect(try await bind(each, writes: false) == .fits) }
      let before = try await database.read { try $0.moneyEnvironment() }
      #expect(before == nil)
      for _ in 0..<2 { #expect(try await bind(environment, writes: true) == .fits) }
      for writes in [true, false] {
        #expect(try await bind(other, writes: writes) == .holds(environment))
        #expect(try await bind(environment, writes: writes) == .fits)
      }
      for change: SQL in [
        "UPDATE money_environment SET environment = \(other)", "DELETE FROM money_environment",
      ] {
        await #expect(throws: StoreRefusal.self) {
          try await database.write { tx in try tx.execute(change) }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `is test where the sandbox took a payment`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let bind = BindEnvironment(database: database, clock: world.clock.port)
      #expect(try await bind(.live, writes: false) == .fits)
      _ = try await world.start()
      #expect(try await bind(.live, writes: true) == .holds(.test))
      #expect(try await bind(.test, writes: true) == .fits)
      #expect(try await database.read { try $0.moneyEnvironment() } == .test)
    }
  }
}

// A provider's transfer to our bank whose look-up nobody answered, found again long after.
import Domain
import Payments
import Services
import Store
import Support
import Testing

@Suite struct `A provider's transfer that was not looked up` {
  @Test(arguments: TestEngine.all)
  func `is booked when the provider answers again, however long ago its line was read`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      func check(silent: Bool) -> CheckMovements {
        let provider = TransferringProvider(
          inner: world.provider, isSilent: silent, day: FundingWorld.opensAt)
        return CheckMovements(
          database: database, clock: world.clock.port, entropy: world.funding.entropy,
          providers: PaymentProviders([provider], marks: .test),
          confirm: world.money.confirmPayment)
      }
      await #expect(throws: Fault.self) { _ = try await check(silent: true)() }
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .zero)
      // Newer lines move what is read again past the transfer's own line.
      world.clock.now = FundingWorld.opensAt + .days(12)
      await #expect(throws: Fault.self) { _ = try await check(silent: true)() }
      world.clock.now = FundingWorld.opensAt + .days(20)
      _ = try await check(silent: false)()
      #expect(try await world.holds(.providerInTransit(.sandbox)) == .euro(10))
      #expect(try await world.verified().isEmpty)
    }
  }
}

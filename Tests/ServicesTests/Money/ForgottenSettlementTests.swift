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

/// The sandbox with a transfer of 10 € to our bank on the first day, and a fee on the eleventh.
private struct TransferringProvider: PaymentProvider {
  let inner: SandboxProvider
  let isSilent: Bool
  let day: Instant

  var name: ProviderName { inner.name }
  var isLive: Bool { inner.isLive }
  var signatureHeader: String { inner.signatureHeader }

  func movements(from: Instant, until: Instant) async throws -> [ProviderMovement] {
    [
      ProviderMovement(
        reference: "txn_1", .settlement, object: "po_1", payment: nil,
        amounts: (.euro(-10), .zero), at: day + .days(1)),
      ProviderMovement(
        reference: "txn_2", .fee, object: "", payment: nil, amounts: (.euro(-1), .zero),
        at: day + .days(11)),
    ].filter { $0.createdAt >= from && $0.createdAt < until }
  }
  func settlement(_ reference: String) async throws -> ProviderSettlement? {
    if isSilent { throw Fault("nobody answers", retryable: true) }
    return ProviderSettlement(
      reference: reference, .euro(10), status: .paid, arrivesOn: nil, isLive: false)
  }

  func start(_ order: PaymentOrder) async throws -> ProviderPayment {
    try await inner.start(order)
  }
  func payment(_ reference: String) async throws -> ProviderPayment? {
    try await inner.payment(reference)
  }
  func payment(madeFor ours: Payment.ID, key: String, since: Instant) async throws
    -> ProviderPayment?
  { try await inner.payment(madeFor: ours, key: key, since: since) }
  func refund(_ order: RefundOrder) async throws -> ProviderRefund {
    try await inner.refund(order)
  }
  func news(of event: ReceivedWebhook.Event, body: [UInt8]) async throws -> [ProviderNews] {
    try await inner.news(of: event, body: body)
  }
  func events(since: Instant, limit: Int) async throws -> [PolledEvent] {
    try await inner.events(since: since, limit: limit)
  }
  func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
  { try inner.verify(webhook, at: now) }
}

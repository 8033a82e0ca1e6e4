// Saved cards as localstripe has them: our adapter charges them without their owner, and reads
// what came of it. localstripe has no hosted page to save one on, and forgets idempotency keys.
import Domain
import Foundation
import Payments
import Services
import Support
import Testing

@Suite(.serialized) struct `A saved card at localstripe` {
  private static func provider(_ stripe: LocalStripe) -> StripeProvider {
    let http = HTTPClient()
    let client = StripeClient(
      StripeAccount(secretKey: LocalStripe.key, base: stripe.base),
      send: { try await http.send(Self.undescribed($0)) })
    return StripeProvider(client, secrets: ["whsec_1"])
  }
  /// A payment intent of localstripe's knows no description; Stripe's does.
  private static func undescribed(_ call: HTTPCall) -> HTTPCall {
    guard call.method == "POST", call.url.hasSuffix("/payment_intents") else { return call }
    let fields = String(decoding: call.body, as: UTF8.self).split(separator: "&")
      .filter { !$0.hasPrefix("description=") }
    return HTTPCall(
      call.method, call.url, headers: call.headers.map { ($0.name, $0.value) },
      body: Array(fields.joined(separator: "&").utf8))
  }
  /// A payment of ours to charge a card with.
  private static func order(_ number: UInt64, _ cents: Int64, _ card: SavedCard) -> ChargeOrder {
    var ids = SeededIDs(seed: number)
    let (pledge, campaign): (Pledge.ID, Campaign.ID) = (ids.id(), ids.id())
    let now = Instant(Date())
    let payment = Payment(
      id: ids.id(), of: (pledge, campaign), at: .stripe, attempt: 1,
      Payment.Terms(
        amount: Money(cents: cents), shipping: .zero, createdAt: now, expiresAt: now + .days(7)))
    return ChargeOrder(for: payment, card: card, description: "Pane e libertà")
  }

  @Test func `is charged without its owner`() async throws {
    try await LocalStripe.run { stripe in
      let provider = Self.provider(stripe)
      let order = Self.order(1, 2_500, try await stripe.savedCard("4242424242424242"))
      let paid = try await provider.charge(order)
      #expect(paid.status == .succeeded && paid.amount == .euro(25) && !paid.isLive)
      #expect(paid.ours == order.payment.description)
      #expect(try await provider.payment(paid.reference)?.status == .succeeded)
      #expect(try await stripe.amounts("/v1/charges?limit=100") == [2_500])
    }
  }

  /// Stripe sends the failed intent with its refusal, which makes it an answer; localstripe none.
  @Test func `that its bank refuses is the card's failure, and no fault of ours`() async throws {
    try await LocalStripe.run { stripe in
      let provider = Self.provider(stripe)
      let order = Self.order(2, 900, try await stripe.savedCard("4000000000000341"))
      let denial = await #expect(throws: ProviderDenial.self) {
        _ = try await provider.charge(order)
      }
      #expect(denial?.reason == .cardRefused && denial?.isOfTheCard == true)
    }
  }
}

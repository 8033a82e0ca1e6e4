// Our account at Stripe: its balance transactions, the truth about the money.
package import Domain
import Services

extension StripeProvider {
  package func movements(from: Instant, until: Instant) async throws -> [ProviderMovement] {
    var filter = StripeForm()
    filter.add("created[gte]", from.milliseconds / 1000)
    filter.add("created[lt]", until.milliseconds / 1000)
    return try await movements(filter)
  }

  package func movements(of settlement: String) async throws -> [ProviderMovement] {
    var filter = StripeForm()
    filter.add("payout", settlement)
    return try await movements(filter)
  }

  /// Their sources are asked for too: they say which payment a line is about.
  private func movements(_ filter: StripeForm) async throws -> [ProviderMovement] {
    var filter = filter
    filter.add("expand[]", "data.source")
    let lines = try await client.list("/v1/balance_transactions", filter)
    return try lines.reversed().map { line in
      guard let movement = line.movement else {
        throw Fault("stripe: a balance transaction lacks its id, amount or currency")
      }
      return movement
    }
  }
}

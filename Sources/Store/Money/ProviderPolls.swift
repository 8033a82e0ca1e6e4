// How far each provider's events have been read by the poller.
package import Domain
import Literals

extension Transaction {
  /// Until when all events of a provider were read; nil when they never were.
  package func polledUntil(_ provider: ProviderName) throws -> Instant? {
    try first("SELECT polled_until FROM provider_poll WHERE provider = \(provider)") {
      try $0("polled_until")
    }
  }
  /// All events of a provider up to this time are here.
  package func setPolled(_ provider: ProviderName, until instant: Instant) throws {
    try execute(
      """
      INSERT INTO provider_poll (provider, polled_until) VALUES (\(provider), \(instant))
      ON CONFLICT (provider) DO UPDATE SET polled_until = excluded.polled_until
      """)
  }
}

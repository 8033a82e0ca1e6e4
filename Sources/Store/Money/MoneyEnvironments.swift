// Which environment the money of this database is of: written once, with the first real provider.
package import Domain
import Literals

extension Transaction {
  /// The environment that was written, or that the sandbox's payments show; nil where no provider
  /// has taken money here.
  package func moneyEnvironment() throws -> MoneyEnvironment? {
    if let written = try first(
      "SELECT environment FROM money_environment WHERE id = 1",
      as: { try $0("environment", as: MoneyEnvironment.self) })
    {
      return written
    }
    let played = try first(
      """
      SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM payment WHERE provider = \(ProviderName.sandbox))
         OR EXISTS (SELECT 1 FROM card_mandate WHERE provider = \(ProviderName.sandbox))
      """
    ) { _ in MoneyEnvironment.test }
    return played
  }
  /// Writes it for good, unless one is written.
  package func bind(_ environment: MoneyEnvironment, at now: Instant) throws {
    try execute(
      """
      INSERT INTO money_environment (id, environment, bound_at)
           VALUES (1, \(environment), \(now))
      ON CONFLICT (id) DO NOTHING
      """)
  }
}

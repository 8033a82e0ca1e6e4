// Before anything is served: is this database for play money or for real money?
package import Domain
package import Store

/// Binds a database to the environment of its payments, once; says no to the other one.
package struct BindEnvironment: Sendable {
  let database: Database
  let clock: WallClock

  package init(database: Database, clock: WallClock) {
    (self.database, self.clock) = (database, clock)
  }

  package enum Outcome: Hashable, Sendable {
    case fits
    /// The database holds payments of the other environment.
    case holds(MoneyEnvironment)
  }

  /// `writes` where a real provider is set up: from then on the answer stands in the database.
  package func callAsFunction(
    _ environment: MoneyEnvironment, writes: Bool
  ) async throws -> Outcome {
    let now = clock.now
    let held = try await database.write { tx in
      let held = try tx.moneyEnvironment()
      if writes, held == nil || held == environment { try tx.bind(environment, at: now) }
      return try tx.moneyEnvironment()
    }
    guard let held, held != environment else { return .fits }
    return .holds(held)
  }
}

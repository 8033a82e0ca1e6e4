// Whether this process can serve now: what a load balancer and a start script wait for.
package import Store

/// Asks the database for an answer, at the schema that this program knows.
package struct CheckReadiness: Sendable {
  let database: Database

  package enum Outcome: Sendable, Hashable { case ready, schemaIsOld, databaseIsAway }

  package init(database: Database) { self.database = database }

  /// Never throws: a database that is away is an answer.
  package func callAsFunction() async -> Outcome {
    guard let plan = try? await database.migrationPlan() else { return .databaseIsAway }
    return plan.pending.isEmpty ? .ready : .schemaIsOld
  }
}

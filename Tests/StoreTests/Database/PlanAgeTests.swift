// PostgreSQL keeps the plan of a prepared statement: ours are forgotten now and then, so that what
// was planned while a table was empty does not last.
import Domain
import Literals
import Store
import Support
import Testing

@Suite struct `A statement's plan` {
  @Test func `is made anew after some hundreds of transactions`() async throws {
    try await TestEngine.postgres.withDatabase { database in
      var most = 0
      for _ in 0..<5_000 {
        let runs = try await database.read { tx in
          try tx.first(
            "SELECT COALESCE(MAX(generic_plans + custom_plans), 0) AS n FROM pg_prepared_statements"
          ) { try $0("n", as: Int.self) }
        }
        most = max(most, runs ?? 0)
      }
      #expect((100...500).contains(most), "a plan was used \(most) times")
    }
  }
}

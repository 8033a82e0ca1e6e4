// One open transaction: where every statement runs, synchronously, on the connection's own thread.
import Domain
package import Literals

/// What an engine's connection can do: run one statement and answer its rows.
protocol Connection: AnyObject {
  var dialect: Dialect { get }
  /// Runs one statement; answers its rows and how many rows it changed.
  func run(_ sql: SQL) throws -> Answer
}

/// What came back from one statement.
struct Answer {
  var rows: [Row] = []
  /// Rows inserted, updated or deleted.
  var changed = 0
}

/// An open transaction. It is handed to the closure of `Database.read` or `.write` and must not
/// leave it. Reads of a `read` see one snapshot; a `write` is rolled back when its closure throws.
///
/// After a statement failed, the transaction is spent on both engines, as it is in PostgreSQL: let
/// the error out of the closure. What may fail and be answered inside goes into `attempt`.
package final class Transaction {
  private let connection: any Connection
  /// The first statement's failure: nothing more can be done in this transaction.
  private var failure: (any Error)?
  /// The queues that got a task, for who listens in this process.
  var queuesWithNews: Set<String> = []

  init(on connection: any Connection) { self.connection = connection }

  /// Which engine this runs on; prefer `\(sqlite:postgres:)` inside the statement.
  package var dialect: Dialect { connection.dialect }

  /// All rows of an answer.
  package func rows<T>(_ sql: SQL, as read: (Row) throws -> T) throws -> [T] {
    try run(sql).rows.map(read)
  }
  /// The first row, if there is one.
  package func first<T>(_ sql: SQL, as read: (Row) throws -> T) throws -> T? {
    try run(sql).rows.first.map(read)
  }
  /// Runs a statement; answers how many rows it changed.
  @discardableResult
  package func execute(_ sql: SQL) throws -> Int { try run(sql).changed }

  /// Runs statements of which one may be refused by the schema; when the closure throws, what it
  /// did is undone and the transaction goes on.
  package func attempt<T>(_ body: () throws -> T) throws -> T {
    try execute("SAVEPOINT attempt")
    do {
      let value = try body()
      try execute("RELEASE SAVEPOINT attempt")
      return value
    } catch {
      if failure is StoreRefusal { failure = nil }
      // A fault spends the whole transaction: nothing can be undone piecemeal.
      if failure != nil { throw error }
      try execute("ROLLBACK TO SAVEPOINT attempt")
      try execute("RELEASE SAVEPOINT attempt")
      throw error
    }
  }

  /// Called by an engine after the closure returned: throws if the closure hid a failure.
  func finish() throws {
    if let failure {
      throw Fault(
        "a statement failed (\(failure)) and its transaction went on."
          + " Consider Transaction.attempt around what may be refused.")
    }
  }

  private func run(_ sql: SQL) throws -> Answer {
    try finish()
    do { return try connection.run(sql) } catch {
      failure = error
      throw error
    }
  }
}

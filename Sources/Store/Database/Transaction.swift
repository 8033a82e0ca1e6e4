// One open transaction: where every statement runs, synchronously, on the connection's own thread.
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
package final class Transaction {
  private let connection: any Connection

  init(on connection: any Connection) { self.connection = connection }

  /// Which engine this runs on; prefer `\(sqlite:postgres:)` inside the statement.
  package var dialect: Dialect { connection.dialect }

  /// All rows of an answer.
  package func rows<T>(_ sql: SQL, as read: (Row) throws -> T) throws -> [T] {
    try connection.run(sql).rows.map(read)
  }
  /// The first row, if there is one.
  package func first<T>(_ sql: SQL, as read: (Row) throws -> T) throws -> T? {
    try connection.run(sql).rows.first.map(read)
  }
  /// Runs a statement; answers how many rows it changed.
  @discardableResult
  package func execute(_ sql: SQL) throws -> Int { try connection.run(sql).changed }
}

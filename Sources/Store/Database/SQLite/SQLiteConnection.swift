// One SQLite connection as GRDB lends it: binds, steps and reads with SQLite's own functions.
import Domain
import GRDB
import GRDBSQLite
import Literals

/// Valid only while GRDB lends the connection; made anew for each access.
final class SQLiteConnection: Connection {
  let dialect = Dialect.sqlite
  private let database: GRDB.Database
  private let handle: OpaquePointer?

  init(_ database: GRDB.Database) {
    self.database = database
    handle = database.sqliteConnection
  }

  func run(_ sql: Literals.SQL) throws -> Answer {
    let (text, values) = sql.rendered(for: .sqlite)
    let statement = try prepared(text)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    for (index, value) in values.enumerated() {
      try bind(value, at: Int32(index + 1), to: statement)
    }
    let width = sqlite3_column_count(statement)
    let columns = (0..<width).map { String(cString: sqlite3_column_name(statement, $0)) }
    var answer = Answer()
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        let row = try (0..<width).map { try value(of: $0, in: statement) }
        answer.rows.append(Row(columns: columns, values: row))
      case SQLITE_DONE:
        if sqlite3_stmt_readonly(statement) == 0 { answer.changed = Int(sqlite3_changes(handle)) }
        return answer
      default:
        throw failure(in: text)
      }
    }
  }

  /// Whether a transaction is open; some failures (a full disk) end it behind our back.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Throws when a deferred foreign key is still open, which would make COMMIT fail.
  func requireResolvedForeignKeys() throws {
    var open: Int32 = 0
    var highest: Int32 = 0
    sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
    if open != 0 { throw StoreRefusal.foreignKey("deferred") }
  }

  private func prepared(_ text: String) throws -> OpaquePointer {
    do { return try database.cachedStatement(sql: text).sqliteStatement } catch {
      throw Fault("SQLite cannot prepare a statement: \(error)")
    }
  }

  private func bind(_ value: SQLValue, at index: Int32, to statement: OpaquePointer) throws {
    let code: Int32
    switch value {
    case .null: code = sqlite3_bind_null(statement, index)
    case .int(let number): code = sqlite3_bind_int64(statement, index, number)
    case .bool(let flag): code = sqlite3_bind_int64(statement, index, flag ? 1 : 0)
    case .text(let text):
      try refuseNUL(in: text)
      code = sqlite3_bind_text(statement, index, text, -1, transient)
    case .blob(let bytes):
      code =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, index, 0)
        : sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), transient)
    }
    guard code == SQLITE_OK else { throw Fault("SQLite cannot bind parameter \(index): \(code)") }
  }

  private func value(of column: Int32, in statement: OpaquePointer) throws -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .int(sqlite3_column_int64(statement, column))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default:
      throw Fault(
        "column \(String(cString: sqlite3_column_name(statement, column))) holds a fraction or an"
          + " overflowed sum; only whole numbers are read")
    }
  }

  private func failure(in text: String) -> any Error {
    let message = String(cString: sqlite3_errmsg(handle))
    let code = sqlite3_extended_errcode(handle)
    let detail = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
    switch code {
    case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID:
      return StoreRefusal.notUnique(detail)
    case SQLITE_CONSTRAINT_FOREIGNKEY: return StoreRefusal.foreignKey(detail)
    case SQLITE_CONSTRAINT_CHECK, SQLITE_CONSTRAINT_NOTNULL: return StoreRefusal.refused(detail)
    case _ where code & 0xFF == SQLITE_CONSTRAINT: return StoreRefusal.refused(message)
    default:
      let retryable = [SQLITE_BUSY, SQLITE_LOCKED, SQLITE_INTERRUPT].contains(code & 0xFF)
      return Fault("SQLite (\(code)): \(message)", retryable: retryable)
    }
  }
}

/// SQLite copies what is bound before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

// SQLite defines these with a macro that Swift does not see: `SQLITE_CONSTRAINT | (n << 8)`.
private let SQLITE_CONSTRAINT_CHECK: Int32 = 19 | 1 << 8
private let SQLITE_CONSTRAINT_FOREIGNKEY: Int32 = 19 | 3 << 8
private let SQLITE_CONSTRAINT_NOTNULL: Int32 = 19 | 5 << 8
private let SQLITE_CONSTRAINT_PRIMARYKEY: Int32 = 19 | 6 << 8
private let SQLITE_CONSTRAINT_UNIQUE: Int32 = 19 | 8 << 8
private let SQLITE_CONSTRAINT_ROWID: Int32 = 19 | 10 << 8

// SQLite through GRDB: snapshot reads from a pool, and one writer that commits in groups.
import Domain
import GRDB
import Literals
import Synchronization

/// An acknowledged write survives a power cut (`synchronous=FULL`); the disk's flush, which that
/// costs, is shared by all writes that wait for it.
final class SQLiteEngine: Engine {
  let dialect = Dialect.sqlite
  private let writer: any DatabaseWriter
  private let waiting = Mutex(Waiting())

  /// How many closures share one commit at most: bounds how long the first one waits.
  static let groupMax = 256

  private struct Waiting {
    var writes: [PendingWork] = []
    var isDraining = false
    var isClosed = false
  }

  /// Opens a file, or `:memory:` for a database that lives as long as this engine.
  init(path: String, readers: Int) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = readers
    configuration.label = "raccolto"
    do {
      writer =
        path == ":memory:"
        ? try DatabaseQueue(configuration: configuration)
        : try DatabasePool(path: path, configuration: configuration)
      // GRDB sets NORMAL while it opens a pool, so FULL has to come after, and is read back.
      try writer.writeWithoutTransaction { database in
        let connection = SQLiteConnection(database)
        _ = try connection.run("PRAGMA synchronous = FULL")
        let level = try connection.run("PRAGMA synchronous").rows.first?.values.first
        guard level == .int(2) else { throw Fault("SQLite does not accept synchronous=FULL") }
      }
    } catch {
      throw Fault("cannot open the SQLite database \(path): \(error)")
    }
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await writer.read { database in
      let tx = Transaction(on: SQLiteConnection(database))
      let value = try body(tx)
      try tx.finish()
      return value
    }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await PendingWork.answer(of: body) { submit($0) }
  }

  func close() async {
    waiting.withLock { $0.isClosed = true }
    // The barrier waits for every access that was under way.
    try? await writer.barrierWriteWithoutTransaction { _ in }
    try? writer.close()
  }

  private func submit(_ work: PendingWork) {
    enum Turn { case start, queued, full, closed }
    let turn = waiting.withLock { state -> Turn in
      if state.isClosed { return .closed }
      if state.writes.count >= waitingMax { return .full }
      state.writes.append(work)
      if state.isDraining { return .queued }
      state.isDraining = true
      return .start
    }
    switch turn {
    case .start:
      writer.asyncWriteWithoutTransaction { [self] database in drain(SQLiteConnection(database)) }
    case .queued: break
    case .full: work.fail(Fault("too many writes are waiting", retryable: true))
    case .closed: work.fail(Fault("the database is closed"))
    }
  }

  /// Runs group after group until nothing waits; what arrives meanwhile forms the next group.
  private func drain(_ connection: SQLiteConnection) {
    while true {
      let group = waiting.withLock { state -> [PendingWork] in
        let group = Array(state.writes.prefix(Self.groupMax))
        state.writes.removeFirst(group.count)
        if group.isEmpty { state.isDraining = false }
        return group
      }
      if group.isEmpty { return }
      commit(group, on: connection)
    }
  }

  /// One transaction for all: who throws is undone alone; all are answered after the commit.
  private func commit(_ group: [PendingWork], on connection: SQLiteConnection) {
    var endings: [Result<PendingWork.Settle, any Error>] = []
    do {
      _ = try connection.run("BEGIN IMMEDIATE")
      for work in group { endings.append(try ending(of: work, on: connection)) }
      _ = try connection.run("COMMIT")
    } catch {
      if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
      let fault = Fault("the commit failed: \(error)", retryable: true)
      for work in group { work.fail(fault) }
      return
    }
    for (work, ending) in zip(group, endings) {
      switch ending {
      case .success(let settle): settle(nil)
      case .failure(let error): work.fail(error)
      }
    }
  }

  /// Runs one closure in its savepoint. Throws only when the whole group is lost.
  private func ending(of work: PendingWork, on connection: SQLiteConnection) throws
    -> Result<PendingWork.Settle, any Error>
  {
    _ = try connection.run("SAVEPOINT work")
    let ending = Result {
      let settle = try work.run(Transaction(on: connection))
      // Checked here because an open key found by COMMIT would fail the others too.
      try connection.requireResolvedForeignKeys()
      return settle
    }
    guard connection.isInTransaction else { throw Fault("SQLite gave the transaction up") }
    if case .failure = ending { _ = try connection.run("ROLLBACK TO work") }
    _ = try connection.run("RELEASE work")
    return ending
  }
}

// PostgreSQL through libpq: a fixed number of threads, each with a connection, serve one line.
import Domain
import Literals
import Synchronization

/// Writes run at READ COMMITTED and are run again after a conflict; reads see one snapshot.
final class PostgresEngine: Engine {
  let dialect = Dialect.postgres
  private let line = WaitingLine()
  private let threads: Threads

  /// Does not connect yet: each thread does when it has work.
  init(url: String, connections: Int) {
    let threads = Threads(count: connections)
    self.threads = threads
    for _ in 0..<connections {
      PostgresWorker.start(url: url, line: line) { threads.oneEnded() }
    }
  }
  deinit { line.close() }

  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await PendingWork.answer(of: body) { line.append(.read($0)) }
  }
  func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
    try await PendingWork.answer(of: body) { line.append(.write($0)) }
  }
  func close() async {
    line.close()
    await threads.allEnded()
  }
}

/// Counts the threads that still run, for who waits for their end.
private final class Threads: Sendable {
  private let state: Mutex<(alive: Int, waiting: [CheckedContinuation<Void, Never>])>

  init(count: Int) { state = Mutex((count, [])) }

  func oneEnded() {
    let resumed = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.alive -= 1
      guard state.alive == 0 else { return [] }
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in resumed { continuation.resume() }
  }
  func allEnded() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if state.alive > 0 { state.waiting.append(continuation) }
        return state.alive == 0
      }
      if isOver { continuation.resume() }
    }
  }
}

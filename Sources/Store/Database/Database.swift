// The one door to stored data: `read` and `write` take synchronous closures on either engine.
package import Literals

/// Where the data is: `sqlite:PATH` or `postgres://…`.
package enum DatabaseAddress: Hashable, Sendable {
  case sqlite(path: String)
  case postgres(url: String)

  /// Nil unless one of the two forms.
  package init?(_ text: String) {
    if text.hasPrefix("sqlite:") {
      let path = String(text.dropFirst("sqlite:".count))
      guard !path.isEmpty else { return nil }
      self = .sqlite(path: path)
    } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
      self = .postgres(url: text)
    } else {
      return nil
    }
  }
}

/// What an engine must do; SQLite and PostgreSQL each have one.
protocol Engine: Sendable {
  var dialect: Dialect { get }
  /// Runs the closure in a read-only snapshot.
  func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
  /// Runs the closure in a transaction that commits when it returns; the answer comes after the
  /// commit is durable. The closure may run more than once, so it has no effects but on `tx`.
  func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
  /// Waits for what runs and closes every connection.
  func close() async
}

/// The stored data. A closure is one transaction; no network call and no waiting inside.
package struct Database: Sendable {
  private let engine: any Engine
  /// Rings in this process after a commit that enqueued tasks.
  package let taskSignal = TaskSignal()

  init(engine: any Engine) { self.engine = engine }

  /// Which engine this is.
  package var dialect: Dialect { engine.dialect }

  /// Answers from one snapshot.
  package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws
    -> T
  { try await engine.read(body) }

  /// Changes data: all of the closure's statements are durable together, or none.
  package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T)
    async throws -> T
  {
    let (value, queues) = try await engine.write { tx in (try body(tx), tx.queuesWithNews) }
    if !queues.isEmpty { taskSignal.ring(queues) }
    return value
  }

  /// Waits for running transactions and closes the connections.
  package func close() async { await engine.close() }
}

// Runs a test on both engines, each time with a fresh database at the current schema.
import Domain
import Foundation
package import Store
import Testing

/// An engine as an argument of a test: `@Test(arguments: TestEngine.all)`.
package enum TestEngine: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case sqlite, postgres

  /// Both engines; PostgreSQL is never left out in silence.
  package static let all = TestEngine.allCases

  package var testDescription: String { rawValue }

  /// Gives the closure a migrated, empty database, and removes it afterwards.
  package func withDatabase<T>(_ body: (Database) async throws -> T) async throws -> T {
    try await withAddress { address in
      let database = try await Database.open(address, connections: 4)
      return try await database.closing(after: body)
    }
  }

  /// As `withDatabase`, for who opens and closes it more than once.
  package func withAddress<T>(_ body: (DatabaseAddress) async throws -> T) async throws -> T {
    await places.take()
    do {
      let value =
        switch self {
        case .sqlite: try await SQLiteTemplate.shared.withCopy(body)
        case .postgres: try await PostgresCluster.shared.withCopy(body)
        }
      await places.give()
      return value
    } catch {
      await places.give()
      throw error
    }
  }

  private var places: Places {
    switch self {
    case .sqlite: Self.sqlitePlaces
    case .postgres: Self.postgresPlaces
    }
  }
  private static let sqlitePlaces = Places(16)
  private static let postgresPlaces = Places(16)
}

extension Database {
  /// Runs the closure and closes the database whatever happens.
  package func closing<T>(after body: (Database) async throws -> T) async throws -> T {
    do {
      let value = try await body(self)
      await close()
      return value
    } catch {
      await close()
      throw error
    }
  }
}

/// How many databases may be open at once: a server has a limit of connections.
private actor Places {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }
  func give() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

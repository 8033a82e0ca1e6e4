// The desk's services over a test's database, and people who hold one role each.
package import Domain
import Literals
package import Services
package import Store
import Synchronization

extension DeskServices {
  /// At `DeskWorld.now`, with the same ids for the same seed.
  package static func test(_ database: Database, seed: UInt64 = 42) -> DeskServices {
    let ids = SharedIDs(seed)
    return DeskServices(
      database: database, clock: WallClock { DeskWorld.now }, entropy: Entropy { ids.bytes($0) })
  }
}

/// One source of ids for acts at the same time.
private final class SharedIDs: Sendable {
  private let ids: Mutex<SeededIDs>
  init(_ seed: UInt64) { ids = Mutex(SeededIDs(seed: seed)) }
  func bytes(_ count: Int) -> [UInt8] { ids.withLock { $0.bytes(count) } }
}

/// Somebody who holds one role on the whole platform.
package struct DeskPerson: Sendable {
  package let person: Person
  package let grant: Grant

  package init(_ role: Role, seed: UInt64 = 5) {
    var ids = SeededIDs(seed: seed &+ UInt64(Role.allCases.firstIndex(of: role) ?? 0))
    guard let email = EmailAddress("\(role.rawValue)@example.org") else {
      preconditionFailure("an address")
    }
    person = Person(
      id: ids.id(), email: email, name: role.rawValue, language: .italian,
      createdAt: MoneyWorld.start)
    grant = Grant(
      id: ids.id(), person: person.id, role: role, scope: .platform, by: nil, at: MoneyWorld.start)
  }
  package var actor: Actor { .person(person.id, grants: [grant]) }

  /// Writes the person, so that audit records may name them.
  package func insert(in database: Database) async throws {
    let person = person
    _ = try await database.write { try $0.insert(person) }
  }
}

extension Database {
  /// How many audit records there are of an act on a kind of object.
  package func audits(_ act: Act, on kind: String) async throws -> Int {
    try await read { tx in
      try tx.first(
        """
        SELECT COUNT(*) AS n FROM audit_record
         WHERE act = \(act.rawValue) AND object_kind = \(kind)
        """
      ) { try $0("n", as: Int.self) } ?? 0
    }
  }
  /// How many tasks of a kind are in a state.
  package func tasks(_ kind: String, _ status: StoredTask.Status) async throws -> Int {
    try await read { tx in
      try tx.first(
        "SELECT COUNT(*) AS n FROM task WHERE kind = \(kind) AND status = \(status.rawValue)"
      ) { try $0("n", as: Int.self) } ?? 0
    }
  }
}

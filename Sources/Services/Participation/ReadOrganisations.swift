// Which organisations there are, for who runs the installation and for who starts a process.
package import Domain
package import Store

/// The questions that the pages about organisations and new processes ask.
package struct ReadOrganisations: Sendable {
  private let database: Database

  package init(database: Database) { self.database = database }

  /// All of them by name; nil when not allowed.
  package func all(for actor: Actor) async throws -> [Organisation]? {
    guard actor.may(.readOrganisations, on: .platform) else { return nil }
    return try await database.read { tx in try tx.organisations() }
  }
  /// Those in which this actor may start a process; none when not allowed anywhere.
  package func open(for actor: Actor) async throws -> [Organisation] {
    guard actor.mayAnywhere(.addProcess) else { return [] }
    return try await database.read { tx in
      try tx.organisations().filter { actor.may(.addProcess, on: $0.scope) }
    }
  }
}

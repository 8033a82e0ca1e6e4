// Opens the database an address names, with the engine it asks for.
import Domain
import FoundationEssentials

extension Database {
  /// Opens the database; makes the folder of an SQLite file when it is missing. `connections` is
  /// how many closures may run at once (PostgreSQL) or read at once (SQLite).
  package static func open(_ address: DatabaseAddress, connections: Int = 8) async throws
    -> Database
  {
    switch address {
    case .sqlite(let path):
      if path != ":memory:" { try makeFolder(of: path) }
      return Database(engine: try SQLiteEngine(path: path, readers: connections))
    case .postgres(let url):
      let database = Database(engine: PostgresEngine(url: url, connections: connections))
      // A wrong address is told at the start, not by the first visitor.
      do { try await database.read { _ in } } catch {
        await database.close()
        throw error
      }
      return database
    }
  }

  /// The file holds personal data, so a folder we make is for its owner alone.
  private static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: FileManager.default.fileExists(atPath: folder)
          ? nil : [.posixPermissions: 0o700])
    } catch {
      throw Fault(
        "cannot make the folder \(folder). Consider its permissions, or another RACCOLTO_DATA.")
    }
  }
}

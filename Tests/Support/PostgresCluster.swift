// The PostgreSQL server of the tests: the one in RACCOLTO_TEST_POSTGRES_URL, or a private one that
// is started for this process and ends with it.
import CPostgres
import Domain
import Foundation
import Store

actor PostgresCluster {
  static let shared = PostgresCluster()

  private var start: Task<Server, any Error>?
  private var copies = 0

  /// A running server with a migrated database to clone.
  private struct Server: Sendable {
    let url: String
    let template: String
    /// Kept because the private server ends when this pipe closes.
    let lifeline: Pipe?
  }

  nonisolated func withCopy<T>(_ body: (DatabaseAddress) async throws -> T) async throws -> T {
    let (url, name) = try await copy()
    do {
      let value = try await body(.postgres(url: Self.url(url, database: name)))
      try Self.execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", at: url)
      return value
    } catch {
      try? Self.execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)", at: url)
      throw error
    }
  }

  private func copy() async throws -> (url: String, name: String) {
    if start == nil { start = Task { try await Self.startServer() } }
    guard let server = try await start?.value else { throw Fault("no PostgreSQL") }
    copies += 1
    let name = "\(server.template)_\(copies)"
    try Self.execute("CREATE DATABASE \(name) TEMPLATE \(server.template)", at: server.url)
    return (server.url, name)
  }

  private static func startServer() async throws -> Server {
    let (url, lifeline) = try serverURL()
    let template = "raccolto_\(ProcessInfo.processInfo.processIdentifier)"
    try execute("DROP DATABASE IF EXISTS \(template) WITH (FORCE)", at: url)
    try execute("CREATE DATABASE \(template)", at: url)
    let database = try await Database.open(.postgres(url: Self.url(url, database: template)))
    try await database.closing(after: { _ = try await $0.migrate() })
    return Server(url: url, template: template, lifeline: lifeline)
  }

  /// Where the server is; without one in the environment, starts it beside a shell that waits for
  /// our end of the pipe to close.
  private static func serverURL() throws -> (url: String, lifeline: Pipe?) {
    if let url = ProcessInfo.processInfo.environment["RACCOLTO_TEST_POSTGRES_URL"] {
      return (url, nil)
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "run/with-postgres.sh")
    let process = Process()
    process.executableURL = script
    process.arguments = ["bash", "-c", "echo $RACCOLTO_TEST_POSTGRES_URL; exec >/dev/null; cat"]
    let lifeline = Pipe()
    let answer = Pipe()
    process.standardInput = lifeline
    process.standardOutput = answer
    try process.run()
    var text = ""
    while !text.hasSuffix("\n") {
      let part = answer.fileHandleForReading.availableData
      if part.isEmpty { break }
      text += String(decoding: part, as: UTF8.self)
    }
    guard text.hasPrefix("postgres") else {
      throw Fault("PostgreSQL did not start. Consider: Config/debian/install.sh test")
    }
    return (text.trimmingCharacters(in: .whitespacesAndNewlines), lifeline)
  }

  /// The same server's address with another database.
  private static func url(_ url: String, database: String) -> String {
    let parts = url.split(separator: "?", maxSplits: 1)
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let rest = parts.count > 1 ? "?" + parts[1] : ""
    return path.joined(separator: "/") + "/" + database + rest
  }

  /// Runs a statement that no transaction can hold.
  private static func execute(_ sql: String, at url: String) throws {
    let link = PQconnectdb(url)
    defer { PQfinish(link) }
    let result = PQexec(link, "SET client_min_messages = warning")
    PQclear(result)
    let answer = PQexec(link, sql)
    defer { PQclear(answer) }
    guard PQresultStatus(answer) == PGRES_COMMAND_OK else {
      throw Fault("PostgreSQL refused \(sql): \(String(cString: PQerrorMessage(link)))")
    }
  }
}

// `work`: the workers alone, on any number of machines over one PostgreSQL.
import ArgumentParser
import Config
import Store

struct WorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work", abstract: "Does the work that waits, without serving the site.",
    discussion: "Example: raccolto work")

  func run() async throws {
    try await CLI.run {
      let settings = try await Wiring.settings()
      let logger = Wiring.logger(settings)
      let database = try await Wiring.openForWork(settings, logger)
      try await Wiring.runUntilStopped([try Wiring.runner(settings, database, logger)], logger)
      await database.close()
    }
  }
}

// `migrate`: brings the schema up to date, or shows what it would do.
import ArgumentParser
import Domain
import Store

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Brings the database's schema up to date.",
    discussion: "Example: raccolto migrate --plan")

  @Flag(help: "Only print the SQL that would run.") var plan = false

  func run() async throws {
    try await CLI.run {
      let settings = try await Wiring.settings()
      if plan {
        // Where nothing is yet, the plan is that of an empty database.
        let database =
          Wiring.missingFile(settings) == nil
          ? try await Wiring.open(settings) : try await Database.open(.sqlite(path: ":memory:"))
        for step in try await database.migrationPlan().pending {
          print("-- \(step.number) \(step.title): \(step.why)\n\(step.sql)\n")
        }
        await database.close()
      } else {
        let database = try await Wiring.open(settings)
        let done = try await database.migrate()
        say(done.isEmpty ? "The schema is up to date." : "Applied: \(done.map(\.title))")
        await database.close()
      }
    }
  }
}

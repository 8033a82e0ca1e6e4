// The one executable: verbs for operators, `serve` and `work` for machines.
import ArgumentParser
import Glibc

@main
struct Raccolto: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "raccolto",
    abstract: "Civic crowdfunding and rewards: from a certified ranking to a reconciled pledge.",
    discussion: """
      Settings come from the environment (RACCOLTO_…) and from settings.json in the data \
      folder: see `raccolto config show`.

      Exit codes: 0 done, 1 refused, 2 usage, 3 fault, 4 warnings.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Running",
        subcommands: [
          ConfigCommand.self, DemoCommand.self, DoctorCommand.self, MigrateCommand.self,
          ServeCommand.self,
          WorkCommand.self,
        ]),
      CommandGroup(name: "People", subcommands: [PersonCommand.self]),
      CommandGroup(name: "Votes", subcommands: [RecountCommand.self]),
      CommandGroup(
        name: "Money",
        subcommands: [
          CampaignCommand.self, ExportCommand.self, ImportCommand.self, LedgerCommand.self,
          StatementCommand.self,
        ]),
      CommandGroup(name: "Identity", subcommands: [SpidCommand.self]),
    ])

  /// The library's own code for wrong usage is 64; ours is 2, as people and scripts expect.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      say(fullMessage(for: error))
      Glibc.exit(Ending.usage.rawValue)
    }
  }
}

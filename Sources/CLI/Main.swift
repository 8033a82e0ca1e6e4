// The one executable: verbs for operators, `serve` and `work` for machines.
import ArgumentParser

@main
struct Raccolto: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "raccolto",
    abstract: "Civic crowdfunding and rewards: from a certified ranking to a reconciled pledge.",
    discussion: """
      Settings come from the environment (RACCOLTO_…) and settings.json in the data folder;
      see `raccolto config show`. Exit codes: 0 done, 1 refused, 2 usage, 3 fault, 4 warnings.
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
      CommandGroup(name: "Money", subcommands: [LedgerCommand.self, StatementCommand.self]),
    ])
}

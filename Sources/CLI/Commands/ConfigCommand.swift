// `config show`: the settings in force and where each comes from.
import ArgumentParser
import Config
import Foundation

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Looks at the settings.", subcommands: [Show.self],
    defaultSubcommand: Show.self)

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints every setting with its value and source; secrets stay hidden.",
      discussion: "Example: raccolto config show --json")

    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      try await CLI.run {
        var loader = try await Wiring.settingsLoader()
        let problems: SettingsRefused?
        do throws(SettingsRefused) {
          _ = try loader.load()
          problems = nil
        } catch { problems = error }
        if json {
          try printJSON(
            loader.effective.map { ["key": $0.key, "value": $0.value, "source": $0.source] })
        } else {
          for setting in loader.effective {
            print("\(setting.key)=\(setting.value)  (\(setting.source))")
          }
        }
        if let problems { throw problems }
      }
    }
  }
}

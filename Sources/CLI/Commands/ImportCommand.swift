// `import`: takes in what another platform or program knows.
import ArgumentParser
import Domain
import Foundation
import Services
import Store

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in data of other platforms.",
    subcommands: [Expected.self])

  struct Expected: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes in awaited payments: all new ones of the file, or nothing.",
      discussion: """
        A JSON list, or CSV with a head line: pledge_id, reference, provider, payment_id, amount \
        (minor units), currency, donor_name, donor_iban, campaign (its address; without one, a \
        holding campaign that nobody sees). The same pledge_id is taken once. Nobody is written to.

        Exit code 1: the file was refused, and nothing of it is here.
        Example: raccolto import expected in-attesa.json --dry-run
        """)

    @Argument(help: "The file.") var file: String
    @Flag(help: "Say what would happen; write nothing.") var dryRun = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      let outcome = try await CLI.run {
        guard let data = FileManager.default.contents(atPath: file) else {
          throw Fault("\(file) cannot be read. Consider its path and permissions.")
        }
        let settings = try await Wiring.settings()
        let database = try await Wiring.openForWork(settings, Wiring.logger(settings))
        let result: Result<ImportExpected.Outcome, any Error>
        do {
          let take = ImportExpected(
            database: database, clock: Wiring.clock, entropy: Wiring.entropy)
          result = .success(try await take(Array(data), by: .operator, isDryRun: dryRun))
        } catch { result = .failure(error) }
        await database.close()
        return try result.get()
      }
      let told = ExpectedTold(outcome, isDryRun: dryRun)
      if json { try printJSON(told) } else { print(told.sentence) }
      if told.refusal != nil { throw Ending.refused }
    }
  }
}

/// What an import did, for people and programs.
private struct ExpectedTold: Encodable {
  var outcome = "refused"
  var new = 0
  var repeated = 0
  var refusal: String?

  init(_ done: ImportExpected.Outcome, isDryRun: Bool) {
    switch done {
    case .imported(let new, let repeated):
      outcome = isDryRun ? "previewed" : "imported"
      (self.new, self.repeated) = (new, repeated)
    case .refused(let reason): refusal = "\(reason)"
    case .notAllowed: refusal = "Not allowed."
    }
  }

  var sentence: String {
    refusal.map { "Refused, nothing was taken: \($0)." }
      ?? "\(outcome): \(new) new, \(repeated) known before"
  }
}

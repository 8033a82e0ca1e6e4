// `export`: what others need to check us, or to move away.
import ArgumentParser
import Domain
import Foundation
import Services
import Store

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes data for other programs.",
    subcommands: [Ledger.self, Payments.self])

  struct Payments: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes every payment at a provider: taken, given back, lost by dispute.",
      discussion: """
        Amounts are in minor units; payment_id is the provider's own.
        Example: raccolto export payments --csv > pagamenti.csv
        """)

    @Flag(help: "Write CSV, the only form there is.") var csv = false

    func validate() throws {
      guard csv else { throw ValidationError("Say --csv: it is the only form there is.") }
    }

    func run() async throws {
      try await CLI.run {
        let database = try await Wiring.open(Wiring.settings())
        let result: Result<Int, any Error>
        do {
          let count = try await ExportPayments(database: database)() { text in
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
          }
          result = .success(count)
        } catch { result = .failure(error) }
        await database.close()
        say("\(try result.get()) payments")
      }
    }
  }

  struct Ledger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the whole ledger, with the balances of every day.",
      discussion: """
        `bean-check registro.beancount` and `hledger -f registro.journal check` hold every entry and
        every balance. The CSV holds all that an entry's hash is made of: see Docs/VERIFYING.md.
        Example: raccolto export ledger --format beancount > registro.beancount
        """)

    @Option(help: "beancount, hledger or csv.") var format: ExportLedger.Format

    func run() async throws {
      let format = format
      try await CLI.run {
        let database = try await Wiring.openExisting(Wiring.settings())
        let result: Result<Int, any Error>
        do {
          let count = try await ExportLedger(database: database)(format) { text in
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
          }
          result = .success(count)
        } catch { result = .failure(error) }
        await database.close()
        say("\(try result.get()) entries")
      }
    }
  }
}

extension ExportLedger.Format: ExpressibleByArgument {}

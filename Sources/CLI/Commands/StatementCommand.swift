// `statement import`: takes a bank's file, as the desk does.
import ArgumentParser
import Domain
import Foundation
import Phrases
import Services
import Store

struct StatementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: "Takes bank statements.", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports camt.053 or CSV: all new lines of the file, or nothing.",
      discussion: """
        Lines seen in earlier files are not counted twice. An exact reference with the exact amount
        confirms its pledge; everything else waits at the desk. Exit code 1: the file was refused.
        Example: raccolto statement import estratto.xml --dry-run --json
        """)

    @Argument(help: "The bank's file.") var file: String
    @Flag(help: "Say what would happen; write nothing.") var dryRun = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      let outcome = try await CLI.run {
        guard let data = FileManager.default.contents(atPath: file) else {
          throw Fault("\(file) cannot be read. Consider its path and permissions.")
        }
        let settings = try await Wiring.settings()
        let database = try await Wiring.openExisting(settings)
        let result: Result<ImportStatement.Outcome, any Error>
        do {
          let request = ImportStatement.Request(
            name: URL(filePath: file).lastPathComponent, bytes: Array(data), isDryRun: dryRun)
          let services = try Wiring.reconciliation(settings, database)
          result = .success(try await services.importStatement(request, by: .operator))
        } catch { result = .failure(error) }
        await database.close()
        return try result.get()
      }
      let told = ImportTold(outcome)
      if json { try printJSON(told) } else { print(told.sentence) }
      if told.isRefused { throw Ending.refused }
    }
  }
}

/// What an import did, for people and programs.
private struct ImportTold: Encodable {
  var outcome: String
  var statements: [String] = []
  var lines = 0
  var new = 0
  var matched = 0
  var waiting: [String: Int] = [:]
  var leftOut = 0
  var refusal: String?
  var isRefused: Bool { refusal != nil }

  private enum CodingKeys: String, CodingKey {
    case outcome, statements, lines, new, matched, waiting, leftOut, refusal
  }

  init(_ done: ImportStatement.Outcome) {
    outcome = "refused"
    switch done {
    case .imported(let report):
      outcome = report.isDryRun ? "previewed" : "imported"
      statements = report.statements.map(\.description)
      (lines, new, matched) = (report.lines, report.new, report.matched)
      leftOut = report.leftOut
      for (reason, count) in report.waiting { waiting[reason.rawValue] = count }
    case .repeated(let ids):
      outcome = "repeated"
      statements = ids.map(\.description)
    case .refused(let reason):
      refusal = reason.sentence(.english)
    case .otherAccount(let found):
      refusal = "It is about \(found.masked), not our account. Consider RACCOLTO_BANK_IBAN."
    case .otherCurrency(let found): refusal = "It is in \(found), not in euro."
    case .noAccount: refusal = "RACCOLTO_BANK_IBAN is not an IBAN."
    case .notAllowed: refusal = "Not allowed."
    }
  }

  var sentence: String {
    if let refusal { return refusal }
    guard outcome != "repeated" else { return "This file was imported before: nothing changed." }
    let reasons = waiting.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let waits = waiting.values.reduce(0, +)
    return "\(outcome): \(lines) lines, \(new) new, \(matched) matched, \(waits) waiting"
      + (reasons.isEmpty ? "" : " (" + reasons.joined(separator: ", ") + ")")
      + ", \(leftOut) left out"
  }
}

// `ledger verify`: checks every invariant of the ledger and names what breaks one.
import ArgumentParser
import Domain
import Foundation
import Services
import Store

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Looks at the ledger.", subcommands: [Verify.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks every invariant and names each entry and account that breaks one.",
      usage: "raccolto ledger verify --json")

    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      let report = try await CLI.run {
        let database = try await Wiring.open(Wiring.settings())
        let result: Result<LedgerReport, any Error>
        do { result = .success(try await VerifyLedger(database: database)()) } catch {
          result = .failure(error)
        }
        await database.close()
        return try result.get()
      }
      if json { try printJSON(VerificationResult(report)) } else { say(report) }
      if !report.isClean { throw Ending.refused }
    }

    private func say(_ report: LedgerReport) {
      for finding in report.findings {
        let places = [finding.entry, finding.account].compactMap { $0 }.joined(separator: " ")
        print(
          "\(finding.invariant.rawValue)\t\(places)\texpected \(finding.expected)"
            + "\tfound \(finding.found)")
      }
      print(
        "\(report.entries) entries, \(report.postings) postings, \(report.accounts) accounts:"
          + (report.isClean
            ? " every invariant holds."
            : " \(report.findings.count) findings. Consider restoring a backup made before them,"
              + " and never mend the tables by hand."))
    }
  }
}

/// What `--json` prints.
private struct VerificationResult: Encodable {
  struct Finding: Encodable {
    let invariant: String
    let entry: String?
    let account: String?
    let expected: String
    let found: String
  }
  let clean: Bool
  let entries: Int
  let postings: Int
  let accounts: Int
  let findings: [Finding]

  init(_ report: LedgerReport) {
    clean = report.isClean
    (entries, postings, accounts) = (report.entries, report.postings, report.accounts)
    findings = report.findings.map {
      Finding(
        invariant: $0.invariant.rawValue, entry: $0.entry, account: $0.account,
        expected: $0.expected, found: $0.found)
    }
  }
}

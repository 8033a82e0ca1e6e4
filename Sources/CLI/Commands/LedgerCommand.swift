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
      discussion: """
        Sealed entries are held against their chain: a row that was changed, taken out or put in is
        named, whoever did it. Give a hash that was published or mailed, and the chain has to go
        through it: that shows whether the chain itself was made anew.
        Example: raccolto ledger verify --json --head HASH
        """)

    @Option(help: "The hash of a block, as published or mailed.") var head: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      let known = head.flatMap { Digest($0.lowercased()) }
      guard head == nil || known != nil else {
        throw ValidationError("a hash has 64 hexadecimal digits")
      }
      let report = try await CLI.run {
        let database = try await Wiring.openExisting(Wiring.settings())
        let result: Result<LedgerReport, any Error>
        do { result = .success(try await VerifyLedger(database: database)(known: known)) } catch {
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
        "\(report.entries) entries, \(report.postings) postings, \(report.accounts) accounts,"
          + " \(report.blocks) blocks, \(report.unsealed) entries wait for the next:"
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
  let blocks: Int
  let unsealed: Int
  let findings: [Finding]

  init(_ report: LedgerReport) {
    clean = report.isClean
    (entries, postings, accounts) = (report.entries, report.postings, report.accounts)
    (blocks, unsealed) = (report.blocks, report.unsealed)
    findings = report.findings.map {
      Finding(
        invariant: $0.invariant.rawValue, entry: $0.entry, account: $0.account,
        expected: $0.expected, found: $0.found)
    }
  }
}

// Files of votes for tests: our own, and real ones where they lie beside the checkout.
import Domain
import Foundation
import Testing

enum VoteFixtures {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of a file in Tests/Fixtures/Participation.
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: package.appending(path: "Tests/Fixtures/Participation/\(name)")))
  }

  /// The real elections beside the checkout, with what other programs made of them. Empty where
  /// they are absent: they are not ours to ship.
  static let realElections: [RealElection] = {
    let named = ProcessInfo.processInfo.environment["RACCOLTO_TEST_PABULIB"]
    let folder =
      named.map { URL(filePath: $0) }
      ?? package.appending(path: "../shared/data/pabulib").standardizedFileURL
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".pb") }.sorted().map {
      let expected = "expected/\($0.dropLast(3)).json"
      return RealElection(
        name: $0, file: folder.appending(path: $0), expected: folder.appending(path: expected))
    }
  }()

  /// A small election, approval by default, into which traps can be put.
  static func election(
    meta: [String: String] = [:], projects: String = "a;100;Orto\nb;200;Bar\nc;300;Coro",
    votes: String = "1;a,b\n2;a\n3;c", voteColumns: String = "voter_id;vote"
  ) -> String {
    let lineCount = { (text: String) in text.split(separator: "\n").count }
    var keys = [
      "description": "Prova", "country": "Italia", "unit": "Bollate", "instance": "2026",
      "num_projects": String(lineCount(projects)), "num_votes": String(lineCount(votes)),
      "budget": "1000", "vote_type": "approval", "rule": "greedy", "date_begin": "2026",
      "date_end": "2026", "currency": "EUR",
    ]
    keys.merge(meta) { $1 }
    let rows = keys.sorted { $0.key < $1.key }.filter { $0.value != "-" }
      .map { "\($0.key);\($0.value)\n" }
    return "META\nkey;value\n" + rows.joined()
      + "PROJECTS\nproject_id;cost;name\n\(projects)\nVOTES\n\(voteColumns)\n\(votes)\n"
  }

  static func ranking(
    _ result: VoteResult, _ code: String = "", winners: RankingRule.Winners = .first(1),
    format: VoteSource.Format = .csv
  ) -> Ranking? {
    guard let part = result.constituencies.first(where: { $0.code == code }),
      let digest = Digest(bytes: Array(repeating: 7, count: 32))
    else { return nil }
    let at = Instant(milliseconds: 1_600_000_000_000)
    let random = [UInt8](repeating: 1, count: 10)
    let constituency = Constituency(
      id: .init(at: at, random: random), process: .init(at: at, random: random), code: code,
      name: LocalText(italian: code), position: 1)
    return Ranking(
      id: .init(at: at, random: random), in: constituency, counting: part,
      from: VoteSource(format: format, digest: digest, sizeBytes: 100),
      under: RankingRule(by: result.measure, winners: winners))
  }
}

struct RealElection: CustomTestStringConvertible, Sendable {
  let name: String
  let file: URL
  let expected: URL
  var testDescription: String { name }

  /// What a rule funds, in the order in which it takes them, and the exact cost.
  struct Outcome: Decodable {
    let selected: [String]
    let cost: String
  }

  /// Nil where it was not computed.
  func outcome(of rule: String) throws -> Outcome? {
    struct Expected: Decodable {
      let rules: [String: Outcome]
    }
    let data = try Data(contentsOf: expected)
    return try JSONDecoder().decode(Expected.self, from: data).rules[rule]
  }
  func selected(by rule: String) throws -> [String]? { try outcome(of: rule)?.selected }
}

/// A small generator with a seed, so that a failing shuffle can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Ids as they are written.
func ids(_ texts: String...) -> [ExternalID] { texts.compactMap { ExternalID($0) } }

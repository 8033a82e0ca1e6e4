// `recount`: counts a published file of ballots again, with nothing but the file and the rule.
import ArgumentParser
import Domain
import Foundation
import Phrases
import Services

struct RecountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount",
    abstract: "Counts a .pb file under a rule and prints who is funded, round by round.",
    discussion: """
      The certificate of a count names its rule and parameters: given the same, this prints the
      same bytes (--certificate) and the same digest. No database is needed.
      Exit code 1: the file or the parameters were refused.
      Example: raccolto recount voto.pb --rule equal-shares-add1 --ties cost-votes-id --json
      """)

  @Argument(help: "The file, as published.") var file: String
  @Option(help: "The rule.") var rule: CountRule
  @Option(help: "Who comes first among equals.") var ties = TieOrder.id
  @Flag(help: "Fund projects without a single vote if money is left (as pabutools does).")
  var fundUnsupported = false
  @Option(help: "The least votes (points) of greedy-threshold, if not the file's own.")
  var minimum: Int64?
  @Option(help: "At most so many of each group: category=2.") var atMost: String?
  @Option(help: "Ids of which at most one is funded: a,b. May be repeated.")
  var exclusive: [String] = []
  @Option(help: "greedy-no-skip: fund the last one from so many hundredths of its cost.")
  var lastFromPercent: Int?
  @Flag(help: "Equal shares: yield to greedy if more voters have more of theirs there.")
  var comparison = false
  @Option(help: "ranking: how many are chosen.") var places: Int?
  @Option(help: "The seed of a draw, in hexadecimal; its order replaces ids among equals.")
  var lot: String?
  @Flag(help: "Print the certified text.") var certificate = false
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let parameters = try parameters()
    let seed = try lot.map { text in
      guard let bytes = Self.bytes(ofHex: text) else {
        throw ValidationError("--lot is an even number of hexadecimal digits.")
      }
      return bytes
    }
    let result = try await CLI.run {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Fault("\(file) cannot be read. Consider its path and permissions.")
      }
      do throws(Recount.Refusal) {
        return try Recount()(Array(data), under: parameters, lot: seed)
      } catch {
        say("raccolto: \(file): \(Self.sentence(error))")
        throw Ending.refused
      }
    }
    if certificate {
      FileHandle.standardOutput.write(Data(result.certified.canonicalBytes))
    } else if json {
      try printJSON(RecountTold(result))
    } else {
      for line in RecountExplanation(result: result).lines { print(line) }
    }
  }

  private func parameters() throws -> CountParameters {
    var parameters = CountParameters(rule)
    parameters.ties = ties
    parameters.fundsUnsupported = fundUnsupported
    parameters.minimumScore = minimum
    parameters.lastFromPercent = lastFromPercent
    parameters.comparesWithGreedy = comparison
    parameters.places = places
    parameters.exclusiveSets = exclusive.map { set in
      set.split(separator: ",").compactMap { ExternalID(String($0)) }
    }
    if let atMost {
      let parts = atMost.split(separator: "=")
      guard parts.count == 2, let column = Profile.GroupColumn(rawValue: String(parts[0])),
        let max = Int(parts[1]), max > 0
      else {
        let columns = Profile.GroupColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--at-most is a column and a number, category=2. Columns: \(columns).")
      }
      parameters.groupLimit = .init(column: column, max: max)
    }
    return parameters
  }

  private static func sentence(_ refusal: Recount.Refusal) -> String {
    switch refusal {
    case .file(let refusal): VoteFilePhrases[.english].refusal(refusal)
    case .count(let refusal): CountPhrases[.english].refusal(refusal)
    }
  }

  private static func bytes(ofHex text: String) -> [UInt8]? {
    guard !text.isEmpty, text.utf8.count % 2 == 0 else { return nil }
    let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }
}

extension CountRule: ExpressibleByArgument {}
extension TieOrder: ExpressibleByArgument {}

/// What `--json` prints: ids in the order taken, cost in whole units, every tie that was met.
private struct RecountTold: Encodable {
  struct Tie: Encodable {
    let projects: [String]
    let decides: Bool
  }
  let rule: String
  let selected: [String]
  let cost: Int64
  let ties: [Tie]
  let digest: String

  init(_ result: Recount.Result) {
    let id = { (number: Int) in result.profile.candidates[number].id.text }
    let outcome = result.certified.outcome
    rule = result.certified.parameters.rule.rawValue
    selected = outcome.selected.map(id)
    cost = outcome.cost
    ties = outcome.ties.map { Tie(projects: $0.projects.map(id), decides: $0.decides) }
    digest = result.digest.description
  }
}

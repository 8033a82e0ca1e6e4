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
  @Option(help: "votes-and-purchases: the file of purchases.") var purchases: String?
  @Option(help: "votes-and-purchases: the part that votes have, as a fraction: 3/5.")
  var votesWeigh: String?
  @Option(help: "What of purchases counts: buyers, or money:CENTS with a cap for each buyer.")
  var purchasesAs = "buyers"
  @Option(help: "The seed of a draw, in hexadecimal; its order replaces ids among equals.")
  var lot: String?
  @Flag(help: "Print the certified text.") var certificate = false
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Say on stderr, as JSON, the seconds that reading and counting took.")
  var timing = false

  func run() async throws {
    let parameters = try parameters()
    let seed = try lot.map { text in
      guard let bytes = Self.bytes(ofHex: text) else {
        throw ValidationError("--lot is an even number of hexadecimal digits.")
      }
      return bytes
    }
    let result = try await CLI.run {
      let ballots = try Self.read(file)
      let bought = try purchases.map(Self.read)
      let clock = ContinuousClock()
      let start = clock.now
      do throws(Recount.Refusal) {
        let election = try Recount.Election(ballots, purchases: bought)
        let read = clock.now
        let result = try Recount()(election, under: parameters, lot: seed)
        if timing { say(Self.told(start.duration(to: read), read.duration(to: clock.now))) }
        return result
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
    if let votesWeigh { parameters.purchases = try Self.weights(votesWeigh, purchasesAs) }
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

  private static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault("\(path) cannot be read. Consider its path and permissions.")
    }
    return Array(data)
  }

  private static func weights(_ fraction: String, _ counting: String) throws -> PurchaseRule {
    let parts = fraction.split(separator: "/").map { Int64($0) }
    let money = counting.split(separator: ":")
    let counted: PurchaseRule.Counting? =
      counting == "buyers"
      ? .buyers
      : money.count == 2 && money[0] == "money"
        ? Int64(money[1]).map { .money(perBuyerMaxCents: $0) } : nil
    guard parts.count == 2, let votes = parts[0], let whole = parts[1], let counted,
      let rule = PurchaseRule(votes: votes, of: whole, counting: counted)
    else {
      throw ValidationError(
        "--votes-weigh is a fraction up to 1, 3/5; --purchases-as is buyers or money:5000.")
    }
    return rule
  }

  private static func told(_ read: Duration, _ count: Duration) -> String {
    func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }
    return "{\"read\": \(seconds(read)), \"count\": \(seconds(count))}"
  }

  private static func sentence(_ refusal: Recount.Refusal) -> String {
    switch refusal {
    case .file(let refusal), .purchases(let refusal): VoteFilePhrases[.english].refusal(refusal)
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
    let id = { (number: Int) in result.election.profile.candidates[number].id.text }
    let outcome = result.certified.outcome
    rule = result.certified.parameters.rule.rawValue
    selected = outcome.selected.map(id)
    cost = outcome.cost
    ties = outcome.ties.map { Tie(projects: $0.projects.map(id), decides: $0.decides) }
    digest = result.digest.description
  }
}

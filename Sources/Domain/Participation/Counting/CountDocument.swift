// A certified count read back from its text: pages show the document itself, nothing beside it.

/// What the certified text says, line by line as `CertifiedCount` lists them.
package struct CountDocument: Hashable, Sendable {
  package let rule: CountRule
  package let budget: Int64
  package let currency: Currency?
  package let voters: Int64
  /// Funded ones first, in the order taken; then by votes.
  package let projects: [Line]
  package let share: CountShare?
  package let isGreedyInstead: Bool
  package let ties: [Tie]
  package let cost: Int64
  package let left: Int64
  /// How many rounds the count had.
  package let rounds: Int

  /// One project and what became of it.
  package struct Line: Hashable, Sendable {
    package let id: ExternalID
    package let name: String
    package let cost: Int64
    /// Votes or points.
    package let score: Int64
    package let supporters: Int64
    package internal(set) var bought: Purchases.Total?
    package internal(set) var isFunded = false
    /// Nil where the rule ended without coming to it.
    package internal(set) var decision: Decision?
    /// So many more votes (points, voters) would have been enough; nil where none would, or the
    /// rule cannot tell.
    package internal(set) var missing: Int64?
  }
  /// The last round that a project was in.
  package struct Decision: Hashable, Sendable {
    package let round: Int
    package let verdict: Verdict
    /// As written in the text: `185`, `185/20000`, `166.33`.
    package let strength: String
    /// Of the budget, afterwards.
    package let left: Int64
  }
  /// `CountRound.Verdict` with the other project by its id.
  package enum Verdict: Hashable, Sendable {
    case funded, fundedWithRest, tooExpensive, belowMinimum, unsupported, groupFull, afterStop
    case excluded(by: ExternalID)
  }
  package struct Tie: Hashable, Sendable {
    package let projects: [ExternalID]
    package let decides: Bool
  }

  /// Nil for a text that is no certified count.
  package init?(_ text: String) {
    var reading = Reading()
    for line in text.split(separator: "\n") {
      guard reading.read(Reading.fields(line)) else { return nil }
    }
    guard reading.isEnded, let rule = reading.rule, let election = reading.election,
      let cost = reading.cost
    else { return nil }
    self.rule = rule
    (budget, currency, voters) = election
    (self.cost, left) = cost
    (share, isGreedyInstead, ties) = (reading.share, reading.isGreedyInstead, reading.ties)
    rounds = reading.rounds
    let places = Dictionary(
      reading.funded.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    projects = reading.lines.values.sorted { left, right in
      switch (places[left.id], places[right.id]) {
      case (let first?, let second?): first < second
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil):
        left.score == right.score ? left.id < right.id : left.score > right.score
      }
    }
  }
}

/// The document while its lines come in.
private struct Reading {
  var rule: CountRule?
  var election: (Int64, Currency?, Int64)?
  var lines: [ExternalID: CountDocument.Line] = [:]
  var funded: [ExternalID] = []
  var share: CountShare?
  var isGreedyInstead = false
  var ties: [CountDocument.Tie] = []
  var cost: (Int64, Int64)?
  var rounds = 0
  var isEnded = false
  private var isBegun = false

  /// The fields of a line, unescaped.
  static func fields(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { field in
      var text = ""
      var isEscaped = false
      for character in field {
        if isEscaped {
          text += character == "t" ? "\t" : character == "n" ? "\n" : character == "r" ? "\r" : "\\"
        } else if character != "\\" {
          text.append(character)
        }
        isEscaped = !isEscaped && character == "\\"
      }
      return text
    }
  }

  /// False for a line that cannot be there.
  mutating func read(_ fields: [String]) -> Bool {
    guard isBegun else {
      isBegun = fields == ["raccolto-count 1"]
      return isBegun
    }
    let numbers = fields.map { Int64($0) }
    switch (fields[0], fields.count) {
    case ("rule", 3): rule = CountRule(rawValue: fields[1])
    case ("election", 5):
      guard let budget = numbers[1], let voters = numbers[3] else { return false }
      election = (budget, Currency(fields[2]), voters)
    case ("project", 6): return readProject(fields, numbers)
    case ("bought", 5):
      guard let id = ExternalID(fields[1]), let buyers = numbers[2], let cents = numbers[3],
        let counted = numbers[4]
      else { return false }
      lines[id]?.bought = Purchases.Total(buyers: buyers, cents: cents, counted: counted)
    case ("share", 4):
      guard let raised = numbers[2] else { return false }
      share = CountShare(
        isWhole: fields[1] == "whole", raisedBy: raised,
        nextIsOverBudget: fields[3] == "over-budget-next", runs: 0)
    case ("compared", 2): isGreedyInstead = true
    case ("round", 7): return readRound(fields, numbers)
    case ("tie", _):
      ties.append(
        CountDocument.Tie(
          projects: fields.dropFirst(2).compactMap { ExternalID($0) },
          decides: fields[1] == "decides"))
    case ("funded", 3):
      guard let id = ExternalID(fields[1]) else { return false }
      funded.append(id)
      lines[id]?.isFunded = true
    case ("missing", 3): ExternalID(fields[1]).map { lines[$0]?.missing = numbers[2] }
    case ("cost", 3):
      guard let spent = numbers[1], let left = numbers[2] else { return false }
      cost = (spent, left)
    case ("end", 1): isEnded = true
    case ("parameter", _), ("source", _), ("purchases", _), ("lot", _): break
    case _: return false
    }
    return true
  }

  private mutating func readProject(_ fields: [String], _ numbers: [Int64?]) -> Bool {
    guard let id = ExternalID(fields[1]), let cost = numbers[2], let score = numbers[3],
      let supporters = numbers[4]
    else { return false }
    lines[id] = CountDocument.Line(
      id: id, name: fields[5], cost: cost, score: score, supporters: supporters)
    return true
  }

  private mutating func readRound(_ fields: [String], _ numbers: [Int64?]) -> Bool {
    guard let id = ExternalID(fields[3]), let left = numbers[5] else { return false }
    let verdict: CountDocument.Verdict
    switch fields[2] {
    case "funded": verdict = .funded
    case "funded-with-rest": verdict = .fundedWithRest
    case "too-expensive": verdict = .tooExpensive
    case "below-minimum": verdict = .belowMinimum
    case "unsupported": verdict = .unsupported
    case "group-full": verdict = .groupFull
    case "after-stop": verdict = .afterStop
    case "excluded":
      guard let other = ExternalID(fields[6]) else { return false }
      verdict = .excluded(by: other)
    case _: return false
    }
    rounds += 1
    lines[id]?.decision = CountDocument.Decision(
      round: rounds, verdict: verdict, strength: fields[4], left: left)
    return true
  }
}

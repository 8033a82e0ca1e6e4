// The certified text of a count: rule, parameters, every round, outcome. Its digest is published.

/// What `raccolto recount` writes again, byte for byte, from the published file alone. Lines as in
/// `CanonicalText`; a lone `-` means "none". All money is in whole units of the currency.
///
///     raccolto-count 1
///     rule        name  version
///     parameter   name  values…            one line for each that is set
///     source      format  sha256  size in bytes
///     purchases   sha256  size in bytes
///     election    budget  currency  voters  projects
///     project     id  cost  votes or points  supporters  name
///     bought      id  buyers  cents  what of them counts
///     lot         ids in the order drawn
///     share       whole | fraction  raised by  over-budget-next | complete
///     compared    greedy                   when the comparison step chose greedy
///     round       number  verdict  id  strength  left  other id
///     tie         decides | decides-nothing  ids in the order used
///     funded      id  cost
///     missing     id  so many more votes (points, voters) would have been enough, or -
///     cost        total  left
///     end
package struct CertifiedCount: Hashable, Sendable {
  package let parameters: CountParameters
  package let source: VoteSource
  package let outcome: CountOutcome
  package let canonicalBytes: [UInt8]

  package init(
    _ outcome: CountOutcome, of file: PabulibFile, _ profile: Profile, from source: VoteSource,
    under parameters: CountParameters
  ) throws(CountRefusal) {
    self.parameters = parameters
    self.source = source
    self.outcome = outcome
    var text = CanonicalText()
    text.line("raccolto-count 1")
    text.line("rule", parameters.rule.rawValue, String(CountRule.version))
    for parameter in parameters.written { text.line(["parameter"] + parameter) }
    text.line("source", source.format.rawValue, source.digest.description, String(source.sizeBytes))
    if let source = profile.purchases?.source {
      text.line("purchases", source.digest.description, String(source.sizeBytes))
    }
    text.line(
      "election", String(profile.budget), file.meta.currency?.code ?? "-",
      String(profile.voters), String(profile.candidates.count))
    for candidate in profile.candidates {
      text.line(
        "project", candidate.id.text, String(candidate.cost), String(candidate.score),
        String(candidate.supporters), candidate.name)
    }
    for (candidate, total) in zip(profile.candidates, outcome.purchases) {
      text.line(
        "bought", candidate.id.text, String(total.buyers), String(total.cents),
        String(total.counted))
    }
    if !parameters.drawnOrder.isEmpty {
      text.line(["lot"] + parameters.drawnOrder.map(\.text))
    }
    text.add(outcome, profile)
    let missing = try VotesMissing(
      profile: profile, parameters: parameters, outcome: outcome
    ).byProject()
    let funded = Set(outcome.selected)
    for number in profile.candidates.indices where !funded.contains(number) {
      text.line(
        "missing", profile.candidates[number].id.text, missing[number].map { String($0) } ?? "-")
    }
    text.line("cost", String(outcome.cost), String(profile.budget - outcome.cost))
    text.line("end")
    canonicalBytes = text.bytes
  }
}

extension CountParameters {
  /// Every parameter that is set, as name and values.
  package var written: [[String]] {
    var lines: [[String]] = [["ties", ties.rawValue]]
    if fundsUnsupported { lines.append(["fund-unsupported"]) }
    if rule == .greedyThreshold, let minimumScore {
      lines.append(["minimum", String(minimumScore)])
    }
    if let groupLimit {
      lines.append(["group-limit", groupLimit.column.rawValue, String(groupLimit.max)])
    }
    for set in exclusiveSets { lines.append(["exclusive"] + set.map(\.text)) }
    if let lastFromPercent { lines.append(["last-from-percent", String(lastFromPercent)]) }
    if comparesWithGreedy { lines.append(["comparison"]) }
    if let purchases { lines += purchases.written }
    if let places { lines.append(["places", String(places)]) }
    return lines
  }
}

extension PurchaseRule {
  fileprivate var written: [[String]] {
    let parts = ["votes-weigh", "\(voteParts)/\(parts)"]
    return switch counting {
    case .buyers: [parts, ["purchases-as", "buyers"]]
    case .money(let most): [parts, ["purchases-as", "money", String(most)]]
    }
  }
}

extension CanonicalText {
  fileprivate mutating func add(_ outcome: CountOutcome, _ profile: Profile) {
    let id = { (number: Int) in profile.candidates[number].id.text }
    if let share = outcome.share {
      line(
        "share", share.isWhole ? "whole" : "fraction", String(share.raisedBy),
        share.nextIsOverBudget ? "over-budget-next" : "complete")
    }
    if outcome.isGreedyInstead { line("compared", "greedy") }
    for (index, round) in outcome.rounds.enumerated() {
      let (verdict, other) = round.verdict.written
      line(
        "round", String(index + 1), verdict, id(round.project), round.strength.written,
        String(round.left), other.map(id) ?? "-")
    }
    for tie in outcome.ties {
      line(["tie", tie.decides ? "decides" : "decides-nothing"] + tie.projects.map(id))
    }
    for number in outcome.selected {
      line("funded", id(number), String(profile.candidates[number].cost))
    }
  }
}

extension CountRound.Verdict {
  /// The word of certified documents, and the other project concerned.
  package var written: (word: String, other: Int?) {
    switch self {
    case .funded: ("funded", nil)
    case .fundedWithRest: ("funded-with-rest", nil)
    case .tooExpensive: ("too-expensive", nil)
    case .belowMinimum: ("below-minimum", nil)
    case .unsupported: ("unsupported", nil)
    case .excluded(let other): ("excluded", other)
    case .groupFull: ("group-full", nil)
    case .afterStop: ("after-stop", nil)
    }
  }
}

extension CountRound.Strength {
  /// As certified documents write it: `185`, `185/20000`, `166.33`.
  package var written: String {
    switch self {
    case .score(let score): String(score)
    case .scorePerCost(let score, let cost): "\(score)/\(cost)"
    case .effectiveHundredths(let hundredths), .loadHundredths(let hundredths):
      Self.decimal(hundredths)
    case .partsPerMillion(let parts): Self.millionths(parts)
    }
  }

  private static func millionths(_ parts: Int64) -> String {
    let (whole, rest) = parts.quotientAndRemainder(dividingBy: 1_000_000)
    return "\(whole).\(String(1_000_000 + rest).dropFirst())"
  }

  private static func decimal(_ hundredths: Int64) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

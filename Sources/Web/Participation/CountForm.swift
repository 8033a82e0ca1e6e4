// The form by which a count is ordered: the ballots, the rule, and what the rule may be told.
import Domain
import Phrases
import Services

/// What was sent; `request` is nil when there were problems.
struct CountForm {
  /// What a fresh form has chosen.
  static let first = FormBody(["rule": CountRule.greedy.rawValue, "ties": TieOrder.id.rawValue])
  private static let setsMax = 200

  let request: OrderCount.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ countable: [RankingReading], _ language: Language) {
    let say = CountDeskPhrases[language]
    var reader = FormReader(body, language)
    let ranking = countable.first { $0.ranking.id.description == body.text("ranking") }
    if ranking == nil { reader.refuse("ranking", "no-ballots", say.nothingToCount) }
    let rule = reader.choice("rule", say.rule, of: CountRule.self)
    let ties = reader.choice("ties", say.ties, of: TieOrder.self)
    var parameters = CountParameters(rule ?? .greedy)
    parameters.ties = ties ?? .id
    parameters.minimumScore = Self.number("minimum", body, &reader, say).map { Int64($0) }
    parameters.places = Self.number("places", body, &reader, say)
    parameters.lastFromPercent = Self.number("last", body, &reader, say)
    parameters.comparesWithGreedy = body.isTicked("comparison")
    if let column = Profile.GroupColumn(rawValue: body.text("group")) {
      let max = Self.number("group-max", body, &reader, say) ?? 1
      parameters.groupLimit = .init(column: column, max: max)
    }
    parameters.exclusiveSets = Self.sets(body.text("exclusive"), &reader, say)
    parameters.purchases = Self.purchases(body, &reader, say)
    let file = body.file("purchases")
    if rule == .votesAndPurchases, parameters.purchases == nil || file == nil {
      reader.refuse("weigh", "required", say.needsPurchases)
    }
    parameters.keepOnlyItsOwn()
    problems = reader.problems
    request =
      if problems.isEmpty, let ranking {
        OrderCount.Request(
          ranking: ranking.ranking.id, parameters: parameters,
          purchases: rule == .votesAndPurchases ? file?.bytes : nil)
      } else {
        nil
      }
  }

  /// From 1 up; nil where nothing was written.
  private static func number(
    _ field: String, _ body: FormBody, _ reader: inout FormReader, _ say: CountDeskPhrases
  ) -> Int? {
    guard !body.text(field).isEmpty else { return nil }
    guard let number = Int(body.text(field)), (1...1_000_000_000).contains(number) else {
      reader.refuse(field, "not-a-number", say.wrongNumber)
      return nil
    }
    return number
  }

  private static func sets(
    _ text: String, _ reader: inout FormReader, _ say: CountDeskPhrases
  ) -> [[ExternalID]] {
    text.split(whereSeparator: \.isNewline).prefix(setsMax).map { line in
      line.split(separator: ",").compactMap { part in
        let id = ExternalID(String(part).trimmed)
        if id == nil { reader.refuse("exclusive", "wrong-id", say.wrongID(String(part))) }
        return id
      }
    }
  }

  private static func purchases(
    _ body: FormBody, _ reader: inout FormReader, _ say: CountDeskPhrases
  ) -> PurchaseRule? {
    guard !body.text("weigh").isEmpty else { return nil }
    let cap = body.text("cap").isEmpty ? nil : reader.amount("cap")
    let parts = body.text("weigh").split(separator: "/").map { Int64(String($0).trimmed) }
    guard parts.count == 2, let votes = parts[0], let whole = parts[1],
      let rule = PurchaseRule(
        votes: votes, of: whole,
        counting: cap.map { .money(perBuyerMaxCents: $0.cents) } ?? .buyers)
    else {
      reader.refuse("weigh", "not-a-fraction", say.wrongFraction)
      return nil
    }
    return rule
  }
}

extension CountParameters {
  /// Drops what the rule does not read, so that certificates name nothing that had no effect.
  fileprivate mutating func keepOnlyItsOwn() {
    if rule != .greedyThreshold { minimumScore = nil }
    if rule != .greedyNoSkip { lastFromPercent = nil }
    if rule != .ranking, rule != .votesAndPurchases { places = nil }
    if rule != .votesAndPurchases { purchases = nil }
    if !rule.isEqualShares { comparesWithGreedy = false }
    if !rule.isGreedy {
      groupLimit = nil
      exclusiveSets = []
    }
  }
}

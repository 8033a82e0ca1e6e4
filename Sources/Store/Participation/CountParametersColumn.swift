// The rule of a count as a column: JSON with a key for each parameter that is set.
import Domain
import FoundationEssentials

/// `CountParameters` without the drawn order, which follows from the lot.
struct CountParametersColumn: Codable {
  private var rule: String
  private var ties: String
  private var fundsUnsupported: Bool?
  private var minimumScore: Int64?
  private var groupColumn: String?
  private var groupMax: Int?
  private var exclusiveSets: [[String]]?
  private var lastFromPercent: Int?
  private var comparesWithGreedy: Bool?
  private var places: Int?
  private var voteParts: Int64?
  private var parts: Int64?
  private var perBuyerMaxCents: Int64?

  init(_ parameters: CountParameters) {
    rule = parameters.rule.rawValue
    ties = parameters.ties.rawValue
    fundsUnsupported = parameters.fundsUnsupported ? true : nil
    minimumScore = parameters.minimumScore
    groupColumn = parameters.groupLimit?.column.rawValue
    groupMax = parameters.groupLimit?.max
    exclusiveSets =
      parameters.exclusiveSets.isEmpty ? nil : parameters.exclusiveSets.map { $0.map(\.text) }
    lastFromPercent = parameters.lastFromPercent
    comparesWithGreedy = parameters.comparesWithGreedy ? true : nil
    places = parameters.places
    voteParts = parameters.purchases?.voteParts
    parts = parameters.purchases?.parts
    if case .money(let most) = parameters.purchases?.counting { perBuyerMaxCents = most }
  }

  /// As it is stored: the same parameters give the same text.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  static func read(_ text: String) throws -> CountParameters {
    let column = try JSONDecoder().decode(CountParametersColumn.self, from: Data(text.utf8))
    guard let rule = CountRule(rawValue: column.rule), let ties = TieOrder(rawValue: column.ties)
    else { throw Fault("a count has the rule \(column.rule), unknown to this version") }
    var parameters = CountParameters(rule)
    parameters.ties = ties
    parameters.fundsUnsupported = column.fundsUnsupported ?? false
    parameters.minimumScore = column.minimumScore
    if let group = column.groupColumn.flatMap({ Profile.GroupColumn(rawValue: $0) }),
      let max = column.groupMax
    {
      parameters.groupLimit = .init(column: group, max: max)
    }
    parameters.exclusiveSets = (column.exclusiveSets ?? []).map {
      $0.compactMap { ExternalID($0) }
    }
    parameters.lastFromPercent = column.lastFromPercent
    parameters.comparesWithGreedy = column.comparesWithGreedy ?? false
    parameters.places = column.places
    if let voteParts = column.voteParts, let parts = column.parts {
      parameters.purchases = PurchaseRule(
        votes: voteParts, of: parts,
        counting: column.perBuyerMaxCents.map { .money(perBuyerMaxCents: $0) } ?? .buyers)
    }
    return parameters
  }
}

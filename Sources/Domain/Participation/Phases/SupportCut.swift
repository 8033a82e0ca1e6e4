// How many of the supported proposals go on: the rule of the cut, published before it is made.

/// Which proposals go on after the support phase, from the most supported down.
package enum SupportCut: Hashable, Sendable {
  /// So many of the whole process.
  case number(Int)
  /// So many of each constituency.
  case perConstituency(Int)
  /// All with at least so many supports.
  case threshold(Int)
  /// In each constituency, until the sum of their least costs reaches so many hundredths of its
  /// budget (Milan 2017: 200).
  case sumOfCosts(percent: Int)

  /// The cut by its name, without its number.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case number
    case perConstituency = "per-constituency"
    case threshold
    case sumOfCosts = "sum-of-costs-percent"
  }

  package static let numberMax = 100_000

  /// Nil for a number below 1 or above any use.
  package init?(_ kind: Kind, _ number: Int) {
    guard (1...Self.numberMax).contains(number) else { return nil }
    self =
      switch kind {
      case .number: .number(number)
      case .perConstituency: .perConstituency(number)
      case .threshold: .threshold(number)
      case .sumOfCosts: .sumOfCosts(percent: number)
      }
  }
  /// Reads what `text` writes.
  package init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let number = Int(parts[1])
    else { return nil }
    self.init(kind, number)
  }

  package var kind: Kind {
    switch self {
    case .number: .number
    case .perConstituency: .perConstituency
    case .threshold: .threshold
    case .sumOfCosts: .sumOfCosts
    }
  }
  package var limit: Int {
    switch self {
    case .number(let number), .perConstituency(let number), .threshold(let number),
      .sumOfCosts(let number):
      number
    }
  }
  /// As published: `number 8`.
  package var text: String { "\(kind.rawValue) \(limit)" }
}

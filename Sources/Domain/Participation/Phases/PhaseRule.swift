// The rule of a phase: who takes part, how often, and how it is decided; one line for each thing.

/// What holds in a phase. Only what its kind asks for is written and read.
package struct PhaseRule: Hashable, Sendable {
  package var admission = Admission.census
  package var channels = PhaseChannels.both
  /// Proposals, or supports, of one person; nil for as many as they like.
  package var perPerson: Int?
  /// No proposal may cost more.
  package var costMax: Money?
  package var cut: SupportCut?
  /// Proposals that each delegate may bring past the support phase.
  package var directEntries = 0
  package var ballot = BallotForm.approval
  /// The fewest and the most choices (or points) of a ballot.
  package var choices = 1...1
  package var count = CountRule.ranking
  package var ties = TieOrder.id
  /// How many are chosen; nil for all with votes, or as many as the budget pays.
  package var places: Int?

  /// More choices than any ballot has.
  package static let numberMax = 100_000

  package init() {}

  /// What it says of one thing, as published; `-` for nothing.
  package func value(_ setting: PhaseSetting) -> String {
    switch setting {
    case .admission: admission.rawValue
    case .channels: channels.rawValue
    case .perPerson: perPerson.map { String($0) } ?? "-"
    case .costMax: costMax.map { String($0.cents) } ?? "-"
    case .cut: cut?.text ?? "-"
    case .directEntries: String(directEntries)
    case .ballot: ballot.rawValue
    case .choices: "\(choices.lowerBound) \(choices.upperBound)"
    case .count: count.rawValue
    case .ties: ties.rawValue
    case .places: places.map { String($0) } ?? "-"
    }
  }

  /// As it is stored: one line for each thing that its kind asks for.
  package func text(for kind: PhaseKind) -> String {
    kind.settings.map { "\($0.rawValue)\t\(value($0))\n" }.joined()
  }
  /// Reads what `text(for:)` writes; nil for a line that is missing or means nothing here.
  package init?(text: String, for kind: PhaseKind) {
    self.init()
    let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    guard lines.allSatisfy({ $0.count == 2 }), lines.map(\.[0]) == kind.settings.map(\.rawValue)
    else { return nil }
    for (setting, line) in zip(kind.settings, lines) {
      guard read(setting, line[1]) else { return nil }
    }
  }

  private mutating func read(_ setting: PhaseSetting, _ value: String) -> Bool {
    switch setting {
    case .admission: Admission(rawValue: value).map { admission = $0 } != nil
    case .channels: PhaseChannels(rawValue: value).map { channels = $0 } != nil
    case .perPerson: read(value, into: \.perPerson)
    case .costMax:
      value == "-" || Int64(value).map { costMax = Money(cents: $0) } != nil
    case .cut: value == "-" || SupportCut(text: value).map { cut = $0 } != nil
    case .directEntries: Int(value).map { directEntries = $0 } != nil
    case .ballot: BallotForm(rawValue: value).map { ballot = $0 } != nil
    case .choices: range(of: value).map { choices = $0 } != nil
    case .count: CountRule(rawValue: value).map { count = $0 } != nil
    case .ties: TieOrder(rawValue: value).map { ties = $0 } != nil
    case .places: read(value, into: \.places)
    }
  }
  private mutating func read(_ value: String, into path: WritableKeyPath<Self, Int?>) -> Bool {
    value == "-" || Int(value).map { self[keyPath: path] = $0 } != nil
  }
  private func range(of value: String) -> ClosedRange<Int>? {
    let numbers = value.split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 && numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : nil
  }

  /// What is missing before a phase of this kind can open; nil if nothing.
  package func gap(for kind: PhaseKind) -> Gap? {
    switch kind {
    case .support where cut == nil: .cutMissing
    case .vote where ballot == .chooseOne && choices != 1...1,
      .votesAndPurchases where ballot == .chooseOne && choices != 1...1:
      .oneChoiceOnly
    case .budget, .priorities, .delegates, .ideas, .support, .coDesign, .projects, .vote,
      .votesAndPurchases, .ranking, .crowdfunding:
      nil
    }
  }
  package enum Gap: Hashable, Sendable {
    case cutMissing
    /// A ballot with one choice has a minimum and a maximum of one.
    case oneChoiceOnly
  }
}

// A provider's transfer to our bank, and how its line on a statement is known without a person.

/// A provider's transfer that the ledger knows of and no statement has told of.
package struct AwaitedSettlement: Hashable, Sendable {
  package let provider: ProviderName
  /// The provider's own id of it.
  package let reference: String
  package let amount: Money
  package let sentOn: CivilDate
  /// Its provider has closed it, and its lines come to its amount.
  package let isProven: Bool

  package init(
    _ reference: String, from provider: ProviderName, _ amount: Money, sentOn: CivilDate,
    isProven: Bool
  ) {
    (self.reference, self.provider, self.amount) = (reference, provider, amount)
    (self.sentOn, self.isProven) = (sentOn, isProven)
  }

  /// Five business days at their longest: those after the Thursday before Easter.
  static let daysMax = 11

  /// Whether a line that was booked on this day can be it.
  func canArrive(on day: CivilDate) -> Bool {
    day >= sentOn && day <= sentOn.adding(days: Self.daysMax)
  }
}

extension BankLine {
  /// The settlement that this line is beyond doubt: the exact amount, within its days, named by its
  /// id or else by its provider, proven by its lines, and nothing else fits. Never by amount alone,
  /// and never another than the one that the line names, however late that one is.
  package func settlement(among awaited: [AwaitedSettlement]) -> AwaitedSettlement? {
    guard !isReversal, amount.isPositive else { return nil }
    let fitting = awaited.filter { $0.amount == amount && $0.canArrive(on: bookedOn) }
    let written = [text, structuredReference, endToEndID, bankReference, counterpartName]
      .map(\.lettersAndDigits).joined(separator: " ")
    let named = awaited.filter { written.contains($0.reference.lettersAndDigits) }
    let likely =
      named.isEmpty
      ? fitting.filter { written.contains($0.provider.text.lettersAndDigits) }
      : fitting.filter(named.contains)
    guard likely.count == 1, let found = likely.first, found.isProven else { return nil }
    return found
  }
}

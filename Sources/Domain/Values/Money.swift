// Money: integer minor units and a currency. No floating point anywhere.

/// An ISO 4217 currency.
package struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Three capital letters.
  package let code: String
  /// Nil unless three capital letters.
  package init?(_ code: String) {
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (65...90).contains($0) }) else { return nil }
    self.code = code
  }
  private init(known code: String) { self.code = code }
  /// The euro: the currency of every campaign so far.
  package static let euro = Currency(known: "EUR")
  package var description: String { code }
}

/// An amount in minor units (cents for the euro) of one currency.
package struct Money: Hashable, Sendable {
  package let cents: Int64
  package let currency: Currency

  package init(cents: Int64, _ currency: Currency = .euro) {
    self.cents = cents
    self.currency = currency
  }
  /// Nothing, in euro.
  package static let zero = Money(cents: 0)
  /// Whole euros.
  package static func euro(_ euros: Int64) -> Money { Money(cents: euros * 100) }

  package var isZero: Bool { cents == 0 }
  package var isNegative: Bool { cents < 0 }
  package var isPositive: Bool { cents > 0 }

  /// Sums of two currencies do not exist: mixing them is a bug, and overflow stops the process.
  package static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be added")
    return Money(cents: left.cents + right.cents, left.currency)
  }
  package static func - (left: Money, right: Money) -> Money { left + -right }
  package static prefix func - (money: Money) -> Money {
    Money(cents: -money.cents, money.currency)
  }
  package static func += (left: inout Money, right: Money) { left = left + right }
  package static func * (money: Money, count: Int) -> Money {
    Money(cents: money.cents * Int64(count), money.currency)
  }
}

extension Money: Comparable {
  package static func < (left: Money, right: Money) -> Bool {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be compared")
    return left.cents < right.cents
  }
}

/// Why a typed amount was not understood.
package enum MoneyInputRefusal: Error, Hashable, Sendable {
  case empty
  /// Letters, signs, two commas, `1.234`: nothing that can be read in only one way.
  case unreadable
  case tooManyDecimals
  case tooLarge
  /// `25 USD`, `$25`: readable, but no euro.
  case otherCurrency
}

extension Money {
  /// Above this nobody types an amount by intention: ten million.
  package static let typedCentsMax: Int64 = 1_000_000_000

  /// Reads what a donor types, strictly: `12`, `12,5`, `12,50`, `12.50`, `1.234,50`, with or
  /// without a euro sign. `1.234` is refused: it is 1234 for some and 1,234 for others.
  package init(typed text: String) throws(MoneyInputRefusal) {
    let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\t", "€"]
    let squeezed = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !blanks.contains($0) }))
    guard !squeezed.isEmpty else { throw .empty }
    guard !Self.namesCurrency(squeezed) else { throw .otherCurrency }
    let parts = try Self.split(squeezed)
    guard parts.decimals.count <= 2 else {
      throw parts.decimals.count == 3 ? .unreadable : .tooManyDecimals
    }
    guard parts.whole.count <= 10, let whole = Int64(parts.whole),
      let fraction = Int64((parts.decimals + "00").prefix(2))
    else { throw .tooLarge }
    let cents = whole * 100 + fraction
    guard cents <= Self.typedCentsMax else { throw .tooLarge }
    self.init(cents: cents)
  }

  /// Whether digits stand beside the sign or the three letters of a currency that is not the euro.
  private static func namesCurrency(_ text: String) -> Bool {
    let name = text.uppercased().filter { !("0"..."9").contains($0) && $0 != "," && $0 != "." }
    guard text.utf8.contains(where: { (48...57).contains($0) }) else { return false }
    if ["$", "£", "¥", "US$"].contains(name) { return true }
    return name != "EUR" && name.utf8.count == 3 && name.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// Whole and decimal digits, thousands separators removed.
  private static func split(
    _ text: String
  ) throws(MoneyInputRefusal) -> (whole: String, decimals: String) {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 44 || $0 == 46 }) else {
      throw .unreadable
    }
    let byComma = text.split(separator: ",", omittingEmptySubsequences: false)
    guard byComma.count <= 2 else { throw .unreadable }
    if byComma.count == 2 {
      let groups = byComma[0].split(separator: ".", omittingEmptySubsequences: false)
      guard let head = groups.first, !head.isEmpty, !byComma[1].isEmpty,
        !byComma[1].contains("."),
        groups.count == 1
          || ((1...3).contains(head.count)
            && groups.dropFirst().allSatisfy { $0.count == 3 })
      else { throw .unreadable }
      return (groups.joined(), String(byComma[1]))
    }
    let byPoint = text.split(separator: ".", omittingEmptySubsequences: false)
    guard byPoint.count <= 2, let whole = byPoint.first, !whole.isEmpty else { throw .unreadable }
    guard byPoint.count == 2 else { return (String(whole), "") }
    guard !byPoint[1].isEmpty else { throw .unreadable }
    return (String(whole), String(byPoint[1]))
  }
}

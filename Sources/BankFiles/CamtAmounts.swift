// Amounts, signs and dates as ISO 20022 writes them.
import Domain

extension XMLPiece {
  /// OPBD, CLBD, …
  var balanceCode: String { self["Tp", "CdOrPrtry", "Cd"]?.text.trimmed ?? "" }

  /// The amount in its child Amt with the sign of its child CdtDbtInd.
  func signedAmount() throws(StatementRefusal) -> Money {
    guard let amount = self["Amt"] else { throw missing("Amt") }
    let money = try amount.money()
    return try isCredit() ? money : -money
  }

  /// Whether money comes in. It is the sign also for a reversal.
  func isCredit() throws(StatementRefusal) -> Bool {
    guard let sign = self["CdtDbtInd"] else { throw missing("CdtDbtInd") }
    switch sign.text.trimmed {
    case "CRDT": return true
    case "DBIT": return false
    case _: throw sign.unreadable("CdtDbtInd")
    }
  }

  /// This Amt: digits, a point, decimals; its currency in the attribute.
  func money() throws(StatementRefusal) -> Money {
    guard let code = attributes["Ccy"], let currency = Currency(code) else {
      throw StatementRefusal(at: place, .missing("Amt/@Ccy"))
    }
    let parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    let kept = currency.minorDigits
    guard (1...2).contains(parts.count), let whole = parts.first,
      (1...15).contains(whole.utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      parts.count == 1 || (1...5).contains(decimals.utf8.count),
      decimals.dropFirst(kept).allSatisfy({ $0 == "0" }),
      let cents = Int64(whole + (decimals + "000").prefix(kept))
    else { throw unreadable("Amt") }
    return Money(cents: cents, currency)
  }

  /// A choice of Dt or DtTm: the day as the bank wrote it, in its own time.
  func day() throws(StatementRefusal) -> CivilDate {
    guard let written = self["Dt"] ?? self["DtTm"] else { throw missing("Dt") }
    guard let day = CivilDate(String(written.text.trimmed.prefix(10))) else {
      throw written.unreadable(name)
    }
    return day
  }

  var place: StatementPlace { StatementPlace(line: line, path: name) }

  func missing(_ field: String) -> StatementRefusal {
    StatementRefusal(at: place, .missing("\(name)/\(field)"))
  }
  func unreadable(_ field: String) -> StatementRefusal {
    StatementRefusal(at: place, .unreadable(field: field, found: String(text.prefix(40))))
  }
}

extension Currency {
  /// ISO 4217: most currencies have two decimals.
  var minorDigits: Int {
    switch code {
    case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
      "VUV", "XAF", "XOF", "XPF":
      0
    case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": 3
    case _: 2
    }
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    if let first, let last, !first.isWhitespace, !last.isWhitespace { return String(self) }
    let tail = drop(while: \.isWhitespace)
    return String(tail.reversed().drop(while: \.isWhitespace).reversed())
  }
}

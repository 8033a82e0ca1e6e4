// One entry of a camt statement: nothing, one line, or one for each transfer of a batch.
import Domain

struct CamtEntry {
  /// Transfers in one batch.
  static let detailsMax = 20_000

  private let entry: XMLPiece
  private let account: IBAN
  private let currency: Currency

  init(_ entry: XMLPiece, account: IBAN, currency: Currency) {
    self.entry = entry
    self.account = account
    self.currency = currency
  }

  /// The lines to book; none for an entry that is not booked yet or moves no money.
  func lines() throws(StatementRefusal) -> [BankLine] {
    guard try isBooked() else { return [] }
    let amount = try entry.signedAmount()
    guard amount.currency == currency else {
      throw StatementRefusal(at: entry.place, .otherCurrency(found: amount.currency.code))
    }
    guard !amount.isZero else { return [] }
    let details = entry.all("NtryDtls").flatMap { $0.all("TxDtls") }
    guard details.count <= Self.detailsMax else {
      throw StatementRefusal(at: entry.place, .tooManyLines(max: Self.detailsMax))
    }
    if let amounts = try batchAmounts(details), amounts.reduce(.zero(currency), +) == amount {
      var lines: [BankLine] = []
      for (detail, part) in zip(details, amounts) { lines.append(try line(part, detail)) }
      return lines
    }
    return [try line(amount, details.count == 1 ? details.first : nil)]
  }

  /// Sts is text in version 02 and a choice of Cd or Prtry later.
  private func isBooked() throws(StatementRefusal) -> Bool {
    guard let status = entry["Sts"] else { throw entry.missing("Sts") }
    let code = (status["Cd"] ?? status).text.trimmed
    switch code {
    case "BOOK": return true
    case "PDNG", "INFO", "FUTR": return false
    case _: throw status.unreadable("Sts")
    }
  }

  /// The signed amount of each detail; nil unless there are several and all state one in the
  /// account's currency.
  private func batchAmounts(_ details: [XMLPiece]) throws(StatementRefusal) -> [Money]? {
    guard details.count > 1 else { return nil }
    var amounts: [Money] = []
    for detail in details {
      let stated = detail["Amt"] ?? detail["AmtDtls", "TxAmt", "Amt"]
      guard let stated, stated.attributes["Ccy"] == currency.code else { return nil }
      let money = try stated.money()
      guard !money.isZero else { return nil }
      let isCredit = try (detail["CdtDbtInd"] == nil ? entry : detail).isCredit()
      amounts.append(isCredit ? money : -money)
    }
    return amounts
  }

  private func line(_ amount: Money, _ detail: XMLPiece?) throws(StatementRefusal) -> BankLine {
    guard let booked = entry["BookgDt"] ?? entry["ValDt"] else { throw entry.missing("BookgDt") }
    var line = BankLine(account: account, bookedOn: try booked.day(), amount: amount)
    if let valued = entry["ValDt"] { line.valuedOn = try valued.day() }
    line.isReversal = ["true", "1"].contains(entry["RvslInd"]?.text.trimmed ?? "")
    line.bankReference =
      (detail?["Refs", "AcctSvcrRef"] ?? entry["AcctSvcrRef"])?.text.trimmed ?? ""
    guard let detail else {
      line.text = joined([entry["AddtlNtryInf"]])
      return line
    }
    let endToEnd = detail["Refs", "EndToEndId"]?.text.trimmed ?? ""
    line.endToEndID = endToEnd == "NOTPROVIDED" ? "" : endToEnd
    readParties(of: detail, into: &line)
    readRemittance(of: detail, into: &line)
    return line
  }

  /// Parties keep the roles of the first movement when it is taken back.
  private func readParties(of detail: XMLPiece, into line: inout BankLine) {
    let cameIn = line.amount.isPositive != line.isReversal
    let role = cameIn ? "Dbtr" : "Cdtr"
    let parties = detail["RltdPties"]
    let party = parties?[role]
    let ultimate = parties?["Ultmt\(role)"]
    let names = [party?["Pty", "Nm"], party?["Nm"], ultimate?["Pty", "Nm"], ultimate?["Nm"]]
    line.counterpartName = names.lazy.compactMap { $0?.text.trimmed }.first { !$0.isEmpty } ?? ""
    let holder = parties?["\(role)Acct"]
    let number = holder?["Id", "IBAN"] ?? holder?["Id", "Othr", "Id"]
    line.counterpartAccount = number?.text.trimmed ?? ""
  }

  /// References first, then the payer's own words, then the bank's.
  private func readRemittance(of detail: XMLPiece, into line: inout BankLine) {
    let remittance = detail.all("RmtInf")
    let structured = remittance.flatMap { $0.all("Strd") }
    let references = structured.compactMap { $0["CdtrRefInf", "Ref"]?.text.trimmed }
      .filter { !$0.isEmpty }
    line.structuredReference = references.first ?? ""
    // Others of the same transfer are kept where the finder sees them.
    let others = references.dropFirst().filter { $0 != references.first }
    let words =
      remittance.flatMap { $0.all("Ustrd") } + structured.flatMap { $0.all("AddtlRmtInf") }
    line.text =
      (others + [joined(words + [detail["AddtlTxInf"], entry["AddtlNtryInf"]])])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func joined(_ pieces: [XMLPiece?]) -> String {
    pieces.compactMap { $0?.text.trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Money {
  fileprivate static func zero(_ currency: Currency) -> Money { Money(cents: 0, currency) }
}

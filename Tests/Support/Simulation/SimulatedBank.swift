// The bank of a simulated town: what donors, sponsors and providers send, the transfers that it is
// ordered to make, and statements that tell of all of it late, twice, or overlapping.
import Domain
import Foundation

/// The bank's own book of movements on our account.
struct SimulatedBank: Sendable {
  struct Movement: Sendable {
    let number: Int
    let cents: Int64
    let text: String
    let endToEnd: String
    let day: CivilDate
  }
  /// A transfer that our file orders.
  struct Order: Hashable, Sendable {
    let endToEnd: String
    let cents: Int64
  }

  private(set) var movements: [Movement] = []
  private var told = 0
  /// Ordered and not made yet; made, and still able to come back.
  private(set) var orders: [Order] = []
  private(set) var made: [Order] = []
  private(set) var returned: [Order] = []

  mutating func receive(
    _ cents: Int64, _ text: String, endToEnd: String = "", on day: CivilDate
  ) {
    movements.append(
      Movement(
        number: movements.count + 1, cents: cents, text: text, endToEnd: endToEnd, day: day))
  }
  /// What was told so far.
  var toldSum: Int64 { movements.prefix(told).reduce(0) { $0 + $1.cents } }
  var count: Int { movements.count }

  // Transfers.

  /// Reads our file as a bank does: nothing of it is believed but what stands in it.
  mutating func take(_ file: [UInt8]) {
    let text = String(decoding: file, as: UTF8.self)
    for part in text.components(separatedBy: "<CdtTrfTxInf>").dropFirst() {
      let amount = Self.inside("InstdAmt Ccy=\"EUR\"", "InstdAmt", of: part)
      let cents = Int64(amount.filter { $0 != "." }) ?? 0
      let order = Order(
        endToEnd: Self.inside("EndToEndId", "EndToEndId", of: part), cents: cents)
      // The same file twice is the same orders.
      if !(orders + made + returned).contains(order) { orders.append(order) }
    }
  }
  private static func inside(_ opening: String, _ name: String, of text: String) -> String {
    let rest = text.components(separatedBy: "<\(opening)>").dropFirst().first ?? ""
    return rest.components(separatedBy: "</\(name)>").first ?? ""
  }
  /// Makes the oldest transfer.
  mutating func make(on day: CivilDate) -> Order? {
    guard !orders.isEmpty else { return nil }
    let order = orders.removeFirst()
    made.append(order)
    receive(-order.cents, "bonifico", endToEnd: order.endToEnd, on: day)
    return order
  }
  /// Refuses the oldest: it never moves.
  mutating func refuse() -> Order? { orders.isEmpty ? nil : orders.removeFirst() }
  /// The oldest that was made comes back.
  mutating func giveBack(on day: CivilDate) -> Order? {
    guard !made.isEmpty else { return nil }
    let order = made.removeFirst()
    returned.append(order)
    receive(order.cents, "storno", endToEnd: order.endToEnd, on: day)
    return order
  }
  /// Some that were made stay made.
  mutating func forget() { if !made.isEmpty { returned.append(made.removeFirst()) } }

  // Statements.

  /// Movements that were not told yet, with some that were, as camt.053; nil when there are none.
  mutating func statement(overlap: Int) -> [UInt8]? {
    let start = max(0, told - overlap)
    told = movements.count
    guard start < told else { return nil }
    return Self.camt(Array(movements[start...]))
  }

  private static func camt(_ movements: [Movement]) -> [UInt8] {
    let last = movements.last?.day.description ?? ""
    let sum = movements.reduce(Int64(0)) { $0 + $1.cents }
    let balances = [("OPBD", opening), ("CLBD", opening + sum)].map {
      """
      <Bal><Tp><CdOrPrtry><Cd>\($0.0)</Cd></CdOrPrtry></Tp>\(amount($0.1))\
      <Dt><Dt>\(last)</Dt></Dt></Bal>
      """
    }
    let entries = movements.map { one in
      let refs = one.endToEnd.isEmpty ? "NOTPROVIDED" : one.endToEnd
      return """
        <Ntry>\(amount(one.cents))<Sts><Cd>BOOK</Cd></Sts>\
        <BookgDt><Dt>\(one.day)</Dt></BookgDt><AcctSvcrRef>B\(one.number)</AcctSvcrRef>\
        <NtryDtls><TxDtls><Refs><EndToEndId>\(refs)</EndToEndId></Refs>\
        <RmtInf><Ustrd>\(one.text)</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <Stmt><Id>S\(movements[0].number)-\(movements.count)</Id>\
      <Acct><Id><IBAN>\(StatementWorld.iban)</IBAN></Id><Ccy>EUR</Ccy></Acct>
      \((balances + entries).joined(separator: "\n"))
      </Stmt></BkToCstmrStmt></Document>
      """.utf8)
  }
  /// So much is on the account before anything of ours, so that no balance is negative.
  private static let opening: Int64 = 100_000_000

  private static func amount(_ cents: Int64) -> String {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return """
      <Amt Ccy="EUR">\(whole).\(rest < 10 ? "0" : "")\(rest)</Amt>\
      <CdtDbtInd>\(cents < 0 ? "DBIT" : "CRDT")</CdtDbtInd>
      """
  }
}

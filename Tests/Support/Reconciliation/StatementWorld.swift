// A bank that writes statements for a campaign's world, in two formats.
import BankFiles
package import Domain
package import Services
package import Store

/// One movement as a bank would tell it.
package struct Movement: Sendable {
  package let day: String
  package let cents: Int64
  package let text: String
  package let isReversal: Bool

  package init(
    _ cents: Int64, _ text: String, on day: String = "2026-11-05", reversal: Bool = false
  ) {
    (self.cents, self.text, self.day, isReversal) = (cents, text, day, reversal)
  }
  var decimals: String {
    "\(abs(cents) / 100).\(abs(cents) % 100 < 10 ? "0" : "")\(abs(cents) % 100)"
  }
}

/// A funding world with a bank account and a treasurer.
package struct StatementWorld: Sendable {
  package static let iban = "IT60X0542811101000000123456"
  package let funding: FundingWorld
  package let account: IBAN
  package let services: ReconciliationServices

  package init(_ database: Database) async throws {
    funding = try await FundingWorld(database)
    guard let account = IBAN(Self.iban) else { throw Fault("not an account") }
    self.account = account
    services = funding.reconciliation(account)
  }

  package var treasurer: Actor { funding.actor(funding.reviewer, .treasurer) }

  /// The file as a table.
  package static func csv(_ movements: [Movement]) -> [UInt8] {
    let rows = movements.map { movement -> String in
      let day = movement.day.split(separator: "-").reversed().joined(separator: "/")
      let sign = movement.cents < 0 ? "-" : ""
      return "\(day);\(sign)\(movement.decimals.replacing(".", with: ","));\(movement.text)"
    }
    return Array((["Data;Importo;Descrizione"] + rows).joined(separator: "\n").utf8)
  }

  /// The file as camt.053.001.08, with balances that fit.
  package static func camt(
    _ movements: [Movement], identifier: String = "STMT-1", iban: String = iban
  ) -> [UInt8] {
    let total = movements.reduce(Int64(100_000)) { $0 + $1.cents }
    let balances = [("OPBD", "1000.00"), ("CLBD", Movement(total, "").decimals)].map {
      """
      <Bal><Tp><CdOrPrtry><Cd>\($0.0)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\($0.1)</Amt>\
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-05</Dt></Dt></Bal>
      """
    }
    let entries = movements.enumerated().map { index, movement in
      """
      <Ntry><Amt Ccy="EUR">\(movement.decimals)</Amt>\
      <CdtDbtInd>\(movement.cents < 0 ? "DBIT" : "CRDT")</CdtDbtInd>\
      \(movement.isReversal ? "<RvslInd>true</RvslInd>" : "")<Sts><Cd>BOOK</Cd></Sts>\
      <BookgDt><Dt>\(movement.day)</Dt></BookgDt><AcctSvcrRef>B\(index)</AcctSvcrRef>\
      <AddtlNtryInf>\(movement.text)</AddtlNtryInf></Ntry>
      """
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <Stmt><Id>\(identifier)</Id><Acct><Id><IBAN>\(iban)</IBAN></Id><Ccy>EUR</Ccy></Acct>
      \((balances + entries).joined(separator: "\n"))
      </Stmt></BkToCstmrStmt></Document>
      """.utf8)
  }

  /// A pledge that waits for its transfer.
  package func pledge(_ token: String, _ amount: Money = .euro(25)) async throws -> Pledge {
    try await funding.place(
      funding.request(
        amount, for: funding.thanks, by: "\(token)@esempio.it", method: .bankTransfer,
        token: token))
  }

  /// Imports a file as the treasurer.
  package func take(_ bytes: [UInt8], dryRun: Bool = false) async throws
    -> ImportStatement.Outcome
  {
    try await services.importStatement(
      .init(name: "estratto.txt", bytes: bytes, isDryRun: dryRun), by: treasurer)
  }
  /// Imports a file that has to be taken.
  package func imported(_ bytes: [UInt8], dryRun: Bool = false) async throws
    -> ImportStatement.Report
  {
    let outcome = try await take(bytes, dryRun: dryRun)
    guard case .imported(let report) = outcome else { throw Fault("not imported: \(outcome)") }
    return report
  }
  /// What waits, by reason and text.
  package func waiting() async throws -> [LineOnDesk] {
    try await services.readStatements.queue(for: treasurer)?.waiting ?? []
  }
  package func balance(of account: Account) async throws -> Money {
    try await funding.database.read { tx in try tx.balance(of: account) }
  }
  /// Everything that is wrong with the ledger.
  package func findings() async throws -> [LedgerFinding] {
    try await VerifyLedger(database: funding.database)().findings
  }
}

extension FundingWorld {
  /// The use cases of the statements of one account.
  package func reconciliation(_ account: IBAN?) -> ReconciliationServices {
    ReconciliationServices(
      database: database, clock: clock.port, entropy: entropy,
      bank: (BankFileReader(), account), pledges: payments)
  }
}

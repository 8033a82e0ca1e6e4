// How the words of reconciliation are written to columns.
package import Domain
package import Literals

extension StatementFormat: SQLBindable, ColumnReadable {}
extension LineStatus: SQLBindable, ColumnReadable {}
extension IBAN: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> IBAN? { String.read(value).flatMap { IBAN($0) } }
}

extension BankLine {
  init(row: Row) throws {
    let cents: Int64 = try row("amount_cents")
    self.init(
      account: try row("iban"), bookedOn: try row("booked_on"),
      amount: Money(cents: cents, try row("currency")))
    valuedOn = try row("value_on")
    bankReference = try row("bank_reference")
    endToEndID = try row("end_to_end_id")
    structuredReference = try row("reference")
    counterpartName = try row("party_name")
    counterpartAccount = try row("party_iban")
    text = try row("text")
  }
}

extension StatementLine {
  init(row: Row) throws {
    self.init(
      id: try row("line_id"), statement: try row("statement_id"), position: try row("position"),
      ordinal: try row("ordinal"), facts: try BankLine(row: row))
  }
}

/// The columns that make a `StatementLine`, of `statement_line l`.
let lineColumns: SQL = """
  l.id AS line_id, l.statement_id, l.position, l.ordinal, l.iban, l.booked_on, l.value_on,
  l.amount_cents, l.currency, l.bank_reference, l.end_to_end_id, l.reference, l.party_name,
  l.party_iban, l.text
  """

// The addresses of bank statements and their lines.
package import Domain

package enum ReconciliationRoutes {
  package static let statements = FixedAddress(it: "scrivania/estratti", en: "desk/statements")
  package static let queue = FixedAddress(
    it: "scrivania/estratti/da-abbinare", en: "desk/statements/to-match")
  package static let statement = Address<Statement.ID>(
    it: "scrivania/estratti/:", en: "desk/statements/:")
  package static let line = Address<StatementLine.ID>(
    it: "scrivania/estratti/righe/:", en: "desk/statements/lines/:")
  package static let settle = Address<StatementLine.ID>(
    it: "scrivania/estratti/righe/:/decidi", en: "desk/statements/lines/:/decide")
  package static let undo = Address<StatementLine.ID>(
    it: "scrivania/estratti/righe/:/annulla", en: "desk/statements/lines/:/undo")
}

// How the words of money are written to columns: closed lists as their names.
package import Domain
package import Literals

extension AccountKind: SQLBindable, ColumnReadable {}
extension JournalKind: SQLBindable, ColumnReadable {}
extension Cause.Kind: SQLBindable, ColumnReadable {}
extension MoneyEnvironment: SQLBindable, ColumnReadable {}
extension PaymentStatus: SQLBindable, ColumnReadable {}
extension ProviderMovement.Kind: SQLBindable, ColumnReadable {}
extension PaymentFailure: SQLBindable, ColumnReadable {}
extension WebhookStatus: SQLBindable, ColumnReadable {}
extension MoneyException.Kind: SQLBindable, ColumnReadable {}
extension JournalKey: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}
extension ProviderName: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> ProviderName? {
    String.read(value).flatMap { ProviderName($0) }
  }
}
extension Account: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(code) }
  package static func read(_ value: SQLValue) -> Account? {
    String.read(value).flatMap { Account(code: $0) }
  }
}

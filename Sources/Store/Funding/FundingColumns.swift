// How the words of funding are written to columns: closed lists as their names.
package import Domain
package import Literals

extension CampaignState: SQLBindable, ColumnReadable {}
extension FundingRule: SQLBindable, ColumnReadable {}
extension CardCharging: SQLBindable, ColumnReadable {}
extension FeeRule.Bearer: SQLBindable, ColumnReadable {}
extension CampaignVerdict: SQLBindable, ColumnReadable {}
extension RewardDeliveryKind: SQLBindable, ColumnReadable {}
extension PledgeState: SQLBindable, ColumnReadable {}
extension PaymentMethod: SQLBindable, ColumnReadable {}
extension PersonReference: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> PersonReference? {
    String.read(value).flatMap { PersonReference($0) }
  }
}
extension RFReference: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> RFReference? {
    String.read(value).flatMap { RFReference($0) }
  }
}
extension TaxCode: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> TaxCode? {
    String.read(value).flatMap { TaxCode($0) }
  }
}
extension LocalText {
  /// The pair of columns `name_it` and `name_en`.
  init(row: Row, _ name: String) throws {
    self.init(italian: try row("\(name)_it"), english: try row("\(name)_en"))
  }
}

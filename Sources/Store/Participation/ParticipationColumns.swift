// How the words of participation are written to columns and read back.
package import Domain
package import Literals

extension RankingStatus: SQLBindable, ColumnReadable {}
extension VoteSource.Format: SQLBindable, ColumnReadable {}
extension CountStatus: SQLBindable, ColumnReadable {}
extension TieResolution.Method: SQLBindable, ColumnReadable {}
extension ProcessTemplate: SQLBindable, ColumnReadable {}
extension PhaseKind: SQLBindable, ColumnReadable {}
extension PhaseStatus: SQLBindable, ColumnReadable {}
extension PhaseEvent: SQLBindable, ColumnReadable {}
extension ProposalStatus: SQLBindable, ColumnReadable {}
extension ProposalEvent: SQLBindable, ColumnReadable {}
extension ProposalDescent: SQLBindable, ColumnReadable {}
extension ExternalID: SQLBindable, ColumnReadable {
  package var sqlValue: SQLValue { .text(text) }
  package static func read(_ value: SQLValue) -> ExternalID? {
    String.read(value).flatMap { ExternalID($0) }
  }
}

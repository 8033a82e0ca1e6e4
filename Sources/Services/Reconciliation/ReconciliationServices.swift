// The use cases of this area, made once by the wiring.
package import Domain
package import Store

/// Everything the screens and commands of Reconciliation ask.
package struct ReconciliationServices: Sendable {
  package let importStatement: ImportStatement
  package let settleLine: SettleLine
  package let undoMatch: UndoMatch
  package let readStatements: ReadStatements
  package let bookWaitingLines: BookWaitingLines

  /// `account` is the account that receives transfers; nil when the settings name none.
  package init(
    database: Database, clock: WallClock, entropy: Entropy,
    bank: (reader: any StatementReader, account: IBAN?), pledges: PledgePayments
  ) {
    let booking = LineBooking(pledges: pledges)
    importStatement = ImportStatement(
      database: database, clock: clock, entropy: entropy, reader: bank.reader,
      account: bank.account, booking: booking)
    settleLine = SettleLine(
      database: database, clock: clock, entropy: entropy, booking: booking)
    undoMatch = UndoMatch(database: database, clock: clock, entropy: entropy, booking: booking)
    readStatements = ReadStatements(database: database)
    bookWaitingLines = BookWaitingLines(
      database: database, clock: clock, entropy: entropy, booking: booking)
  }
}

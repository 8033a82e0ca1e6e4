// The port through which the bank is told of transfers.
package import Domain

/// One transfer out of our account.
package struct OutgoingTransfer: Hashable, Sendable {
  package let endToEnd: String
  package let amount: Money
  package let payee: String
  package let iban: IBAN
  /// What the payee reads, up to 140 characters.
  package let text: String

  package init(endToEnd: String, _ amount: Money, to payee: String, _ iban: IBAN, text: String) {
    (self.endToEnd, self.amount, self.payee) = (endToEnd, amount, payee)
    (self.iban, self.text) = (iban, text)
  }
}

/// A file of transfers: who pays, from where, when.
package struct TransferBatch: Hashable, Sendable {
  /// Names the file for the bank: the same file twice is refused there.
  package let message: String
  package let createdAt: Instant
  package let executeOn: CivilDate
  package let payer: String
  package let from: IBAN
  package let transfers: [OutgoingTransfer]

  package init(
    message: String, at createdAt: Instant, on executeOn: CivilDate,
    from payer: (name: String, iban: IBAN), _ transfers: [OutgoingTransfer]
  ) {
    (self.message, self.createdAt, self.executeOn) = (message, createdAt, executeOn)
    (self.payer, from) = payer
    self.transfers = transfers
  }
  package var sum: Money { transfers.reduce(.zero) { $0 + $1.amount } }
}

/// Writes transfers as a file that banks take. Pure: it reaches nothing outside.
package protocol TransferFileWriter: Sendable {
  func write(_ batch: TransferBatch) -> [UInt8]
}

// What a bank says about one movement on an account, whatever file it came in.

/// One movement as the bank states it. It is a fact: once stored it is never changed.
package struct BankLine: Hashable, Sendable {
  /// Our account.
  package let account: IBAN
  /// The day on which the bank counts it in its balance.
  package let bookedOn: CivilDate
  /// The day from which it bears interest.
  package var valuedOn: CivilDate
  /// Positive when money comes in.
  package let amount: Money
  /// The bank takes back an earlier movement (the sign is already the right one).
  package var isReversal = false
  /// The bank's own reference; empty when it gives none. Not always unique.
  package var bankReference = ""
  /// What the payer's bank carried unchanged from end to end; empty when not provided.
  package var endToEndID = ""
  /// The reference in the field made for it; empty when there is none.
  package var structuredReference = ""
  /// Who paid or was paid; empty when the bank does not say.
  package var counterpartName = ""
  /// As the bank wrote it: it may be an account without an IBAN.
  package var counterpartAccount = ""
  /// Everything else that was written, in the order of the file.
  package var text = ""

  package init(account: IBAN, bookedOn: CivilDate, amount: Money) {
    self.account = account
    self.bookedOn = bookedOn
    valuedOn = bookedOn
    self.amount = amount
  }
}

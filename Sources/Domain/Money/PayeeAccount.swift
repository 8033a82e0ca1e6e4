// Where an organisation’s money goes: entered by one, verified by another, rested before use.

/// An account of an organisation. A change is another account.
package struct PayeeAccount: Identified, Hashable, Sendable {
  package static let idPrefix = "acc"

  package let id: PayeeAccount.ID
  package let organisation: Organisation.ID
  package let iban: IBAN
  /// As the bank knows its holder.
  package let holder: String
  package let enteredBy: Person.ID
  package let enteredAt: Instant
  package var verifiedBy: Person.ID?
  package var verifiedAt: Instant?

  /// SEPA's limit for names.
  package static let holderMax = 70

  package init(
    id: PayeeAccount.ID, of organisation: Organisation.ID, _ iban: IBAN, holder: String,
    entered: (by: Person.ID, at: Instant)
  ) {
    (self.id, self.organisation, self.iban, self.holder) = (id, organisation, iban, holder)
    (enteredBy, enteredAt) = entered
  }

  /// When money may go there; nil until somebody else has verified it.
  package func usableFrom(_ rule: PayoutRule) -> Instant? {
    verifiedAt.map { $0 + rule.coolingOff }
  }

  package func checkUsable(at now: Instant, _ rule: PayoutRule) throws(PayoutRefusal) {
    guard let from = usableFrom(rule) else { throw .noAccount }
    guard now >= from else { throw .accountTooNew(until: from) }
  }
}

/// Why an account is not taken.
package enum PayeeAccountRefusal: Error, Hashable, Sendable {
  case ibanWrong
  case outsideSEPA
  case holderMissing
  /// Who entered an account does not verify it.
  case needsAnotherPerson
  case alreadyVerified
}

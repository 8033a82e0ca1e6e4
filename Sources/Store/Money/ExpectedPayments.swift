// The table of payments that were moved in from another platform.
package import Domain
import Literals

/// Which of our rows an imported payment became.
package struct ImportedPayment: Hashable, Sendable {
  package let pledge: Pledge.ID
  /// Nil until a provider or the bank tells of it.
  package let payment: Payment.ID?
  /// Of what was imported: the same id with other content is refused.
  package let digest: Digest
}

extension Transaction {
  /// Writes what was imported.
  package func insert(
    _ expected: ExpectedPayment, as imported: ImportedPayment, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO expected_payment (their_pledge_id, pledge_id, payment_id, reference, provider,
                                    provider_payment_id, donor_name, donor_iban, digest,
                                    imported_at)
           VALUES (\(expected.pledgeID), \(imported.pledge), \(imported.payment),
                   \(expected.reference), \(expected.provider), \(expected.paymentID),
                   \(expected.donorName), \(expected.donorIBAN), \(imported.digest), \(now))
      """)
  }
  /// What was imported under the other platform's id.
  package func imported(_ theirPledge: String) throws -> ImportedPayment? {
    try first(
      """
      SELECT pledge_id, payment_id, digest FROM expected_payment
       WHERE their_pledge_id = \(theirPledge)
      """, as: ImportedPayment.init(row:))
  }
  /// Whether a payment is a try at one that was moved in from elsewhere: the latest, or one before.
  package func isImported(_ payment: Payment.ID) throws -> Bool {
    try first(
      """
      SELECT 1 AS found FROM payment p JOIN expected_payment e ON e.pledge_id = p.pledge_id
       WHERE p.id = \(payment)
      """
    ) { _ in true } ?? false
  }
  /// Notes the payment by which an imported pledge is being paid now.
  package func setPayment(_ payment: Payment.ID, ofImported pledge: Pledge.ID) throws {
    try execute(
      "UPDATE expected_payment SET payment_id = \(payment) WHERE pledge_id = \(pledge)")
  }
  /// Whether a transfer reference is somebody's.
  package func isTaken(_ reference: RFReference) throws -> Bool {
    try first("SELECT 1 AS found FROM pledge WHERE transfer_reference = \(reference)") { _ in
      true
    } ?? false
  }
}

extension ImportedPayment {
  init(row: Row) throws {
    self.init(
      pledge: try row("pledge_id"), payment: try row("payment_id"), digest: try row("digest"))
  }
  package init(pledge: Pledge.ID, to payment: Payment.ID?, digest: Digest) {
    self.init(pledge: pledge, payment: payment, digest: digest)
  }
}

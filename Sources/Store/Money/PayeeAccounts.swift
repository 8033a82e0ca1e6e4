// The table of accounts that organisations are paid to.
package import Domain
import Literals

extension Transaction {
  package func insert(_ account: PayeeAccount) throws {
    try execute(
      """
      INSERT INTO payee_account (id, organisation_id, iban, holder, entered_by, entered_at)
           VALUES (\(account.id), \(account.organisation), \(account.iban.text),
                   \(account.holder), \(account.enteredBy), \(account.enteredAt))
      """)
  }
  /// Writes who has verified an account.
  package func verify(_ account: PayeeAccount) throws {
    try execute(
      """
      UPDATE payee_account
         SET verified_by = \(account.verifiedBy), verified_at = \(account.verifiedAt)
       WHERE id = \(account.id)
      """)
  }
  package func payeeAccount(_ id: PayeeAccount.ID) throws -> PayeeAccount? {
    try first("\(fragment: accountColumns) WHERE id = \(id)", as: PayeeAccount.init(row:))
  }
  /// The account entered last: an earlier one is not paid to any more.
  package func payeeAccount(of organisation: Organisation.ID) throws -> PayeeAccount? {
    try first(
      """
      \(fragment: accountColumns)
       WHERE organisation_id = \(organisation) ORDER BY entered_at DESC, id DESC LIMIT 1
      """, as: PayeeAccount.init(row:))
  }
}

private let accountColumns: SQL = """
  SELECT id, organisation_id, iban, holder, entered_by, entered_at, verified_by, verified_at
    FROM payee_account
  """

extension PayeeAccount {
  init(row: Row) throws {
    guard let iban = IBAN(try row("iban", as: String.self)) else {
      throw Fault("payee_account holds something that is no IBAN")
    }
    self.init(
      id: try row("id"), of: try row("organisation_id"), iban, holder: try row("holder"),
      entered: (try row("entered_by"), try row("entered_at")))
    verifiedBy = try row("verified_by")
    verifiedAt = try row("verified_at")
  }
}

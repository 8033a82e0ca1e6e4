// The fiscal codes that donors gave for their receipts: sealed; here they are only bytes.
package import Domain
import Literals

/// A code from before codes were sealed.
package struct ClearTaxCode: Sendable {
  package let pledge: Pledge.ID
  package let text: String
  /// A digest of all that the form said, the code among it: whoever guesses the code could tell.
  package let formDigest: Digest
}

extension Transaction {
  /// Keeps the sealed code of a pledge; one that is there stays.
  package func keepTaxCode(_ sealed: [UInt8], of pledge: Pledge.ID) throws {
    try execute(
      """
      INSERT INTO pledge_tax_code (pledge_id, sealed) VALUES (\(pledge), \(sealed))
      ON CONFLICT (pledge_id) DO NOTHING
      """)
  }

  /// The sealed code of a pledge; nil when its donor gave none.
  package func sealedTaxCode(of pledge: Pledge.ID) throws -> [UInt8]? {
    try first("SELECT t.sealed FROM pledge_tax_code t WHERE t.pledge_id = \(pledge)") {
      try $0("sealed")
    }
  }

  /// Codes that are still in clear.
  package func clearTaxCodes(limit: Int) throws -> [ClearTaxCode] {
    try rows(
      """
      SELECT p.id, p.tax_code, p.form_digest
        FROM pledge p
       WHERE p.tax_code IS NOT NULL
       ORDER BY p.id
       LIMIT \(limit)
      """
    ) {
      ClearTaxCode(
        pledge: try $0("id"), text: try $0("tax_code"), formDigest: try $0("form_digest"))
    }
  }

  /// Puts the sealed code in the place of the one in clear, and a keyed digest in that of the
  /// form's.
  package func seal(
    _ clear: ClearTaxCode, _ sealed: [UInt8], formDigest: Digest
  ) throws {
    try keepTaxCode(sealed, of: clear.pledge)
    try execute(
      """
      UPDATE pledge SET tax_code = NULL, form_digest = \(formDigest)
       WHERE id = \(clear.pledge) AND tax_code IS NOT NULL
      """)
  }
}

// Fiscal codes of donors: read for a receipt, sealed where an earlier version left them in clear.
package import Domain
package import Store

extension Vault {
  /// The code that a pledge's donor gave for a receipt; nil when they gave none.
  package func taxCode(of pledge: Pledge.ID, in tx: Transaction) throws -> TaxCode? {
    guard let sealed = try tx.sealedTaxCode(of: pledge) else { return nil }
    guard let code = open(sealed, for: .fiscalCode, of: pledge.description) else {
      throw Fault("a donor's fiscal code cannot be opened. Consider RACCOLTO_VAULT_KEY")
    }
    return TaxCode(String(decoding: code, as: UTF8.self))
  }

  /// The code as it is stored with its pledge.
  func sealed(
    _ code: String, of pledge: Pledge.ID, _ entropy: Entropy
  ) throws -> [UInt8] {
    try seal(Array(code.utf8), for: .fiscalCode, of: pledge.description, entropy)
  }
}

/// Seals what is in clear; done at every start, before anything else, and may be done twice.
package struct SealTaxCodes: Sendable {
  /// So many go in one transaction.
  static let batchMax = 200

  private let database: Database
  private let entropy: Entropy
  private let vault: Vault

  package init(database: Database, entropy: Entropy, vault: Vault) {
    (self.database, self.entropy, self.vault) = (database, entropy, vault)
  }

  /// Answers how many were sealed.
  package func callAsFunction() async throws -> Int {
    var count = 0
    while true {
      let found = try await database.read { tx in try tx.clearTaxCodes(limit: Self.batchMax) }
      guard !found.isEmpty else { return count }
      let sealed = try found.map { clear in
        (
          clear, try vault.sealed(clear.text, of: clear.pledge, entropy),
          vault.mark(clear.formDigest.description, for: .fiscalCode)
        )
      }
      try await database.write { tx in
        for (clear, bytes, digest) in sealed { try tx.seal(clear, bytes, formDigest: digest) }
      }
      count += found.count
    }
  }
}

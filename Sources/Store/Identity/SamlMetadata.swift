// The last good copy of each source of provider metadata.
package import Domain
import Literals

/// A metadata document that was read with success once.
package struct SamlMetadataRow: Hashable, Sendable {
  /// Where it came from: a file's name or an address.
  package let source: String
  package let scheme: IdentityScheme
  package let digest: Digest
  package let xml: [UInt8]
  package let fetchedAt: Instant

  package init(
    source: String, scheme: IdentityScheme, digest: Digest, xml: [UInt8], fetchedAt: Instant
  ) {
    self.source = source
    self.scheme = scheme
    self.digest = digest
    self.xml = xml
    self.fetchedAt = fetchedAt
  }
}

extension Transaction {
  /// Every good copy, by source.
  package func samlMetadata() throws -> [SamlMetadataRow] {
    try rows(
      """
      SELECT m.source, m.scheme, m.digest, m.xml, m.fetched_at
        FROM saml_metadata m
       ORDER BY m.source
      """
    ) {
      SamlMetadataRow(
        source: try $0("source"), scheme: try $0("scheme"), digest: try $0("digest"),
        xml: try $0("xml"), fetchedAt: try $0("fetched_at"))
    }
  }

  /// The digests of the good copies: whether anything changed, without reading it.
  package func samlMetadataDigests() throws -> [String: Digest] {
    let pairs: [(String, Digest)] = try rows(
      "SELECT m.source, m.digest FROM saml_metadata m ORDER BY m.source"
    ) { (try $0("source"), try $0("digest")) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Keeps a document that was read with success.
  package func keep(_ row: SamlMetadataRow) throws {
    try execute(
      """
      INSERT INTO saml_metadata (source, scheme, digest, xml, fetched_at)
           VALUES (\(row.source), \(row.scheme), \(row.digest), \(row.xml), \(row.fetchedAt))
      ON CONFLICT (source) DO UPDATE
         SET scheme = excluded.scheme, digest = excluded.digest, xml = excluded.xml,
             fetched_at = excluded.fetched_at, problem = NULL
      """)
  }

  /// Notes why the latest try failed; the good copy stays.
  package func noteSamlMetadata(_ problem: String, of source: String) throws {
    try execute("UPDATE saml_metadata SET problem = \(problem) WHERE source = \(source)")
  }

  /// Forgets sources that the operator took away.
  package func forgetSamlMetadata(_ source: String) throws {
    try execute("DELETE FROM saml_metadata WHERE source = \(source)")
  }
}

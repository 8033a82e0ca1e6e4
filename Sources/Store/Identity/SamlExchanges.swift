// The register of exchanges with identity providers, and apart from it what was refused.
package import Domain
import Literals

/// A request and its answer, as they are kept for 24 months.
package struct SamlExchangeRow: Identified, Sendable {
  package static let idPrefix = "sax"

  package let id: SamlExchangeRow.ID
  package let request: SamlRequestRow
  package let answeredAt: Instant
  package let responseID: String
  package var outcome: String
  package var assertionID: String?
  package var subject: SamlSubject?
  package let sealed: [UInt8]
  package let keepUntil: Instant

  package init(
    id: SamlExchangeRow.ID, of request: SamlRequestRow, outcome: String,
    response: (id: String, sealed: [UInt8]), times: (answered: Instant, keepUntil: Instant)
  ) {
    self.id = id
    self.request = request
    self.outcome = outcome
    (responseID, sealed) = response
    (answeredAt, keepUntil) = times
  }
}

/// An answer that was refused.
package struct SamlRefusalRow: Identified, Sendable {
  package static let idPrefix = "sar"

  package let id: SamlRefusalRow.ID
  package let refusedAt: Instant
  package let reason: SamlRefusal
  package var requestID: String?
  package var provider: String?
  /// Only where it answers a request of ours from the browser that asked: others could be anything.
  package var sealed: [UInt8]?

  package init(id: SamlRefusalRow.ID, at refusedAt: Instant, reason: SamlRefusal) {
    self.id = id
    self.refusedAt = refusedAt
    self.reason = reason
  }
}

extension SamlRefusal: SQLBindable, ColumnReadable {}

extension Transaction {
  package func insert(_ row: SamlExchangeRow) throws {
    try execute(
      """
      INSERT INTO saml_exchange (id, request_id, requested_at, response_id, answered_at, issuer,
                                 assertion_id, subject, subject_qualifier, outcome,
                                 request_sealed, response_sealed, keep_until)
           VALUES (\(row.id), \(row.request.request.id), \(row.request.request.issuedAt),
                   \(row.responseID), \(row.answeredAt), \(row.request.request.provider),
                   \(row.assertionID), \(row.subject?.nameID), \(row.subject?.nameQualifier),
                   \(row.outcome), \(row.request.sealed), \(row.sealed), \(row.keepUntil))
      """)
  }

  /// Purges exchanges whose 24 months are over; the schema refuses to delete any other.
  package func purgeSamlExchanges(until now: Instant, limit: Int) throws -> Int {
    try execute(
      """
      DELETE FROM saml_exchange
       WHERE id IN (SELECT e.id FROM saml_exchange e WHERE e.keep_until <= \(now) LIMIT \(limit))
      """)
  }

  package func insert(_ row: SamlRefusalRow) throws {
    try execute(
      """
      INSERT INTO saml_refusal (id, refused_at, reason, request_id, provider, response_sealed)
           VALUES (\(row.id), \(row.refusedAt), \(row.reason), \(row.requestID),
                   \(row.provider), \(row.sealed))
      """)
  }

  /// Why were answers refused since an instant, and how often?
  package func samlRefusals(since: Instant) throws -> [(reason: String, count: Int)] {
    try rows(
      """
      SELECT f.reason, COUNT(*) AS n
        FROM saml_refusal f
       WHERE f.refused_at > \(since)
       GROUP BY f.reason
       ORDER BY n DESC, f.reason
      """
    ) { (try $0("reason"), try $0("n")) }
  }

  /// Keeps the latest refusals only, and none from before an instant.
  package func trimSamlRefusals(keeping most: Int, since: Instant, limit: Int) throws -> Int {
    try execute(
      """
      DELETE FROM saml_refusal
       WHERE id IN (SELECT f.id
                      FROM saml_refusal f
                     WHERE f.refused_at < \(since)
                        OR f.id < COALESCE((SELECT k.id
                                              FROM saml_refusal k
                                             ORDER BY k.id DESC
                                             LIMIT 1 OFFSET \(most - 1)), '')
                     ORDER BY f.id
                     LIMIT \(limit))
      """)
  }
}

// The record of acts: only ever added to; the schema refuses everything else.
package import Domain
import FoundationEssentials
import Literals

extension AuditRecord {
  init(row: Row) throws {
    let detail = try JSONDecoder().decode(
      [String: String].self, from: Data(try row("detail", as: String.self).utf8))
    self.init(
      id: try row("id"), at: try row("recorded_at"),
      by: (try row("actor_kind"), try row("actor_id")), act: try row("act"),
      object: Object(try row("object_kind"), try row("object_id")), detail: detail,
      requestID: try row("request_id"))
    onBehalfOf = try row("on_behalf_of")
  }
  fileprivate var detailJSON: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(detail), as: UTF8.self)
    }
  }
}

extension Transaction {
  /// Records an act, in the transaction of the act itself.
  package func insert(_ record: AuditRecord) throws {
    try execute(
      """
      INSERT INTO audit_record (id, recorded_at, actor_kind, actor_id, act, object_kind, object_id,
                                detail, request_id, on_behalf_of)
           VALUES (\(record.id), \(record.recordedAt), \(record.actorKind), \(record.actor),
                   \(record.act), \(record.object.kind), \(record.object.id),
                   \(try record.detailJSON), \(record.requestID), \(record.onBehalfOf))
      """)
  }

  /// The acts on record that a filter asks for, the latest first.
  package func auditLines(_ filter: AuditFilter, limit: Int) throws -> [AuditLine] {
    let older: SQL = filter.before.map { "a.id < \($0)" } ?? "TRUE"
    let (object, person) = (filter.object, filter.person)
    let about: SQL =
      object.isEmpty ? "TRUE" : "(a.object_id = \(object) OR a.object_kind = \(object))"
    let by: SQL =
      person.isEmpty
      ? "TRUE"
      : """
      (a.actor_id = \(person) OR a.actor_kind = \(person) OR a.on_behalf_of = \(person)
           OR a.actor_id IN (SELECT id FROM person
                              WHERE name = \(person) OR email_key = \(person.lowercased()))
           OR a.on_behalf_of IN (SELECT id FROM person
                                  WHERE name = \(person) OR email_key = \(person.lowercased())))
      """
    return try rows(
      """
      SELECT a.id, a.recorded_at, a.actor_kind, a.actor_id, a.act, a.object_kind, a.object_id,
             a.detail, a.request_id, a.on_behalf_of, p.name AS actor_name,
             h.name AS helped_name
        FROM audit_record a
        LEFT JOIN person p ON p.id = a.actor_id
        LEFT JOIN person h ON h.id = a.on_behalf_of
       WHERE \(fragment: older) AND \(fragment: about) AND \(fragment: by)
       ORDER BY a.id DESC
       LIMIT \(limit)
      """
    ) {
      AuditLine(
        record: try AuditRecord(row: $0), actorName: try $0("actor_name"),
        helpedName: try $0("helped_name"))
    }
  }

  /// What was done to one object, the first act first.
  package func auditRecords(of object: AuditRecord.Object, limit: Int = 200) throws
    -> [AuditRecord]
  {
    try rows(
      """
      SELECT a.id, a.recorded_at, a.actor_kind, a.actor_id, a.act, a.object_kind, a.object_id,
             a.detail, a.request_id, a.on_behalf_of
        FROM audit_record a
       WHERE a.object_kind = \(object.kind) AND a.object_id = \(object.id)
       ORDER BY a.id
       LIMIT \(limit)
      """, as: AuditRecord.init(row:))
  }
}

// What was done, by whom, to what: written in the same transaction as the act, never changed.

/// One act that was done.
package struct AuditRecord: Identified, Hashable, Sendable {
  package static let idPrefix = "aud"

  package let id: AuditRecord.ID
  package let recordedAt: Instant
  package let actorKind: Actor.Kind
  package let actor: Person.ID?
  /// In whose place the actor did it, if in anybody's.
  package var onBehalfOf: Person.ID?
  package let act: Act
  package let object: Object
  /// What changed, by name; never personal data or secrets.
  package let detail: [String: String]
  /// Joins the record with the log line of its request; empty outside requests.
  package let requestID: String

  /// What the act was done to: the kind is a table's name, the id as stored there.
  package struct Object: Hashable, Sendable {
    package let kind: String
    package let id: String
    package init(_ kind: String, _ id: String) {
      self.kind = kind
      self.id = id
    }
  }

  package init(
    id: AuditRecord.ID, at recordedAt: Instant, by actor: (Actor.Kind, Person.ID?),
    act: Act, object: Object, detail: [String: String] = [:], requestID: String = ""
  ) {
    self.id = id
    self.recordedAt = recordedAt
    actorKind = actor.0
    self.actor = actor.1
    self.act = act
    self.object = object
    self.detail = detail
    self.requestID = requestID
  }
  /// The same, by whoever acts: the hand that did it, and in whose place.
  package init(
    id: AuditRecord.ID, at recordedAt: Instant, by actor: Actor, act: Act, object: Object,
    detail: [String: String] = [:], requestID: String = ""
  ) {
    self.init(
      id: id, at: recordedAt, by: (actor.kind, actor.hand), act: act, object: object,
      detail: detail, requestID: requestID)
    onBehalfOf = actor.helped
  }
}

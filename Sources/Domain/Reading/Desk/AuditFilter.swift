// What somebody looks for in the record of acts.

/// Which acts to list; an empty text asks for all.
package struct AuditFilter: Hashable, Sendable {
  /// Longer texts are no id, kind, name or address.
  package static let lengthMax = 200

  /// The id of an object, or its kind.
  package let object: String
  /// The id, address or name of who acted, or the kind of actor.
  package let person: String
  /// Only acts before this one.
  package let before: AuditRecord.ID?

  package init(object: String = "", person: String = "", before: AuditRecord.ID? = nil) {
    self.object = String(object.prefix(Self.lengthMax))
    self.person = String(person.prefix(Self.lengthMax))
    self.before = before
  }
}

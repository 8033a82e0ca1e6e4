// What the schema itself refused: the last line of defence, told apart so that callers can answer.

/// A statement that a constraint or trigger refused.
package enum StoreRefusal: Error, Sendable, Hashable {
  /// A row with this key exists: the constraint or its columns, as the engine names them.
  case notUnique(String)
  /// A referenced row is missing, or still referenced.
  case foreignKey(String)
  /// A CHECK, NOT NULL or trigger said no; the trigger's own message.
  case refused(String)
}

// A step of the schema: numbered, reason, SQL for both engines, never edited later.
package import Literals

/// One migration. Forward only; applied in one transaction; its checksum is recorded.
package struct Migration: Sendable {
  /// Rising from 1; steps are taken in this order.
  package let number: Int
  package let title: String
  /// Why the schema changes.
  package let why: String
  /// The text, statements separated by a line with only `;;`. Tokens `{int64}`, `{time}`, `{json}`,
  /// `{bool}`, `{bytes}` and `{strict}` become each engine's own words.
  package let sql: String
  /// Statements that only one engine has: triggers, partial indexes, functions.
  package let only: [Dialect: String]

  package init(
    number: Int, title: String, why: String, sql: String, only: [Dialect: String] = [:]
  ) {
    self.number = number
    self.title = title
    self.why = why
    self.sql = sql
    self.only = only
  }
}

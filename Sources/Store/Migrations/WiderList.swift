// Adds words to a column's closed list. Steps may widen the same list one after the other, in any
// order: each keeps the words that it finds.
import Literals

/// The words that a column's CHECK takes from now on besides those it took before.
struct WiderList: Sendable {
  let table: String
  let column: String
  /// A word of the list as it is; it stands once in the table's definition.
  let known: String
  let added: [String]

  /// One statement per list for each engine, to be taken with a step that also makes or drops
  /// something, so that other connections read the schema anew.
  static func statements(_ lists: [WiderList]) -> [Dialect: String] {
    [
      .sqlite:
        (["PRAGMA writable_schema = ON"] + lists.map(\.ofSQLite)
        + ["PRAGMA writable_schema = RESET"]).joined(separator: "\n;;\n"),
      .postgres: lists.map(\.ofPostgreSQL).joined(separator: "\n;;\n"),
    ]
  }

  /// SQLite's documented way to change a CHECK without copying the table
  /// (sqlite.org/lang_altertable.html, "Making other kinds of table schema changes").
  private var ofSQLite: String {
    let words = added.map { ", ''\($0)''" }.joined()
    return """
      UPDATE sqlite_schema SET sql = replace(sql, '''\(known)''', '''\(known)''\(words)')
       WHERE type = 'table' AND name = '\(table)'
      """
  }

  private var ofPostgreSQL: String {
    let words = added.map { "''\($0)''::text, " }.joined()
    let name = "\(table)_\(column)_check"
    return """
      DO $$
      DECLARE definition TEXT;
      BEGIN
        SELECT pg_get_constraintdef(oid) INTO STRICT definition FROM pg_constraint
         WHERE conname = '\(name)';
        EXECUTE 'ALTER TABLE \(table) DROP CONSTRAINT \(name)';
        EXECUTE 'ALTER TABLE \(table) ADD CONSTRAINT \(name) '
          || replace(definition, 'ARRAY[', 'ARRAY[\(words)');
      END $$
      """
  }
}

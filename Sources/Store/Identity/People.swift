// The table of people.
package import Domain
import Literals

extension Person {
  init(row: Row) throws {
    let email: String = try row("email")
    self.init(
      id: try row("id"), email: email.isEmpty ? nil : try row("email"), name: try row("name"),
      language: try row("language"), createdAt: try row("created_at"))
  }
}

extension EmailAddress {
  /// The form under which an address is known: case does not make another person.
  var key: String { text.lowercased() }
}

extension Person {
  /// Without an address the id stands in for it: no address looks like one.
  fileprivate var emailKey: String { email?.key ?? id.description }
}

extension Transaction {
  /// Who has this id?
  package func person(_ id: Person.ID) throws -> Person? {
    try first(
      """
      SELECT p.id, p.email, p.name, p.language, p.created_at
        FROM person p
       WHERE p.id = \(id)
      """, as: Person.init(row:))
  }

  /// The same, and nobody else changes their ways in before this transaction ends.
  package func personLocked(_ id: Person.ID) throws -> Person? {
    try first(
      """
      SELECT p.id, p.email, p.name, p.language, p.created_at
        FROM person p
       WHERE p.id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Person.init(row:))
  }

  /// Who reads mail at this address?
  package func person(at email: EmailAddress) throws -> Person? {
    try first(
      """
      SELECT p.id, p.email, p.name, p.language, p.created_at
        FROM person p
       WHERE p.email_key = \(email.key)
      """, as: Person.init(row:))
  }

  /// Adds someone; false when the address is known already.
  package func insert(_ person: Person) throws -> Bool {
    try execute(
      """
      INSERT INTO person (id, email, email_key, name, language, created_at)
           VALUES (\(person.id), \(person.email?.text ?? ""), \(person.emailKey), \(person.name),
                   \(person.language), \(person.createdAt))
      ON CONFLICT (email_key) DO NOTHING
      """) == 1
  }
}

// The table of organisations.
package import Domain
import Literals

extension Transaction {
  /// Writes a new organisation.
  package func insert(_ organisation: Organisation, at now: Instant) throws {
    try execute(
      """
      INSERT INTO organisation (id, slug, name, tax_code, place, about_it, about_en, created_at)
           VALUES (\(organisation.id), \(organisation.slug), \(organisation.name),
                   \(organisation.taxCode), \(organisation.place), \(organisation.about.italian),
                   \(organisation.about.english), \(now))
      """)
  }
  /// The organisation of an id, if there is one.
  package func organisation(_ id: Organisation.ID) throws -> Organisation? {
    try first(
      "SELECT \(fragment: organisationColumns) FROM organisation WHERE id = \(id)",
      as: Organisation.init(row:))
  }
  /// The organisation of an address, if there is one.
  package func organisation(_ slug: Slug) throws -> Organisation? {
    try first(
      "SELECT \(fragment: organisationColumns) FROM organisation WHERE slug = \(slug)",
      as: Organisation.init(row:))
  }
  /// All organisations, by name.
  package func organisations() throws -> [Organisation] {
    try rows(
      "SELECT \(fragment: organisationColumns) FROM organisation ORDER BY name, id",
      as: Organisation.init(row:))
  }
}

/// The columns that make an `Organisation`.
private let organisationColumns: SQL = "id, slug, name, tax_code, place, about_it, about_en"

extension Organisation {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), slug: try row("slug"), name: try row("name"),
      taxCode: try row("tax_code"), place: try row("place"))
    about = try LocalText(row: row, "about")
  }
}

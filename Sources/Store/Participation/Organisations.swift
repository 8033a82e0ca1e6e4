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
      """
      SELECT id, slug, name, tax_code, place, about_it, about_en
        FROM organisation
       WHERE id = \(id)
      """
    ) { row in
      var organisation = Organisation(
        id: try row("id"), slug: try row("slug"), name: try row("name"),
        taxCode: try row("tax_code"), place: try row("place"))
      organisation.about = try LocalText(row: row, "about")
      return organisation
    }
  }
}

// Who answers for a process and owns its campaigns: a cooperative, an association, a farm, a city.

/// An organisation, as the public sees it.
package struct Organisation: Identified, Hashable, Sendable {
  package static let idPrefix = "org"

  package let id: Organisation.ID
  package let slug: Slug
  package let name: String
  /// As it stands on receipts; empty until known.
  package let taxCode: String
  /// The town people know it in.
  package let place: String
  /// What it does, in a sentence or two.
  package var about = LocalText.none

  package init(id: Organisation.ID, slug: Slug, name: String, taxCode: String, place: String) {
    self.id = id
    self.slug = slug
    self.name = name
    self.taxCode = taxCode
    self.place = place
  }

  /// Where permissions on it are held.
  package var scope: Place { .organisation(id.description) }
}

// Who answers for a process and owns its campaigns: a cooperative, an association, a farm, a city.

/// An organisation, as the public sees it.
package struct Organisation: Identified, Hashable, Sendable {
  package static let idPrefix = "org"

  package let id: Organisation.ID
  package let slug: Slug
  package let name: String

  package init(id: Organisation.ID, slug: Slug, name: String) {
    self.id = id
    self.slug = slug
    self.name = name
  }
}

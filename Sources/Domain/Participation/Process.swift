// A participatory path: from assemblies and proposals to a vote and its ranking.

/// A participatory process of one organisation. (Where Foundation is imported: `Domain.Process`.)
package struct Process: Identified, Hashable, Sendable {
  package static let idPrefix = "prc"

  package let id: Process.ID
  package let organisation: Organisation.ID
  package let slug: Slug
  package let title: LocalText
  package let summary: LocalText
  /// What its phases were planned from.
  package var template = ProcessTemplate.importedRanking

  package init(
    id: Process.ID, organisation: Organisation.ID, slug: Slug, title: LocalText,
    summary: LocalText
  ) {
    self.id = id
    self.organisation = organisation
    self.slug = slug
    self.title = title
    self.summary = summary
  }

  /// Where permissions on it are held.
  package var place: Place { .process(id.description, organisation: organisation.description) }
}

// A participatory path: from assemblies and proposals to a vote and its ranking.

/// A participatory process of one organisation. (Where Foundation is imported: `Domain.Process`.)
package struct Process: Identified, Hashable, Sendable {
  package static let idPrefix = "prc"

  package let id: Process.ID
  package let organisation: Organisation.ID
  package let slug: Slug
  package let titleItalian: String
  package let titleEnglish: String

  package init(
    id: Process.ID, organisation: Organisation.ID, slug: Slug, titleItalian: String,
    titleEnglish: String
  ) {
    self.id = id
    self.organisation = organisation
    self.slug = slug
    self.titleItalian = titleItalian
    self.titleEnglish = titleEnglish
  }

  /// What the process is called in a language; the Italian title where there is no English one.
  package func title(in language: Language) -> String {
    switch language {
    case .italian: titleItalian
    case .english: titleEnglish.isEmpty ? titleItalian : titleEnglish
    }
  }
}

// A participatory path: from assemblies and proposals to a vote and its ranking.

/// A participatory process of one organisation. (Where Foundation is imported: `Domain.Process`.)
package struct Process: Identified, Hashable, Sendable {
  package static let idPrefix = "prc"

  package let id: Process.ID
  package let organisation: Organisation.ID
  package let slug: Slug
  package let titles: [Language: String]
  package let summaries: [Language: String]

  package init(
    id: Process.ID, organisation: Organisation.ID, slug: Slug, titles: [Language: String],
    summaries: [Language: String]
  ) {
    self.id = id
    self.organisation = organisation
    self.slug = slug
    self.titles = titles
    self.summaries = summaries
  }

  /// What the process is called; in Italian where the language asked for has no title.
  package func title(in language: Language) -> String {
    titles.written(in: language)
  }

  /// Where permissions on it are held.
  package var place: Place { .process(id.description, organisation: organisation.description) }
}

extension [Language: String] {
  /// The words in a language, or the Italian ones where there are none.
  package func written(in language: Language) -> String {
    let text = self[language] ?? ""
    return text.isEmpty ? self[.italian] ?? "" : text
  }
}

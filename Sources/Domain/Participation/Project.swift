// What was voted on; a campaign may later raise money for it.

/// A project of one constituency.
package struct Project: Identified, Hashable, Sendable {
  package static let idPrefix = "prj"

  package let id: Project.ID
  package let constituency: Constituency.ID
  /// The id in the files of the vote; unique within its constituency.
  package let externalID: ExternalID
  package let title: String
  package let summary: String
  /// What it was estimated to cost when it was voted; nil if nobody said.
  package let cost: Money?
  package let status: Status

  /// What became of the project before the count.
  package enum Status: Hashable, Sendable {
    case voted
    case withdrawn
    /// It lives on in another project of the same process; its votes stay with it.
    case merged(into: Project.ID)
  }

  package init(
    id: Project.ID, constituency: Constituency.ID, externalID: ExternalID, described: Description,
    status: Status
  ) {
    self.id = id
    self.constituency = constituency
    self.externalID = externalID
    title = described.title
    summary = described.summary
    cost = described.cost
    self.status = status
  }

  /// What a project says of itself.
  package struct Description: Hashable, Sendable {
    package let title: String
    package let summary: String
    package let cost: Money?

    package init(title: String, summary: String, cost: Money?) {
      self.title = title
      self.summary = summary
      self.cost = cost
    }
  }
}

// The table of projects that were voted on.
package import Domain
import Literals

extension Transaction {
  /// The projects of a constituency, by the id they have in the files.
  package func projects(of constituency: Constituency.ID) throws -> [Project] {
    try rows(
      """
      SELECT id, constituency_id, external_id, title, summary, cost_cents, status, merged_into
        FROM project
       WHERE constituency_id = \(constituency)
       ORDER BY external_id
      """, as: Project.init(row:))
  }
  /// Writes a project, or what a later file says of one that is known already.
  package func put(_ project: Project, of process: Process.ID, at now: Instant) throws {
    try execute(
      """
      INSERT INTO project (id, process_id, constituency_id, external_id, title, summary, cost_cents,
                           status, merged_into, created_at)
           VALUES (\(project.id), \(process), \(project.constituency), \(project.externalID),
                   \(project.title), \(project.summary), \(project.cost?.cents),
                   \(project.status.word), \(project.status.target), \(now))
      ON CONFLICT (constituency_id, external_id) DO UPDATE
         SET title = excluded.title, summary = excluded.summary, cost_cents = excluded.cost_cents,
             status = excluded.status, merged_into = excluded.merged_into
      """)
  }
}

extension Project.Status {
  fileprivate var word: String {
    switch self {
    case .voted: "voted"
    case .withdrawn: "withdrawn"
    case .merged: "merged"
    }
  }
  fileprivate var target: Project.ID? {
    switch self {
    case .voted, .withdrawn: nil
    case .merged(let target): target
    }
  }
}

extension Project {
  init(row: Row) throws {
    let word: String = try row("status")
    let target: Project.ID? = try row("merged_into")
    let cents: Int64? = try row("cost_cents")
    let status: Project.Status =
      target.map { .merged(into: $0) } ?? (word == "withdrawn" ? .withdrawn : .voted)
    self.init(
      id: try row("id"), constituency: try row("constituency_id"),
      externalID: try row("external_id"),
      described: .init(
        title: try row("title"), summary: try row("summary"),
        cost: cents.map { Money(cents: $0) }),
      status: status)
  }
}

// The tables of processes and their constituencies.
package import Domain
import Literals

extension Transaction {
  /// Writes a new process.
  package func insert(_ process: Process, at now: Instant) throws {
    try execute(
      """
      INSERT INTO process (id, organisation_id, slug, title_it, title_en, summary_it, summary_en,
                           template, created_at)
           VALUES (\(process.id), \(process.organisation), \(process.slug),
                   \(process.title.italian), \(process.title.english),
                   \(process.summary.italian), \(process.summary.english),
                   \(process.template), \(now))
      """)
  }
  /// The process of an address, if there is one.
  package func process(_ slug: Slug) throws -> Process? {
    try first(
      "SELECT \(fragment: processColumns) FROM process p WHERE p.slug = \(slug)",
      as: Process.init(row:))
  }
  /// The process of an id, if there is one.
  package func process(_ id: Process.ID) throws -> Process? {
    try first(
      "SELECT \(fragment: processColumns) FROM process p WHERE p.id = \(id)",
      as: Process.init(row:))
  }
  /// The same, so that no other import into it runs until the transaction ends.
  package func processLocked(_ id: Process.ID) throws -> Process? {
    try first(
      """
      SELECT \(fragment: processColumns) FROM process p WHERE p.id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Process.init(row:))
  }

  /// Writes a new constituency.
  package func insert(_ constituency: Constituency) throws {
    try execute(
      """
      INSERT INTO constituency (id, process_id, code, name_it, name_en, position, budget_cents)
           VALUES (\(constituency.id), \(constituency.process), \(constituency.code),
                   \(constituency.name.italian), \(constituency.name.english),
                   \(constituency.position), \(constituency.budget?.cents))
      """)
  }
  /// Names a constituency of a process, in both languages.
  package func name(constituency code: String, of process: Process.ID, _ name: LocalText) throws {
    try execute(
      """
      UPDATE constituency
         SET name_it = \(name.italian), name_en = \(name.english)
       WHERE process_id = \(process) AND code = \(code)
      """)
  }
  /// What a constituency has to spend; refused by the schema while a phase is open.
  package func set(budget: Money?, of constituency: Constituency.ID) throws {
    try execute(
      "UPDATE constituency SET budget_cents = \(budget?.cents) WHERE id = \(constituency)")
  }
  /// The constituencies of a process, in their order.
  package func constituencies(of process: Process.ID) throws -> [Constituency] {
    try rows(
      """
      SELECT k.id, k.process_id, k.code, k.name_it, k.name_en, k.position, k.budget_cents
        FROM constituency k
       WHERE k.process_id = \(process)
       ORDER BY k.position, k.id
      """
    ) { row in
      var constituency = Constituency(
        id: try row("id"), process: try row("process_id"), code: try row("code"),
        name: try LocalText(row: row, "name"), position: try row("position"))
      let cents: Int64? = try row("budget_cents")
      constituency.budget = cents.map { Money(cents: $0) }
      return constituency
    }
  }
}

/// The columns that make a `Process`.
let processColumns: SQL = """
  p.id, p.organisation_id, p.slug, p.title_it, p.title_en, p.summary_it, p.summary_en,
  p.template
  """

extension Process {
  init(row: Row) throws {
    self.init(
      id: try row("id"), organisation: try row("organisation_id"), slug: try row("slug"),
      title: try LocalText(row: row, "title"), summary: try LocalText(row: row, "summary"))
    template = try row("template")
  }
}

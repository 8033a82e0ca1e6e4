// The tables of proposals: their words, what happened to each, and what came out of what.
package import Domain
import Literals

extension Transaction {
  /// Writes a new proposal; `key` is the form's, where a form made it.
  package func insert(_ proposal: Proposal, key: String?, at now: Instant) throws {
    var assembly: Assembly.ID?
    if case .assembly(let id) = proposal.origin { assembly = id }
    try execute(
      """
      INSERT INTO proposal (id, process_id, constituency_id, number, title, text, cost_cents,
                            assembly_id, author_id, status, form_key, created_at)
           VALUES (\(proposal.id), \(proposal.process), \(proposal.constituency),
                   \(proposal.number), \(proposal.words.title), \(proposal.words.text),
                   \(proposal.words.cost?.cents), \(assembly), \(proposal.author),
                   \(proposal.status), \(key), \(now))
      """)
  }
  /// The number of the next proposal of a process, which the caller has locked.
  package func nextProposalNumber(of process: Process.ID) throws -> Int {
    let last: Int? =
      try first(
        "SELECT MAX(number) AS last FROM proposal WHERE process_id = \(process)"
      ) { try $0("last", as: Int?.self) } ?? nil
    return (last ?? 0) + 1
  }
  /// Writes a proposal's status and its history's next row.
  package func move(_ proposal: Proposal.ID, _ event: ProposalEventRow) throws {
    try execute("UPDATE proposal SET status = \(event.to) WHERE id = \(proposal)")
    try execute(
      """
      INSERT INTO proposal_event (id, proposal_id, event, from_status, to_status, reason, actor_id,
                                  occurred_at)
           VALUES (\(event.id), \(proposal), \(event.event), \(event.from), \(event.to),
                   \(event.reason), \(event.actor), \(event.at))
      """)
  }
  /// Notes that one proposal came out of another.
  package func note(
    _ target: Proposal.ID, outOf source: Proposal.ID, _ descent: ProposalDescent
  ) throws {
    try execute(
      """
      INSERT INTO proposal_descent (source_id, target_id, descent)
           VALUES (\(source), \(target), \(descent))
      """)
  }

  /// One proposal; it cannot change until the transaction ends.
  package func proposalLocked(_ id: Proposal.ID) throws -> Proposal? {
    try first(
      """
      SELECT \(fragment: proposalColumns) FROM proposal WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """, as: Proposal.init(row:))
  }
  /// One proposal.
  package func proposal(_ id: Proposal.ID) throws -> Proposal? {
    try first(
      "SELECT \(fragment: proposalColumns) FROM proposal WHERE id = \(id)",
      as: Proposal.init(row:))
  }
  /// The proposal that a form made.
  package func proposal(madeWith key: String) throws -> Proposal? {
    try first(
      "SELECT \(fragment: proposalColumns) FROM proposal WHERE form_key = \(key)",
      as: Proposal.init(row:))
  }
  /// The proposals of a process, by number.
  package func proposals(of process: Process.ID) throws -> [Proposal] {
    try rows(
      """
      SELECT \(fragment: proposalColumns)
        FROM proposal
       WHERE process_id = \(process)
       ORDER BY number
      """, as: Proposal.init(row:))
  }
  /// The proposals born in an assembly, by number.
  package func proposals(bornIn assembly: Assembly.ID) throws -> [Proposal] {
    try rows(
      """
      SELECT \(fragment: proposalColumns)
        FROM proposal
       WHERE assembly_id = \(assembly)
       ORDER BY number
      """, as: Proposal.init(row:))
  }
  /// How many proposals of a process a person made online that were not refused or withdrawn.
  package func proposalCount(by person: Person.ID, in process: Process.ID) throws -> Int {
    try first(
      """
      SELECT COUNT(*) AS total
        FROM proposal
       WHERE author_id = \(person)
         AND process_id = \(process)
         AND status NOT IN ('refused', 'withdrawn')
      """
    ) { try $0("total") } ?? 0
  }
}

/// A row of a proposal's history.
package struct ProposalEventRow: Identified, Sendable {
  package static let idPrefix = "ppe"

  let id: ProposalEventRow.ID
  let event: ProposalEvent
  let from: ProposalStatus
  let to: ProposalStatus
  let reason: String
  let actor: Person.ID?
  let at: Instant

  package init(
    id: ProposalEventRow.ID, _ event: ProposalEvent,
    step: (from: ProposalStatus, to: ProposalStatus), because reason: String,
    by stamp: (actor: Person.ID?, at: Instant)
  ) {
    self.id = id
    self.event = event
    (from, to) = step
    self.reason = reason
    (actor, at) = stamp
  }
}

private let proposalColumns: SQL = """
  id, process_id, constituency_id, number, title, text, cost_cents, assembly_id, author_id, status
  """

extension Proposal {
  fileprivate init(row: Row) throws {
    let assembly: Assembly.ID? = try row("assembly_id")
    let author: Person.ID? = try row("author_id")
    let cents: Int64? = try row("cost_cents")
    self.init(
      id: try row("id"), in: (try row("process_id"), try row("constituency_id")),
      number: try row("number"),
      words: ProposalWords(
        title: try row("title"), text: try row("text"), cost: cents.map { Money(cents: $0) }),
      origin: assembly.map { .assembly($0) } ?? author.map { .person($0) } ?? .desk,
      status: try row("status"))
  }
}

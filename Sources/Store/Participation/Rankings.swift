// The tables of rankings: their rows, resolved ties, certificates and history.
package import Domain
import FoundationEssentials
import Literals

extension Transaction {
  /// Writes a ranking just counted, with its rows.
  package func insert(
    _ ranking: Ranking, projects: [ExternalID: Project.ID], from file: VoteImport.ID,
    at now: Instant
  ) throws {
    let winners: Int? =
      switch ranking.rule.winners {
      case .all: nil
      case .first(let places): places
      }
    try execute(
      """
      INSERT INTO ranking (id, process_id, constituency_id, vote_import_id, status, rule, winners,
                           ballots, created_at)
           VALUES (\(ranking.id), \(ranking.constituency.process), \(ranking.constituency.id),
                   \(file), \(ranking.status), \(ranking.rule.code), \(winners),
                   \(ranking.result.voters), \(now))
      """)
    for (index, row) in ranking.table.rows.enumerated() {
      guard let project = projects[row.entry.id] else {
        throw Fault("project \(row.entry.id) of ranking \(ranking.id) was not written")
      }
      let isShared = ranking.table.rows.count { $0.place == row.place } > 1
      try execute(
        """
        INSERT INTO ranking_row (ranking_id, project_id, votes, place, shared, sequence)
             VALUES (\(ranking.id), \(project), \(row.entry.score), \(row.place), \(isShared),
                     \(index + 1))
        """)
    }
  }
  /// Writes the rows' order after a tie was settled.
  package func update(order ranking: Ranking, projects: [ExternalID: Project.ID]) throws {
    for (index, row) in ranking.table.rows.enumerated() {
      try execute(
        """
        UPDATE ranking_row
           SET sequence = \(index + 1)
         WHERE ranking_id = \(ranking.id)
           AND project_id = \(projects[row.entry.id])
        """)
    }
  }
  /// Notes how a tie was settled.
  package func insert(
    _ resolution: TieResolution, at place: Int, of ranking: Ranking.ID, _ event: RankingEventRow
  ) throws {
    let order = try JSONEncoder().encode(resolution.order.map(\.text))
    let witnesses = try JSONEncoder().encode(resolution.witnesses)
    try execute(
      """
      INSERT INTO tie_resolution (id, ranking_id, place, method, witnesses, note, sequence,
                                  recorded_by, recorded_at)
           VALUES (\(event.id), \(ranking), \(place), \(resolution.method),
                   \(String(decoding: witnesses, as: UTF8.self)), \(resolution.note),
                   \(String(decoding: order, as: UTF8.self)), \(event.actor), \(event.at))
      """)
  }
  /// Fixes a ranking with the text of its certificate.
  package func certify(
    _ id: Ranking.ID, _ certificate: RankingReading.Certificate, by person: Person.ID?
  ) throws {
    try execute(
      """
      UPDATE ranking
         SET status = 'certified', certified_at = \(certificate.certifiedAt),
             certified_by = \(person), certificate = \(certificate.text),
             digest = \(certificate.digest)
       WHERE id = \(id)
      """)
  }
  /// Writes a ranking's status and its history's next row.
  package func move(_ id: Ranking.ID, _ event: RankingEventRow) throws {
    try execute("UPDATE ranking SET status = \(event.to) WHERE id = \(id)")
    try record(event, of: id)
  }
  /// One more row of a ranking's history.
  package func record(_ event: RankingEventRow, of id: Ranking.ID) throws {
    try execute(
      """
      INSERT INTO ranking_event (id, ranking_id, from_status, to_status, reason, actor_id,
                                 occurred_at)
           VALUES (\(event.id), \(id), \(event.from), \(event.to), \(event.reason),
                   \(event.actor), \(event.at))
      """)
  }
  /// Where a ranking stands now; it cannot move until the transaction ends.
  package func rankingStatusLocked(_ id: Ranking.ID) throws -> RankingStatus? {
    try first(
      """
      SELECT status FROM ranking WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """
    ) { try $0("status") }
  }
}

/// A row of a ranking's history.
package struct RankingEventRow: Identified, Sendable {
  package static let idPrefix = "rev"

  let id: RankingEventRow.ID
  let from: RankingStatus?
  let to: RankingStatus
  let reason: String
  let actor: Person.ID?
  let at: Instant

  package init(
    id: RankingEventRow.ID, step: (from: RankingStatus?, to: RankingStatus), reason: String,
    by actor: Person.ID?, at: Instant
  ) {
    self.id = id
    (from, to) = step
    self.reason = reason
    self.actor = actor
    self.at = at
  }
}

// The tables of counts: ordered, worked on by the job, certified.
package import Domain
import Literals

extension Transaction {
  /// Writes a count just ordered.
  package func insert(
    _ count: VoteCount, in place: RankingReading, purchases: [UInt8]?, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO vote_count (id, process_id, constituency_id, ranking_id, status, parameters,
                              purchases, lot_secret, stop_asked, ordered_at)
           VALUES (\(count.id), \(place.process.id), \(place.ranking.constituency.id),
                   \(count.ranking), \(count.status),
                   \(try CountParametersColumn(count.parameters).text), \(purchases),
                   \(count.lot.secret), \(false), \(now))
      """)
  }
  /// Where a count stands now; it cannot move until the transaction ends.
  package func countStatusLocked(_ id: VoteCount.ID) throws -> CountStatus? {
    try first(
      """
      SELECT status FROM vote_count WHERE id = \(id)
      \(sqlite: "", postgres: "FOR NO KEY UPDATE")
      """
    ) { try $0("status") }
  }
  /// Writes a count's status and its history's next row.
  package func move(_ id: VoteCount.ID, _ event: CountEventRow) throws {
    try execute("UPDATE vote_count SET status = \(event.to) WHERE id = \(id)")
    try record(event, of: id)
  }
  /// One more row of a count's history.
  package func record(_ event: CountEventRow, of id: VoteCount.ID) throws {
    try execute(
      """
      INSERT INTO vote_count_event (id, vote_count_id, from_status, to_status, reason, actor_id,
                                    occurred_at)
           VALUES (\(event.id), \(id), \(event.from), \(event.to), \(event.reason),
                   \(event.actor), \(event.at))
      """)
  }
  /// Notes how far the job is; answers whether somebody asked it to stop.
  package func note(_ progress: CountProgress, of id: VoteCount.ID) throws -> Bool {
    try execute(
      """
      UPDATE vote_count
         SET outcomes = \(progress.outcomes), raised_by = \(progress.raisedBy),
             cost_reached = \(progress.cost)
       WHERE id = \(id) AND status = 'counting'
      """)
    return try first("SELECT stop_asked FROM vote_count WHERE id = \(id)") {
      try $0("stop_asked")
    } ?? true
  }
  /// Asks the job to stop.
  package func askToStop(_ id: VoteCount.ID) throws {
    try execute("UPDATE vote_count SET stop_asked = \(true) WHERE id = \(id)")
  }
  /// Keeps what was counted, beside the status.
  package func keep(_ result: CountResultRow, of id: VoteCount.ID, at now: Instant) throws {
    try execute(
      """
      UPDATE vote_count
         SET ballots = \(result.ballots), published_purchases = \(result.purchases),
             certificate = \(result.text), digest = \(result.digest), counted_at = \(now)
       WHERE id = \(id)
      """)
  }
  /// Why a count failed.
  package func note(problem: CountRefusal, of id: VoteCount.ID) throws {
    try execute("UPDATE vote_count SET problem = \(problem.code) WHERE id = \(id)")
  }
  /// The words drawn in public.
  package func note(drawn words: String, of id: VoteCount.ID) throws {
    try execute("UPDATE vote_count SET lot_words = \(words) WHERE id = \(id)")
  }
  /// Makes a count public.
  package func certify(count id: VoteCount.ID, by person: Person.ID?, at now: Instant) throws {
    try execute(
      """
      UPDATE vote_count
         SET status = 'certified', certified_at = \(now), certified_by = \(person)
       WHERE id = \(id)
      """)
  }
}

/// What a count gave: the files for everyone, and the certified text.
package struct CountResultRow: Sendable {
  let ballots: [UInt8]
  let purchases: [UInt8]?
  let text: String
  let digest: Digest

  package init(ballots: [UInt8], purchases: [UInt8]?, text: String, digest: Digest) {
    self.ballots = ballots
    self.purchases = purchases
    self.text = text
    self.digest = digest
  }
}

/// A row of a count's history.
package struct CountEventRow: Identified, Sendable {
  package static let idPrefix = "cev"

  let id: CountEventRow.ID
  let from: CountStatus?
  let to: CountStatus
  let reason: String
  let actor: Person.ID?
  let at: Instant

  package init(
    id: CountEventRow.ID, step: (from: CountStatus?, to: CountStatus), reason: String = "",
    by actor: Person.ID?, at: Instant
  ) {
    self.id = id
    (from, to) = step
    self.reason = reason
    self.actor = actor
    self.at = at
  }
}

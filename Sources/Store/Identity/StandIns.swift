// The table of those who act in somebody's place; the session beside each row is the door.
package import Domain
import Literals

extension Transaction {
  /// Notes who acts in whose place in a session.
  package func insert(_ standIn: StandIn, in session: Digest) throws {
    try execute(
      """
      INSERT INTO stand_in (token_hash, helper_id, helped_id, home_hash, reason, started_at)
           VALUES (\(session), \(standIn.helper), \(standIn.helped), \(standIn.home),
                   \(standIn.reason), \(standIn.startedAt))
      """)
  }

  /// The session that a helper had before, though it is over: the one that begins now goes on from
  /// it.
  package func sessionBefore(_ standIn: StandIn) throws -> SessionRow? {
    try first(
      "\(fragment: sessionColumns) WHERE s.token_hash = \(standIn.home)",
      as: SessionRow.init(row:))
  }

  /// What a provider vouched for in one session holds in the one that goes on from it.
  package func moveVouching(from before: Digest, to session: Digest) throws {
    try execute("UPDATE saml_session SET token_hash = \(session) WHERE token_hash = \(before)")
  }

  /// Who acted in somebody's place, the latest first.
  package func standIns(for person: Person.ID, limit: Int = 20) throws -> [StandInLine] {
    try rows(
      """
      SELECT h.token_hash, h.helper_id, h.helped_id, h.home_hash, h.reason, h.started_at,
             p.name AS helper, s.expires_at, s.ended_at
        FROM stand_in h
        JOIN session s ON s.token_hash = h.token_hash
        JOIN person p ON p.id = h.helper_id
       WHERE h.helped_id = \(person)
       ORDER BY h.started_at DESC, h.token_hash
       LIMIT \(limit)
      """
    ) { row in
      let ended: Instant? = try row("ended_at")
      let expires: Instant = try row("expires_at")
      return StandInLine(
        standIn: try StandIn(row: row), session: try row("token_hash"), helper: try row("helper"),
        until: ended ?? expires)
    }
  }
}

extension StandIn {
  init(row: Row) throws {
    self.init(
      of: try row("helper_id"), for: try row("helped_id"), because: try row("reason"),
      at: try row("started_at"), from: try row("home_hash"))
  }
}

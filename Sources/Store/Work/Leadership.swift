// One process at a time leads: it inserts the timetable's ticks and rescues tasks (River's design).
package import Domain
import Literals

/// A time of leading. Renewing and resigning work only for exactly this one.
package struct LeaderTerm: Hashable, Sendable {
  /// What is led.
  package let name: String
  package let leader: String
  package let electedAt: Instant
}

extension Transaction {
  /// Becomes leader if nobody is, or if the last one let its term run out; nil otherwise.
  package func elect(_ leader: String, of name: String, at now: Instant, for term: Instant.Span)
    throws -> LeaderTerm?
  {
    let elected = try execute(
      """
      INSERT INTO leader_term (name, leader, elected_at, expires_at)
      VALUES (\(name), \(leader), \(now), \(now + term))
      ON CONFLICT (name) DO UPDATE
         SET leader = excluded.leader, elected_at = excluded.elected_at,
             expires_at = excluded.expires_at
       WHERE leader_term.expires_at <= \(now)
      """)
    return elected > 0 ? LeaderTerm(name: name, leader: leader, electedAt: now) : nil
  }

  /// Goes on leading; false when the term ran out or somebody else leads.
  package func renew(_ term: LeaderTerm, at now: Instant, for span: Instant.Span) throws -> Bool {
    try execute(
      """
      UPDATE leader_term
         SET expires_at = \(now + span)
       WHERE name = \(term.name) AND leader = \(term.leader) AND elected_at = \(term.electedAt)
         AND expires_at > \(now)
      """) > 0
  }

  /// Stops leading, so that another need not wait for the term's end.
  package func resign(_ term: LeaderTerm) throws {
    try execute(
      """
      DELETE FROM leader_term
       WHERE name = \(term.name) AND leader = \(term.leader) AND elected_at = \(term.electedAt)
      """)
  }

  /// Notes that a tick of the timetable is taken; false when it was before.
  package func takeTick(_ name: String, at tick: Instant, now: Instant) throws -> Bool {
    try execute(
      """
      INSERT INTO timetable_tick (name, tick_at, enqueued_at)
      VALUES (\(name), \(tick), \(now))
      ON CONFLICT (name, tick_at) DO NOTHING
      """) > 0
  }

  /// The last tick taken under a name; nil before the first.
  package func lastTick(of name: String) throws -> Instant? {
    try first(
      "SELECT MAX(tick_at) AS last_tick_at FROM timetable_tick WHERE name = \(name)"
    ) { try $0("last_tick_at", as: Instant?.self) } ?? nil
  }
}

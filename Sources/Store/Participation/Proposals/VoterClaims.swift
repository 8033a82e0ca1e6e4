// Which person showed which code of a phase's census: once each, for taking part online.
package import Domain
import Literals

extension Transaction {
  /// Who on the census of a phase a person said to be.
  package func voter(claimedBy person: Person.ID, in phase: Phase.ID) throws -> Voter.ID? {
    try first(
      "SELECT voter_id FROM voter_claim WHERE phase_id = \(phase) AND person_id = \(person)"
    ) { try $0("voter_id") }
  }
  /// The constituency of somebody on a census.
  package func constituency(of voter: Voter.ID) throws -> Constituency.ID? {
    try first("SELECT constituency_id FROM voter WHERE id = \(voter)") {
      try $0("constituency_id")
    }
  }
  /// Notes it; refused as not unique when either of the two did before.
  package func claim(
    _ voter: Voter.ID, in phase: Phase.ID, by person: Person.ID, at now: Instant
  ) throws {
    try execute(
      """
      INSERT INTO voter_claim (voter_id, phase_id, person_id, claimed_at)
           VALUES (\(voter), \(phase), \(person), \(now))
      """)
  }
}

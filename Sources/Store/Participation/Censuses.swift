// The tables of who may take part in a phase; the schema freezes them when it opens.
package import Domain
import Literals

extension Transaction {
  /// Puts people on the census of a phase; several in one statement, because cities are large.
  package func insert(_ voters: [Voter], of phase: Phase.ID) throws {
    var rest = voters[...]
    while !rest.isEmpty {
      let part = rest.prefix(100)
      rest = rest.dropFirst(100)
      var values: SQL = ""
      for (index, voter) in part.enumerated() {
        let comma: SQL = index == 0 ? "" : ", "
        values = """
          \(fragment: values)\(fragment: comma)(\(voter.id), \(phase), \(voter.constituency),
          \(voter.code), \(voter.name), \(voter.group))
          """
      }
      try execute(
        """
        INSERT INTO voter (id, phase_id, constituency_id, code, name, group_name)
             VALUES \(fragment: values)
        """)
    }
  }
  /// Empties the census of a phase.
  package func removeVoters(of phase: Phase.ID) throws {
    try execute("DELETE FROM voter WHERE phase_id = \(phase)")
  }
  /// Takes one off; answers whether there was one.
  package func removeVoter(_ code: ExternalID, of phase: Phase.ID) throws -> Bool {
    try execute("DELETE FROM voter WHERE phase_id = \(phase) AND code = \(code)") > 0
  }
  /// Forgets the names on a census; codes and constituencies stay, and so does the digest.
  package func forgetNames(of phase: Phase.ID) throws -> Int {
    try execute("UPDATE voter SET name = '' WHERE phase_id = \(phase) AND name <> ''")
  }
  /// The people on a census by their codes, from one on.
  package func voters(
    of phase: Phase.ID, after code: String = "", limit: Int = CensusFile.rowsMax
  ) throws -> [Voter] {
    try rows(
      """
      SELECT id, constituency_id, code, name, group_name
        FROM voter
       WHERE phase_id = \(phase)
         AND code > \(code)
       ORDER BY code
       LIMIT \(limit)
      """, as: Voter.init(row:))
  }
  /// Who has a code on the census of a phase.
  package func voter(_ code: ExternalID, of phase: Phase.ID) throws -> Voter? {
    try first(
      """
      SELECT id, constituency_id, code, name, group_name
        FROM voter
       WHERE phase_id = \(phase) AND code = \(code)
      """, as: Voter.init(row:))
  }
  /// How many are on the census of a phase, constituency by constituency.
  package func voterCounts(of phase: Phase.ID) throws -> [Constituency.ID: Int] {
    let counts = try rows(
      """
      SELECT constituency_id, COUNT(*) AS total
        FROM voter
       WHERE phase_id = \(phase)
       GROUP BY constituency_id
      """
    ) { row -> (Constituency.ID, Int) in (try row("constituency_id"), try row("total")) }
    return Dictionary(uniqueKeysWithValues: counts)
  }
  /// Freezes the census of a phase: from now on the schema refuses every change.
  package func freeze(_ census: FrozenCensus, of phase: Phase.ID) throws {
    try execute(
      """
      INSERT INTO census (phase_id, voters, digest, frozen_at)
           VALUES (\(phase), \(census.voters), \(census.digest), \(census.at))
      """)
  }
  /// The frozen census of a phase, if it has one.
  package func frozenCensus(of phase: Phase.ID) throws -> FrozenCensus? {
    try first("SELECT voters, digest, frozen_at FROM census WHERE phase_id = \(phase)") { row in
      FrozenCensus(
        voters: try row("voters"), digest: try row("digest"), at: try row("frozen_at"))
    }
  }
}

extension Voter {
  fileprivate init(row: Row) throws {
    self.init(
      id: try row("id"), code: try row("code"), name: try row("name"),
      constituency: try row("constituency_id"), group: try row("group_name"))
  }
}

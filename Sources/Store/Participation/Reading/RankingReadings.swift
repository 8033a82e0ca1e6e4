// Rankings as their screens show them, put together again from rows.
package import Domain
import FoundationEssentials
import Literals

extension Transaction {
  /// One ranking with everything around it.
  package func ranking(_ id: Ranking.ID) throws -> RankingReading? {
    try first(
      """
      SELECT \(fragment: rankingColumns)
        FROM ranking r
        JOIN constituency k ON k.id = r.constituency_id
        JOIN vote_import f ON f.id = r.vote_import_id
       WHERE r.id = \(id)
      """, as: reading)
  }
  /// All rankings of a process, constituency by constituency, the latest of each first.
  package func rankings(of process: Process.ID) throws -> [RankingReading] {
    try rows(
      """
      SELECT \(fragment: rankingColumns)
        FROM ranking r
        JOIN constituency k ON k.id = r.constituency_id
        JOIN vote_import f ON f.id = r.vote_import_id
       WHERE r.process_id = \(process)
       ORDER BY k.position, r.created_at DESC, r.id DESC
      """, as: reading)
  }
  /// All processes, the latest first, with how far their rankings are.
  package func processCards() throws -> [ProcessCard] {
    var counts: [Process.ID: [RankingStatus: Int]] = [:]
    let counted = try rows(
      """
      SELECT process_id, status, COUNT(*) AS total
        FROM ranking
       WHERE status <> 'superseded'
       GROUP BY process_id, status
      """
    ) { row -> (Process.ID, RankingStatus, Int) in
      (try row("process_id"), try row("status"), try row("total"))
    }
    for (process, status, total) in counted { counts[process, default: [:]][status] = total }
    return try rows(
      """
      SELECT \(fragment: processColumns), o.name AS organisation
        FROM process p
        JOIN organisation o ON o.id = p.organisation_id
       ORDER BY p.created_at DESC, p.id DESC
      """
    ) { row in
      let process = try Process(row: row)
      return ProcessCard(
        process: process, organisation: try row("organisation"),
        rankings: counts[process.id] ?? [:])
    }
  }

  private func reading(_ row: Row) throws -> RankingReading {
    let constituency = Constituency(
      id: try row("constituency_id"), process: try row("process_id"), code: try row("code"),
      name: try LocalText(row: row, "name"), position: try row("position"))
    guard let process = try process(constituency.process) else {
      throw Fault("process \(constituency.process) is missing")
    }
    let id: Ranking.ID = try row("id")
    let winners: Int? = try row("winners")
    let code: String = try row("rule")
    guard let rule = RankingRule(code: code, winners: winners.map { .first($0) } ?? .all) else {
      throw Fault("ranking \(id) has the rule \(code), unknown to this version")
    }
    let (entries, projects) = try entries(of: id, in: constituency.id)
    let ranking = Ranking(
      id: id, in: constituency,
      counting: ConstituencyResult(
        code: constituency.code, voters: try row("ballots"), entries: entries),
      from: VoteSource(
        format: try row("format"), digest: try row("file_digest"),
        sizeBytes: try row("size_bytes")),
      under: rule)
    return RankingReading(
      process: process,
      ranking: ranking.restored(resolutions: try resolutions(of: id), status: try row("status")),
      projects: projects,
      file: .init(
        id: try row("vote_import_id"), name: try row("file_name"),
        importedAt: try row("imported_at")),
      certificate: try certificate(row))
  }

  private func certificate(_ row: Row) throws -> RankingReading.Certificate? {
    guard let text: String = try row("certificate"), let digest: Digest = try row("digest"),
      let certifiedAt: Instant = try row("certified_at")
    else { return nil }
    return .init(text: text, digest: digest, certifiedAt: certifiedAt)
  }

  /// The ranked projects with their votes, and those of the constituency that were left out.
  private func entries(
    of ranking: Ranking.ID, in constituency: Constituency.ID
  ) throws -> ([VoteEntry], [ExternalID: Project.ID]) {
    let projects = try projects(of: constituency)
    let externalIDs = Dictionary(projects.map { ($0.id, $0.externalID) }) { first, _ in first }
    let votes = try rows(
      "SELECT project_id, votes FROM ranking_row WHERE ranking_id = \(ranking)"
    ) { row -> (Project.ID, Int64) in (try row("project_id"), try row("votes")) }
    let scores = Dictionary(votes) { first, _ in first }
    let entries = projects.compactMap { project -> VoteEntry? in
      let score = scores[project.id]
      let standing: VoteEntry.Standing? =
        switch project.status {
        case .voted: score == nil ? nil : .voted
        case .withdrawn: score == nil ? .withdrawn : .voted
        case .merged(let target):
          score == nil ? externalIDs[target].map { .merged(into: $0) } : .voted
        }
      guard let standing else { return nil }
      return VoteEntry(
        id: project.externalID,
        described: .init(title: project.title, summary: project.summary, cost: project.cost),
        score: score ?? 0, standing: standing)
    }
    return (entries, Dictionary(projects.map { ($0.externalID, $0.id) }) { first, _ in first })
  }

  private func resolutions(of ranking: Ranking.ID) throws -> [TieResolution] {
    try rows(
      """
      SELECT method, witnesses, note, sequence
        FROM tie_resolution
       WHERE ranking_id = \(ranking)
       ORDER BY place
      """
    ) { row in
      func list(_ column: String) throws -> [String] {
        let text: String = try row(column)
        return try JSONDecoder().decode([String].self, from: Data(text.utf8))
      }
      return TieResolution(
        method: try row("method"), order: try list("sequence").compactMap { ExternalID($0) },
        witnesses: try list("witnesses"), note: try row("note"))
    }
  }
}

private let rankingColumns: SQL = """
  r.id, r.process_id, r.constituency_id, r.status, r.rule, r.winners, r.ballots, r.certified_at,
  r.certificate, r.digest, k.code, k.name_it, k.name_en, k.position, r.vote_import_id, f.format,
  f.file_name, f.digest AS file_digest, f.imported_at,
  \(sqlite: "LENGTH(f.content)", postgres: "OCTET_LENGTH(f.content)") AS size_bytes
  """

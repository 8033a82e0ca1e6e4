// Counts as their screens show them, and the bytes that they read and publish.
package import Domain
import Literals

extension Transaction {
  /// One count with everything around it.
  package func voteCount(_ id: VoteCount.ID) throws -> VoteCountReading? {
    try first(
      """
      SELECT \(fragment: countColumns)
        FROM vote_count c
        JOIN constituency k ON k.id = c.constituency_id
        JOIN ranking r ON r.id = c.ranking_id
        JOIN vote_import f ON f.id = r.vote_import_id
       WHERE c.id = \(id)
      """, as: reading)
  }
  /// All counts of a process, constituency by constituency, the latest of each first.
  package func voteCounts(of process: Process.ID) throws -> [VoteCountReading] {
    try rows(
      """
      SELECT \(fragment: countColumns)
        FROM vote_count c
        JOIN constituency k ON k.id = c.constituency_id
        JOIN ranking r ON r.id = c.ranking_id
        JOIN vote_import f ON f.id = r.vote_import_id
       WHERE c.process_id = \(process)
       ORDER BY k.position, c.ordered_at DESC, c.id DESC
      """, as: reading)
  }
  /// The certified count of a constituency.
  package func certifiedCount(in constituency: Constituency.ID) throws -> VoteCount.ID? {
    try first(
      """
      SELECT id FROM vote_count WHERE constituency_id = \(constituency) AND status = 'certified'
      """
    ) { try $0("id") }
  }
  /// What the job reads: the file of ballots as it came, and the purchases.
  package func inputs(of count: VoteCount.ID) throws -> CountInputs? {
    try first(
      """
      SELECT f.content, c.purchases
        FROM vote_count c
        JOIN ranking r ON r.id = c.ranking_id
        JOIN vote_import f ON f.id = r.vote_import_id
       WHERE c.id = \(count)
      """
    ) { CountInputs(ballots: try $0("content"), purchases: try $0("purchases")) }
  }
  /// What everyone may have of a certified count.
  package func published(of count: VoteCount.ID) throws -> CountInputs? {
    try first(
      """
      SELECT ballots, published_purchases
        FROM vote_count
       WHERE id = \(count) AND status IN ('certified', 'superseded')
      """
    ) { CountInputs(ballots: try $0("ballots"), purchases: try $0("published_purchases")) }
  }

  private func reading(_ row: Row) throws -> VoteCountReading {
    let constituency = Constituency(
      id: try row("constituency_id"), process: try row("process_id"), code: try row("code"),
      name: try LocalText(row: row, "name"), position: try row("position"))
    guard let process = try process(constituency.process) else {
      throw Fault("process \(constituency.process) is missing")
    }
    let count = VoteCount(
      id: try row("id"), of: try row("ranking_id"),
      under: try CountParametersColumn.read(try row("parameters")),
      lot: CountLot(secret: try row("lot_secret"), words: try row("lot_words")),
      status: try row("status"))
    let problem: String? = try row("problem")
    return VoteCountReading(
      in: (process, constituency), count, from: (try row("file_name"), try row("ordered_at")),
      run: (
        CountProgress(
          outcomes: try row("outcomes"), raisedBy: try row("raised_by"),
          cost: try row("cost_reached")),
        try row("stop_asked"), problem.flatMap { CountRefusal(code: $0) }
      ),
      result: try result(row))
  }

  private func result(_ row: Row) throws -> VoteCountReading.Result? {
    guard let text: String = try row("certificate"), let digest: Digest = try row("digest"),
      let countedAt: Instant = try row("counted_at")
    else { return nil }
    return .init(
      text: text, digest: digest, at: (countedAt, try row("certified_at")),
      hasPurchases: try row("has_purchases"))
  }
}

/// A file of ballots, and one of purchases where they count.
package struct CountInputs: Sendable {
  package let ballots: [UInt8]
  package let purchases: [UInt8]?
}

private let countColumns: SQL = """
  c.id, c.process_id, c.constituency_id, c.ranking_id, c.status, c.parameters, c.lot_secret,
  c.lot_words, c.outcomes, c.raised_by, c.cost_reached, c.stop_asked, c.problem, c.certificate,
  c.digest, c.ordered_at, c.counted_at, c.certified_at, k.code, k.name_it, k.name_en, k.position,
  f.file_name, (c.published_purchases IS NOT NULL) AS has_purchases
  """

// The META section: a key and a value a row.

/// What META says that a file must hold to, beside what a count needs.
struct PabulibBounds {
  var projects: Int64
  var ballots: Int64
  var minLength: Int64?
  var maxLength: Int64?
  var maxSumCost: Int64?
  var minSumPoints: Int64?
  var maxSumPoints: Int64?
}

extension PabulibReader {
  /// Obligatory in the format, but a count can do without them.
  private static let expectedKeys = [
    "description", "country", "unit", "instance", "rule", "date_begin", "date_end",
  ]

  mutating func readMeta() throws(VoteFileRefusal) -> (PabulibFile.Meta, PabulibBounds) {
    let header = try enter(.meta)
    let keyColumn = try header.require("key")
    let valueColumn = try header.require("value")
    var rows = MetaRows()
    while try advance(under: header) {
      let key = cell(keyColumn).text.lowercased()
      guard !key.isEmpty else {
        throw VoteFileRefusal(line: text.line, column: "key", .valueMissing)
      }
      guard rows[key] == nil else {
        warnings.note(.metaRepeated(key), line: text.line)
        continue
      }
      rows[key] = (cell(valueColumn), text.line)
    }
    rows.end = text.line
    for key in Self.expectedKeys where (rows[key]?.cell ?? []).isEmpty {
      warnings.note(.metaMissing(key), line: rows[key]?.line ?? rows.end)
    }
    let bounds = PabulibBounds(
      projects: try rows.number("num_projects"), ballots: try rows.number("num_votes"),
      minLength: try rows.optional("min_length"), maxLength: try rows.optional("max_length"),
      maxSumCost: try rows.optional("max_sum_cost"),
      minSumPoints: try rows.optional("min_sum_points"),
      maxSumPoints: try rows.optional("max_sum_points"))
    let meta = PabulibFile.Meta(
      voteType: try rows.voteType(), budget: try rows.number("budget"),
      currency: try rows.currency(), defaultScore: try rows.optional("default_score") ?? 0,
      values: rows.texts)
    return (meta, bounds)
  }
}

/// The rows of META by key, each with its line.
private struct MetaRows {
  private var rows: [String: (cell: ArraySlice<UInt8>, line: Int)] = [:]
  /// Where missing keys are reported.
  var end = 1

  subscript(key: String) -> (cell: ArraySlice<UInt8>, line: Int)? {
    get { rows[key] }
    set { rows[key] = newValue }
  }
  var texts: [String: String] { rows.mapValues { $0.cell.text } }

  func number(_ key: String) throws(VoteFileRefusal) -> Int64 {
    guard let number = try optional(key) else {
      throw VoteFileRefusal(line: rows[key]?.line ?? end, column: key, .valueMissing)
    }
    return number
  }

  func optional(_ key: String) throws(VoteFileRefusal) -> Int64? {
    guard let row = rows[key], !row.cell.isEmpty else { return nil }
    do throws(VoteFileRefusal.Reason) {
      return try row.cell.wholeNumber()
    } catch {
      throw VoteFileRefusal(line: row.line, column: key, cell: row.cell, error)
    }
  }

  func voteType() throws(VoteFileRefusal) -> PabulibFile.VoteType {
    guard let row = rows["vote_type"], !row.cell.isEmpty else {
      throw VoteFileRefusal(
        line: rows["vote_type"]?.line ?? end, column: "vote_type", .valueMissing)
    }
    guard let type = PabulibFile.VoteType(rawValue: row.cell.text) else {
      throw VoteFileRefusal(
        line: row.line, column: "vote_type", cell: row.cell, .unknownVoteType)
    }
    return type
  }

  func currency() throws(VoteFileRefusal) -> Currency? {
    guard let row = rows["currency"], !row.cell.isEmpty else { return nil }
    guard let currency = Currency(row.cell.text) else {
      throw VoteFileRefusal(line: row.line, column: "currency", cell: row.cell, .unknownCurrency)
    }
    return currency
  }
}

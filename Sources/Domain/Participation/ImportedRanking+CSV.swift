// Totals as a spreadsheet saves them: a header, then one project a row.

extension VoteResult {
  /// Reads CSV with `;`, `,` or tabs, found in the header. `project_id` and `votes` are obligatory;
  /// columns it does not know are passed over.
  package init(csv bytes: [UInt8]) throws(VoteFileRefusal) {
    try VoteFileText.check(bytes)
    var text = DelimitedText(bytes, separator: try separator(of: bytes))
    guard try text.advance() else { throw VoteFileRefusal(line: 1, .emptyFile) }
    let header = try Header(text.cells, line: text.line)
    var columns: [ImportedRanking.Column: Int] = [:]
    for column in ImportedRanking.Column.allCases {
      columns[column] = header.index(of: column.rawValue) ?? header.index(of: column.italian)
    }
    if columns[.id] == nil { _ = try header.require("project_id") }
    if columns[.votes] == nil { _ = try header.require("votes") }
    var rows: [ImportedRow] = []
    while try text.advance() {
      if text.cells.count > header.names.count,
        let extra = text.cells[header.names.count...].first(where: { !$0.isEmpty })
      {
        throw VoteFileRefusal(
          line: text.line, cell: extra, .tooManyCells(expected: header.names.count))
      }
      rows.append(try CSVRow(cells: text.cells, line: text.line, columns: columns).read())
      guard rows.count <= VoteFileLimits.projectsMax else {
        throw VoteFileRefusal(line: text.line, .tooManyProjects(max: VoteFileLimits.projectsMax))
      }
    }
    self = try ImportedRanking.result(of: rows)
  }
}

/// The separator that occurs most in the first line with any content, outside quotes.
func separator(of bytes: [UInt8]) throws(VoteFileRefusal) -> UInt8 {
  let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
  var counts = [0, 0, 0]
  var isQuoted = false
  for byte in bytes {
    if byte == 34 { isQuoted.toggle() }
    if (byte == 10 || byte == 13), counts.contains(where: { $0 > 0 }) { break }
    if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
  }
  guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
    throw VoteFileRefusal(line: 1, .separatorUnknown)
  }
  return candidates[index]
}

private struct CSVRow {
  let cells: [ArraySlice<UInt8>]
  let line: Int
  let columns: [ImportedRanking.Column: Int]

  private func cell(_ column: ImportedRanking.Column) -> ArraySlice<UInt8> {
    guard let index = columns[column], index < cells.count else { return [] }
    return cells[index]
  }

  private func number(_ column: ImportedRanking.Column) throws(VoteFileRefusal) -> Int64? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    do throws(VoteFileRefusal.Reason) {
      return try cell.wholeNumber()
    } catch {
      throw VoteFileRefusal(line: line, column: column.rawValue, cell: cell, error)
    }
  }

  func read() throws(VoteFileRefusal) -> ImportedRow {
    let id = try ImportedRanking.id(cell(.id).text, line: line)
    guard let votes = try number(.votes) else {
      throw VoteFileRefusal(line: line, column: "votes", .valueMissing)
    }
    var row = ImportedRow(line: line, id: id, votes: votes)
    row.constituency = cell(.constituency).text
    row.position = try number(.position)
    row.name = cell(.name).text
    row.summary = cell(.summary).text
    row.voters = try number(.voters)
    let cost = cell(.cost)
    if !cost.isEmpty { row.cost = try ImportedRanking.cost(cost.text, line: line) }
    row.standing = try ImportedRanking.standing(
      cell(.status).text, mergedInto: cell(.mergedInto).text, line: line)
    return row
  }
}

// What people bought from the projects they voted on: the other half of a social farm's ranking.

/// All purchases until the closing time, netted by buyer and project.
package struct Purchases: Hashable, Sendable {
  /// The file as it was read.
  package let source: VoteSource
  /// Sorted by project and buyer.
  package let rows: [Row]

  /// What one buyer spent on one project, refunds taken off.
  package struct Row: Hashable, Sendable {
    package let project: ExternalID
    /// A pseudonym: only whether two purchases are of the same buyer matters.
    package let buyer: ExternalID
    package let cents: Int64
  }

  /// Reads CSV with `;`, `,` or tabs and the columns `project_id`, `buyer`, `bought_cents` and,
  /// where there were any, `refunded_cents`. A buyer may stand in several rows. Refuses projects
  /// that are not in the vote and refunds above what was bought.
  package init(
    csv bytes: [UInt8], from source: VoteSource, of file: PabulibFile
  ) throws(VoteFileRefusal) {
    self.source = source
    try VoteFileText.check(bytes)
    var text = DelimitedText(bytes, separator: try separator(of: bytes))
    guard try text.advance() else { throw VoteFileRefusal(line: 1, .emptyFile) }
    let columns = try PurchaseColumns(Header(text.cells, line: text.line))
    let projects = Set(file.projects.map(\.id))
    var sums: [Key: (cents: Int64, line: Int)] = [:]
    while try text.advance() {
      let (key, cents) = try columns.read(text, projects)
      guard sums.count < VoteFileLimits.ballotsMax else {
        throw VoteFileRefusal(line: text.line, .tooManyPurchases(max: VoteFileLimits.ballotsMax))
      }
      let (sum, overflows) = sums[key, default: (0, text.line)].cents
        .addingReportingOverflow(cents)
      guard !overflows, sum <= VoteFileLimits.amountMax else {
        throw VoteFileRefusal(
          line: text.line, column: "bought_cents",
          .numberTooLarge(max: VoteFileLimits.amountMax))
      }
      sums[key] = (sum, text.line)
    }
    for (_, sum) in sums.sorted(by: { $0.value.line < $1.value.line }) where sum.cents < 0 {
      throw VoteFileRefusal(line: sum.line, column: "refunded_cents", .refundAbovePurchases)
    }
    rows = sums.filter { $0.value.cents > 0 }
      .map { Row(project: $0.key.project, buyer: $0.key.buyer, cents: $0.value.cents) }
      .sorted { ($0.project, $0.buyer) < ($1.project, $1.buyer) }
  }

  fileprivate struct Key: Hashable {
    let project: ExternalID
    let buyer: ExternalID
  }

  /// What a project got.
  package struct Total: Hashable, Sendable {
    package internal(set) var buyers: Int64 = 0
    package internal(set) var cents: Int64 = 0
    /// Buyers, or cents up to the cap of each buyer: what the score is made of.
    package internal(set) var counted: Int64 = 0
  }

  /// The same as everyone may have it: buyers numbered anew in each project by what they spent, so
  /// that nobody can be followed from one project to another. Counts the same.
  package var published: [UInt8] {
    var text = "project_id;buyer;bought_cents\n"
    var number = 0
    var project: ExternalID?
    for row in rows.sorted(by: { ($0.project, $0.cents) < ($1.project, $1.cents) }) {
      number = row.project == project ? number + 1 : 1
      project = row.project
      text += "\(DelimitedText.cell(row.project.text));\(number);\(row.cents)\n"
    }
    return Array(text.utf8)
  }

  /// One total for each candidate.
  func totals(of candidates: [Profile.Candidate], _ counting: PurchaseRule.Counting) -> [Total] {
    var numbers: [ExternalID: Int] = [:]
    for (number, candidate) in candidates.enumerated() { numbers[candidate.id] = number }
    var totals = [Total](repeating: Total(), count: candidates.count)
    for row in rows {
      // Whoever withdrew is no candidate any more.
      guard let number = numbers[row.project] else { continue }
      totals[number].buyers += 1
      totals[number].cents += row.cents
      switch counting {
      case .buyers: totals[number].counted += 1
      case .money(let most): totals[number].counted += min(row.cents, most)
      }
    }
    return totals
  }
}

/// How votes and purchases become one score: published before the season opens.
package struct PurchaseRule: Hashable, Sendable {
  /// The part of the score that votes give; purchases give the rest.
  package let voteParts: Int64
  package let parts: Int64
  package let counting: Counting

  /// What of the purchases counts.
  package enum Counting: Hashable, Sendable {
    /// How many different people bought.
    case buyers
    /// What they spent, of each buyer and project at most so many cents: no rich buyer decides.
    case money(perBuyerMaxCents: Int64)
  }

  package static let partsMax: Int64 = 1000

  /// Nil unless 0 ≤ `voteParts` ≤ `parts` ≤ `partsMax`, `parts` > 0 and the cap is positive.
  package init?(votes voteParts: Int64, of parts: Int64, counting: Counting) {
    guard parts > 0, parts <= Self.partsMax, (0...parts).contains(voteParts) else { return nil }
    if case .money(let most) = counting, most <= 0 || most > VoteFileLimits.amountMax { return nil }
    self.voteParts = voteParts
    self.parts = parts
    self.counting = counting
  }
}

private struct PurchaseColumns {
  let project: Int
  let buyer: Int
  let bought: Int
  let refunded: Int?

  init(_ header: Header) throws(VoteFileRefusal) {
    project = try header.require("project_id")
    buyer = try header.require("buyer")
    bought = try header.require("bought_cents")
    refunded = header.index(of: "refunded_cents")
  }

  func read(
    _ text: DelimitedText, _ projects: Set<ExternalID>
  ) throws(VoteFileRefusal) -> (Purchases.Key, Int64) {
    let cell = { (column: Int) -> ArraySlice<UInt8> in
      column < text.cells.count ? text.cells[column] : []
    }
    guard let id = ExternalID(cell(project).text), projects.contains(id) else {
      throw VoteFileRefusal(
        line: text.line, column: "project_id", cell: cell(project), .unknownProject)
    }
    guard !cell(buyer).isEmpty else {
      throw VoteFileRefusal(line: text.line, column: "buyer", .valueMissing)
    }
    guard let name = ExternalID(cell(buyer).text) else {
      throw VoteFileRefusal(
        line: text.line, column: "buyer", cell: cell(buyer),
        .idTooLong(sizeBytesMax: ExternalID.sizeBytesMax))
    }
    let paid = try amount(cell(bought), "bought_cents", text.line)
    let back = try refunded.map(cell).map { (cell) throws(VoteFileRefusal) in
      cell.isEmpty ? 0 : try amount(cell, "refunded_cents", text.line)
    }
    return (Purchases.Key(project: id, buyer: name), paid - (back ?? 0))
  }

  private func amount(
    _ cell: ArraySlice<UInt8>, _ column: String, _ line: Int
  ) throws(VoteFileRefusal) -> Int64 {
    do throws(VoteFileRefusal.Reason) { return try cell.wholeNumber() } catch {
      throw VoteFileRefusal(line: line, column: column, cell: cell, error)
    }
  }
}

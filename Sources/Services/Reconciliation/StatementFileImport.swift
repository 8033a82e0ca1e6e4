// The transaction of an import, and the same steps without writing for a preview.
import Domain
import Store

/// One file on its way into the database.
struct StatementFileImport: Sendable {
  /// Lines shown in a preview.
  static let previewLinesMax = 100

  let file: StatementFile
  let bytes: [UInt8]
  let statements: [(parsed: ParsedStatement, lines: [SortedLine])]
  let stamp: Stamp
  let booking: LineBooking

  func run(in tx: Transaction) throws -> ImportStatement.Outcome {
    try tx.lockStatements()
    let earlier = try tx.statements(ofFile: file.digest)
    guard earlier.isEmpty else { return .repeated(earlier) }
    var report = emptyReport
    for (index, statement) in statements.enumerated() {
      let id: Statement.ID = stamp.entropy.id(at: stamp.now)
      let stored = Statement(id: id, of: statement.parsed, file: file, importedAt: stamp.now)
      try tx.insert(
        stored,
        StatementContent(
          parsed: statement.parsed, bytes: index == 0 ? bytes : [],
          importedBy: stamp.actor.person))
      report.statements.append(id)
      for line in statement.lines { try take(line, of: id, in: tx, &report) }
    }
    try tx.record(
      .importStatement, on: .init("statement", report.statements.first?.description ?? ""), stamp,
      detail: [
        "digest": file.digest.description, "lines": String(report.lines),
        "new": String(report.new), "matched": String(report.matched),
      ])
    return .imported(report)
  }

  private func take(
    _ sorted: SortedLine, of statement: Statement.ID, in tx: Transaction,
    _ report: inout ImportStatement.Report
  ) throws {
    let line = StatementLine(
      id: stamp.entropy.id(at: stamp.now), statement: statement, position: sorted.position,
      ordinal: sorted.ordinal, facts: sorted.line)
    // Decided before it is written, so that it is no duplicate of itself.
    let (decision, id) = try tx.decide(sorted.line, format: file.format)
    guard try tx.insert(line, fingerprint: sorted.fingerprint) else { return }
    report.new += 1
    switch decision {
    case .matched:
      guard let id, let pledge = try tx.pledgeLocked(id) else { return }
      try booking.match(line, to: pledge, .exactReference, in: tx, stamp)
      report.matched += 1
      report.matchedAmount += sorted.line.amount
    case .waits(let reason):
      // What another file may have told of already is not taken for the next of its kind.
      if reason != .possibleDuplicate, try booking.bookUnasked(line, in: tx, stamp) {
        report.matched += 1
        return
      }
      let match = LineMatch(id: stamp.entropy.id(at: stamp.now), line: line.id, waits: reason)
      try tx.insert(match, by: nil, at: stamp.now)
      report.waiting[reason, default: 0] += 1
    }
  }

  func preview(in tx: Transaction) throws -> ImportStatement.Outcome {
    let earlier = try tx.statements(ofFile: file.digest)
    guard earlier.isEmpty else { return .repeated(earlier) }
    var report = emptyReport
    report.isDryRun = true
    var taken: Set<RFReference> = []
    for sorted in statements.flatMap(\.lines) {
      guard try !tx.hasLine(sorted.fingerprint, ordinal: sorted.ordinal) else { continue }
      let (decision, _) = try tx.decide(sorted.line, format: file.format, taken: taken)
      report.new += 1
      switch decision {
      case .matched(let reference):
        taken.insert(reference)
        report.matched += 1
        report.matchedAmount += sorted.line.amount
      case .waits(let reason): report.waiting[reason, default: 0] += 1
      }
      if report.preview.count < Self.previewLinesMax {
        report.preview.append(.init(line: sorted.line, decision: decision))
      }
    }
    return .imported(report)
  }

  private var emptyReport: ImportStatement.Report {
    var report = ImportStatement.Report()
    report.format = file.format
    report.lines = statements.reduce(0) { $0 + $1.lines.count }
    report.leftOut = statements.reduce(0) { $0 + $1.parsed.leftOut }
    return report
  }
}

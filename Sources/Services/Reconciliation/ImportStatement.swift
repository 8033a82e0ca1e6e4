// Takes a statement file: all of its new lines, or nothing. The same file twice changes nothing.
package import Domain
import Store

/// Imports a bank statement and books what needs no person.
package struct ImportStatement: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let reader: any StatementReader
  /// The account that we know to be ours.
  let account: IBAN?
  let booking: LineBooking

  package struct Request: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package var mapping = CSVMapping.italian
    /// Only says what would happen.
    package var isDryRun = false

    package init(name: String, bytes: [UInt8], isDryRun: Bool = false) {
      self.name = name
      self.bytes = bytes
      self.isDryRun = isDryRun
    }
  }

  /// What an import did, or would do.
  package struct Report: Hashable, Sendable {
    package var statements: [Statement.ID] = []
    package var format = StatementFormat.camt053
    /// Lines of the file, and those that no earlier file told of.
    package var lines = 0
    package var new = 0
    package var matched = 0
    package var matchedAmount = Money.zero
    package var waiting: [WaitReason: Int] = [:]
    /// Announced but not booked by the bank.
    package var leftOut = 0
    package var isDryRun = false
    /// What would become of each new line, the first hundred; only in a dry run.
    package var preview: [Previewed] = []

    package struct Previewed: Hashable, Sendable {
      package let line: BankLine
      package let decision: MatchDecision
    }
  }

  package enum Outcome: Sendable {
    case imported(Report)
    /// The same file came before: nothing changed.
    case repeated([Statement.ID])
    case refused(StatementRefusal)
    /// It is about another account than ours.
    case otherAccount(IBAN)
    /// It is in another currency than euro.
    case otherCurrency(Currency)
    case notAllowed
    /// The settings name no valid account of ours.
    case noAccount
  }

  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.importStatement, on: .platform) else { return .notAllowed }
    guard let account else { return .noAccount }
    let read: (format: StatementFormat, statements: [ParsedStatement])
    do throws(StatementRefusal) {
      read = try reader.read(
        request.bytes, StatementReading(account: account, mapping: request.mapping))
    } catch { return .refused(error) }
    for statement in read.statements {
      guard statement.account == account else { return .otherAccount(statement.account) }
      guard statement.currency == .euro else { return .otherCurrency(statement.currency) }
    }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    let file = StatementFile(
      name: String(request.name.prefix(200)), format: read.format, digest: Digest(of: request.bytes)
    )
    let sorted = Self.sort(read.statements)
    let job = StatementFileImport(
      file: file, bytes: request.bytes, statements: sorted, stamp: stamp, booking: booking)
    if request.isDryRun {
      return try await database.read { tx in try job.preview(in: tx) }
    }
    return try await database.write { tx in try job.run(in: tx) }
  }

  /// Each statement with its lines numbered over the whole file.
  private static func sort(
    _ statements: [ParsedStatement]
  ) -> [(parsed: ParsedStatement, lines: [SortedLine])] {
    var numbered = LineFingerprint.number(statements.flatMap(\.lines))[...]
    return statements.map { statement in
      let own = numbered.prefix(statement.lines.count)
      numbered = numbered.dropFirst(own.count)
      let lines = own.enumerated().map { index, line in
        SortedLine(
          position: index + 1, line: line.line, fingerprint: Digest(of: line.fingerprint.bytes),
          ordinal: line.ordinal)
      }
      return (statement, lines)
    }
  }
}

// What treasurers and auditors look at: statements, their lines, what waits.
package import Domain
package import Store

/// Reads statements for those who may; nil when not allowed or when there is none.
package struct ReadStatements: Sendable {
  private let database: Database

  package init(database: Database) { self.database = database }

  package func list(for actor: Actor) async throws -> (
    statements: [StatementSummary], waiting: Int
  )? {
    guard actor.may(.readStatements, on: .platform) else { return nil }
    return try await database.read { tx in
      (try tx.statementSummaries(), try tx.waitingLines())
    }
  }

  package func statement(_ id: Statement.ID, for actor: Actor) async throws -> (
    summary: StatementSummary, lines: [LineOnDesk]
  )? {
    guard actor.may(.readStatements, on: .platform) else { return nil }
    return try await database.read { tx in
      guard let summary = try tx.statementSummary(id) else { return nil }
      return (summary, try tx.lines(of: id))
    }
  }

  /// What waits for a person, and the money whose owner is unknown.
  package func queue(for actor: Actor) async throws -> (
    waiting: [LineOnDesk], suspense: [LineOnDesk]
  )? {
    guard actor.may(.readStatements, on: .platform) else { return nil }
    return try await database.read { tx in
      (try tx.lines(in: .waiting), try tx.lines(in: .suspense))
    }
  }

  /// A line with what may be it, all of the same amount.
  package struct LineFile: Sendable {
    package let line: LineOnDesk
    /// Unpaid pledges.
    package var candidates: [PledgeCandidate] = []
    /// Providers' transfers that no statement has shown.
    package var settlements: [AwaitedSettlement] = []
    /// Payouts that may have left, or, for money that came in, come back.
    package var payouts: [Payout] = []
    /// Money of unknown owners that may have gone back.
    package var suspense: [LineOnDesk] = []
  }

  package func line(_ id: StatementLine.ID, for actor: Actor) async throws -> LineFile? {
    guard actor.may(.readStatements, on: .platform) else { return nil }
    return try await database.read { tx in
      guard let line = try tx.lineOnDesk(id) else { return nil }
      var file = LineFile(line: line)
      let isWaiting = line.match.status == .waiting
      guard isWaiting || line.match.status == .suspense else { return file }
      let amount = line.line.facts.amount
      file.candidates = try tx.candidates(for: amount)
      file.settlements = try tx.awaitedSettlements(of: amount)
      guard isWaiting else { return file }
      file.payouts = try tx.payouts(
        of: amount.magnitude, in: amount.isNegative ? [.submitted, .failed] : [.paid])
      if amount.isNegative {
        file.suspense = try tx.lines(in: .suspense).filter { $0.line.facts.amount == -amount }
      }
      return file
    }
  }
}

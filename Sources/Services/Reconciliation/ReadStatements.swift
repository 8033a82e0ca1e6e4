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

  /// A line with what may be it: unpaid pledges and awaited settlements of the same amount.
  package func line(_ id: StatementLine.ID, for actor: Actor) async throws -> (
    line: LineOnDesk, candidates: [PledgeCandidate], settlements: [AwaitedSettlement]
  )? {
    guard actor.may(.readStatements, on: .platform) else { return nil }
    return try await database.read { tx in
      guard let line = try tx.lineOnDesk(id) else { return nil }
      let isOpen = line.match.status == .waiting || line.match.status == .suspense
      guard isOpen else { return (line, [], []) }
      let amount = line.line.facts.amount
      return (line, try tx.candidates(for: amount), try tx.awaitedSettlements(of: amount))
    }
  }
}

// What the desk's screens of bank statements show, filled by the store and by nobody else.

/// A statement in the list.
package struct StatementSummary: Hashable, Sendable {
  package let statement: Statement
  package let fromOn: CivilDate?
  package let toOn: CivilDate?
  package let closing: Money?
  /// Lines that it was the first to tell of, and how many of them wait.
  package let lines: Int
  package let waiting: Int

  package init(
    statement: Statement, span: (from: CivilDate?, to: CivilDate?), closing: Money?,
    counts: (lines: Int, waiting: Int)
  ) {
    self.statement = statement
    (fromOn, toOn) = span
    self.closing = closing
    (lines, waiting) = counts
  }
}

/// A line with what was decided about it last.
package struct LineOnDesk: Hashable, Sendable {
  package let line: StatementLine
  package let match: LineMatch
  /// The code of the pledge it was matched to.
  package let pledgeCode: PersonReference?
  package let decidedAt: Instant
  /// Who decided; empty when the rule did.
  package let decidedBy: String

  package init(
    line: StatementLine, match: LineMatch, pledgeCode: PersonReference?,
    decided: (at: Instant, by: String)
  ) {
    self.line = line
    self.match = match
    self.pledgeCode = pledgeCode
    (decidedAt, decidedBy) = decided
  }
}

/// A pledge that a waiting line may belong to.
package struct PledgeCandidate: Hashable, Sendable {
  package let pledge: Pledge.ID
  package let code: PersonReference
  package let reference: RFReference
  package let donor: String
  package let amount: Money
  package let state: PledgeState

  package init(
    pledge: Pledge.ID, codes: (PersonReference, RFReference), donor: String, amount: Money,
    state: PledgeState
  ) {
    self.pledge = pledge
    (code, reference) = codes
    self.donor = donor
    self.amount = amount
    self.state = state
  }
}

// What goes back by bank transfer in a simulation: sponsors' rests, donors' credit, money of
// unknown owners, and refunds that come back and go again. No chance is drawn: it all happens at
// rest.
import Domain
import Literals
import Services
import Store

extension Simulation {
  /// A movement on the bank's statement, and what a treasurer says of its line.
  func tell(
    _ cents: Int64, _ text: String, _ decision: SettleLine.Decision
  ) async throws -> String {
    bank.receive(cents, "\(text) n. \(bank.count + 1)", on: CivilDate(of: town.now))
    try await importStatement(overlap: 0)
    let lines = try await ids(
      """
      SELECT l.id
        FROM statement_line l
        JOIN line_match m ON m.line_id = l.id
       WHERE m.status = 'waiting' AND l.amount_cents = \(cents)
       ORDER BY l.id DESC LIMIT 1
      """)
    guard let line = lines.first.flatMap({ StatementLine.ID($0) }) else {
      throw Fault("the line of \(text) is not on the desk")
    }
    return try await settle(line, decision)
  }

  /// The oldest refund that went by transfer comes back: it is owed again.
  func refundComesBack() async throws {
    let paid = try await town.database.read { try $0.refunds(in: [.manualPaid], limit: 1) }
    guard let refund = paid.first,
      let one = placed.first(where: { $0.pledge.id == refund.pledge })
    else { return }
    let code = one.pledge.keys.reference.text
    _ = try await tell(refund.due.cents, "storno rimborso", .refundBack(code))
  }

  /// Funds are closed, and all that is nobody's here goes to whose it is, as far as the bank has
  /// it.
  func giveBackAll() async throws {
    for fund in town.funds { _ = try await town.matchFunds.close(fund, by: town.treasurer) }
    for one in try await town.matchFunds.funds(for: town.treasurer) ?? [] {
      try await giveBack(one.owed, "resto", .matchFund(one.fund.code.text))
    }
    for one in placed {
      let id = one.pledge.id
      let credit = try await town.database.read { try $0.balance(of: .donorCredit(id)) }
      try await giveBack(credit, "credito", .pledge(one.pledge.keys.reference.text))
    }
    let queue = try await town.reconciliation.readStatements.queue(for: town.treasurer)
    for kept in queue?.suspense ?? [] {
      let id = kept.line.id.description
      try await giveBack(kept.line.facts.amount, "non nostro", .suspenseBack(id))
    }
  }
  private func giveBack(
    _ amount: Money, _ text: String, _ decision: SettleLine.Decision
  ) async throws {
    let account = town.account
    let held = try await town.database.read { try $0.balance(of: .bank(account)) }
    guard amount.isPositive, held >= amount else { return }
    _ = try await tell(-amount.cents, text, decision)
  }
}

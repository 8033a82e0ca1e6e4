// Money that goes back in a simulation: refunds, disputes, decisions undone; and sponsors' money.
import Domain
import Literals
import Services
import Store

extension Simulation {
  // Refunds and disputes.

  /// A treasurer asks for some of a payment to go back.
  func askRefund() async throws -> String {
    let paid = try await ids("SELECT id FROM payment WHERE status = 'succeeded' ORDER BY id")
    guard let id = dice.one(of: paid).flatMap({ Payment.ID($0) }) else { return "" }
    let gift = Money(cents: Int64(1 + dice.below(3_000)))
    var parts = RefundAllocation(reward: .zero, gift: gift, shipping: .zero)
    if dice.happens(30),
      let split = try await town.database.read({ tx in
        try tx.payment(id).flatMap { try tx.pledge($0.pledge) }?.split
      })
    {
      parts = RefundAllocation(allOf: split)
    }
    let asked = try await town.money.requestRefund(
      parts, of: id, because: .askedByDonor, by: town.treasurer)
    return "\(asked)"
  }
  /// Another one decides.
  func decideRefund() async throws -> String {
    let waiting = try await ids("SELECT id FROM refund WHERE status = 'requested' ORDER BY id")
    guard let id = dice.one(of: waiting).flatMap({ Refund.ID($0) }) else { return "" }
    let decision: DecideRefund.Decision = dice.happens(75) ? .approve : .reject
    return "\(try await town.money.decideRefund(decision, on: id, by: town.otherTreasurer))"
  }
  /// Somebody does something in the provider's dashboard, or a cardholder's bank does.
  func deed() async throws -> String {
    let paid = try await ids(
      "SELECT id FROM sandbox_payment WHERE status = 'succeeded' ORDER BY id")
    guard let id = dice.one(of: paid).flatMap({ SandboxPayment.ID($0) }),
      let deed = dice.one(of: SandboxDeed.allCases), let shop = town.money.sandbox?.shop
    else { return "" }
    let amount = dice.happens(50) ? Money.zero : Money(cents: Int64(1 + dice.below(4_000)))
    return "\(deed) \(id): \(try await shop.act(deed, on: id, amount))"
  }
  /// At the end nobody leaves anything undecided: a dispute is won or lost, a refund approved or
  /// not.
  func decideAll() async throws -> String {
    let disputed = try await ids(
      "SELECT payment_id AS id FROM sandbox_dispute WHERE status = 'open' ORDER BY payment_id")
    for text in disputed {
      guard let id = SandboxPayment.ID(text) else { continue }
      _ = try await town.money.sandbox?.shop.act(dice.happens(50) ? .win : .lose, on: id)
    }
    for _ in 0..<3 {
      _ = try await town.money.pollPayments(limit: 500)
      try await work(upTo: 500, crashes: false)
    }
    let waiting = try await ids("SELECT id FROM refund WHERE status = 'requested' ORDER BY id")
    for text in waiting {
      guard let id = Refund.ID(text) else { continue }
      let by = town.otherTreasurer
      if case .decided = try await town.money.decideRefund(.approve, on: id, by: by) { continue }
      _ = try await town.money.decideRefund(.reject, on: id, by: by)
    }
    try await work(upTo: 500, crashes: false)
    return "\(disputed.count) disputes, \(waiting.count) refunds"
  }

  /// A decision about a line of a statement is taken back.
  func undo() async throws -> String {
    let settled = try await ids(
      "SELECT line_id AS id FROM line_match WHERE status = 'matched' ORDER BY line_id")
    guard let line = dice.one(of: settled).flatMap({ StatementLine.ID($0) }) else { return "" }
    let undone = try await town.reconciliation.undoMatch(
      line, because: "sbagliato", by: town.treasurer)
    return "\(line) \(undone)"
  }

  // Sponsors.

  func deposit() -> String {
    guard let fund = dice.one(of: town.funds) else { return "" }
    let cents = Int64(1 + dice.below(60_000))
    bank.receive(cents, "contributo \(fund.text)", on: CivilDate(of: town.now))
    return "\(cents) \(fund.text)"
  }
  func clawBack() async throws -> String {
    guard let fund = dice.one(of: town.funds), let life = dice.one(of: town.lives) else {
      return ""
    }
    let taken = try await town.matchFunds.clawBack(
      fund, from: life.campaign.id, because: "errore", by: town.treasurer)
    return "\(fund.text) \(taken)"
  }

  func closeFund() async throws -> String {
    guard let fund = dice.one(of: town.funds) else { return "" }
    return "\(fund.text) \(try await town.matchFunds.close(fund, by: town.treasurer))"
  }

  func ids(_ sql: SQL) async throws -> [String] {
    try await town.database.read { tx in try tx.rows(sql) { try $0("id", as: String.self) } }
  }
}

// The bank in a simulation: transfers in and out, statements and who decides about their lines,
// payouts by two people, and what the card provider sends.
import Domain
import Literals
import Services
import Store

extension Simulation {
  // Coming in.

  func transfer() -> String {
    let waiting = placed.filter { $0.request.method == .bankTransfer }
    guard let one = dice.one(of: waiting.suffix(8)) else { return "" }
    let total = one.pledge.total.cents
    let cents =
      dice.weighted([
        (weight: 80, value: total), (weight: 7, value: total + 500),
        (weight: 7, value: max(1, total - 300)), (weight: 6, value: 777),
      ]) ?? total
    let text = dice.happens(85) ? one.pledge.keys.transferReference.text : "per il pane"
    bank.receive(cents, "\(text) n. \(bank.count + 1)", on: CivilDate(of: town.now))
    return "\(cents) \(text)"
  }
  @discardableResult
  func importStatement(overlap: Int) async throws -> String {
    guard let bytes = bank.statement(overlap: overlap) else { return "nothing" }
    let outcome = try await town.reconciliation.importStatement(
      .init(name: "estratto.xml", bytes: bytes), by: town.treasurer)
    switch outcome {
    case .imported(let report): return "\(report.new) new"
    case .repeated: return "repeated"
    case _: throw Fault("the statement was not taken: \(outcome)")
    }
  }
  func settleByHand() async throws -> String {
    let queue = try await town.reconciliation.readStatements.queue(for: town.treasurer)
    if dice.happens(35), let kept = dice.one(of: queue?.suspense ?? []) {
      // Its owner was found.
      let small = placed.filter { $0.pledge.total <= kept.line.facts.amount }
      let code = dice.one(of: small.suffix(10))?.pledge.keys.reference.text ?? "none"
      return try await settle(kept.line.id, .pledge(code))
    }
    guard let line = dice.one(of: queue?.waiting ?? []) else { return "" }
    return try await settle(line.line.id, decision(about: line))
  }
  func settle(
    _ line: StatementLine.ID, _ decision: SettleLine.Decision
  ) async throws -> String {
    let settled = try await town.reconciliation.settleLine(decision, on: line, by: town.treasurer)
    return "\(line) \(decision) \(settled)"
  }
  private func decision(about line: LineOnDesk) -> SettleLine.Decision {
    if let reference = settlement(of: line) { return .settlement(reference) }
    let same = placed.filter { $0.pledge.total == line.line.facts.amount }
    let found = dice.one(of: dice.happens(70) ? same.suffix(6) : placed.suffix(12))
    let code = found?.pledge.keys.reference.text ?? "none"
    return dice.weighted([
      (weight: 50, value: .pledge(code)), (weight: 20, value: .suspense(note: "di chi?")),
      (weight: 10, value: .setAside(note: "non nostro")),
      (weight: 30, value: .matchFund(dice.one(of: town.funds)?.text ?? "none")),
      (weight: 20, value: .bankFee(note: "")),
    ]) ?? .suspense(note: "di chi?")
  }

  // Refunds by transfer.

  /// A treasurer pays one refund that no card takes, and says so of the line when it comes.
  func refundByHand() async throws -> String {
    let due = try await refundsByHand()
    guard let refund = dice.one(of: due) else { return "" }
    return try await pay(refund)
  }
  func payRefundsByHand() async throws -> String {
    var said: [String] = []
    for refund in try await refundsByHand() {
      try await cover(refund.due)
      said.append(try await pay(refund))
    }
    return said.joined(separator: " ")
  }
  /// What the bank has sent already is on its statement and waits for cash to be booked against.
  func coverPayouts() async throws {
    let sent = try await town.database.read { tx in
      try tx.number(
        """
        SELECT CAST(COALESCE(SUM(amount_cents), 0) AS BIGINT) AS n
          FROM payout WHERE status = 'submitted'
        """)
    }
    try await cover(Money(cents: sent))
  }
  /// The platform bears some fees, and they left with donors' cash: it brings what is missing.
  private func cover(_ due: Money) async throws {
    let account = town.account
    let held = try await town.database.read { try $0.balance(of: .bank(account)) }
    guard held < due else { return }
    _ = try await tell((due - held).cents, "fondo cassa", .suspense(note: "cassa"))
  }
  private func refundsByHand() async throws -> [Refund] {
    try await town.database.read { tx in
      try tx.refunds(in: [.failedPermanent, .manualTransferNeeded], limit: 100)
    }
  }
  private func pay(_ refund: Refund) async throws -> String {
    guard let one = placed.first(where: { $0.pledge.id == refund.pledge }) else { return "" }
    let code = one.pledge.keys.reference.text
    return try await tell(-refund.due.cents, "rimborso", .pledge(code))
  }

  // Going out.

  func enterAccount() async throws -> String {
    guard let life = dice.one(of: town.lives) else { return "" }
    return try await enterAccount(for: life.campaign.slug)
  }
  private func enterAccount(for slug: Slug) async throws -> String {
    let ibans = ["DE89370400440532013000", "FR1420041010050500013M02606"]
    let entered = try await town.accounts.enter(
      dice.one(of: ibans) ?? "", holder: "Forno Oltre", for: slug, by: town.treasurer)
    guard case .entered(let id) = entered else { return "\(entered)" }
    let alone = try await town.accounts.verify(id, by: town.treasurer)
    guard alone == .refused(.needsAnotherPerson) else {
      throw Fault("one person verified an account alone")
    }
    return "\(id) \(try await town.accounts.verify(id, by: town.otherTreasurer))"
  }
  func propose() async throws -> String {
    guard let overview = try await town.payOut.overview(by: town.treasurer),
      let file = dice.one(of: overview.campaigns),
      let life = town.lives.first(where: { $0.campaign.id == file.campaign.id })
    else { return "" }
    let most = Int(file.room.payable.cents)
    // Now and then one asks for more than there is.
    let cents = dice.happens(60) ? most : dice.below(most + 200)
    let amount = Money(cents: Int64(cents))
    let proposed = try await town.payOut.propose(
      amount, for: life.campaign.slug, by: town.treasurer)
    if case .proposed = proposed, amount > file.room.payable {
      throw Fault("more was proposed than may go")
    }
    if case .refused(.noAccount) = proposed {
      return try await enterAccount(for: life.campaign.slug)
    }
    return "\(amount.cents) \(proposed)"
  }
  func approve() async throws -> String {
    let waiting = try await ids("SELECT id FROM payout WHERE status = 'proposed' ORDER BY id")
    guard let id = dice.one(of: waiting).flatMap({ Payout.ID($0) }) else { return "" }
    guard
      case .refused(.needsAnotherPerson) = try await town.payOut.approve(id, by: town.treasurer)
    else { throw Fault("one person approved a payout alone") }
    return "\(id) \(try await town.payOut.approve(id, by: town.otherTreasurer))"
  }
  /// All that may go goes: each campaign to an account that two people have seen.
  func payOutAll() async throws {
    let overview = try await town.payOut.overview(by: town.treasurer)
    for file in overview?.campaigns ?? [] where file.room.payable.isPositive {
      let slug = file.campaign.slug
      if file.account == nil {
        _ = try await enterAccount(for: slug)
        continue
      }
      let proposed = try await town.payOut.propose(
        file.room.payable, for: slug, by: town.treasurer)
      guard case .proposed(let id) = proposed else { continue }
      _ = try await town.payOut.approve(id, by: town.otherTreasurer)
    }
    _ = try await order()
  }
  /// What the bank does not have yet is taken back.
  func takeBack() async throws -> String {
    let waiting = try await ids(
      "SELECT id FROM payout WHERE status IN ('proposed', 'approved') ORDER BY id")
    guard dice.happens(50), let id = dice.one(of: waiting).flatMap({ Payout.ID($0) }) else {
      return ""
    }
    return "\(id) \(try await town.payOut.takeBack(id, by: town.treasurer))"
  }
  /// The file of transfers is written and given to the bank; a second time changes nothing.
  func order() async throws -> String {
    guard case .written(let id) = try await town.payOut.writeFile(by: town.otherTreasurer),
      let file = try await town.payOut.file(id, by: town.treasurer)
    else { return "" }
    bank.take(file)
    bank.take(file)
    return "\(id)"
  }
  func bankWorks() async throws -> String {
    let today = CivilDate(of: town.now)
    let acts: [(weight: Int, value: Int)] = [(60, 0), (10, 1), (15, 2), (15, 3)]
    switch dice.weighted(acts) {
    case 0?: return bank.make(on: today).map { "sent \($0.endToEnd)" } ?? ""
    case 1?:
      guard let refused = bank.refuse() else { return "" }
      let id = try await ids(
        "SELECT id FROM payout WHERE end_to_end = \(refused.endToEnd)"
      ).first.flatMap { Payout.ID($0) }
      guard let id else { throw Fault("a file orders a transfer that is no payout") }
      guard
        case .refused(.needsAnotherPerson) = try await town.payOut.takeBack(id, by: town.treasurer)
      else { throw Fault("one person said alone that the bank refused") }
      return "refused \(id) \(try await town.payOut.takeBack(id, by: town.otherTreasurer))"
    case 2?: return bank.giveBack(on: today).map { "came back \($0.endToEnd)" } ?? ""
    case _:
      bank.forget()
      return ""
    }
  }

  // What the provider sends.

  func providerPays() -> String {
    town.book.settle(at: town.now).map { "\($0.reference) \($0.amount.cents)" } ?? ""
  }
  /// The provider's transfer is on our account, or it failed on its way, or it went back.
  func arrive(failing percent: Int) async throws -> String {
    guard let sent = town.book.onTheWay else { return "" }
    if dice.happens(percent) {
      town.book.end(sent.reference, as: .failed, at: town.now)
      return "\(sent.reference) failed"
    }
    bank.receive(
      sent.amount.cents, "\(Self.sender) \(sent.reference)", on: CivilDate(of: town.now))
    town.book.end(sent.reference, as: .paid, at: town.now)
    let told = try await importStatement(overlap: 0)
    guard dice.happens(percent / 3) else { return "\(sent.reference) arrived, \(told)" }
    return "\(sent.reference) arrived, \(try await sendBack(sent))"
  }
  private func sendBack(_ sent: ProviderBook.Settlement) async throws -> String {
    let account = town.account
    let isThere = try await town.database.read { tx in
      let isReceived = try tx.receivedSettlement(sent.reference) != nil
      return try isReceived && tx.balance(of: .bank(account)) >= sent.amount
    }
    guard isThere else { return "stays" }
    bank.receive(
      -sent.amount.cents, "\(Self.sender) \(sent.reference)", on: CivilDate(of: town.now))
    town.book.end(sent.reference, as: .failed, at: town.now)
    try await importStatement(overlap: 0)
    try await settleArrivals()
    return "went back"
  }
  /// A treasurer says of the provider's lines what they are, of all that wait.
  func settleArrivals() async throws {
    let waiting = try await ids(
      """
      SELECT l.id
        FROM statement_line l
        JOIN line_match m ON m.line_id = l.id AND m.status = 'waiting'
       WHERE l.text LIKE 'SANDBOX %' ORDER BY l.booked_on, l.id
      """)
    for line in waiting.compactMap({ StatementLine.ID($0) }) {
      let found = try await town.reconciliation.readStatements.line(line, for: town.treasurer)
      guard let reference = found.flatMap({ settlement(of: $0.line) }) else { continue }
      _ = try await settle(line, .settlement(reference))
    }
  }
  private func settlement(of line: LineOnDesk) -> String? {
    let words = line.line.facts.text.split(separator: " ")
    return words.first == Substring(Self.sender) ? words.last.map(String.init) : nil
  }
  private static let sender = "SANDBOX"
}

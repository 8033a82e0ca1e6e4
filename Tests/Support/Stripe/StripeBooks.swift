// What a stand-in for Stripe keeps, and what payers, banks and its dashboard do there.
package import Domain

/// Sessions, intents, charges, refunds, disputes, payouts, and the account's lines: the truth that
/// a test holds the ledger against. Amounts are cents of euro.
package struct StripeBooks: Sendable {
  package struct Session: Sendable {
    package let id: String
    let form: [String: String]
    let createdAt: Int64
    var status = "open"
    var isPaid = false
    package var intent: String?
    /// Of a page that saves a card.
    package var setup: String?
    /// What we gave it as our own id.
    package var ours: String { form["client_reference_id"] ?? "" }
    var paymentStatus: String {
      if setup != nil { return "no_payment_required" }
      return isPaid ? "paid" : "unpaid"
    }
    /// A day, where nobody said sooner.
    var closesAt: Int64 { Int64(form["expires_at"] ?? "") ?? createdAt + 24 * 3600 }
    var cents: Int64 { Int64(form["line_items[0][price_data][unit_amount]"] ?? "") ?? 0 }
  }
  package struct Intent: Sendable {
    let id: String
    let cents: Int64
    let metadata: [String: String]
    /// Whose saved card it was charged on; nil on a page.
    var customer: String?
    let createdAt: Int64
    var status: String
    var charge: String?
    var isDeclined = false
    /// How many cards were refused.
    var refusals = 0
    var declineCode = "card_declined"
  }
  package struct Charge: Sendable {
    let id: String
    let intent: String
    let cents: Int64
    let metadata: [String: String]
    let createdAt: Int64
    var isDisputed = false
  }
  package struct Refund: Sendable {
    let id: String
    let charge: Charge
    let cents: Int64
    let metadata: [String: String]
    let createdAt: Int64
    var status: String
  }
  package struct Dispute: Sendable {
    let id: String
    let charge: Charge
    let cents: Int64
    let createdAt: Int64
    var status: String
    var lines: [Line] = []
    var isOpen: Bool { status != "won" && status != "lost" && status != "warning_closed" }
    var isTaken: Bool { !lines.isEmpty && status != "won" }
  }
  package struct Payout: Sendable {
    package let id: String
    package let cents: Int64
    let createdAt: Int64
    package var status: String
  }
  /// A balance transaction.
  package struct Line: Sendable {
    package let id: String
    package let cents: Int64
    package let fee: Int64
    package let type: String
    package let category: String
    package let source: String?
    let createdAt: Int64
    var payout: String?
  }
  package struct Event: Sendable {
    package let id: String
    package let body: String
    let createdAt: Int64
  }

  package var sessions: [String: Session] = [:]
  package var intents: [String: Intent] = [:]
  var charges: [String: Charge] = [:]
  var refunds: [String: Refund] = [:]
  var disputes: [String: Dispute] = [:]
  package var customers: [String: Customer] = [:]
  package var savings: [String: Saving] = [:]
  var methods: [String: Method] = [:]
  package var payouts: [String: Payout] = [:]
  package var lines: [Line] = []
  package var events: [Event] = []
  var warnings: [(id: String, charge: Charge)] = []
  private var count = 0

  /// What the account holds for us.
  package var balance: Money { Money(cents: lines.map { $0.cents - $0.fee }.reduce(0, +)) }
  /// What of the lines of some categories was kept as fees.
  package func fees(_ categories: Set<String>) -> Money {
    Money(cents: lines.filter { categories.contains($0.category) }.map(\.fee).reduce(0, +))
  }

  /// Ids rise, so that the newest is the last in their order.
  mutating func id(_ prefix: String) -> String {
    count += 1
    let digits = "\(count)"
    return "\(prefix)_t" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  mutating func tell(_ type: String, _ object: WrittenJSON, at now: Int64) {
    let id = id("evt")
    let body: WrittenJSON = [
      "id": .text(id), "object": "event", "api_version": "2026-10-28.endive",
      "created": .int(now), "livemode": false, "type": .text(type), "data": ["object": object],
    ]
    events.append(Event(id: id, body: body.written, createdAt: now))
  }

  @discardableResult
  mutating func line(
    _ cents: Int64, fee: Int64 = 0, _ type: String, _ category: String, of source: String?,
    at now: Int64
  ) -> Line {
    let line = Line(
      id: id("txn"), cents: cents, fee: fee, type: type, category: category, source: source,
      createdAt: now)
    lines.append(line)
    return line
  }

  /// What of a charge is neither refunded nor taken by a dispute.
  func left(of charge: String) -> Int64 {
    let back = refunds.values.filter { $0.charge.id == charge && $0.status != "failed" }
    let taken = disputes.values.filter { $0.charge.id == charge && $0.isTaken }
    return (charges[charge]?.cents ?? 0) - back.map(\.cents).reduce(0, +)
      - taken.map(\.cents).reduce(0, +)
  }
  func refunded(_ charge: String) -> Int64 {
    refunds.values.filter { $0.charge.id == charge && $0.status != "failed" }.map(\.cents)
      .reduce(0, +)
  }
}

// Deeds: each answers whether it was possible.
extension StripeBooks {
  /// The payer pays on a session's page: at once, or with a method that takes its time.
  package mutating func pay(_ id: String, slowly: Bool = false, at now: Int64) -> Bool {
    guard var session = sessions[id], session.status == "open" else { return false }
    let intent = intent(of: &session, at: now)
    session.status = "complete"
    session.isPaid = !slowly
    sessions[id] = session
    if slowly {
      intents[intent]?.status = "processing"
      if let waiting = intents[intent] {
        tell("payment_intent.processing", json(waiting), at: now)
      }
    } else {
      take(intent, at: now)
    }
    tell("checkout.session.completed", json(session), at: now)
    return true
  }
  /// A slow payment arrives, or does not.
  package mutating func finish(_ id: String, succeeds: Bool, at now: Int64) -> Bool {
    guard var session = sessions[id], session.status == "complete", !session.isPaid,
      let intent = session.intent, intents[intent]?.status == "processing"
    else { return false }
    if succeeds {
      session.isPaid = true
      sessions[id] = session
      take(intent, at: now)
      tell("checkout.session.async_payment_succeeded", json(session), at: now)
    } else {
      decline(intent, at: now)
      tell("checkout.session.async_payment_failed", json(session), at: now)
    }
    return true
  }
  /// The card is refused; the page stays open for another.
  package mutating func refuse(_ id: String, at now: Int64) -> Bool {
    guard var session = sessions[id], session.status == "open" else { return false }
    let intent = intent(of: &session, at: now)
    sessions[id] = session
    decline(intent, at: now)
    return true
  }
  /// A payment that another platform asks for: paid at once, refused, or for another sum.
  package mutating func foreign(
    _ cents: Int64, _ metadata: [String: String], isPaid: Bool, at now: Int64
  ) -> String {
    let id = id("pi")
    intents[id] = Intent(
      id: id, cents: cents, metadata: metadata, createdAt: now, status: "requires_payment_method")
    if isPaid { take(id, at: now) } else { decline(id, at: now) }
    return id
  }
  /// The payer of another platform's payment tries once more, and pays.
  package mutating func payForeign(_ id: String, at now: Int64) {
    if intents[id]?.status == "requires_payment_method" { take(id, at: now) }
  }
  /// The card's bank tells Stripe that a payment may be fraud.
  package mutating func warn(_ intent: String, at now: Int64) {
    guard let charge = charge(of: intent) else { return }
    warnings.append((id("issfr"), charge))
    if let last = warnings.last { tell("radar.early_fraud_warning.created", json(last), at: now) }
  }
  /// Pages whose time is over close.
  package mutating func expireSessions(at now: Int64) {
    for (id, session) in sessions.sorted(by: { $0.key < $1.key })
    where session.status == "open" && now >= session.closesAt {
      sessions[id]?.status = "expired"
      if let session = sessions[id] { tell("checkout.session.expired", json(session), at: now) }
    }
  }

  private mutating func intent(of session: inout Session, at now: Int64) -> String {
    if let known = session.intent { return known }
    let id = id("pi")
    session.intent = id
    intents[id] = Intent(
      id: id, cents: session.cents,
      metadata: StripeRequest.metadata(session.form, in: "payment_intent_data[metadata]"),
      createdAt: now, status: "requires_payment_method")
    return id
  }
  mutating func decline(_ id: String, code: String = "card_declined", at now: Int64) {
    intents[id]?.status = "requires_payment_method"
    intents[id]?.isDeclined = true
    intents[id]?.refusals += 1
    intents[id]?.declineCode = code
    if let intent = intents[id] { tell("payment_intent.payment_failed", json(intent), at: now) }
  }
  mutating func take(_ id: String, at now: Int64) {
    guard let intent = intents[id] else { return }
    let charge = Charge(
      id: self.id("ch"), intent: id, cents: intent.cents, metadata: intent.metadata,
      createdAt: now)
    charges[charge.id] = charge
    intents[id]?.status = "succeeded"
    intents[id]?.charge = charge.id
    tell("charge.succeeded", json(charge), at: now)
    // A European card: 1.5 % and 25 cents.
    let fee = (intent.cents * 15 + 500) / 1000 + 25
    line(intent.cents, fee: fee, "charge", "charge", of: charge.id, at: now)
    if let intent = intents[id] { tell("payment_intent.succeeded", json(intent), at: now) }
    tell("charge.updated", json(charge), at: now)
  }

  /// Money goes back: asked for by us, or in the dashboard.
  mutating func refund(
    _ charge: Charge, _ cents: Int64, _ metadata: [String: String], pending: Bool = false,
    at now: Int64
  ) -> Refund {
    let refund = Refund(
      id: id("re"), charge: charge, cents: cents, metadata: metadata, createdAt: now,
      status: pending ? "pending" : "succeeded")
    refunds[refund.id] = refund
    line(-cents, "refund", "refund", of: refund.id, at: now)
    tell("refund.created", json(refund), at: now)
    tell("charge.refunded", json(charge), at: now)
    return refund
  }
  package mutating func refundInDashboard(
    _ intent: String, _ cents: Int64, pending: Bool, at now: Int64
  ) -> Bool {
    // While a bank only asks, a refund is what Stripe recommends.
    let isTaken = disputes.values.contains {
      $0.charge.id == charge(of: intent)?.id && $0.isOpen && !$0.lines.isEmpty
    }
    guard let charge = charge(of: intent), !isTaken, cents > 0, cents <= left(of: charge.id)
    else { return false }
    _ = refund(charge, cents, [:], pending: pending, at: now)
    return true
  }
  /// The latest refund of a payment does not arrive: the card is closed.
  package mutating func failRefund(_ intent: String, at now: Int64) -> Bool {
    guard
      var refund = refunds.values.filter({ $0.charge.intent == intent && $0.status != "failed" })
        .max(by: { $0.id < $1.id })
    else { return false }
    refund.status = "failed"
    refunds[refund.id] = refund
    line(refund.cents, "refund_failure", "refund_failure", of: refund.id, at: now)
    tell("refund.failed", json(refund), at: now)
    tell("refund.updated", json(refund), at: now)
    return true
  }

  func charge(of intent: String) -> Charge? { intents[intent]?.charge.flatMap { charges[$0] } }
  func hasOpenDispute(_ charge: String) -> Bool {
    disputes.values.contains { $0.charge.id == charge && $0.isOpen }
  }

  /// The cardholder's bank asks, or takes money away at once.
  package mutating func dispute(
    _ intent: String, _ cents: Int64, asksOnly: Bool, at now: Int64
  ) -> Bool {
    guard let charge = charge(of: intent), !hasOpenDispute(charge.id), cents > 0,
      cents <= left(of: charge.id)
    else { return false }
    charges[charge.id]?.isDisputed = true
    let dispute = Dispute(
      id: id("dp"), charge: charge, cents: cents, createdAt: now, status: "warning_needs_response")
    disputes[dispute.id] = dispute
    if asksOnly {
      tell("charge.dispute.created", json(dispute), at: now)
    } else {
      take(dispute.id, at: now, isNew: true)
    }
    return true
  }
  private mutating func take(_ id: String, at now: Int64, isNew: Bool) {
    guard let cents = disputes[id]?.cents else { return }
    disputes[id]?.status = "needs_response"
    if isNew, let dispute = disputes[id] { tell("charge.dispute.created", json(dispute), at: now) }
    let line = line(-cents, fee: 2000, "adjustment", "dispute", of: id, at: now)
    disputes[id]?.lines.append(line)
    if let dispute = disputes[id] { tell("charge.dispute.funds_withdrawn", json(dispute), at: now) }
  }
  /// An open dispute goes one step further.
  package mutating func judge(_ intent: String, wins: Bool, feeBack: Bool, at now: Int64) -> Bool {
    guard
      let dispute = disputes.values.first(where: { $0.charge.intent == intent && $0.isOpen })
    else { return false }
    let id = dispute.id
    if dispute.lines.isEmpty {
      if wins {
        disputes[id]?.status = "warning_closed"
      } else {
        // The question became a dispute.
        guard dispute.cents <= left(of: dispute.charge.id) else { return false }
        take(id, at: now, isNew: false)
        return true
      }
    } else if wins {
      let line = line(
        dispute.cents, fee: feeBack ? -2000 : 0, "adjustment", "dispute_reversal", of: id, at: now)
      disputes[id]?.lines.append(line)
      disputes[id]?.status = "won"
      if let won = disputes[id] { tell("charge.dispute.funds_reinstated", json(won), at: now) }
    } else {
      disputes[id]?.status = "lost"
    }
    if let dispute = disputes[id] { tell("charge.dispute.closed", json(dispute), at: now) }
    return true
  }

  /// Stripe pays out what it holds.
  package mutating func payOut(at now: Int64) -> Bool {
    let cents = balance.cents
    guard cents > 0 else { return false }
    let payout = Payout(id: id("po"), cents: cents, createdAt: now, status: "paid")
    for index in lines.indices where lines[index].payout == nil { lines[index].payout = payout.id }
    line(-cents, "payout", "payout", of: payout.id, at: now)
    lines[lines.count - 1].payout = payout.id
    payouts[payout.id] = payout
    for type in ["payout.created", "payout.paid", "payout.reconciliation_completed"] {
      tell(type, json(payout), at: now)
    }
    return true
  }
  /// The bank sends a payout back, also after it was paid.
  package mutating func failPayout(at now: Int64) -> Bool {
    guard var payout = payouts.values.filter({ $0.status == "paid" }).max(by: { $0.id < $1.id })
    else { return false }
    payout.status = "failed"
    payouts[payout.id] = payout
    line(payout.cents, "payout_failure", "payout_reversal", of: payout.id, at: now)
    tell("payout.failed", json(payout), at: now)
    return true
  }
  /// A fee of the account itself.
  package mutating func bill(_ cents: Int64, at now: Int64) {
    line(-cents, "stripe_fee", "fee", of: nil, at: now)
  }
}

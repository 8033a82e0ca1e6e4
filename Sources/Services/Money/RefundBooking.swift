// Books refunds: what they come from, and what each state that they reach means in the ledger.
import Domain
import Store

/// Nothing covers a refund: caught inside its own transaction.
struct RefundUncovered: Error {}

extension Transaction {
  /// What is left of a payment to refund, part by part; as if one dispute were not. What was only
  /// asked for counts too, unless `decided` alone does.
  func left(
    of payment: Payment, besides own: Dispute.ID? = nil, decided: Bool = false
  ) throws -> RefundAllocation {
    guard payment.status == .succeeded, let pledge = try pledge(payment.pledge) else {
      return .nothing
    }
    var left = RefundAllocation(allOf: pledge.split)
    for refund in try refunds(of: payment.id)
    where refund.state.counts && !(decided && refund.state == .requested) {
      left = left - refund.standing
    }
    for dispute in try disputes(of: payment.id) where dispute.state.isLoss && dispute.id != own {
      let lost = min(dispute.amount, left.total)
      let borne = try borne(of: dispute, upTo: left)
      left = left - borne
      left = left - (RefundAllocation.share(lost - borne.total, of: left) ?? .nothing)
    }
    return left
  }

  /// What the campaign bore of a lost dispute, by the accounts that it was taken from: shared anew
  /// after later refunds, it would not be what is held.
  private func borne(
    of dispute: Dispute, upTo left: RefundAllocation
  ) throws -> RefundAllocation {
    guard let id = try journalEntry(under: .disputeLost(dispute.id)),
      let entry = try journalEntry(id)
    else { return .nothing }
    func taken(_ kinds: Set<AccountKind>) -> Money {
      entry.postings.filter { kinds.contains($0.account.kind) }.map(\.amount).reduce(.zero, +)
    }
    var goods = left
    goods.shipping = .zero
    let lost = min(taken([.escrow, .project, .projectReceivable]), left.goods)
    var borne = RefundAllocation.share(lost, of: goods) ?? .nothing
    borne.shipping = min(taken([.shipping]), left.shipping)
    return borne
  }

  /// Takes off the desk what asked for a payment to go back, once all of it has.
  func closeReturned(_ payment: Payment, at now: Instant) throws {
    guard try left(of: payment).total.isZero else { return }
    try closeGone(
      MoneyException.endWithMoney, about: payment.id.description, because: .returned, at: now)
  }

  func isDisputed(_ payment: Payment.ID) throws -> Bool {
    try disputes(of: payment).contains { $0.state.isOpen }
  }

  /// What the accounts of a campaign hold. Call under the campaign's lock.
  func held(for campaign: Campaign) throws -> MoneyCover.Held {
    let (id, currency) = (campaign.id, campaign.currency)
    return MoneyCover.Held(
      shipping: try balance(of: .shipping(id, currency)),
      escrow: try balance(of: .escrow(id, currency)),
      project: try balance(of: .project(id, currency)), mayOwe: campaign.state == .succeeded)
  }

  /// Books a refund that is decided, and writes it as approved. `credit` is what of it is the
  /// donor's already. Throws `RefundUncovered`. Call under its payment's lock.
  func approve(
    _ refund: inout Refund, by person: Person.ID?, credit: RefundAllocation = .nothing,
    _ stamp: Stamp
  ) throws {
    guard let campaign = try campaignLocked(refund.campaign) else { throw RefundUncovered() }
    let parts = refund.allocation - credit
    guard
      let cover = MoneyCover(
        goods: parts.goods, shipping: parts.shipping, from: try held(for: campaign))
    else { throw RefundUncovered() }
    let entry = try JournalEntry.refundDecided(
      stamp.header(.refund(refund.id)), refund, from: cover, credit: credit.total)
    refund.decidedBy = person
    try move(&refund, on: .approve, because: refund.reason.rawValue, stamp)
    _ = try post(entry, key: .refundDecided(refund.id), by: stamp.actor, at: stamp.now)
    try balanceMatch(of: campaign, cause: .refund(refund.id), stamp)
  }

  /// The provider gave back or lost an amount of a payment that is not left any more: decisions
  /// that it was certainly not told of, the latest first, are void. Call under the payment's lock.
  func makeRoom(
    for amount: Money, of payment: Payment, besides own: Dispute.ID? = nil, _ stamp: Stamp
  ) throws {
    for var refund in try refunds(of: payment.id).reversed()
    where RefundState.unsent.contains(refund.state) {
      guard try left(of: payment, besides: own, decided: true).total < amount,
        let decided = try journalEntry(under: .refundDecided(refund.id)),
        let entry = try journalEntry(decided), let campaign = try campaignLocked(refund.campaign)
      else { return }
      try move(&refund, on: .overtake, because: "overtaken", stamp)
      let reversal = try JournalEntry.reversal(stamp.header(.refund(refund.id)), of: entry)
      _ = try post(reversal, key: .reversal(of: decided), by: stamp.actor, at: stamp.now)
      try balanceMatch(of: campaign, cause: .refund(refund.id), stamp)
    }
  }

  /// Takes up to an amount of what refunds of a payment could not bring to the donor, the oldest
  /// first, because the provider sends it again: answers its parts.
  func sendAgain(
    _ amount: Money, of payment: Payment.ID, _ stamp: Stamp
  ) throws -> RefundAllocation {
    var taken = RefundAllocation.nothing
    for var refund in try refunds(of: payment) where RefundState.notArrived.contains(refund.state) {
      let again = min(amount - taken.total, refund.due)
      // What goes by transfer without a card's failure is not in the donor's credit.
      guard again.isPositive, try journalEntry(under: .refundFailed(refund.id)) != nil else {
        continue
      }
      let before = refund.standing
      refund.resent = refund.resent + again
      taken = taken + (before - refund.standing)
      if refund.due.isZero {
        try move(&refund, on: .sendAgain, because: "provider", stamp)
      } else {
        let state = refund.state.rawValue
        try update(
          refund, MoneyStep(from: state, to: state, reason: "sentAgain", by: nil, at: stamp.now))
      }
    }
    return taken
  }

  /// Moves a refund and writes it with its history; false when the event changes nothing.
  @discardableResult
  func move(
    _ refund: inout Refund, on event: RefundEvent, because reason: String, _ stamp: Stamp
  ) throws -> Bool {
    let before = refund.state
    switch before.on(event) {
    case .moved(let next): refund.state = next
    case .unchanged: return false
    case .refused: throw RefundRefusal.notFrom(before, event)
    }
    try update(
      refund,
      MoneyStep(
        from: before.rawValue, to: refund.state.rawValue, reason: reason,
        by: stamp.actor.person, at: stamp.now))
    return true
  }
}

extension Stamp {
  /// The header of an entry that is made now.
  func header(_ cause: Cause) -> JournalEntry.Header {
    JournalEntry.Header(id: entropy.id(at: now), effectiveOn: CivilDate(of: now), cause: cause)
  }
  /// Something for the desk about a payment.
  func exception(
    _ kind: MoneyException.Kind, _ payment: Payment.ID, about object: String,
    expected: String, found: String
  ) -> MoneyException {
    MoneyException(
      id: entropy.id(at: now), kind: kind, payment: payment, objectID: object,
      expected: expected, found: found, openedAt: now)
  }
}

extension Money {
  /// As the desk's differences show it.
  var plain: String { "\(cents) \(currency)" }
}

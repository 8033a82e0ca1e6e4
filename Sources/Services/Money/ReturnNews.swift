// What a provider says of refunds and disputes of a payment: applied, never backwards, booked once.
import Domain
import Store

/// Applies refunds and disputes to a payment that is locked.
struct ReturnNews {
  let payment: Payment
  let stamp: Stamp
  /// Whether the provider can be asked for all that it knows of the payment, because this is one
  /// event's word, and what explains it may not have been heard.
  var mayAsk = false

  /// Whether anything changed.
  func apply(_ found: ProviderPayment, in tx: Transaction) throws -> Bool {
    let unheard = try takeBackUnheard(besides: found.refunds, in: tx)
    return try apply(found.refunds, found.disputes, in: tx) || unheard
  }
  func apply(
    _ refunds: [ProviderRefund], _ disputes: [ProviderDispute], in tx: Transaction
  ) throws -> Bool {
    var changed = false
    for refund in refunds where try apply(refund, in: tx) { changed = true }
    for dispute in disputes where try apply(dispute, in: tx) { changed = true }
    return changed
  }

  // Refunds

  private func apply(_ found: ProviderRefund, in tx: Transaction) throws -> Bool {
    guard var refund = try ours(found, in: tx) else { return try adopt(found, in: tx) }
    // Of one that was above what the payment had left, a part is booked.
    let isPart = refund.origin == .provider && refund.amount < found.amount
    guard isPart || refund.amount == found.amount, refund.payment == payment.id else {
      try tx.open(
        stamp.exception(
          .refundUnexpected, payment.id, about: found.reference,
          expected: "\(refund.id) \(refund.amount.plain)", found: found.amount.plain))
      return false
    }
    return try reach(found, &refund, in: tx)
  }

  /// The provider lists all refunds of a payment: one of ours that it was told of long ago and does
  /// not list was never heard.
  private func takeBackUnheard(
    besides listed: [ProviderRefund], in tx: Transaction
  ) throws -> Bool {
    var changed = false
    for var refund in try tx.refunds(of: payment.id)
    where refund.isUnanswered && !listed.contains(where: { $0.ours == refund.id.description }) {
      guard let told = try tx.steps(of: refund.id.description).last?.at,
        told + SubmitRefunds.patience < stamp.now
      else { continue }
      try tx.move(&refund, on: .failForNow, because: "notHeard", stamp)
      changed = true
    }
    return changed
  }

  private func ours(_ found: ProviderRefund, in tx: Transaction) throws -> Refund? {
    if let known = try tx.refund(of: payment.provider, reference: found.reference) {
      return try tx.refundLocked(known.id)
    }
    return try found.ours.flatMap { Refund.ID($0) }.flatMap { try tx.refundLocked($0) }
  }

  /// Somebody started it in the provider's dashboard: it is a fact, and gets a row of ours. What
  /// is above what a payment has left goes on the desk, once nothing asked for here can explain it.
  private func adopt(_ found: ProviderRefund, in tx: Transaction) throws -> Bool {
    // One that failed before we heard of it has moved nothing.
    guard found.status != .failed else { return false }
    let left = try tx.left(of: payment)
    if try book(found, isWhole: true, in: tx) {
      try tx.closeGone(
        [.refundUnexpected], about: found.reference, because: .arrived, at: stamp.now)
      return true
    }
    if mayAsk {
      try tx.enqueue(QueuedTask(.confirmPayment, payment.id.description), stamp)
      return false
    }
    try tx.open(
      stamp.exception(
        .refundUnexpected, payment.id, about: found.reference, expected: left.total.plain,
        found: found.amount.plain))
    let isUndecided = try tx.refunds(of: payment.id).contains {
      $0.state == .requested || $0.state == .submitted
    }
    return try !isUndecided && book(found, isWhole: false, in: tx)
  }

  /// Books the provider's own refund, whole or as far as the payment has it; false where nothing
  /// covers it. What did not arrive before goes first: it is the donor's already.
  private func book(
    _ found: ProviderRefund, isWhole: Bool, in tx: Transaction
  ) throws -> Bool {
    do {
      return try tx.attempt {
        let again = try tx.sendAgain(found.amount, of: payment.id, stamp)
        let asked = found.amount - again.total
        try tx.makeRoom(for: asked, of: payment, stamp)
        let left = try tx.left(of: payment)
        let rest = isWhole ? asked : min(asked, left.total)
        guard let new = rest.isZero ? .nothing : RefundAllocation.share(rest, of: left),
          (again + new).total.isPositive
        else { throw RefundUncovered() }
        var refund = Refund(
          id: stamp.entropy.id(at: stamp.now), of: payment, again + new, (.unknown, .provider),
          asked: (nil, stamp.now))
        refund.providerReference = found.reference
        try tx.insert(refund)
        try tx.approve(&refund, by: nil, credit: again, stamp)
        return try reach(found, &refund, in: tx)
      }
    } catch  where error is RefundUncovered || error is StoreRefusal { return false }
  }

  /// Moves a refund to what its provider says, with the entry of that.
  func reach(_ found: ProviderRefund, _ refund: inout Refund, in tx: Transaction) throws -> Bool {
    let before = refund.state
    if refund.providerReference == nil { refund.providerReference = found.reference }
    guard try tx.move(&refund, on: found.status.event, because: "provider", stamp) else {
      return false
    }
    let header = stamp.header(.refund(refund.id))
    try tx.closeGone(
      [.refundRefused], about: refund.id.description, because: .accepted, at: stamp.now)
    switch refund.state {
    case .succeeded:
      _ = try tx.post(
        JournalEntry.refundConfirmed(header, refund), key: .refundConfirmed(refund.id),
        by: stamp.actor, at: stamp.now)
      try tx.closeReturned(payment, at: stamp.now)
    case .failedPermanent:
      _ = try tx.post(
        JournalEntry.refundFailed(header, refund, wasConfirmed: before == .succeeded),
        key: .refundFailed(refund.id), by: stamp.actor, at: stamp.now)
    case .requested, .rejected, .approved, .submitted, .pendingAtProvider, .failedRetryable,
      .manualTransferNeeded, .manualPaid, .unclaimed, .sentAgain:
      break
    }
    return true
  }

  // Disputes

  private func apply(_ found: ProviderDispute, in tx: Transaction) throws -> Bool {
    if found.state.isLoss, try tx.refunds(of: payment.id).contains(where: \.isUnanswered) {
      // Who bears the loss depends on whether that refund went out: the dispute waits for it.
      if mayAsk { try tx.enqueue(QueuedTask(.confirmPayment, payment.id.description), stamp) }
      return false
    }
    guard var dispute = try tx.dispute(of: payment.provider, reference: found.reference) else {
      return try open(found, in: tx)
    }
    let before = dispute.state
    guard case .moved(let next) = before.reaching(found.state) else { return false }
    (dispute.state, dispute.fee) = (next, found.fee)
    (dispute.feeReturned, dispute.evidenceDueAt) = (found.feeReturned, found.evidenceDueAt)
    try tx.update(
      dispute,
      MoneyStep(
        from: before.rawValue, to: next.rawValue, reason: "provider", by: nil, at: stamp.now))
    try book(dispute, in: tx)
    return true
  }

  private func open(_ found: ProviderDispute, in tx: Transaction) throws -> Bool {
    guard found.amount.isPositive, found.amount <= payment.amount else {
      try tx.open(
        stamp.exception(
          .disputeUnexpected, payment.id, about: found.reference,
          expected: payment.amount.plain, found: found.amount.plain))
      return false
    }
    let dispute = Dispute(
      id: stamp.entropy.id(at: stamp.now), of: payment, found, at: stamp.now)
    try tx.insert(dispute)
    try book(dispute, in: tx)
    return true
  }

  /// The entries of the state that a dispute is in: an ending that was told first books the
  /// opening too.
  private func book(_ dispute: Dispute, in tx: Transaction) throws {
    let header = stamp.header(.dispute(dispute.id))
    switch dispute.state {
    case .inquiry, .closed: return
    case .evidenceNeeded, .underReview: try bookOpening(dispute, in: tx)
    case .won:
      try bookOpening(dispute, in: tx)
      _ = try tx.post(
        JournalEntry.disputeWon(header, dispute), key: .disputeWon(dispute.id), by: stamp.actor,
        at: stamp.now)
    case .lost, .accepted:
      try bookOpening(dispute, in: tx)
      try bookLoss(dispute, header, in: tx)
      try tx.closeReturned(payment, at: stamp.now)
    }
  }

  /// What a refund had not brought to the donor, their bank has given them now: it comes from their
  /// credit, or it would be paid twice. The campaign bears the rest as far as it has it.
  private func bookLoss(
    _ dispute: Dispute, _ header: JournalEntry.Header, in tx: Transaction
  ) throws {
    guard try tx.journalEntry(under: .disputeLost(dispute.id)) == nil else { return }
    let credit = try tx.sendAgain(dispute.amount, of: payment.id, stamp)
    try tx.makeRoom(for: dispute.amount, of: payment, besides: dispute.id, stamp)
    let left = try tx.left(of: payment, besides: dispute.id, decided: true) - credit
    let cover = try cover(dispute.amount - credit.total, of: dispute, left, in: tx)
    let entry = try JournalEntry.disputeLost(header, dispute, from: cover, credit: credit.total)
    _ = try tx.post(entry, key: .disputeLost(dispute.id), by: stamp.actor, at: stamp.now)
    if let campaign = try tx.campaign(dispute.campaign) {
      try tx.balanceMatch(of: campaign, cause: .dispute(dispute.id), stamp)
    }
  }

  private func bookOpening(_ dispute: Dispute, in tx: Transaction) throws {
    guard try tx.journalEntry(under: .disputeOpened(dispute.id)) == nil else { return }
    let entry = try JournalEntry.disputeOpened(stamp.header(.dispute(dispute.id)), dispute)
    _ = try tx.post(entry, key: .disputeOpened(dispute.id), by: stamp.actor, at: stamp.now)
  }

  /// What the campaign bears: not what it gave back already, and no more than it holds or owes.
  private func cover(
    _ rest: Money, of dispute: Dispute, _ left: RefundAllocation, in tx: Transaction
  ) throws -> MoneyCover {
    guard rest.isPositive, let campaign = try tx.campaignLocked(dispute.campaign),
      let parts = RefundAllocation.share(min(rest, left.total), of: left)
    else { return .none }
    let held = try tx.held(for: campaign)
    return MoneyCover(goods: parts.goods, shipping: parts.shipping, from: held)
      ?? MoneyCover(goods: parts.goods, shipping: parts.shipping, upTo: held)
  }
}

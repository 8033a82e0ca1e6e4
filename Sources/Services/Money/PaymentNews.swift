// What a provider's answer does here: the one place where a payment moves, money is booked and the
// pledge follows, all in the caller's transaction. Webhook, return page and poller all end here.
import Domain
import Store

/// Applies what a provider says of a payment.
struct PaymentNews: Sendable {
  let pledges: PledgePayments
  let marks: CardMarks

  enum Ending: Hashable, Sendable {
    case moved(to: PaymentStatus)
    /// Something besides a payment was written.
    case booked
    /// That state, or a later one, had been reached before.
    case nothingNew
    /// It is not what we asked for: nothing is booked, and it is on the desk.
    case mismatch(PaymentMismatch.Kind)
    case noSuchPayment

    var isMove: Bool {
      switch self {
      case .moved, .booked: true
      case .nothingNew, .mismatch, .noSuchPayment: false
      }
    }
  }

  /// Applies the state reached. `cause` says in the payment's history where the news came from.
  func apply(
    _ found: ProviderPayment, of ours: (payment: Payment.ID, provider: any PaymentProvider),
    cause: String, _ stamp: Stamp, in tx: Transaction
  ) throws -> Ending {
    let (id, provider) = ours
    guard var payment = try tx.paymentLocked(id), payment.provider == provider.name else {
      return .noSuchPayment
    }
    let isImported = try tx.isImported(id)
    let step: PaymentStatus.Step
    do throws(PaymentMismatch) {
      step = try payment.reaching(found, live: provider.isLive, isImported: isImported)
    } catch {
      try tx.open(exception(error, payment, stamp))
      return .mismatch(error.kind)
    }
    try tx.name(id, at: provider.name, [found.reference] + found.ids)
    try noteTries(found, of: payment, stamp, in: tx)
    let returns = ReturnNews(payment: payment, stamp: stamp)
    switch step {
    case .unchanged, .late:
      return try returns.apply(found, in: tx) ? .moved(to: payment.status) : .nothingNew
    case .moved(let next):
      let change = payment.move(
        on: .reached(next), because: found.failure?.rawValue ?? "reached", cause: cause,
        at: stamp.now)
      guard let change else { return .nothingNew }
      payment.failure = next == .failed ? found.failure ?? .other : nil
      payment.providerReference = found.reference
      payment.hostedPage = found.hostedPage ?? payment.hostedPage
      try tx.update(payment, change)
      try follow(payment, stamp, in: tx)
      _ = try ReturnNews(payment: payment, stamp: stamp).apply(found, in: tx)
      return .moved(to: next)
    }
  }

  /// Gives up a payment that the provider has never heard of.
  func expire(_ id: Payment.ID, _ stamp: Stamp, in tx: Transaction) throws {
    guard var payment = try tx.paymentLocked(id), payment.providerReference == nil,
      let change = payment.move(
        on: .reached(.expired), because: "unknownAtProvider", cause: "timetable", at: stamp.now)
    else { return }
    try tx.update(payment, change)
    try follow(payment, stamp, in: tx)
  }

  /// Counts refusals and cards, so that nobody tries stolen ones out here.
  private func noteTries(
    _ found: ProviderPayment, of payment: Payment, _ stamp: Stamp, in tx: Transaction
  ) throws {
    guard found.refusedTry != nil || found.status == .succeeded, payment.status != .succeeded,
      let pledge = try tx.pledge(payment.pledge)
    else { return }
    let card = found.card.map { marks.card($0, at: payment.provider) }
    let address = try tx.addressTrying(payment.id.description, at: payment.provider)
    let who = (donor: pledge.donor.backer, address: address, card: card)
    let subject = (provider: payment.provider, payment: payment.id, campaign: payment.campaign)
    if let refused = found.refusedTry,
      try tx.note(.refused, refused, of: subject, by: who, at: stamp.now),
      try !tx.triedLately(for: pledge, from: address, stamp).allowsGoingOn
    {
      // The look-up closes the page: a network call, so not here.
      try tx.enqueue(QueuedTask(.confirmPayment, payment.id.description), stamp)
    }
    guard found.status == .succeeded else { return }
    try tx.note(.taken, found.reference, of: subject, by: who, at: stamp.now)
    try tx.tellIfShared(card, payment.id, found: payment.id.description, stamp)
  }

  private func follow(_ payment: Payment, _ stamp: Stamp, in tx: Transaction) throws {
    switch payment.status {
    case .succeeded: try book(payment, stamp, in: tx)
    case .failed, .expired, .cancelled:
      // Another attempt may be under way: only the latest decides about the pledge.
      guard try tx.payments(of: payment.pledge).first?.id == payment.id else { return }
      _ = try pledges.fail(payment.pledge, in: tx, stamp)
    case .created, .requiresAction, .processing, .reviewHold: break
    }
  }

  /// The money was taken, so it is in the ledger whatever becomes of the pledge.
  private func book(_ payment: Payment, _ stamp: Stamp, in tx: Transaction) throws {
    let header = JournalEntry.Header(
      id: stamp.entropy.id(at: stamp.now), effectiveOn: CivilDate(of: stamp.now),
      cause: .payment(payment.id))
    let entry = try JournalEntry.captured(header, by: payment.provider, payment.paid)
    _ = try tx.post(entry, key: .capture(payment.id), by: stamp.actor, at: stamp.now)
    let kind: MoneyException.Kind
    switch try pledges.confirm(payment.pledge, in: tx, stamp) {
    case .confirmed: return
    case .confirmedWithoutReward: kind = .rewardLost
    case .alreadyConfirmed: kind = .paidTwice
    case .moneyGoesBack: kind = .campaignOver
    case .noSuchPledge: kind = .reference
    }
    try tx.open(
      MoneyException(
        id: stamp.entropy.id(at: stamp.now), kind: kind, payment: payment.id,
        objectID: payment.id.description, expected: "", found: payment.pledge.description,
        openedAt: stamp.now))
  }

  private func exception(
    _ mismatch: PaymentMismatch, _ payment: Payment, _ stamp: Stamp
  ) -> MoneyException {
    let (expected, found): (String, String) =
      switch mismatch {
      case .amount(let expected, let found):
        ("\(expected.cents) \(expected.currency)", "\(found.cents) \(found.currency)")
      case .liveMode(let expected): ("live \(expected)", "live \(!expected)")
      case .reference(let found): (payment.id.description, found ?? "")
      }
    return MoneyException(
      id: stamp.entropy.id(at: stamp.now), kind: MoneyException.Kind(mismatch.kind),
      payment: payment.id, objectID: payment.id.description, expected: expected, found: found,
      openedAt: stamp.now)
  }
}

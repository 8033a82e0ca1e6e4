// What payments do to their pledge. Called by money inside its own transaction, together with the
// postings, so that state and ledger never disagree.
package import Domain
package import Store

/// The doors through which payments reach pledges.
package struct PledgePayments: Sendable {
  let letters: PledgeLetters

  package init(letters: PledgeLetters) { self.letters = letters }

  package enum Confirmation: Hashable, Sendable {
    case confirmed
    /// Paid after its time, when its reward had gone to somebody else: offer another or a refund.
    case confirmedWithoutReward
    /// It was confirmed before; nothing changed.
    case alreadyConfirmed
    /// It was called off, or its campaign was: what came in has to go back.
    case moneyGoesBack
    case noSuchPledge
  }

  /// The money of a pledge is there. Post it whatever the answer; `moneyGoesBack` asks for a
  /// refund on top.
  package func confirm(_ id: Pledge.ID, in tx: Transaction, _ stamp: Stamp) throws
    -> Confirmation
  {
    guard var pledge = try tx.pledgeLocked(id),
      let campaign = try tx.campaign(pledge.campaign)
    else { return .noSuchPledge }
    switch pledge.state {
    case .confirmed, .closed: return .alreadyConfirmed
    case .cancelledByDonor, .cancelledByAdmin: return .moneyGoesBack
    case .reserved, .awaitingPayment, .authorised, .paymentFailed, .lapsed: break
    }
    if campaign.state.returnsMoney { return .moneyGoesBack }
    if !pledge.state.holdsStock, let reward = pledge.reward {
      pledge.rewardLost = try !tx.hasOneLeft(of: reward, in: pledge.campaign)
    }
    pledge.confirmedAt = stamp.now
    pledge.expiresAt = nil
    try tx.move(&pledge, on: .confirm, stamp)
    try tx.balanceMatch(of: campaign, cause: .pledge(id), stamp)
    try letters.send(.paid, about: pledge, in: tx, stamp)
    return pledge.rewardLost ? .confirmedWithoutReward : .confirmed
  }

  /// Its card is saved: it is kept until the campaign's end. Answers false where it is not wanted
  /// any more: paid, called off, its reward gone, or its campaign closed.
  func authorise(_ id: Pledge.ID, in tx: Transaction, _ stamp: Stamp) throws -> Bool {
    guard var pledge = try tx.pledgeLocked(id), let campaign = try tx.campaign(pledge.campaign),
      campaign.isOpen(at: stamp.now) || campaign.state == .onHold
    else { return false }
    switch pledge.state {
    case .reserved, .awaitingPayment, .paymentFailed: break
    case .lapsed:
      if let reward = pledge.reward, try !tx.hasOneLeft(of: reward, in: pledge.campaign) {
        return false
      }
      try tx.move(&pledge, on: .startPayment, stamp)
    case .authorised, .confirmed, .cancelledByDonor, .cancelledByAdmin, .closed: return false
    }
    pledge.expiresAt = nil
    try tx.move(&pledge, on: .authorise, stamp)
    try letters.send(
      .cardSaved, about: pledge, occasion: String(stamp.now.milliseconds), in: tx, stamp)
    return true
  }

  /// Its money turned out to be somebody else's: it waits for its own again. Answers false for a
  /// pledge that is not confirmed, or whose campaign has ended. One that was paid twice stays
  /// confirmed by the other payment.
  package func takeBack(
    _ id: Pledge.ID, isPaidTwice: Bool = false, in tx: Transaction, _ stamp: Stamp
  ) throws -> Bool {
    guard var pledge = try tx.pledgeLocked(id), pledge.state == .confirmed,
      let campaign = try tx.campaign(pledge.campaign), !campaign.state.returnsMoney,
      campaign.state != .succeeded
    else { return false }
    if isPaidTwice { return true }
    pledge.confirmedAt = nil
    pledge.expiresAt = stamp.now + PaymentMethod.bankTransfer.patience
    try tx.move(&pledge, on: .takeBack, stamp)
    return true
  }

  /// An attempt to pay failed. The pledge and its reward are kept until they expire. Answers
  /// whether anything changed: a paid pledge stays paid.
  package func fail(_ id: Pledge.ID, in tx: Transaction, _ stamp: Stamp) throws -> Bool {
    guard var pledge = try tx.pledgeLocked(id) else { return false }
    switch pledge.state {
    case .reserved, .awaitingPayment, .authorised: break
    case .confirmed, .paymentFailed, .lapsed, .cancelledByDonor, .cancelledByAdmin, .closed:
      return false
    }
    // A declined card on the last minute still leaves time for another one.
    var least = stamp.now + PaymentMethod.card.patience
    // After the deadline it is waited for as long as for everybody.
    if let last = try tx.campaign(pledge.campaign)?.paysUntil(pledge, at: stamp.now) {
      least = last
    }
    pledge.expiresAt = max(pledge.expiresAt ?? least, least)
    try tx.move(&pledge, on: .failPayment, stamp)
    try letters.send(
      .paymentFailed, about: pledge, occasion: String(stamp.now.milliseconds), in: tx, stamp)
    return true
  }
}

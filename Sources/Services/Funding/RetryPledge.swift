// Pays for a pledge anew or another way: after a failure, after a change of mind, after expiry.
package import Domain
package import Store

/// Chooses a way of paying for a pledge that is not paid, by whoever has its address.
package struct RetryPledge: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let letters: PledgeLetters

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: PledgeLetters
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
  }

  package enum Outcome: Sendable {
    /// Go and pay.
    case ready(Pledge)
    /// There is nothing left to pay: it is paid or called off.
    case settled(Pledge)
    /// Its time was over and its reward has gone to somebody else, or the campaign is closed.
    case refused(PledgeRefusal)
    /// Somebody acts in a person's place: money is the person's own.
    case notInPlace
    case noSuchPledge
  }

  package func callAsFunction(
    _ accessKey: String, by method: PaymentMethod, as actor: Actor = .visitor
  ) async throws -> Outcome {
    guard actor.may(.placePledge, on: .platform) else { return .notInPlace }
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let found = try tx.pledge(accessKey: accessKey),
        var pledge = try tx.pledgeLocked(found.id),
        let campaign = try tx.campaign(pledge.campaign)
      else { return .noSuchPledge }
      guard (try? pledge.state.next(on: .startPayment)) != nil else { return .settled(pledge) }
      let latest = campaign.paysUntil(pledge, at: stamp.now)
      guard campaign.isOpen(at: stamp.now) || latest != nil else {
        return .refused(.campaignNotOpen(campaign.state))
      }
      if !pledge.state.holdsStock, let reward = pledge.reward,
        try !tx.hasOneLeft(of: reward, in: campaign.id)
      {
        return .refused(.rewardGone)
      }
      let isChange = pledge.method != method
      if pledge.state == .awaitingPayment, !isChange { return .ready(pledge) }
      pledge.method = method
      pledge.expiresAt = latest ?? (stamp.now + method.patience)
      try tx.move(&pledge, on: .startPayment, stamp)
      if method == .bankTransfer {
        try letters.send(
          .transferInstructions, about: pledge, occasion: String(stamp.now.milliseconds), in: tx,
          stamp)
      }
      return .ready(pledge)
    }
  }
}

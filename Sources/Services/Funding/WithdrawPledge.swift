// A backer leaves the contract: everything goes back, without anybody's leave and without a reason.
package import Domain
package import Store

/// Withdraws from a pledge that is paid, by whoever has its address, where the law gives the right.
/// All of it goes back, the given part and the shipping too.
package struct WithdrawPledge: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    /// The refund is decided; it goes by itself.
    case withdrawn
    /// There is no such right: a gift, food, too late, not paid, or withdrawn before.
    case noRight
    /// A dispute is open, or the accounts do not cover it: a person has to look.
    case writeToUs
    /// Somebody acts in a person's place: money is the person's own.
    case notInPlace
    case noSuchPledge
  }

  package func callAsFunction(
    _ accessKey: String, by actor: Actor = .visitor
  ) async throws -> Outcome {
    guard actor.may(.placePledge, on: .platform) else { return .notInPlace }
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let found = try tx.pledge(accessKey: accessKey) else { return .noSuchPledge }
      let paid = try tx.payments(of: found.id).first { $0.status == .succeeded }
      guard let paid, let payment = try tx.paymentLocked(paid.id),
        var pledge = try tx.pledgeLocked(found.id)
      else { return .noRight }
      let reward = try pledge.reward.flatMap { try tx.rewardLocked($0, of: pledge.campaign) }
      guard case .open = pledge.withdrawal(of: reward, at: stamp.now) else { return .noRight }
      let left = try tx.left(of: payment)
      guard left.total.isPositive else { return .noRight }
      guard try !tx.isDisputed(payment.id) else { return .writeToUs }
      do {
        try tx.attempt {
          var refund = Refund(
            id: stamp.entropy.id(at: stamp.now), of: payment, left, (.withdrawal, .donor),
            asked: (nil, stamp.now))
          try tx.insert(refund)
          try tx.approve(&refund, by: nil, stamp)
        }
      } catch  where error is RefundUncovered || error is StoreRefusal { return .writeToUs }
      try tx.move(&pledge, on: .withdraw, stamp)
      return .withdrawn
    }
  }
}

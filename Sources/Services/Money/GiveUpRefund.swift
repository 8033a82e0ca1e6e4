// A refund by transfer that nobody can be found to take.
package import Domain
package import Store

/// Gives up a refund that has to go by transfer. Nothing is booked: what is owed stays owed, and a
/// transfer that goes to its donor later all the same is settled as before.
package struct GiveUpRefund: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    case givenUp
    case refused(RefundRefusal)
    case reasonMissing
    case noSuchRefund
    case notAllowed
  }

  package func callAsFunction(
    _ id: Refund.ID, because reason: String, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.refundPayment, on: .platform) else { return .notAllowed }
    guard !reason.isEmpty else { return .reasonMissing }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    return try await database.write { tx in
      guard let found = try tx.refund(id), try tx.paymentLocked(found.payment) != nil,
        var refund = try tx.refundLocked(id)
      else { return .noSuchRefund }
      do throws(RefundRefusal) { try refund.checkDecider(actor.person) } catch {
        return .refused(error)
      }
      guard RefundGroup.byHand.states.contains(refund.state) else {
        return .refused(.notFrom(refund.state, .giveUp))
      }
      if refund.state == .failedPermanent {
        try tx.move(&refund, on: .needTransfer, because: "byHand", stamp)
      }
      try tx.move(&refund, on: .giveUp, because: "unclaimed", stamp)
      try tx.record(
        .refundPayment, on: .init("refund", id.description), stamp,
        detail: ["step": "giveUp", "reason": reason, "cents": "\(refund.due.cents)"])
      return .givenUp
    }
  }
}

// Somebody at the desk asks for a refund; somebody else decides.
package import Domain
package import Store

/// Asks for money of a payment to go back, part by part. Nothing is booked yet.
package struct RequestRefund: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    case requested(Refund.ID)
    case refused(RefundRefusal)
    case noSuchPayment
    case notAllowed
  }

  package func callAsFunction(
    _ parts: RefundAllocation, of id: Payment.ID, because reason: Refund.Reason,
    by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.refundPayment, on: .platform), actor.person != nil else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    return try await database.write { tx in
      guard let payment = try tx.paymentLocked(id) else { return .noSuchPayment }
      let (left, isDisputed) = (try tx.left(of: payment), try tx.isDisputed(id))
      do throws(RefundRefusal) {
        try payment.check(parts, left: left, isDisputed: isDisputed)
      } catch { return .refused(error) }
      let refund = Refund(
        id: entropy.id(at: stamp.now), of: payment, parts, (reason, .desk),
        asked: (actor.person, stamp.now))
      try tx.insert(refund)
      try tx.record(
        .refundPayment, on: .init("refund", refund.id.description), stamp,
        detail: ["step": "request", "cents": "\(refund.amount.cents)"])
      return .requested(refund.id)
    }
  }
}

/// Decides on a refund that somebody else asked for.
package struct DecideRefund: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Decision: String, CaseIterable, Sendable {
    case approve, reject
    /// The provider keeps saying no: it is not asked again, and the money goes by bank transfer.
    case transfer

    fileprivate var from: RefundState { self == .transfer ? .failedRetryable : .requested }
    fileprivate var event: RefundEvent {
      switch self {
      case .approve: .approve
      case .reject: .reject
      case .transfer: .needTransfer
      }
    }
  }
  package enum Outcome: Hashable, Sendable {
    case decided(RefundState)
    case refused(RefundRefusal)
    case noSuchRefund
    case notAllowed
  }

  package func callAsFunction(
    _ decision: Decision, on id: Refund.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.refundPayment, on: .platform) else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    return try await database.write { tx in
      guard let found = try tx.refund(id), let payment = try tx.paymentLocked(found.payment),
        var refund = try tx.refundLocked(id)
      else { return .noSuchRefund }
      if let refusal = try refusal(of: decision, refund, of: payment, tx, actor.person) {
        return .refused(refusal)
      }
      switch decision {
      case .approve:
        do { try tx.attempt { try tx.approve(&refund, by: actor.person, stamp) } } catch
          where error is RefundUncovered || error is StoreRefusal
        { return .refused(.uncovered) }
      case .reject:
        refund.decidedBy = actor.person
        try tx.move(&refund, on: .reject, because: "desk", stamp)
        // What its provider did meanwhile could not be booked while this was asked for.
        if payment.provider != .bank {
          try tx.enqueue(QueuedTask(.confirmPayment, payment.id.description), stamp)
        }
      case .transfer:
        try tx.move(&refund, on: .needTransfer, because: "byHand", stamp)
        try tx.closeGone(
          [.refundRefused], about: id.description, because: .accepted, at: stamp.now)
      }
      try tx.record(
        .refundPayment, on: .init("refund", id.description), stamp,
        detail: ["step": decision.rawValue, "cents": "\(refund.amount.cents)"])
      return .decided(refund.state)
    }
  }

  private func refusal(
    of decision: Decision, _ refund: Refund, of payment: Payment, _ tx: Transaction,
    _ person: Person.ID?
  ) throws -> RefundRefusal? {
    guard refund.state == decision.from else { return .notFrom(refund.state, decision.event) }
    do throws(RefundRefusal) { try refund.checkDecider(person) } catch { return error }
    guard decision == .approve else { return nil }
    // What is left may be less than when it was asked for.
    let left = try tx.left(of: payment, decided: true)
    let isDisputed = try tx.isDisputed(payment.id)
    do throws(RefundRefusal) {
      try payment.check(refund.allocation, left: left, isDisputed: isDisputed)
    } catch { return error }
    return try tx.hasOpenException(.refundUnexpected, about: payment.id) ? .uncovered : nil
  }
}

// Refunds that were asked for or decided here while the provider gave the money back another way:
// what the provider did is a fact, and the donor gets everything once.
import Domain
@testable import Services
import Store
import Support
import Testing

@Suite struct `A refund that the provider has overtaken` {
  private func ask(
    _ world: PaymentWorld, _ paid: PaymentWorld.Started, _ gift: Money
  ) async throws -> Refund.ID {
    let parts = RefundAllocation(reward: .zero, gift: gift, shipping: .zero)
    let anna = world.funding.actor(world.funding.author, .treasurer)
    guard
      case .requested(let id) = try await world.money.requestRefund(
        parts, of: paid.payment.id, because: .askedByDonor, by: anna)
    else { throw Fault("not requested") }
    return id
  }
  private func decide(
    _ decision: DecideRefund.Decision, _ world: PaymentWorld, _ id: Refund.ID
  ) async throws -> DecideRefund.Outcome {
    let bruno = world.funding.actor(world.funding.reviewer, .treasurer)
    return try await world.money.decideRefund(decision, on: id, by: bruno)
  }

  private func approved(
    _ world: PaymentWorld, _ paid: PaymentWorld.Started, _ gift: Money
  ) async throws -> Refund.ID {
    let id = try await ask(world, paid, gift)
    #expect(try await decide(.approve, world, id) == .decided(.approved))
    return id
  }
  /// What happened to a refund, without anybody having been asked.
  private func move(
    _ id: Refund.ID, _ world: PaymentWorld, _ events: [RefundEvent]
  ) async throws {
    try await world.database.write { tx in
      var refund = try #require(try tx.refundLocked(id))
      let stamp = Stamp(at: world.clock.now, by: .system, world.funding.entropy)
      for event in events { try tx.move(&refund, on: event, because: "test", stamp) }
    }
  }

  @Test(arguments: TestEngine.all)
  func `is not approved any more, and what was sent is booked once it is rejected`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await ask(world, paid, .euro(20))
      // 15 of 25 € are sent from the dashboard: with those asked for, too much.
      #expect(try await world.act(.refund, on: paid, .euro(15)))
      try await world.drain()
      #expect(try await world.exceptions() == [.refundUnexpected])
      #expect(try await decide(.approve, world, id) == .refused(.uncovered))
      #expect(try await decide(.reject, world, id) == .decided(.rejected))
      try await world.drain()
      #expect(try await world.holds(.provider(.sandbox)) == .euro(10))
      #expect(try await world.holds(.escrow(paid.pledge.campaign)) == .euro(10))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is void when it was decided and not sent: the provider's own takes its place`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await ask(world, paid, .euro(20))
      #expect(try await world.act(.refund, on: paid, .euro(15)))
      // Nobody here has heard of it yet.
      #expect(try await decide(.approve, world, id) == .decided(.approved))
      _ = try await world.money.submitRefunds(limit: 10)
      #expect(try await world.refund(id).state == .failedRetryable)
      try await world.drain()
      #expect(try await world.refund(id).state == .rejected)
      #expect(try await world.holds(.refundsPayable()) == .zero)
      #expect(try await world.holds(.provider(.sandbox)) == .euro(10))
      #expect(try await world.holds(.escrow(paid.pledge.campaign)) == .euro(10))
      #expect(try await world.raised() == .euro(10))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is not approved after a dispute took the money, and the campaign bears that once`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await ask(world, paid, .euro(20))
      #expect(try await world.act(.dispute, on: paid))
      #expect(try await world.act(.lose, on: paid))
      try await world.drain()
      #expect(try await world.holds(.disputeLoss()) == .zero)
      #expect(try await world.holds(.escrow(paid.pledge.campaign)) == .zero)
      #expect(try await decide(.approve, world, id) == .refused(.aboveLeft(.gift, .zero)))
      #expect(try await decide(.reject, world, id) == .decided(.rejected))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is void when it was decided before the dispute, and never sent`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await approved(world, paid, .euro(20))
      #expect(try await world.act(.dispute, on: paid))
      #expect(try await world.act(.lose, on: paid))
      try await world.drain()
      #expect(try await world.refund(id).state == .rejected)
      #expect(try await world.holds(.refundsPayable()) == .zero)
      #expect(try await world.holds(.disputeLoss()) == .zero)
      #expect(try await world.holds(.provider(.sandbox)) == .euro(-15))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `takes the part that was left of what the provider sent above it; the rest is on the desk`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await approved(world, paid, .euro(15))
      _ = try await world.money.submitRefunds(limit: 10)
      // It fails at the provider and goes by bank transfer; then somebody sends all of it again.
      #expect(try await world.act(.failRefund, on: paid))
      try await world.drain()
      try await move(id, world, [.needTransfer, .payByTransfer])
      let waiting = try await approved(world, paid, .euro(10))
      #expect(try await world.act(.refund, on: paid, .euro(25)))
      try await world.drain()
      #expect(try await world.refund(waiting).state == .rejected)
      #expect(try await world.exceptions() == [.refundUnexpected])
      #expect(try await world.holds(.escrow(paid.pledge.campaign)) == .zero)
      // 15 of the 25 that were sent wait for a person.
      #expect(try await world.holds(.provider(.sandbox)) == .euro(15))
      #expect(try await world.verified().isEmpty)
      #expect(try await world.money.submitRefunds(limit: 10).sent == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `and was never heard of there, is found out before a lost dispute is booked`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await approved(world, paid, .euro(20))
      // The provider was being told when the line broke.
      try await move(id, world, [.submit])
      #expect(try await world.act(.dispute, on: paid))
      #expect(try await world.act(.lose, on: paid))
      try await world.drain()
      #expect(try await world.holds(.disputeLoss()) == .zero)
      #expect(try await world.refund(id).state == .submitted)
      world.clock.now = world.clock.now + SubmitRefunds.patience + .minutes(1)
      try await world.money.pollPayments(limit: 10)
      try await world.drain()
      #expect(try await world.refund(id).state == .rejected)
      #expect(try await world.holds(.refundsPayable()) == .zero)
      #expect(try await world.holds(.disputeLoss()) == .zero)
      #expect(try await world.holds(.escrow(paid.pledge.campaign)) == .zero)
      #expect(try await world.holds(.provider(.sandbox)) == .euro(-15))
      #expect(try await world.verified().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all)
  func `and is refused again and again, goes by transfer when somebody says so`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await PaymentWorld(database)
      let paid = try await world.paid()
      let id = try await approved(world, paid, .euro(20))
      #expect(
        try await decide(.transfer, world, id)
          == .refused(.notFrom(.approved, .needTransfer)))
      try await move(id, world, [.submit, .failForNow])
      // Who asked for it does not decide how it goes.
      let anna = world.funding.actor(world.funding.author, .treasurer)
      #expect(
        try await world.money.decideRefund(.transfer, on: id, by: anna)
          == .refused(.needsAnotherPerson))
      #expect(try await decide(.transfer, world, id) == .decided(.manualTransferNeeded))
      world.clock.now = world.clock.now + .hours(1)
      #expect(try await world.money.submitRefunds(limit: 10).sent == 0)
      #expect(try await world.holds(.refundsPayable()) == .euro(20))
      #expect(try await world.holds(.provider(.sandbox)) == .euro(25))
      #expect(try await world.verified().isEmpty)
    }
  }
}

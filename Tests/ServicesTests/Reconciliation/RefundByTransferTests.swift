// Money that cannot go back to a card goes by bank transfer, and the statement is what proves it.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct RefundByTransferTests {
  @Test(arguments: TestEngine.all)
  func `a transfer that left is matched to the refund it pays, once`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await StatementWorld(database)
      let (clock, entropy) = (world.funding.clock.port, world.funding.entropy)
      let anna = try await world.pledge("anna")
      _ = try await world.imported(StatementWorld.csv([Movement(2_500, "da Anna")]))
      let settle = world.services.settleLine
      func settled(_ reference: String) async throws -> SettleLine.Outcome {
        let line = try #require(try await world.waiting().first).line.id
        return try await settle(.pledge(reference), on: line, by: world.treasurer)
      }
      let reference = anna.keys.reference.text
      #expect(try await settled(reference) == .settled)
      let campaign = world.funding.campaign.id
      _ = try await database.write { tx in
        try tx.execute("UPDATE campaign SET status = 'failed' WHERE id = \(campaign)")
      }
      let giveBack = ReturnFunds(database: database, clock: clock, entropy: entropy)
      #expect(try await giveBack() == 1)
      let submit = SubmitRefunds(
        database: database, clock: clock, entropy: entropy,
        providers: PaymentProviders([], marks: .test))
      _ = try await submit(limit: 10)
      #expect(try await world.balance(of: .refundsPayable()) == .euro(25))
      // Another sum is not this refund.
      _ = try await world.imported(
        StatementWorld.csv([Movement(-2_400, "ad Anna", on: "2026-11-06")]))
      #expect(try await settled(reference) == .nothingToReturn)
      let other = try #require(try await world.waiting().first).line.id
      #expect(
        try await settle(.setAside(note: "altro"), on: other, by: world.treasurer) == .settled)
      _ = try await world.imported(
        StatementWorld.csv([Movement(-2_500, "ad Anna", on: "2026-11-07")]))
      #expect(try await settled(reference) == .settled)
      #expect(try await world.balance(of: .refundsPayable()) == .zero)
      #expect(try await world.balance(of: .bank(world.account)) == .zero)
      _ = try await world.imported(
        StatementWorld.csv([Movement(-2_500, "ad Anna di nuovo", on: "2026-11-08")]))
      #expect(try await settled(reference) == .nothingToReturn)
      #expect(try await world.findings().isEmpty)
    }
  }
}

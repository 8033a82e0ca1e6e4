// The fiscal code that a donor gives for a receipt: nowhere in clear, opened by the vault alone,
// and sealed where an earlier version left it.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct TaxCodeTests {
  private static let code = "RSSMRA80A01H501U"

  /// Everything that the database holds of pledges, as text.
  private func everything(_ database: Database) async throws -> String {
    try await database.read { tx in
      let pledges = try tx.rows(
        "SELECT p.id, COALESCE(p.tax_code, '') AS code, p.form_digest FROM pledge p"
      ) {
        "\(try $0("id") as String) \(try $0("code") as String) \(try $0("form_digest") as String)"
      }
      let sealed = try tx.rows("SELECT t.sealed FROM pledge_tax_code t") {
        String(decoding: try $0("sealed") as [UInt8], as: UTF8.self)
      }
      return (pledges + sealed).joined(separator: "\n")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a code is sealed with its pledge, and only the vault reads it`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      var request = try world.request(token: "one")
      request.taxCode = TaxCode(Self.code)
      let pledge = try await world.place(request)
      let without = try await world.place(world.request(by: "b@esempio.it", token: "two"))
      #expect(!(try await everything(database)).contains(Self.code))
      let read = try await database.read { tx in
        (
          try world.vault.taxCode(of: pledge.id, in: tx),
          try world.vault.taxCode(of: without.id, in: tx)
        )
      }
      #expect(read.0?.text == Self.code && read.1 == nil)
      let stranger = Vault(secret: Array("another vault".utf8))
      await #expect(throws: Fault.self) {
        _ = try await database.read { tx in try stranger.taxCode(of: pledge.id, in: tx) }
      }
      // The digest of the form does not give it away to whoever knows the rest and tries codes.
      guard case .repeated = try await world.placePledge(request) else {
        Issue.record("the same form is another pledge")
        return
      }
      request.taxCode = TaxCode("BNCGLI85M41A944M")
      guard case .formReused = try await world.placePledge(request) else {
        Issue.record("another code in the same form goes unnoticed")
        return
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `the database refuses a code in clear`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(token: "one"))
      await #expect(throws: StoreRefusal.self) {
        try await database.write { tx in
          try tx.execute("UPDATE pledge SET tax_code = \(Self.code) WHERE id = \(pledge.id)")
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `codes from before are sealed, once, and nothing else of them changes`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let pledge = try await world.place(world.request(token: "one"))
      let other = try await world.place(world.request(by: "b@esempio.it", token: "two"))
      try await database.write { tx in
        try tx.execute(
          """
          DROP TRIGGER \(
            sqlite: "pledge_tax_code_updated", postgres: "pledge_tax_code_sealed ON pledge")
          """)
        try tx.execute("UPDATE pledge SET tax_code = \(Self.code) WHERE id = \(pledge.id)")
      }
      #expect(try await everything(database).contains(Self.code))
      let seal = SealTaxCodes(database: database, entropy: world.entropy, vault: world.vault)
      #expect(try await seal() == 1)
      #expect(try await seal() == 0)
      #expect(!(try await everything(database)).contains(Self.code))
      let read = try await database.read { tx in
        try world.vault.taxCode(of: pledge.id, in: tx)
      }
      #expect(read?.text == Self.code)
      let digest = try await world.stored(pledge).keys.formDigest
      #expect(digest != pledge.keys.formDigest, "a digest with the code in it could be tried out")
      #expect(try await world.stored(other) == other)
    }
  }
}

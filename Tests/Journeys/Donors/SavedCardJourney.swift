// Two donors save their cards for the end; the deadline passes; the timetable charges and decides.
import Foundation
import Literals
import Store
import Support
import Testing

@Suite(.serialized) struct `A card saved for the end` {
  @Test func `is charged by the timetable once the deadline has passed`() async throws {
    try await RunningServer.run(on: .sqlite, seed: Self.seed) { server in
      var pages: [String] = []
      for (name, amount) in [("giulia", "600,00"), ("bruno", "400,00")] {
        let donor = Donor(at: server, "\(name)@example.org")
        try await donor.decide(amount, by: "card")
        let check = await donor.browser.page.main
        #expect(check.contains("Oggi non paghi nulla"), "\(check)")
        #expect(check.contains("ad addebitarla una sola volta"))
        let page = try await Self.save(donor)
        try await donor.browser.open(page)
        let saved = await donor.browser.page.main
        #expect(saved.contains("La tua carta è salvata e non hai pagato nulla"), "\(saved)")
        #expect(saved.contains("ad addebitarla una sola volta"))
        pages.append(page)
      }
      let visitor = server.visitor()
      try await visitor.open(OpenCampaign.path)
      #expect(await visitor.page.main.contains("sono promessi con carte salvate"))
      let close = ["campaign", "close", "pane-e-liberta"]
      let forecast = try server.raccolto(close + ["--dry-run", "--json"])
      #expect(forecast.code == 0)
      #expect(forecast.output.contains("\"cardsToCharge\" : 2"), "\(forecast.output)")
      #expect(forecast.output.contains("\"verdict\" : \"reached\""))
      try await Self.pass(server)
      // Money is awaited: it is not decided yet.
      _ = try server.raccolto(close)
      try await Self.waitUntilDecided(server)
      for page in pages {
        try await visitor.open(page)
        #expect(await visitor.page.main.contains("Abbiamo ricevuto il pagamento"))
      }
      let verified = try server.raccolto(["ledger", "verify"])
      #expect(verified.code == 0, "\(verified.output)")
    }
  }

  private static let seed: @Sendable (Database) async throws -> Void = { database in
    try await OpenCampaign.seed()(database)
    _ = try await database.write { tx in
      try tx.execute("UPDATE campaign SET card_charging = 'atEnd'")
    }
  }

  /// Confirms, saves a card that pays, comes back; answers the pledge's address.
  private static func save(_ donor: Donor) async throws -> String {
    let page = try #require(try await donor.confirm().location)
    #expect(page.contains("/sandbox/card/"))
    try await donor.browser.open(page)
    let form = try #require(await donor.browser.page.forms.first)
    let body = Form.encoded([("csrf", form["csrf"] ?? ""), ("choice", "good")])
    let saved = try await donor.browser.send(
      "POST", form.action, headers: ["Content-Type: application/x-www-form-urlencoded"],
      body: Array(body.utf8))
    let back = try #require(saved.location)
    return try await donor.browser.open(back, following: true).location ?? back
  }

  /// Its last day is over.
  private static func pass(_ server: RunningServer) async throws {
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    try await Database.open(server.address, connections: 2).closing { database in
      _ = try await database.write { tx in
        try tx.execute("UPDATE campaign SET closes_at = \(now - 1_000)")
      }
    }
  }

  private static func waitUntilDecided(_ server: RunningServer) async throws {
    let deadline = ContinuousClock.now + .seconds(200)
    while ContinuousClock.now < deadline {
      let outcome = try await Database.open(server.address, connections: 2).closing { database in
        try await database.read { tx in
          try tx.first("SELECT outcome, confirmed_cents FROM campaign_outcome") {
            (try $0("outcome", as: String.self), try $0("confirmed_cents", as: Int64.self))
          }
        }
      }
      if let outcome {
        #expect(outcome == ("reached", 100_000))
        return
      }
      try await Task.sleep(for: .seconds(2))
    }
    throw Untold("never decided: \(server.log.suffix(2000))")
  }
}

// What went out, through real requests: what is offered for it, what is refused, what is booked.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct GivingBackScreenTests {
  private static let queue = "/it/scrivania/estratti/da-abbinare"

  /// Says what a line of the queue is; answers the page that follows.
  private func say(
    _ text: String, _ decision: String, _ code: String, by browser: TestBrowser
  ) async throws -> Reply {
    try await browser.open(Self.queue)
    try await browser.click(text)
    try await browser.fill(["decision": decision, "code": code])
    return try await browser.submit("Salva la decisione", following: true)
  }

  @Test(arguments: TestEngine.all)
  func `a treasurer gives a rest back, and is told why not where it does not fit`(
    engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let world = try await FundingWorld(site.database)
      let anna = try await world.place(
        world.request(
          .euro(25), for: world.thanks, by: "anna@esempio.it", method: .bankTransfer, token: "a"))
      let code = anna.keys.reference.grouped
      try await site.add("Tea", "tea@esempio.it", roles: [.treasurer])
      let tea = try await site.signedIn("tea@esempio.it")
      try await tea.open("/it/scrivania/estratti")
      try await tea.fill(["mode": "import"])
      try await tea.attach(
        "file", file: "estratto.csv",
        bytes: StatementWorld.csv([
          Movement(3_000, "da Anna"), Movement(700, "di chi"), Movement(-600, "troppo"),
          Movement(-500, "resto"), Movement(-700, "restituito"),
        ]))
      try await tea.submit(following: true)
      #expect(try await say("da Anna", "pledge", code, by: tea).text.contains("Decisione salvata."))
      let refused: [(String, String, String)] = [
        ("pledge", code, "al massimo 5,00"), ("payout", "pyt_1", "Nessun versamento ha questo"),
        ("suspenseBack", "x", "Nessuna somma in sospeso"), ("fund", "x", "Nessun fondo"),
      ]
      for (decision, typed, words) in refused {
        let reply = try await say("troppo", decision, typed, by: tea)
        #expect(reply.status == 422, "\(decision)")
        #expect(reply.page.problems.first?.contains(words) == true, "\(reply.page.problems)")
      }
      let rest = try await say("resto", "pledge", code, by: tea)
      #expect(rest.text.contains("Decisione salvata."))

      try await tea.open(Self.queue)
      try await tea.click("di chi")
      try await tea.fill(["decision": "refundBack", "code": code])
      let none = try await tea.submit("Salva la decisione", following: true)
      #expect(none.page.problems.first?.contains("Nessun rimborso di questo importo") == true)
      try await tea.fill(["decision": "suspense", "note": "nessun nome"])
      try await tea.submit("Salva la decisione", following: true)
      let kept = try #require(try await site.database.read { try $0.lines(in: .suspense) }.first)
      try await tea.open(Self.queue)
      try await tea.click("restituito")
      let id = kept.line.id.description
      #expect(await tea.page.main.contains("Somme in sospeso dello stesso importo"))
      #expect(await tea.page.main.contains(id))
      let back = try await say("restituito", "suspenseBack", id, by: tea)
      #expect(back.text.contains("Decisione salvata."))
      #expect(try await site.database.read { try $0.lines(in: .suspense).isEmpty })
      #expect(try await VerifyLedger(database: site.database)().findings.isEmpty)
    }
  }
}

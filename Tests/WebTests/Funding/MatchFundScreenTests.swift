// A sponsor's fund through real requests: made, paid in, shown on the campaign's page, closed.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `Match funds on the screen` {
  private static let list = "/it/scrivania/fondi"

  @Test(arguments: TestEngine.all)
  func `a treasurer makes a fund, matches its deposit, and everybody sees what it adds`(
    engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let world = try await FundingWorld(site.database)
      try await site.add("Tea", "tea@esempio.it", roles: [.treasurer])
      let tea = try await site.signedIn("tea@esempio.it")
      try await tea.open(Self.list)
      try await tea.fill([
        "sponsor": "Fondazione Puglia", "campagna": world.campaign.id.description,
        "regola": "multiply", "percentuale": "cento", "importo": "20", "tetto": "100",
      ])
      let wrong = try await tea.submit("Crea il fondo")
      #expect(wrong.status == 422)
      try await tea.fill(["percentuale": "100"])
      let made = try await tea.submit("Crea il fondo", following: true)
      #expect(made.page.main.contains("fondazione-puglia"))

      let pledge = try await world.place(
        world.request(
          .euro(25), for: world.thanks, by: "anna@esempio.it", method: .bankTransfer, token: "a"))
      let file = StatementWorld.csv([
        Movement(50_00, "contributo fondazione"),
        Movement(25_00, "bonifico " + pledge.keys.transferReference.grouped),
      ])
      try await tea.open("/it/scrivania/estratti")
      try await tea.fill(["mode": "import"])
      try await tea.attach("file", file: "estratto.csv", bytes: file)
      try await tea.submit(following: true)
      try await tea.open("/it/scrivania/estratti/da-abbinare")
      try await tea.click("contributo fondazione")
      try await tea.fill(["decision": "fund", "code": "un-altro"])
      #expect(try await tea.submit("Salva la decisione").status == 422)
      try await tea.fill(["decision": "fund", "code": "fondazione-puglia"])
      let settled = try await tea.submit("Salva la decisione", following: true)
      #expect(settled.text.contains("Decisione salvata."))

      let page = try await site.visitor().open("/it/campagne/\(world.campaign.slug.text)")
      #expect(page.page.main.contains("Fondazione Puglia"))
      #expect(page.page.main.contains("Finora ha aggiunto 20,00"))
      #expect(page.page.main.contains("degli sponsor"))
      let english = try await site.visitor().open(
        "/en/campaigns/\(world.campaign.slug.text)")
      #expect(english.page.main.contains("The fund has €30.00 left."))

      try await tea.open(Self.list)
      let refused = try await tea.submit("Chiudi il fondo", following: true)
      #expect(refused.text.contains("Una sua campagna è ancora aperta"))
      #expect(try await VerifyLedger(database: site.database)().findings.isEmpty)
    }
  }

  @Test(arguments: Role.allCases)
  func `funds are seen by who reads payments and made by treasurers`(_ role: Role) async throws {
    try await TestSite.run { site in
      _ = try await FundingWorld(site.database)
      try await site.add("Mario", "mario@esempio.it", roles: [role])
      let reply = try await site.signedIn("mario@esempio.it").open(Self.list)
      let sees = role == .treasurer || role == .auditor || role == .administrator
      #expect(reply.status == (sees ? 200 : 404))
      if sees {
        #expect(reply.page.forms.contains { $0.has("sponsor") } == (role == .treasurer))
      }
    }
  }
}

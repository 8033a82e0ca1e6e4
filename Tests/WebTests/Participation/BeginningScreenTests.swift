// A new installation through real requests: organisation, facilitator, process, vote, ranking.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `A new installation` {
  private static let list = "/it/scrivania/organizzazioni"

  @Test(arguments: TestEngine.all)
  func `goes from nothing to an imported vote`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let giulia = try await site.add("Giulia", "giulia@esempio.it")
      let ada = try await site.signedIn("ada@esempio.it")
      try await ada.open("/it/scrivania/processi")
      try await ada.click("Aggiungi prima un’organizzazione")
      let wrong = try await Self.send(
        ada, ["name": "Comune di Lecce", "place": "", "tax-code": "123"], "Aggiungi")
      #expect(wrong.status == 422)
      #expect(wrong.page.element(id: "place-problem") != nil)
      #expect(wrong.page.element(id: "tax-code-problem") != nil)
      let added = try await Self.send(
        ada, ["name": "Comune di Lecce", "place": "Lecce", "tax-code": ""], "Aggiungi")
      #expect(added.page.main.contains("Comune di Lecce"))
      #expect(added.text.contains("Organizzazione aggiunta."))
      let taken = try await Self.send(
        ada, ["name": "Comune di Lecce", "place": "Altrove"], "Aggiungi")
      #expect(taken.status == 422)
      #expect(taken.text.contains("comune-di-lecce"))

      let organisations = try await site.database.read { tx in try tx.organisations() }
      let organisation = try #require(organisations.first)
      #expect(organisations.count == 1)
      try await site.proveAll()
      try await ada.open("/it/scrivania/persone/\(giulia.id)")
      let scope = Scope.organisation(organisation.id.description).text
      #expect(
        try await Self.send(ada, ["role": "facilitator", "where": scope], "Dai").status == 200)
      try await Self.addsProcess(site)
    }
  }

  /// What the facilitator does, from her first look at the desk to the ranking.
  private static func addsProcess(_ site: TestSite) async throws {
    let giulia = try await site.signedIn("giulia@esempio.it", from: "203.0.113.8")
    #expect(try await giulia.open(list).status == 403)
    try await giulia.open("/it/scrivania/processi")
    try await giulia.click("Nuovo percorso")
    let words = ["title-it": "Idee in fuga 2020", "summary-it": "Un voto su carta."]
    let wrong = try await send(
      giulia, words.with("constituencies", "uomini;Uomini\nuomini;Ancora"), "Aggiungi il percorso")
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("Riga 2: il codice «uomini» c’è già alla riga 1."))
    let lines = "uomini;Sezione maschile;Men’s wing\ndonne;Sezione femminile"
    let added = try await send(
      giulia, words.with("constituencies", lines), "Aggiungi il percorso")
    #expect(added.text.contains("Ora importa il risultato del voto."))
    #expect(added.page.main.contains("Sezione maschile"))
    try await giulia.fill(["winners": "1"])
    try await giulia.attach(
      "file", file: "voto.csv", bytes: ParticipationWorld.fixture("idee-in-fuga.csv"))
    let imported = try await giulia.submit("Importa", following: true)
    #expect(imported.text.contains("Voto importato."))
    #expect(imported.page.elements("th").map(\.text).contains("Sezione maschile"))
    let english = try await giulia.open("/en/desk/processes/idee-in-fuga-2020").page
    #expect(english.main.contains("Men’s wing"))
    #expect(english.main.contains("Sezione femminile"))
    try await giulia.open("/it/scrivania/processi/idee-in-fuga-2020")
    let ranking = try await giulia.click("Sezione femminile")
    #expect(ranking.page.main.contains("Bar nell'area colloqui"))
  }

  private static func send(
    _ browser: TestBrowser, _ values: [String: String], _ button: String
  ) async throws -> Reply {
    try await browser.fill(values)
    return try await browser.submit(button, following: true)
  }

  @Test func `a form sent twice makes one`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let ada = try await site.signedIn("ada@esempio.it")
      for expected in ["Organizzazione aggiunta.", "c’era già"] {
        try await ada.open(Self.list)
        let reply = try await Self.send(ada, ["name": "Comune", "place": "Lecce"], "Aggiungi")
        #expect(reply.text.contains(expected))
      }
      let organisations = try await site.database.read { tx in try tx.organisations() }
      let organisation = try #require(organisations.first)
      #expect(organisations.count == 1)
      for expected in ["Il voto lo importa chi lo facilita.", "c’era già"] {
        try await ada.open("/it/scrivania/processi-nuovi")
        let reply = try await Self.send(
          ada,
          [
            "organisation": organisation.id.description, "title-it": "Percorso",
            "summary-it": "Breve.",
          ], "Aggiungi")
        #expect(reply.text.contains(expected))
      }
      #expect(try await site.database.read { tx in try tx.processCards() }.count == 1)
    }
  }

  @Test(arguments: Role.allCases)
  func `each role finds the forms it may send`(_ role: Role) async throws {
    try await TestSite.run { site in
      try await site.add("Mario", "mario@esempio.it", roles: [role])
      let mario = try await site.signedIn("mario@esempio.it")
      let page = try await mario.open(Self.list)
      let isAdministrator = role == .administrator
      #expect(page.status == (isAdministrator || role == .auditor ? 200 : 403))
      #expect(page.page.forms.contains { $0.has("tax-code") } == isAdministrator)
      let new = try await mario.open("/en/desk/new-processes")
      #expect(new.status == (isAdministrator || role == .facilitator ? 200 : 403))
      #expect(!new.page.forms.contains { $0.has("constituencies") }, "there is no organisation")
    }
  }
}

extension [String: String] {
  fileprivate func with(_ name: String, _ value: String) -> [String: String] {
    merging([name: value]) { $1 }
  }
}

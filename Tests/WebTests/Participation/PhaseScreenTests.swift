// A process from its template to an open phase, through real requests, and what all see of it.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `The pages of phases` {
  @Test(arguments: TestEngine.all)
  func `lead from a template to an open phase that everyone can check`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let fabio = try await Self.facilitator(site)
      let phases = "/it/scrivania/processi/idee-2026/fasi"
      let plan = try await fabio.open(phases)
      #expect(plan.page.main.contains("Co-progettazione"))
      #expect(plan.page.main.contains("regola da salvare"))
      try await fabio.fill(["budget-1": "5000", "budget-2": "x"])
      #expect(try await fabio.submit("Salva i budget").status == 422)
      try await fabio.fill(["budget-1": "5000", "budget-2": ""])
      #expect(
        try await fabio.submit("Salva i budget", following: true).text.contains("Budget salvati."))
      try await fabio.open(phases)
      try await fabio.click("2. Sostegno")
      let missing = try await fabio.submit("Salva giorni e regola")
      #expect(missing.status == 422)
      #expect(missing.page.element(id: "cut-number-problem") != nil)
      try await fabio.fill([
        "cut-number": "8", "opens": "23/09/2026", "closes": "31/12/2026", "admission": "census",
        "channels": "both",
      ])
      let saved = try await fabio.submit("Salva giorni e regola", following: true)
      #expect(saved.text.contains("Giorni e regola salvati."))
      try await fabio.fill(["reason": "Si parte."])
      let noCensus = try await fabio.submit("Apri")
      #expect(noCensus.status == 422)
      #expect(noCensus.text.contains("l’elenco degli aventi diritto è vuoto"))

      try await fabio.click("Aventi diritto")
      try await fabio.fill(["rows": "codice;collegio\nm1;uomini\nd1;fuori"])
      let wrong = try await fabio.submit("Importa l’elenco")
      #expect(wrong.text.contains("Riga 3: il percorso non ha un collegio «fuori»."))
      try await fabio.fill(["rows": "codice;collegio\nm1;uomini\nd1;donne"])
      let census = try await fabio.submit("Importa l’elenco", following: true)
      #expect(census.text.contains("Ora gli aventi diritto sono 2."))
      try await fabio.open(phases)
      try await fabio.click("2. Sostegno")
      try await fabio.fill(["reason": "Si parte."])
      let opened = try await fabio.submit("Apri", following: true)
      #expect(opened.text.contains("Fatto."))
      #expect(opened.page.main.contains("Vanno avanti le 8 proposte più sostenute."))
      try await Self.everyoneSees(site)
    }
  }

  private static func everyoneSees(_ site: TestSite) async throws {
    let visitor = site.visitor(from: "203.0.113.9")
    try await visitor.open("/it/processi")
    let page = try await visitor.click("Idee 2026")
    #expect(page.page.main.contains("Vanno avanti le 8 proposte più sostenute."))
    #expect(page.page.main.contains("La regola si pubblica quando la fase si apre."))
    #expect(page.page.main.contains("5.000"))
    let text = try await visitor.click("Il testo da cui viene l’impronta")
    #expect(text.text.hasPrefix("raccolto-phase 1\nprocess\tidee-2026\n"))
    #expect(page.text.contains(Digest(of: text.text).description))
    let english = try await visitor.open("/en/processes/idee-2026")
    #expect(english.page.main.contains("The 8 most supported proposals go on."))
    #expect(try await visitor.open("/it/scrivania/processi/idee-2026/fasi").status != 200)
  }

  /// Fabio, with a BiPart process that he has just added.
  private static func facilitator(_ site: TestSite) async throws -> TestBrowser {
    try await site.add("Fabio", "fabio@esempio.it", roles: [.facilitator])
    let add = AddOrganisation(
      database: site.database, clock: site.clock.port, entropy: seededEntropy(3))
    _ = try await add(.init(name: "Comune di Prova", place: "Lecce"), by: .operator)
    let fabio = try await site.signedIn("fabio@esempio.it")
    try await fabio.open("/it/scrivania/processi-nuovi")
    try await fabio.fill([
      "title-it": "Idee 2026", "summary-it": "Si decide insieme.", "template": "bipart",
      "starts": "1/9/2026", "constituencies": "uomini;Uomini\ndonne;Donne",
    ])
    let added = try await fabio.submit("Aggiungi il percorso", following: true)
    #expect(added.text.contains("Ora di’ i giorni e la regola di ogni fase."))
    return fabio
  }
}

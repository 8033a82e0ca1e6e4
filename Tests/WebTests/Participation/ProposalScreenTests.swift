// From an idea to the catalogue through real requests: sent, read, published, merged, printed.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `The pages of proposals` {
  @Test(arguments: TestEngine.all)
  func `lead from an idea to the catalogue`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let mediator = try await Self.openIdeas(site)
      try await site.add("Carla", "carla@esempio.it")
      let carla = try await site.signedIn("carla@esempio.it", from: "203.0.113.20")
      try await carla.open("/it/processi/idee-2026/proposte")
      try await carla.click("Fai una proposta")
      #expect(try await carla.submit("Manda la proposta").status == 422)
      try await carla.fill(["title": "Un bar", "text": "Per le **famiglie**.", "cost": "900,50"])
      let sent = try await carla.submit("Manda la proposta", following: true)
      #expect(sent.text.contains("Aspetta chi la legge"))
      #expect(sent.text.contains("<strong>famiglie</strong>"))
      let visitor = site.visitor(from: "203.0.113.21")
      let before = try await visitor.open("/it/processi/idee-2026/proposte")
      #expect(!before.text.contains("Un bar"))

      try await mediator.open("/it/scrivania/processi/idee-2026/proposte")
      try await mediator.click("Un bar")
      try await mediator.fill(["reason": ""])
      let published = try await mediator.submit("Pubblica", following: true)
      #expect(published.page.main.contains("pubblicata"))
      try await Self.assembly(mediator)
      try await Self.merge(mediator)
      site.clock.now = site.clock.now + .seconds(5)
      let after = try await visitor.open("/it/processi/idee-2026/proposte")
      #expect(after.page.main.contains("Bar delle famiglie"))
      #expect(after.page.main.contains("unita ad altre"))
      let one = try await visitor.click("Bar delle famiglie")
      #expect(one.page.main.contains("Unisce la 1. Un bar"))
      let assemblies = try await visitor.open("/en/processes/idee-2026/assemblies")
      #expect(assemblies.page.main.contains("12 people present."))
      let minutes = try await visitor.click("Quarto reparto")
      #expect(minutes.text.contains("<li>Aldo</li>"))
      #expect(!minutes.text.contains("<script>"))
    }
  }

  private static func assembly(_ mediator: TestBrowser) async throws {
    try await mediator.open("/it/scrivania/processi/idee-2026/assemblee")
    try await mediator.fill([
      "title": "Quarto reparto", "day": "3/9/2026", "present": "x", "place": "Sala",
      "minutes": "Ci siamo visti. <script>alert(1)</script>", "delegates": "Aldo",
    ])
    #expect(try await mediator.submit("Salva l’assemblea").status == 422)
    try await mediator.fill(["present": "12"])
    let saved = try await mediator.submit("Salva l’assemblea", following: true)
    #expect(saved.text.contains("Assemblea salvata."))
    try await mediator.open("/it/scrivania/processi/idee-2026/proposte")
    try await mediator.fill(["assembly": "", "title": "Caffè", "text": "Un tavolo."])
    let entered = try await mediator.submit(
      "Scrivi una proposta nata in assemblea o su carta", following: true)
    #expect(entered.text.contains("Proposta aggiunta."))
  }

  private static func merge(_ mediator: TestBrowser) async throws {
    try await mediator.open("/it/scrivania/processi/idee-2026/proposte")
    try await mediator.click("Unisci, dividi, riproponi")
    try await mediator.fill([
      "descent": "merged", "sources": "1, 7", "title": "Bar delle famiglie", "text": "Insieme.",
      "reason": "Dicono lo stesso.",
    ])
    let wrong = try await mediator.submit("Fallo")
    #expect(wrong.text.contains("Non c’è nessuna proposta 7."))
    try await mediator.fill(["sources": "1, 2"])
    let merged = try await mediator.submit("Fallo", following: true)
    #expect(merged.page.main.contains("Bar delle famiglie"))
  }

  /// A process of everybody whose ideas are open, and its mediator.
  private static func openIdeas(_ site: TestSite) async throws -> TestBrowser {
    let (database, clock) = (site.database, site.clock.port)
    let entropy = seededEntropy(3)
    let add = AddOrganisation(database: database, clock: clock, entropy: entropy)
    guard
      case .added(let organisation) = try await add(
        .init(name: "Comune di Prova", place: "Lecce"), by: .operator)
    else { throw Fault("no organisation") }
    let addProcess = AddProcess(database: database, clock: clock, entropy: entropy)
    var request = AddProcess.Request(
      organisation: organisation.id, title: LocalText(italian: "Idee 2026"),
      summary: LocalText(italian: "Insieme."), constituencies: try ConstituencyLines(""))
    request.template = .bipart
    _ = try await addProcess(request, by: .operator)
    let phases = PhaseServices(database: database, clock: clock, entropy: entropy)
    let slug = try #require(Slug("idee-2026"))
    let ideas = try #require(try await phases.read.published(slug)?.phases.first)
    var rule = PhaseRule()
    rule.admission = .signedIn
    _ = try await phases.edit(
      .init(phase: ideas.id, opensOn: ideas.opensOn, closesOn: ideas.closesOn, rule: rule),
      by: .operator)
    #expect(try await phases.turnDue() == 1)
    try await site.add("Marta", "marta@esempio.it", roles: [.mediator])
    return try await site.signedIn("marta@esempio.it")
  }
}

// A community's first phase against the running program: the calendar opens it, people propose, a
// mediator publishes, and everyone can check the rule that was published.
import Domain
import Foundation
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `A community on its way` {
  private static let slug = "il-borgo-che-verra"
  /// The job runs every minute.
  private static let wait = Duration.seconds(100)

  /// A town whose ideas begin today, with a rule and nobody to press a button.
  private static let seed: @Sendable (Database) async throws -> Void = { database in
    let clock = WallClock { Instant(Date()) }
    let entropy = seededEntropy(41)
    try await Staff.add("marta", .mediator, to: database)
    try await Staff.add("carla", .backer, to: database)
    let addOrganisation = AddOrganisation(database: database, clock: clock, entropy: entropy)
    guard
      case .added(let town) = try await addOrganisation(
        .init(name: "Borgo San Biagio", place: "Borgo"), by: .operator)
    else { throw Fault("no town") }
    var request = AddProcess.Request(
      organisation: town.id, title: LocalText(italian: "Il borgo che verrà"),
      summary: LocalText(italian: "Insieme."),
      constituencies: try ConstituencyLines("centro;Centro\nfrazioni;Frazioni"))
    request.template = .bipart
    let addProcess = AddProcess(database: database, clock: clock, entropy: entropy)
    guard case .added(let process) = try await addProcess(request, by: .operator) else {
      throw Fault("no process")
    }
    let phases = PhaseServices(database: database, clock: clock, entropy: entropy)
    guard let ideas = try await phases.read.published(process.slug)?.phases.first else { return }
    var rule = PhaseRule()
    rule.perPerson = 1
    let people = "codice;collegio\nC-7;frazioni\nC-8;centro"
    _ = try await phases.census(.replace(csv: Array(people.utf8)), of: ideas.id, by: .operator)
    _ = try await phases.edit(
      .init(phase: ideas.id, opensOn: ideas.opensOn, closesOn: ideas.closesOn, rule: rule),
      by: .operator)
  }

  @Test(arguments: TestEngine.all)
  func `opens by the calendar, takes an idea and shows it`(_ engine: TestEngine) async throws {
    try await RunningServer.run(
      on: engine, environment: ["RACCOLTO_MODE": "demo"], seed: Self.seed
    ) { server in
      let look = server.visitor()
      try await Self.untilOpen(look)
      #expect(await look.page.main.contains("Una proposta a persona."))
      #expect(await look.page.main.contains("Aventi diritto: 2"))
      let text = try await look.click("Il testo da cui viene l’impronta").text
      let page = try await look.open("/it/processi/\(Self.slug)")
      #expect(page.text.contains(Digest(of: text).description))

      let carla = try await server.signedIn("carla")
      try await carla.open("/it/processi/\(Self.slug)/proponi")
      try await carla.fill(["title": "Il forno vecchio", "text": "Accenderlo.", "code": "C-9"])
      let unknown = try await carla.submit("Manda la proposta")
      #expect(unknown.status == 422)
      #expect(unknown.page.problems.joined().contains("non è nell’elenco"))
      try await carla.fill(["code": "C-7"])
      try await carla.submit("Manda la proposta", following: true)
      #expect(await carla.page.main.contains("Frazioni"))
      let mine = await carla.reply?.path ?? ""
      #expect(try await look.open(mine).status == 404)
      try await carla.open("/it/processi/\(Self.slug)/proponi")
      try await carla.fill(["title": "Un’altra", "text": "Ancora."])
      #expect(try await carla.submit("Manda la proposta").status == 422)

      let marta = try await server.signedIn("marta")
      try await marta.open("/it/scrivania/processi/\(Self.slug)/proposte")
      try await marta.click("Il forno vecchio", following: true)
      try await marta.submit("Pubblica", following: true)
      #expect(try await look.open(mine).status == 200)
      #expect(await look.page.h1 == "Il forno vecchio")
    }
  }

  /// Waits until the calendar opened the ideas.
  private static func untilOpen(_ look: TestBrowser) async throws {
    let deadline = ContinuousClock.now + wait
    while ContinuousClock.now < deadline {
      try await look.open("/it/processi/\(slug)")
      if await look.page.main.contains("Una proposta a persona.") { return }
      try await Task.sleep(for: .seconds(1))
    }
    Issue.record("the ideas did not open")
  }
}

// A process that is under way: its ideas are open, an assembly has met, proposals were read and two
// of them merged. Whoever tries Raccolto can follow it, and make a proposal.
import Domain
import Services
import Store

/// One process of a small town in its first phase, after BiPart's method.
struct VillageToCome {
  private let world: DemoWorld
  private let facilitator: Actor

  init(_ world: DemoWorld, _ facilitator: Actor) {
    self.world = world
    self.facilitator = facilitator
  }

  private struct Idea {
    let place: Int
    let title: String
    let text: String
    let cost: Int64
    var isOfAssembly = false
  }
  private static let ideas = [
    Idea(
      place: 0, title: "Panchine all’ombra in piazza",
      text: "Sei panchine e tre alberi, dove d’estate adesso non ci si ferma nessuno.", cost: 4200,
      isOfAssembly: true),
    Idea(
      place: 0, title: "Il mercato del sabato",
      text: "Una tettoia e la corrente per **dodici banchi** di chi coltiva qui intorno.",
      cost: 9800),
    Idea(
      place: 1, title: "Il forno vecchio di Collalto",
      text: "Rimettere in piedi il forno e accenderlo una volta al mese, insieme.", cost: 6500,
      isOfAssembly: true),
    Idea(
      place: 1, title: "Un sentiero per la scuola",
      text: "Pulire il sentiero dalle frazioni alla scuola e segnarlo.", cost: 2300),
    Idea(
      place: 1, title: "A scuola a piedi",
      text: "Un adulto che accompagna, ogni mattina, chi viene dalle frazioni.", cost: 1200),
  ]
  private static let minutes = """
    ## Che cosa si è detto

    - La piazza è bella e vuota: d’estate manca l’ombra.
    - A Collalto il forno c’è ancora; chi lo sa usare anche.

    Si è deciso di rivedersi prima del **sostegno**.
    """

  func make() async throws {
    let slug = try await addProcess()
    try await openIdeas(slug)
    let assembly = try await meet(slug)
    try await propose(slug, assembly)
  }

  private func addProcess() async throws -> Slug {
    let (database, clock, entropy) = (world.database, world.clock.wall, world.chance.entropy)
    let add = AddOrganisation(database: database, clock: clock, entropy: entropy)
    let about = LocalText(
      italian: "Un paese di collina e le sue frazioni.",
      english: "A town in the hills and its hamlets.")
    guard
      case .added(let town) = try await add(
        .init(name: "Comune di Borgo San Biagio", place: "Borgo San Biagio", about: about),
        by: .operator)
    else { throw Fault("the demonstration's town is here already") }
    var request = AddProcess.Request(
      organisation: town.id,
      title: LocalText(italian: "Il borgo che verrà", english: "The village to come"),
      summary: LocalText(
        italian: "Idee di chi ci vive, progetti fatti insieme, un voto e una raccolta.",
        english: "Ideas of those who live here, projects made together, a vote and a campaign."),
      constituencies: try ConstituencyLines(
        "centro;Centro;Town centre\nfrazioni;Frazioni;Hamlets"))
    request.template = .bipart
    request.startsOn = world.today
    guard
      case .added(let process) = try await AddProcess(
        database: database, clock: clock, entropy: entropy)(request, by: facilitator)
    else { throw Fault("the demonstration's village was not added") }
    return process.slug
  }

  /// Budgets, then the rule of the ideas; the calendar opens them.
  private func openIdeas(_ slug: Slug) async throws {
    let phases = PhaseServices(
      database: world.database, clock: world.clock.wall, entropy: world.chance.entropy)
    guard let reading = try await phases.read.published(slug), let ideas = reading.phases.first
    else { return }
    let budgets = zip(reading.constituencies, [Money.euro(20_000), .euro(12_000)])
    _ = try await phases.budgets(
      Dictionary(uniqueKeysWithValues: budgets.map { ($0.id, Optional($1)) }), of: slug,
      by: facilitator)
    var rule = PhaseRule()
    rule.admission = .signedIn
    rule.perPerson = 2
    rule.costMax = .euro(10_000)
    guard
      case .saved = try await phases.edit(
        .init(phase: ideas.id, opensOn: ideas.opensOn, closesOn: ideas.closesOn, rule: rule),
        by: facilitator), try await phases.turnDue() == 1
    else { throw Fault("the village's ideas were not opened") }
  }

  private var proposals: ProposalServices {
    ProposalServices(
      database: world.database, clock: world.clock.wall, entropy: world.chance.entropy)
  }

  private func meet(_ slug: Slug) async throws -> Assembly.ID {
    var request = KeepAssembly.Request(
      title: "Prima assemblea di paese", heldOn: world.today, place: "Sala del teatro",
      present: 47)
    request.minutes = Self.minutes
    request.delegates = ["Agnese", "Matteo"]
    guard
      case .saved(let id) = try await proposals.assemblies.add(
        request, to: slug, key: world.chance.entropy.token(), by: facilitator)
    else { throw Fault("the village's assembly was not kept") }
    return id
  }

  private func propose(_ slug: Slug, _ assembly: Assembly.ID) async throws {
    let constituencies = try await world.database.read { tx in
      try tx.process(slug).map { try tx.constituencies(of: $0.id) } ?? []
    }
    for idea in Self.ideas {
      var request = Propose.Request(
        process: slug,
        words: ProposalWords(title: idea.title, text: idea.text, cost: .euro(idea.cost)),
        key: world.chance.entropy.token())
      request.constituency = constituencies[idea.place].id
      let outcome = try await proposals.propose.enter(
        request, bornIn: idea.isOfAssembly ? assembly : nil, by: facilitator)
      guard case .proposed = outcome else {
        throw Fault("“\(idea.title)” was not taken: \(outcome)")
      }
    }
    let together = ProposalWords(
      title: "A scuola a piedi, per il sentiero",
      text: "Il sentiero pulito e segnato, e ogni mattina un adulto che accompagna.",
      cost: .euro(3500))
    let merge = RecastProposals.Request(
      .merged, sources: [4, 5], words: [together],
      reason: "Le hanno unite insieme chi le ha proposte.")
    guard case .recast = try await proposals.recast(merge, in: slug, by: facilitator) else {
      throw Fault("the village's proposals were not merged")
    }
  }
}

// One process of the demonstration: from the file of its vote to approved campaigns.
import Domain
import Services
import Store

/// Imports a vote, settles its tie, certifies its rankings, sets up its campaigns.
struct DemoProcessMaker {
  private let world: DemoWorld
  private let actors: [Role: Actor]
  private var database: Database { world.database }
  private var clock: WallClock { world.clock.wall }
  private var entropy: Entropy { world.chance.entropy }

  init(_ world: DemoWorld, _ actors: [Role: Actor]) {
    self.world = world
    self.actors = actors
  }

  func make(_ content: DemoProcess) async throws -> [DemoRunning] {
    let facilitator = try actor(.facilitator)
    let points = try await open(content)
    guard let slug = Slug(content.slug) else { throw Fault("not a slug: \(content.slug)") }
    let file = VoteFile(
      name: content.resultFile, format: .csv, bytes: Array(content.result.utf8))
    let importVotes = ImportVoteResult(database: database, clock: clock, entropy: entropy)
    guard
      case .imported(let rankings) = try await importVotes(
        .init(process: slug, file: file, winners: .first(1)), by: facilitator)
    else { throw Fault("the demonstration's vote was not taken: \(content.resultFile)") }
    try await database.write { tx in
      guard let process = try tx.process(slug) else { return }
      for (code, name) in content.constituencies {
        try tx.name(constituency: code, of: process.id, name.text)
      }
    }
    for ranking in rankings { try await certify(ranking, by: facilitator) }
    var running: [DemoRunning] = []
    for campaign in content.campaigns {
      running += try await setUp(campaign, (rankings, points, content.place), by: facilitator)
    }
    return running
  }

  private func actor(_ role: Role) throws -> Actor {
    guard let actor = actors[role] else { throw Fault("nobody is \(role) here") }
    return actor
  }

  /// The organisation, its process and its pick-up points.
  private func open(_ content: DemoProcess) async throws -> [PickUpPoint] {
    let now = clock.now
    guard let slug = Slug(content.organisationSlug), let processSlug = Slug(content.slug) else {
      throw Fault("not a slug")
    }
    var organisation = Organisation(
      id: entropy.id(at: now), slug: slug, name: content.organisation, taxCode: content.taxCode,
      place: content.place)
    organisation.about = content.about.text
    let process = Domain.Process(
      id: entropy.id(at: now), organisation: organisation.id, slug: processSlug,
      title: content.title.text, summary: content.summary.text)
    let points = content.points.map { point in
      PickUpPoint(
        id: entropy.id(at: now), organisation: organisation.id, name: point.name,
        address: point.address, hours: point.hours.text)
    }
    try await database.write { [organisation] tx in
      try tx.insert(organisation, at: now)
      try tx.insert(process, at: now)
      for point in points { try tx.insert(point) }
    }
    return points
  }

  /// Settles a tie by a public draw, as the association did, and certifies.
  private func certify(_ ranking: Ranking.ID, by facilitator: Actor) async throws {
    let resolve = ResolveTie(database: database, clock: clock, entropy: entropy)
    let open = try await database.read { tx in
      try tx.ranking(ranking)?.ranking.table.ties.filter(\.isOpen) ?? []
    }
    for tie in open {
      let resolution = TieResolution(
        method: .publicDraw, order: tie.projects,
        witnesses: ["I delegati dei reparti", "La direzione", "Due volontari"],
        note: "Due biglietti uguali in un cappello, estratti dalla più giovane delle delegate.")
      guard case .resolved = try await resolve(resolution, of: ranking, by: facilitator) else {
        throw Fault("the demonstration's tie was not settled")
      }
    }
    let certify = CertifyRanking(database: database, clock: clock, entropy: entropy)
    guard case .certified = try await certify(ranking, by: facilitator) else {
      throw Fault("the demonstration's ranking was not certified")
    }
  }

  private func setUp(
    _ content: DemoCampaign,
    _ process: (rankings: [Ranking.ID], points: [PickUpPoint], place: String),
    by facilitator: Actor
  ) async throws -> [DemoRunning] {
    let draft = DraftCampaignFromRanking(database: database, clock: clock, entropy: entropy)
    let picks = try await draft.places(for: facilitator)
      .filter { process.rankings.contains($0.source.ranking) }
      .filter { content.title.it == $0.source.title || isNamed($0.source.title, by: content) }
      .map {
        DraftCampaignFromRanking.Pick(ranking: $0.source.ranking, project: $0.source.project)
      }
    let start = clock.now
    guard case .drafted(let slug) = try await draft(picks, by: facilitator) else {
      throw Fault("no campaign could be drafted for \(content.title.it)")
    }
    let owner = try await world.renewed(facilitator)
    let edit = EditCampaign(database: database, clock: clock, entropy: entropy)
    let days = opening(content.stage)
    let form = DemoParts(content, process.points, at: process.place, today: world.today)
    for part in form.parts(days) {
      guard case .saved = try await edit(part, of: slug, by: owner) else {
        throw Fault("a part of \(content.title.it) was not saved")
      }
    }
    pass()
    let submit = SubmitCampaign(database: database, clock: clock, entropy: entropy)
    let submitted = try await submit(slug, by: owner)
    guard case .submitted = submitted else {
      throw Fault("\(content.title.it) was not submitted: \(submitted)")
    }
    pass()
    if case .awaitingReview = content.stage { return [] }
    let review = ReviewCampaign(database: database, clock: clock, entropy: entropy)
    guard case .decided = try await review(.approve, on: slug, by: try actor(.reviewer)) else {
      throw Fault("\(content.title.it) was not approved")
    }
    try await world.tell(since: start)
    pass()
    return [
      DemoRunning(content: content, slug: slug, opensOn: days.opens, closesOn: days.closes)
    ]
  }

  /// People take their time: no two steps happen in the same moment.
  private func pass() { world.clock.move(to: clock.now + .minutes(25)) }

  /// The project of a code has its name in the file of the vote.
  private func isNamed(_ title: String, by content: DemoCampaign) -> Bool {
    let results = DemoProcess.ideeInFuga.result + DemoProcess.socialFarm.result
    return results.split(separator: "\n").contains { line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false)
      return cells.count > 2 && content.projects.contains(String(cells[1])) && cells[2] == title
    }
  }

  private func opening(_ stage: DemoStage) -> (opens: CivilDate, closes: CivilDate) {
    let opens = world.today.adding(days: 4 - DemoWorld.daysBack)
    return switch stage {
    case .live(let daysLeft): (opens, world.today.adding(days: daysLeft))
    case .ended: (opens, world.today.adding(days: -12))
    case .awaitingReview: (world.today.adding(days: 7), world.today.adding(days: 52))
    }
  }
}

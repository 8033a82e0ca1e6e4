// Assemblies and proposals: born online and on paper, read, merged, split, brought back.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `The proposals of a process` {
  private typealias World = `The phases of a process`.World

  private static func services(_ world: World) -> ProposalServices {
    let base = world.world
    return ProposalServices(
      database: base.database, clock: base.clock.port, entropy: base.entropy)
  }
  private static func words(_ title: String, cost: Int64? = nil) -> ProposalWords {
    ProposalWords(title: title, text: "Perché serve.", cost: cost.map { .euro($0) })
  }
  private static func request(
    _ world: World, _ title: String, code: String = "", cost: Int64? = nil, key: String? = nil
  ) -> Propose.Request {
    var request = Propose.Request(
      process: world.process.slug, words: words(title, cost: cost),
      key: key ?? world.world.entropy.token())
    request.code = code
    return request
  }
  /// A process whose ideas are open to a census of three.
  private static func open(_ database: Database) async throws -> World {
    let world = try await World(database)
    try await world.save(.ideas) {
      $0.perPerson = 2
      $0.costMax = .euro(1000)
    }
    let people = "codice;collegio\nm1;uomini\nm2;uomini\nd1;donne"
    _ = try await world.keep(.replace(csv: Array(people.utf8)), of: .ideas)
    #expect(try await world.turn(.ideas, .opened) == .turned(.open))
    return world
  }
  private static func enter(_ world: World, _ title: String, in place: Int = 0) async throws
    -> Proposal.ID
  {
    let constituencies = try await world.world.database.read { tx in
      try tx.constituencies(of: world.process.id)
    }
    var request = request(world, title)
    request.constituency = constituencies[place].id
    let outcome = try await services(world).propose.enter(
      request, bornIn: nil, by: try await world.facilitator)
    guard case .proposed(let id) = outcome else { throw Fault("was \(outcome)") }
    return id
  }

  @Test(arguments: TestEngine.all)
  func `come online from whoever shows a code of the census, each code once`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await Self.open(database)
      let propose = Self.services(world).propose
      let (giulia, stranger) = (try await world.facilitator, world.world.stranger)
      #expect(
        try await propose(Self.request(world, "Bar"), by: stranger) == .refused(.codeMissing))
      #expect(
        try await propose(Self.request(world, "Bar", code: "zz"), by: stranger)
          == .refused(.codeUnknown))
      let first = Self.request(world, "Bar", code: "d1")
      guard case .proposed(let id) = try await propose(first, by: stranger) else {
        Issue.record("not proposed")
        return
      }
      #expect(try await propose(first, by: stranger) == .repeated(id))
      #expect(
        try await propose(Self.request(world, "Orto", code: "d1"), by: giulia)
          == .refused(.codeTaken))
      let proposal = try #require(try await database.read { tx in try tx.proposal(id) })
      #expect(proposal.status == .submitted)
      let women = try await database.read { tx in
        try tx.constituencies(of: world.process.id)[1].id
      }
      #expect(proposal.constituency == women, "the census says where she belongs")
      #expect(
        try await propose(Self.request(world, "Reggia", cost: 1001), by: stranger)
          == .refused(.costAbove(.euro(1000))))
      guard case .proposed = try await propose(Self.request(world, "Orto"), by: stranger) else {
        Issue.record("the code is asked once")
        return
      }
      #expect(
        try await propose(Self.request(world, "Terza"), by: stranger) == .refused(.tooMany(max: 2)))
      #expect(try await propose(Self.request(world, "X"), by: .visitor) == .notAllowed)
      _ = try await world.turn(.ideas, .suspended)
      #expect(
        try await propose(Self.request(world, "Terza"), by: giulia) == .refused(.phaseNotOpen))
    }
  }

  @Test(arguments: TestEngine.all)
  func `are read by a mediator before everyone reads them`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await Self.open(database)
      let services = Self.services(world)
      let (giulia, stranger) = (try await world.facilitator, world.world.stranger)
      guard
        case .proposed(let id) = try await services.propose(
          Self.request(world, "Bar", code: "d1"), by: stranger)
      else {
        Issue.record("not proposed")
        return
      }
      #expect(try await services.read.one(id, for: .visitor) == nil)
      #expect(try await services.read.one(id, for: stranger) != nil, "her own")
      #expect(
        try await services.moderate(.published, on: id, because: "", by: stranger) == .notAllowed)
      #expect(
        try await services.moderate(.refused, on: id, because: " ", by: giulia)
          == .refused(.reasonMissing))
      #expect(
        try await services.moderate(.refused, on: id, because: "Nomi di persone.", by: giulia)
          == .decided(.refused))
      #expect(
        try await services.moderate(.published, on: id, because: "Tolti.", by: giulia)
          == .decided(.published))
      let reading = try #require(try await services.read.one(id, for: .visitor))
      #expect(reading.history.map(\.event) == [.refused, .published])
      #expect(reading.history.first?.reason == "Nomi di persone.")
      #expect(
        try await services.moderate(.withdrawn, on: id, because: "Ci ripenso.", by: stranger)
          == .decided(.withdrawn))
      #expect(
        try await services.moderate(.published, on: id, because: "", by: giulia)
          == .refused(.notNow(.withdrawn)))
    }
  }

  @Test(arguments: TestEngine.all)
  func `are merged, split and brought back, and their lineage stays`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await Self.open(database)
      let services = Self.services(world)
      let giulia = try await world.facilitator
      let one = try await Self.enter(world, "Job center")
      let two = try await Self.enter(world, "Sportello lavoro")
      _ = try await Self.enter(world, "Sartoria", in: 1)
      func recast(
        _ descent: ProposalDescent, _ sources: [Int], _ titles: String...
      ) async throws -> RecastProposals.Outcome {
        try await services.recast(
          .init(descent, sources: sources, words: titles.map { Self.words($0) }, reason: "Simili."),
          in: world.process.slug, by: giulia)
      }
      #expect(try await recast(.merged, [1], "Lavoro") == .refused(.tooFew))
      #expect(try await recast(.merged, [1, 3], "Lavoro") == .refused(.ofTwoConstituencies))
      #expect(try await recast(.merged, [1, 9], "Lavoro") == .noSuchProposal(9))
      guard case .recast(let merged) = try await recast(.merged, [1, 2, 1], "Lavoro") else {
        Issue.record("not merged")
        return
      }
      let reading = try #require(try await services.read.one(merged[0], for: .visitor))
      #expect(reading.proposal.number == 4)
      #expect(reading.ancestors.map(\.number) == [1, 2])
      #expect(reading.ancestors.allSatisfy { $0.descent == .merged })
      let old = try #require(try await services.read.one(one, for: .visitor))
      #expect(old.proposal.status == .merged)
      #expect(old.descendants.map(\.number) == [4])
      #expect(try await recast(.merged, [1, 4], "Di più") == .refused(.notNow(.merged)))
      #expect(try await recast(.split, [4], "Una sola") == .refused(.tooFew))
      guard case .recast(let parts) = try await recast(.split, [4], "Corsi", "Sito") else {
        Issue.record("not split")
        return
      }
      #expect(parts.count == 2)
      #expect(try await recast(.reproposed, [5], "Corsi 2") == .refused(.notNow(.published)))
      _ = try await services.moderate(.withdrawn, on: parts[0], because: "No.", by: giulia)
      guard case .recast(let again) = try await recast(.reproposed, [5], "Corsi 2") else {
        Issue.record("not brought back")
        return
      }
      let back = try #require(try await services.read.one(again[0], for: .visitor))
      #expect(back.ancestors.map(\.descent) == [.reproposed])
      try await Self.nothingIsRewritten(two, in: database)
      try await world.save(.support) {
        $0.admission = .signedIn
        $0.cut = .number(2)
      }
      #expect(try await world.turn(.support, .opened) == .turned(.open))
      #expect(try await recast(.merged, [6, 7], "Tutto") == .refused(.supportUnderWay))
    }
  }

  private static func nothingIsRewritten(
    _ proposal: Proposal.ID, in database: Database
  ) async throws {
    let attempts: [SQL] = [
      "UPDATE proposal SET title = 'Altro' WHERE id = \(proposal)",
      "DELETE FROM proposal WHERE id = \(proposal)", "DELETE FROM proposal_descent",
      "UPDATE proposal_descent SET descent = 'split'", "UPDATE proposal_event SET reason = ''",
      "DELETE FROM proposal_event",
    ]
    for attempt in attempts {
      await #expect(throws: StoreRefusal.self, "\(attempt)") {
        try await database.write { tx in try tx.execute(attempt) }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `are born in assemblies with minutes, heads counted and delegates`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await Self.open(database)
      let services = Self.services(world)
      let giulia = try await world.facilitator
      let day = CivilDate(of: world.world.clock.now)
      var request = KeepAssembly.Request(
        title: "Quarto reparto", heldOn: day, place: "Sala colloqui", present: 31)
      request.minutes = "# Verbale"
      request.delegates = ["Aldo", "Bruno", "Aldo"]
      request.constituency = try await database.read { tx in
        try tx.constituencies(of: world.process.id)[1].id
      }
      let slug = world.process.slug
      let key = world.world.entropy.token()
      let outcome = try await services.assemblies.add(request, to: slug, key: key, by: giulia)
      guard case .saved(let id) = outcome else {
        Issue.record("was \(outcome)")
        return
      }
      #expect(
        try await services.assemblies.add(request, to: slug, key: key, by: giulia) == .saved(id))
      for actor in [Actor.visitor, world.world.stranger] {
        #expect(
          try await services.assemblies.add(request, to: slug, key: "k", by: actor) == .notAllowed)
        #expect(
          try await services.assemblies.change(id, to: request, by: actor) == .notAllowed)
      }
      let born = try await services.propose.enter(
        Self.request(world, "Bar"), bornIn: id, by: giulia)
      guard case .proposed = born else {
        Issue.record("was \(born)")
        return
      }
      request.delegates = ["Bruno", "Carlo"]
      _ = try await services.assemblies.change(id, to: request, by: giulia)
      let reading = try #require(try await services.read.assembly(id))
      #expect(reading.delegates.map(\.name) == ["Bruno", "Carlo"])
      #expect(reading.assembly.present == 31)
      #expect(reading.proposals.map(\.words.title) == ["Bar"])
      #expect(reading.proposals.first?.constituency == request.constituency)
      #expect(reading.proposals.first?.status == .published)
      let count = try await database.read { tx in try tx.assemblies(of: world.process.id).count }
      #expect(count == 1)
    }
  }
}

// The phases of a process from plan to close: census frozen, rule published, nothing changed after.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `The phases of a process` {
  /// A BiPart process with two constituencies that begins today, and its facilitator.
  struct World {
    let world: ParticipationWorld
    let process: Domain.Process
    var phases: PhaseServices {
      PhaseServices(database: world.database, clock: world.clock.port, entropy: world.entropy)
    }
    var giulia: Actor { world.giulia }

    init(_ database: Database) async throws {
      world = try await ParticipationWorld(database)
      let add = AddProcess(database: database, clock: world.clock.port, entropy: world.entropy)
      var request = AddProcess.Request(
        organisation: world.process.organisation, title: LocalText(italian: "Idee in fuga 2026"),
        summary: LocalText(italian: "Di nuovo insieme."),
        constituencies: try ConstituencyLines("uomini;Uomini\ndonne;Donne"))
      request.template = .bipart
      request.startsOn = CivilDate(of: world.clock.now)
      guard case .added(let process) = try await add(request, by: .operator) else {
        throw Fault("no process")
      }
      self.process = process
      let grant = Grant(
        id: world.entropy.id(at: world.clock.now), person: try #require(world.giulia.person),
        role: .facilitator, scope: .process(process.id.description), by: nil, at: world.clock.now)
      try await database.write { tx in _ = try tx.insert(grant) }
    }
    /// Giulia with her grant on this process.
    var facilitator: Actor {
      get async throws {
        let id = try #require(giulia.person)
        return .person(
          id, grants: try await world.database.read { tx in try tx.grants(of: id) })
      }
    }
    func phase(_ kind: PhaseKind) async throws -> Phase {
      let all = try await world.database.read { [process] tx in try tx.phases(of: process.id) }
      return try #require(all.first { $0.kind == kind })
    }
    func save(_ kind: PhaseKind, _ change: (inout PhaseRule) -> Void = { _ in }) async throws {
      let phase = try await phase(kind)
      var rule = PhaseRule()
      change(&rule)
      let outcome = try await phases.edit(
        .init(phase: phase.id, opensOn: phase.opensOn, closesOn: phase.closesOn, rule: rule),
        by: try await facilitator)
      #expect(outcome == .saved)
    }
    func turn(
      _ kind: PhaseKind, _ event: PhaseEvent, because reason: String = "Serve così.",
      until day: CivilDate? = nil
    ) async throws -> TurnPhase.Outcome {
      var request = TurnPhase.Request(
        phase: try await phase(kind).id, event: event, reason: reason)
      request.closesOn = day
      return try await phases.turn(request, by: try await facilitator)
    }
    func keep(_ change: KeepCensus.Change, of kind: PhaseKind) async throws -> KeepCensus.Outcome {
      try await phases.census(change, of: try await phase(kind).id, by: try await facilitator)
    }
  }

  private static let people =
    "codice;nome;collegio\nm1;Aldo;uomini\nm2;Bruno;uomini\nd1;Carla;donne"

  @Test(arguments: TestEngine.all)
  func `open by the calendar with their census frozen and their rule published`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await World(database)
      #expect(try await world.phases.turnDue() == 0, "nobody said any rule")
      try await world.save(.ideas) { $0.perPerson = 2 }
      #expect(try await world.phases.turnDue() == 0, "nobody is on the census")
      #expect(try await world.phase(.ideas).status == .configured)
      #expect(
        try await world.keep(.replace(csv: Array(Self.people.utf8)), of: .ideas)
          == .saved(voters: 3))
      #expect(try await world.phases.turnDue() == 1)
      #expect(try await world.phases.turnDue() == 0, "once is enough")
      let open = try await world.phase(.ideas)
      let opening = try #require(open.opening)
      #expect(open.isOpen)
      #expect(opening.digest == Digest(of: opening.text))
      #expect(opening.text.contains("rule\tper-person\t2\n"))
      let census = try #require(
        try await database.read { tx in try tx.frozenCensus(of: open.id) })
      #expect(census.voters == 3)
      #expect(opening.text.contains("census\t3\t\(census.digest)\n"))

      let published = try #require(try await world.phases.read.published(world.process.slug))
      #expect(published.open(.ideas)?.opening?.digest == opening.digest)
      #expect(published.censuses[open.id] == census)

      world.world.clock.now = open.closesOn.end
      #expect(try await world.phases.turnDue() == 1)
      #expect(try await world.phase(.ideas).status == .closed)
      let history = try await database.read { tx in try tx.history(of: open.id) }
      #expect(history.map(\.event) == [.opened, .closed])
      #expect(history.allSatisfy { !$0.isByHand })
    }
  }

  @Test(arguments: TestEngine.all)
  func `keep rule, budgets and census while they are open, and the schema holds it`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await World(database)
      let giulia = try await world.facilitator
      try await world.save(.ideas)
      let constituencies = try await database.read { [world] tx in
        try tx.constituencies(of: world.process.id)
      }
      let men = constituencies[0].id
      #expect(
        try await world.phases.budgets([men: .euro(5000)], of: world.process.slug, by: giulia)
          == .saved)
      _ = try await world.keep(.replace(csv: Array(Self.people.utf8)), of: .ideas)
      #expect(try await world.turn(.ideas, .opened) == .turned(.open))
      let open = try await world.phase(.ideas)
      #expect(open.opening?.text.contains("constituency\tuomini\t500000\n") == true)

      let edit = EditPhase.Request(
        phase: open.id, opensOn: open.opensOn, closesOn: open.closesOn, rule: PhaseRule())
      #expect(try await world.phases.edit(edit, by: giulia) == .refused(.notNow(.open)))
      #expect(
        try await world.phases.budgets([men: nil], of: world.process.slug, by: giulia)
          == .phaseIsOpen)
      #expect(try await world.keep(.remove(code: "m1"), of: .ideas) == .frozen)
      #expect(
        try await world.keep(
          .add(code: "m9", name: "", constituency: "uomini", group: ""), of: .ideas) == .frozen)

      let attempts: [SQL] = [
        "UPDATE phase SET rule = '' WHERE id = \(open.id)",
        """
        UPDATE phase SET status = 'configured', opening = NULL, digest = NULL, opened_at = NULL
         WHERE id = \(open.id)
        """,
        "DELETE FROM phase WHERE id = \(open.id)",
        "UPDATE constituency SET budget_cents = 1 WHERE id = \(men)",
        "UPDATE census SET voters = 4 WHERE phase_id = \(open.id)",
        "DELETE FROM census WHERE phase_id = \(open.id)",
        "DELETE FROM voter WHERE phase_id = \(open.id)",
        "UPDATE voter SET code = 'z' WHERE phase_id = \(open.id) AND code = 'm1'",
        "UPDATE voter SET name = 'Zeno' WHERE phase_id = \(open.id) AND code = 'm1'",
        "UPDATE phase_event SET reason = '' WHERE phase_id = \(open.id)",
        "DELETE FROM phase_event WHERE phase_id = \(open.id)",
      ]
      for attempt in attempts {
        await #expect(throws: StoreRefusal.self, "\(attempt)") {
          try await database.write { tx in try tx.execute(attempt) }
        }
      }
      #expect(try await world.keep(.forgetNames, of: .ideas) == .forgotten(names: 3))
      let voters = try await database.read { tx in try tx.voters(of: open.id) }
      let census = try await database.read { tx in try tx.frozenCensus(of: open.id) }
      #expect(voters.map(\.name) == ["", "", ""])
      #expect(
        census?.digest == Digest(of: CensusText(voters, in: constituencies).canonicalBytes))
    }
  }

  @Test(arguments: TestEngine.all)
  func `are paused for seventeen months and go on with a later last day`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await World(database)
      try await world.save(.ideas) { $0.admission = .signedIn }
      #expect(try await world.turn(.ideas, .opened, because: " ") == .refused(.reasonMissing))
      #expect(try await world.turn(.ideas, .suspended) == .refused(.notNow(.configured)))
      #expect(try await world.turn(.ideas, .opened) == .turned(.open))
      #expect(
        try await world.turn(.ideas, .suspended, because: "Quarantena.") == .turned(.suspended))
      world.world.clock.now = world.world.clock.now + .days(510)
      #expect(try await world.phases.turnDue() == 0)
      let last = try await world.phase(.ideas).closesOn
      #expect(try await world.turn(.ideas, .resumed) == .refused(.dayOver(last)))
      let later = CivilDate(of: world.world.clock.now).adding(days: 20)
      #expect(try await world.turn(.ideas, .resumed, until: later) == .turned(.open))
      let phase = try await world.phase(.ideas)
      #expect(phase.closesOn == later)
      #expect(phase.opening?.text.contains(last.description) == true, "as it was at the opening")
      let history = try await database.read { tx in try tx.history(of: phase.id) }
      #expect(history.map(\.event) == [.opened, .suspended, .resumed])
      #expect(history[1].reason == "Quarantena.")
    }
  }

  @Test(arguments: TestEngine.all)
  func `have each a census of their own, taken over and changed`(_ engine: TestEngine) async throws
  {
    try await engine.withDatabase { database in
      let world = try await World(database)
      _ = try await world.keep(.replace(csv: Array(Self.people.utf8)), of: .support)
      let support = try await world.phase(.support).id
      #expect(try await world.keep(.copy(from: support), of: .vote) == .saved(voters: 3))
      #expect(try await world.keep(.remove(code: "m2"), of: .vote) == .saved(voters: 2))
      #expect(try await world.keep(.remove(code: "m2"), of: .vote) == .noSuchVoter)
      let carla = KeepCensus.Change.add(code: "d1", name: "", constituency: "donne", group: "")
      #expect(try await world.keep(carla, of: .vote) == .codeTaken("d1"))
      let vote = try await world.phase(.vote).id
      let counts = try await database.read { tx in
        (try tx.voterCounts(of: support), try tx.voterCounts(of: vote))
      }
      #expect(counts.0.values.reduce(0, +) == 3)
      #expect(counts.1.values.reduce(0, +) == 2)
      let wrong = Array("codice;collegio\nx;altrove".utf8)
      #expect(
        try await world.keep(.replace(csv: wrong), of: .vote)
          == .refused(.init(line: 2, reason: .unknownConstituency("altrove"))))
      let after = try await database.read { tx in try tx.voterCounts(of: vote) }
      #expect(after.values.reduce(0, +) == 2, "a refused file changes nothing")
    }
  }

  @Test func `are turned, planned and counted in only by their facilitator`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let world = try await World(database)
      let phase = try await world.phase(.ideas)
      let edit = EditPhase.Request(
        phase: phase.id, opensOn: phase.opensOn, closesOn: phase.closesOn, rule: PhaseRule())
      let turn = TurnPhase.Request(phase: phase.id, event: .opened, reason: "Via.")
      for actor in [Actor.visitor, world.world.stranger, world.giulia] {
        #expect(try await world.phases.edit(edit, by: actor) == .notAllowed)
        #expect(try await world.phases.turn(turn, by: actor) == .notAllowed)
        #expect(
          try await world.phases.census(.forgetNames, of: phase.id, by: actor) == .notAllowed)
        #expect(
          try await world.phases.budgets([:], of: world.process.slug, by: actor) == .notAllowed)
        #expect(try await world.phases.read.one(phase.id, for: actor) == nil)
        #expect(try await world.phases.read.census(phase.id, after: "", for: actor) == nil)
      }
      let auditor = Actor.person(
        world.world.entropy.id(at: world.world.clock.now),
        grants: [
          Grant(
            id: world.world.entropy.id(at: world.world.clock.now),
            person: world.world.entropy.id(at: world.world.clock.now), role: .auditor,
            scope: .platform, by: nil, at: world.world.clock.now)
        ])
      #expect(try await world.phases.read.one(phase.id, for: auditor) != nil)
      #expect(try await world.phases.read.census(phase.id, after: "", for: auditor) == nil)
    }
  }
}

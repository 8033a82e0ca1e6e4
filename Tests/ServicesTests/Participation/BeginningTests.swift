// The first steps of an installation: an organisation, a process of it; who may, and once only.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct `The first steps` {
  private struct World {
    let database: Database
    let clock = TestClock(Instant(milliseconds: 1_700_000_000_000))
    let entropy = seededEntropy(11)

    var addOrganisation: AddOrganisation {
      AddOrganisation(database: database, clock: clock.port, entropy: entropy)
    }
    var addProcess: AddProcess {
      AddProcess(database: database, clock: clock.port, entropy: entropy)
    }

    /// Somebody with one role, not in the database: permission asks only the grants.
    func someone(_ role: Role, in scope: Scope) -> Actor {
      let id: Person.ID = entropy.id(at: clock.now)
      let grant = Grant(
        id: entropy.id(at: clock.now), person: id, role: role, scope: scope, by: nil, at: clock.now)
      return .person(id, grants: [grant])
    }
    func organisation(_ name: String = "Comune di Prova") async throws -> Organisation {
      let outcome = try await addOrganisation(.init(name: name, place: "Lecce"), by: .operator)
      guard case .added(let organisation) = outcome else { throw Fault("was \(outcome)") }
      return organisation
    }
    func request(
      _ organisation: Organisation.ID, title: String = "Bilancio partecipativo",
      summary: String = "Si decide insieme.", lines: String = "c;Centro\ni;Isola;Island"
    ) throws -> AddProcess.Request {
      AddProcess.Request(
        organisation: organisation, title: LocalText(italian: title),
        summary: LocalText(italian: summary), constituencies: try ConstituencyLines(lines))
    }
    func records(_ kind: String, _ id: String) async throws -> [AuditRecord] {
      try await database.read { tx in try tx.auditRecords(of: .init(kind, id)) }
    }
  }

  @Test(arguments: TestEngine.all)
  func `an organisation is added once, with an address of its own, and on record`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = World(database: database)
      let request = AddOrganisation.Request(
        name: "Libertà è partecipazione", taxCode: TaxCode("97700000151"), place: "Bollate",
        about: LocalText(italian: "Decidere insieme."))
      let administrator = world.someone(.administrator, in: .platform)
      // As the operator: the record's person has to exist.
      let outcome = try await world.addOrganisation(request, by: .operator, requestID: "r1")
      guard case .added(let organisation) = outcome else {
        Issue.record("was \(outcome)")
        return
      }
      #expect(organisation.slug.text == "liberta-e-partecipazione")
      let stored = try await database.read { tx in try tx.organisation(organisation.id) }
      #expect(stored == organisation)
      world.clock.now = world.clock.now + .days(1)
      #expect(
        try await world.addOrganisation(request, by: administrator) == .repeated(organisation))
      let other = AddOrganisation.Request(name: "Liberta e partecipazione!", place: "Bollate")
      #expect(
        try await world.addOrganisation(other, by: administrator)
          == .addressTaken(organisation.slug))
      #expect(try await database.read { tx in try tx.organisations() } == [organisation])
      let records = try await world.records("organisation", organisation.id.description)
      #expect(records.map(\.act) == [.addOrganisation])
      #expect(records.map(\.requestID) == ["r1"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `two forms sent at the same moment make one organisation and one process`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = World(database: database)
      let request = AddOrganisation.Request(name: "Comune", place: "Lecce")
      let organisations = try await Self.together {
        if case .added = try await world.addOrganisation(request, by: .operator) { 1 } else { 0 }
      }
      #expect(organisations == 1)
      let all = try await database.read { tx in try tx.organisations() }
      let organisation = try #require(all.first)
      #expect(all.count == 1)
      let process = try world.request(organisation.id)
      let processes = try await Self.together {
        if case .added = try await world.addProcess(process, by: .operator) { 1 } else { 0 }
      }
      #expect(processes == 1)
      let cards = try await database.read { tx in try tx.processCards() }
      #expect(cards.count == 1)
      let id = try #require(cards.first?.process.id)
      #expect(try await database.read { tx in try tx.constituencies(of: id) }.count == 2)
      #expect(try await world.records("process", id.description).map(\.act) == [.addProcess])
    }
  }

  /// The sum of what eight at once answer.
  private static func together(
    _ body: @escaping @Sendable () async throws -> Int
  ) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try await body() } }
      return try await group.reduce(0, +)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a process has its constituencies, and an address that no other has`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = World(database: database)
      let organisation = try await world.organisation()
      let request = try world.request(organisation.id)
      let outcome = try await world.addProcess(request, by: .operator)
      guard case .added(let process) = outcome else {
        Issue.record("was \(outcome)")
        return
      }
      #expect(process.slug.text == "bilancio-partecipativo")
      #expect(process.title.shown(in: .english).text == "Bilancio partecipativo")
      let constituencies = try await database.read { tx in try tx.constituencies(of: process.id) }
      #expect(constituencies.map(\.code) == ["c", "i"])
      #expect(constituencies.map { $0.name.shown(in: .english).text } == ["Centro", "Island"])
      #expect(constituencies.map(\.position) == [1, 2])
      #expect(try await world.addProcess(request, by: .operator) == .repeated(process))
      let elsewhere = try await world.organisation("Un’altra città")
      for other in [
        try world.request(organisation.id, summary: "Altro."), try world.request(elsewhere.id),
        try world.request(organisation.id, lines: "c;Centro\nx;Collina"),
      ] {
        #expect(try await world.addProcess(other, by: .operator) == .addressTaken(process.slug))
      }
      #expect(try await database.read { tx in try tx.processCards() }.count == 1)
      let unknown: Organisation.ID = world.entropy.id(at: world.clock.now)
      let nowhere = try world.request(unknown, title: "Altrove")
      #expect(try await world.addProcess(nowhere, by: .operator) == .noSuchOrganisation)
    }
  }

  @Test(arguments: Role.allCases)
  func `only who may adds, and only in their own organisation`(_ role: Role) async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let world = World(database: database)
      let (own, other) = (try await world.organisation(), try await world.organisation("Altra"))
      let onPlatform = world.someone(role, in: .platform)
      let inOwn = world.someone(role, in: .organisation(own.id.description))
      // The very same again: answered without writing, so that the actor need not be stored.
      let again = AddOrganisation.Request(name: own.name, place: own.place)
      let isAdministrator = role == .administrator
      #expect(
        try await world.addOrganisation(again, by: onPlatform)
          == (isAdministrator ? .repeated(own) : .notAllowed))
      #expect(try await world.addOrganisation(again, by: inOwn) == .notAllowed)
      let request = try world.request(own.id)
      guard case .added(let process) = try await world.addProcess(request, by: .operator) else {
        Issue.record("no process")
        return
      }
      let may = isAdministrator || role == .facilitator
      for actor in [onPlatform, inOwn] {
        #expect(
          try await world.addProcess(request, by: actor) == (may ? .repeated(process) : .notAllowed)
        )
      }
      let abroad = try world.request(other.id)
      #expect(try await world.addProcess(abroad, by: inOwn) == .notAllowed)
      #expect(try await world.addProcess(request, by: .visitor) == .notAllowed)
      let read = ReadOrganisations(database: database)
      #expect(try await read.open(for: inOwn) == (may ? [own] : []))
      let sees = isAdministrator || role == .auditor
      #expect((try await read.all(for: onPlatform) != nil) == sees)
      #expect(try await read.all(for: inOwn) == nil)
    }
  }
}

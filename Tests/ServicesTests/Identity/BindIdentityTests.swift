// Pledges made without an account: whoever proved the address sees them, nobody else, and it may be
// done twice.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct BindIdentityTests {
  @Test(arguments: TestEngine.all)
  func `pledges become visible to who proved the address, and to nobody before`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let bind = BindIdentity(database: database)
      let early = try await world.place(world.request(by: "Anna@Esempio.it", token: "one"))
      let anna = try await add("Anna", "anna@esempio.it", world)
      let other = try await add("Altra", "altra@esempio.it", world)
      #expect(try await bind(anna.id) == .bound(backers: 0), "an address given is not proved")
      #expect(try await pledges(anna, database) == [])
      try await database.write { tx in
        try tx.noteAddressVerified(of: anna.id, at: world.clock.now)
        try tx.noteAddressVerified(of: other.id, at: world.clock.now)
      }
      #expect(try await bind(anna.id) == .bound(backers: 1))
      #expect(try await bind(anna.id) == .bound(backers: 0), "twice changes nothing")
      #expect(try await bind(other.id) == .bound(backers: 0))
      #expect(try await pledges(anna, database) == [early.keys.reference.text])
      #expect(try await pledges(other, database) == [])
      _ = try await world.place(world.request(by: "altra@esempio.it", token: "two"))
      #expect(try await pledges(other, database).count == 1, "a later one is seen at once")
      #expect(
        try await bind(Person.ID(at: world.clock.now, random: [UInt8](repeating: 7, count: 10)))
          == .noSuchPerson)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a link that came by mail proves the address, one of the operator does not`(
    _ engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      let anna = try await add("Anna", "anna@esempio.it", world)
      let follow = FollowSignInLink(
        database: database, clock: world.clock.port, entropy: world.entropy)
      for isMailed in [false, true] {
        let token = world.entropy.token()
        var link = SignInLinkRow(
          tokenHash: Digest(of: token), person: anna.id, nextPath: "", createdAt: world.clock.now,
          expiresAt: world.clock.now + .minutes(15))
        if isMailed { link.mailedAt = world.clock.now }
        try await database.write { [link] tx in try tx.insert(link) }
        let arrival = Arrival(replacing: nil, on: .unknown, requestID: "")
        guard case .signedIn = try await follow(token, arrival) else {
          Issue.record("a good link was refused")
          return
        }
        let at = try await database.read { tx in try tx.addressVerifiedAt(of: anna.id) }
        #expect((at != nil) == isMailed)
      }
      let tasks: Int? = try await database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM task WHERE kind = 'bindIdentity'") { try $0("n") }
      }
      #expect(tasks == 1, "of one kind and person one waits")
    }
  }

  private func add(_ name: String, _ address: String, _ world: FundingWorld) async throws -> Person
  {
    let add = AddPerson(
      database: world.database, clock: world.clock.port, entropy: world.entropy)
    guard let email = EmailAddress(address),
      case .added(let person) = try await add(
        .init(email: email, name: name, language: .italian), by: .operator)
    else { throw Fault("\(name) was not added") }
    return person
  }
  private func pledges(_ person: Person, _ database: Database) async throws -> [String] {
    try await database.read { tx in try tx.pledges(of: person.id).map(\.reference) }
  }
}

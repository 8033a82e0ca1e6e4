// Invitations: once, for a week, by who may, and only as long as they may.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct InvitationTests {
  private static let path = "/it/scrivania/persone/inviti"

  /// Ada, who administers and has just proved it; her invitation of Mario as treasurer.
  private static func invited(_ site: TestSite) async throws -> (ada: TestBrowser, link: String) {
    try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
    let ada = try await site.signedIn("ada@esempio.it")
    try await ada.open(path)
    let fields = [
      "name": "Mario", "email": "mario@esempio.it", "role": "treasurer", "where": "platform",
    ]
    try await ada.fill(fields)
    #expect(try await ada.submit("Invita").status == 403, "a proof is asked for")
    try await site.proveAll()
    try await ada.open(path)
    try await ada.fill(fields)
    #expect(try await ada.submit("Invita", following: true).text.contains("Invito spedito."))
    return (ada, try await site.link(to: "mario@esempio.it"))
  }
  private static func roles(_ site: TestSite) async throws -> [Role] {
    try await site.database.read { tx in
      guard let mario = try EmailAddress("mario@esempio.it").flatMap({ try tx.person(at: $0) })
      else { return [] }
      return try tx.grants(of: mario.id).map(\.role)
    }
  }

  @Test(arguments: TestEngine.all)
  func `who reads the mail takes the role up once`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let (ada, link) = try await Self.invited(site)
      #expect(try await Self.roles(site) == [])
      for _ in 1...2 { #expect(try await site.visitor().open(link).status == 200) }
      let stored = try await site.database.read { tx in
        try tx.first("SELECT token_hash FROM invitation") { try $0("token_hash", as: String.self) }
      }
      #expect(stored.map(link.contains) == false)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for index in 0..<4 {
          group.addTask {
            let visitor = site.visitor(from: "198.51.100.\(index)")
            try await visitor.open(link)
            return try await visitor.submit("Accetta").status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 303 }.count == 1, "\(statuses)")
      #expect(try await Self.roles(site) == [.treasurer])
      #expect(try await site.visitor().open(link).status == 410)
      #expect(try await ada.open(Self.path).page.main.contains("accettato"))
      site.clock.now = site.clock.now + .seconds(1)
      let mario = try await site.signedIn("mario@esempio.it")
      #expect(try await mario.open("/it/scrivania/versamenti").status != 403)
    }
  }

  @Test func `an invitation is over after a week, or when it is withdrawn`() async throws {
    try await TestSite.run { site in
      let (ada, link) = try await Self.invited(site)
      let visitor = site.visitor()
      try await visitor.open(link)
      try await ada.open(Self.path)
      #expect(try await ada.submit("Ritira", following: true).text.contains("Invito ritirato."))
      #expect(try await visitor.submit("Accetta").status == 410)
      #expect(try await Self.roles(site) == [])
    }
    try await TestSite.run { site in
      let (_, link) = try await Self.invited(site)
      site.clock.now = site.clock.now + .days(7)
      #expect(try await site.visitor().open(link).status == 410)
    }
  }

  @Test func `an invitation of somebody who was let go opens nothing`() async throws {
    try await TestSite.run { site in
      let (_, link) = try await Self.invited(site)
      let ada = try await site.database.read { tx in
        try EmailAddress("ada@esempio.it").flatMap { try tx.person(at: $0) }
      }
      let id = try #require(ada?.id)
      let grants = try await site.database.read { tx in try tx.grants(of: id) }
      for grant in grants {
        _ = try await site.identity.revokeRole(grant.id, of: id, by: .operator)
      }
      #expect(try await site.visitor().open(link).status == 410)
    }
  }

  @Test func `nobody invites themselves, and only administrators invite`() async throws {
    try await TestSite.run { site in
      let ada = try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let aldo = try await site.add("Aldo", "aldo@esempio.it", roles: [.auditor])
      let email = try #require(ada.email)
      let request = InvitePerson.Request(
        to: email, name: "Ada", language: .italian, as: .treasurer, in: .platform)
      for (person, isAda) in [(ada, true), (aldo, false)] {
        let grants = try await site.database.read { tx in try tx.grants(of: person.id) }
        let actor = Actor.person(person.id, grants: grants, provedAt: site.clock.now)
        switch try await site.identity.invitePerson(request, by: actor) {
        case .notToOneself: #expect(isAda)
        case .notAllowed: #expect(!isAda)
        case .invited, .heldAlready, .notProved: Issue.record("was done")
        }
      }
    }
  }
}

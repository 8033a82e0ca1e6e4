// Invitations: once, for a week, by who may, only as long as they may, to nobody else.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct InvitationTests {
  static let path = "/it/scrivania/persone/inviti"

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
      for _ in 1...2 {
        let page = try await site.visitor().open(link)
        #expect(page.status == 200)
        #expect(page.text.contains("Ada ti offre un ruolo") && page.text.contains("tesoreria"))
      }
      #expect(try await Self.roles(site) == [], "looking accepts nothing")
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
      #expect(statuses.sorted() == [303, 410, 410, 410], "\(statuses)")
      #expect(try await Self.roles(site) == [.treasurer])
      let again = try await site.visitor().open(link)
      #expect(again.status == 410 && again.text.contains("Invito già accettato"))
      #expect(try await ada.open(Self.path).page.main.contains("accettato"))
      site.clock.now = site.clock.now + .seconds(1)
      let mario = try await site.signedIn("mario@esempio.it")
      #expect(try await mario.open("/it/scrivania/versamenti").status != 403)
      let records = try await site.database.read { tx in
        try tx.auditLines(AuditFilter(), limit: 50).map(\.record)
      }
      #expect(records.count { $0.act == .acceptInvitation } == 1)
      #expect(records.contains { $0.act == .invitePerson })
      #expect(!records.contains { $0.detail.values.contains { $0.contains("@") } })
    }
  }

  @Test func `each way in which an invitation is over has a page that says so`() async throws {
    try await TestSite.run { site in
      let (ada, link) = try await Self.invited(site)
      let visitor = site.visitor()
      try await visitor.open(link)
      try await ada.open(Self.path)
      #expect(try await ada.submit("Ritira", following: true).text.contains("Invito ritirato."))
      let taken = try await visitor.submit("Accetta")
      #expect(taken.status == 410 && taken.text.contains("ha ritirato l’invito"))
      #expect(try await Self.roles(site) == [])
      #expect(try await ada.open(Self.path).page.main.contains("ritirato"))
      let unknown = try await site.visitor().open("/it/invito/nonesiste")
      #expect(unknown.status == 404 && unknown.text.contains("Invito sconosciuto"))
    }
    try await TestSite.run { site in
      let (_, link) = try await Self.invited(site)
      let visitor = site.visitor()
      try await visitor.open(link)
      site.clock.now = site.clock.now + .days(7) - .seconds(1)
      #expect(try await site.visitor().open(link).status == 200)
      site.clock.now = site.clock.now + .seconds(1)
      let late = try await visitor.submit("Accetta")
      #expect(late.status == 410 && late.text.contains("Invito scaduto"))
      #expect(try await Self.roles(site) == [])
    }
  }

  @Test func `an invitation of somebody who was let go opens nothing`() async throws {
    try await TestSite.run { site in
      let (_, link) = try await Self.invited(site)
      let visitor = site.visitor()
      try await visitor.open(link)
      let ada = try await site.database.read { tx in
        try EmailAddress("ada@esempio.it").flatMap { try tx.person(at: $0) }
      }
      let id = try #require(ada?.id)
      let grants = try await site.database.read { tx in try tx.grants(of: id) }
      for grant in grants {
        _ = try await site.identity.revokeRole(grant.id, of: id, by: .operator)
      }
      let page = try await visitor.submit("Accetta")
      #expect(page.status == 410 && page.text.contains("non può più dare questo ruolo"))
      #expect(try await Self.roles(site) == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `who is signed in takes up their own invitation and nobody else's`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (ada, link) = try await Self.invited(site)
      let other = try await ada.open(link)
      #expect(other.status == 403 && other.text.contains("Invito per un’altra persona"))
      try await site.add("Bea", "bea@esempio.it")
      let bea = try await site.signedIn("bea@esempio.it", from: "203.0.113.9")
      let visitor = site.visitor()
      let form = try #require(try await visitor.open(link).page.forms.first { $0.action == link })
      let page = try await bea.open("/it/profilo").page
      let token = page.forms.compactMap { $0["csrf"] }.first
      let forged = try await bea.send(
        "POST", form.action, headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array(Form.encoded([("csrf", token ?? "")]).utf8))
      #expect(forged.status == 403)
      #expect(try await Self.roles(site) == [])
      try await site.add("Mario", "mario@esempio.it")
      site.clock.now = site.clock.now + .seconds(1)
      let mario = try await site.signedIn("mario@esempio.it", from: "203.0.113.10")
      try await mario.open(link)
      let done = try await mario.submit("Accetta", following: true)
      #expect(done.text.contains("il ruolo è tuo da subito"))
      #expect(try await Self.roles(site) == [.treasurer])
    }
  }

  @Test func `a later invitation to the same role takes the place of the earlier one`()
    async throws
  {
    try await TestSite.run { site in
      let (ada, first) = try await Self.invited(site)
      site.clock.now = site.clock.now + .minutes(1)
      try await ada.open(Self.path)
      try await ada.fill([
        "name": "Mario", "email": "Mario@esempio.it", "role": "treasurer", "where": "platform",
        "language": "en",
      ])
      try await ada.submit("Invita")
      let mail = try #require(try await site.mail(to: "Mario@esempio.it"))
      #expect(mail.words.subject == "An invitation to work on Raccolto")
      #expect(mail.words.text.contains("Role: treasurer"))
      let second = try await site.link(to: "Mario@esempio.it")
      #expect(second.hasPrefix("/en/invitation/"))
      #expect(try await site.visitor().open(first).status == 410)
      #expect(try await site.visitor().open(second).status == 200)
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

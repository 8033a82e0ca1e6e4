// Coming in by a one-time link, on both engines.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct SignInTests {
  @Test(arguments: TestEngine.all)
  func `a link lets in once, and says who is in`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Giulia", "giulia@esempio.it", roles: [.administrator])
      let giulia = try await site.signedIn("giulia@esempio.it")
      let me = try await giulia.open("/api/v1/me")
      #expect(me.status == 200)
      let person = try me.json() as? [String: Any]
      #expect(person?["email"] as? String == "giulia@esempio.it")
      #expect((person?["roles"] as? [[String: Any]])?.first?["role"] as? String == "administrator")

      let link = try await site.link(to: "giulia@esempio.it")
      let again = try await site.visitor().open(link)
      #expect(again.status == 410)
    }
  }

  @Test(arguments: TestEngine.all)
  func `two browsers that press the button at once: one comes in`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let person = try await site.add("Giulia", "giulia@esempio.it")
      let email = try #require(person.email)
      let token = try #require(
        try await site.identity.requestSignInLink.issueForOperator(
          to: email, nextPath: ""))
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...8 {
          group.addTask {
            let visitor = site.visitor()
            try await visitor.open("/it/accedi/\(token)")
            return try await visitor.submit("Entra").status
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 303 }.count == 1)
    }
  }

  @Test func `a mail scanner that opens the link does not use it up`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let visitor = site.visitor()
      try await visitor.open("/it/accedi")
      try await visitor.fill(["email": "giulia@esempio.it"])
      try await visitor.submit()
      let link = try await site.link(to: "giulia@esempio.it")
      for _ in 1...3 {
        let scanned = try await site.visitor(from: "192.0.2.1").open(link)
        #expect(scanned.status == 200)
        let headed = try await site.visitor(from: "192.0.2.1").send("HEAD", link)
        #expect(headed.status == 200)
      }
      try await visitor.open(link)
      #expect(try await visitor.submit("Entra").status == 303)
    }
  }

  @Test func `a link is over after a quarter of an hour`() async throws {
    try await TestSite.run { site in
      let person = try await site.add("Giulia", "giulia@esempio.it")
      let email = try #require(person.email)
      let token = try #require(
        try await site.identity.requestSignInLink.issueForOperator(
          to: email, nextPath: ""))
      let visitor = site.visitor()
      try await visitor.open("/it/accedi/\(token)")
      site.clock.now = site.clock.now + .minutes(15)
      #expect(try await visitor.submit("Entra").status == 410)
      #expect(try await site.visitor().open("/it/accedi/\(token)").status == 410)
    }
  }

  @Test func `asking tells nothing about who is known`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      var answers: [String] = []
      for address in ["giulia@esempio.it", "nessuno@esempio.it"] {
        let visitor = site.visitor()
        try await visitor.open("/it/accedi")
        try await visitor.fill(["email": address])
        let reply = try await visitor.submit()
        answers.append("\(reply.status) \(reply.location ?? "")")
      }
      #expect(answers[0] == answers[1])
      #expect(try await site.mail(to: "nessuno@esempio.it") == nil)
    }
  }

  @Test func `one person gets at most four links in a quarter of an hour`() async throws {
    try await TestSite.run { site in
      let person = try await site.add("Giulia", "giulia@esempio.it")
      let email = try #require(person.email)
      for _ in 1...7 {
        _ = try await site.identity.requestSignInLink(
          .init(email: email, language: .italian, nextPath: ""))
      }
      #expect(try await site.database.read { tx in try tx.mails().count } == 4)
    }
  }

  @Test func `the session is new at every sign-in, whatever cookie the browser brought`()
    async throws
  {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let person = try #require(EmailAddress("giulia@esempio.it"))
      let planted = String(repeating: "a", count: 52)
      let token = try #require(
        try await site.identity.requestSignInLink.issueForOperator(to: person, nextPath: ""))
      let visitor = site.visitor(headers: ["Cookie: raccolto_sessione=\(planted)"])
      try await visitor.open("/it/accedi/\(token)")
      try await visitor.submit("Entra")
      let first = try #require(await visitor.cookies["raccolto_sessione"])
      #expect(first != planted)
      #expect(first.utf8.count == 52)

      let giulia = try await site.signedIn("giulia@esempio.it")
      let before = try #require(await giulia.cookies["raccolto_sessione"])
      let next = try #require(
        try await site.identity.requestSignInLink.issueForOperator(to: person, nextPath: ""))
      try await giulia.open("/it/accedi/\(next)")
      try await giulia.submit("Entra")
      let after = try #require(await giulia.cookies["raccolto_sessione"])
      #expect(after != before)
      #expect(try await site.identity.findSession(before) == nil)
      #expect(try await site.identity.findSession(after) != nil)
    }
  }

  @Test func `the session cookie is for this site only and not for script`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let visitor = site.visitor()
      try await visitor.open("/it/accedi")
      try await visitor.fill(["email": "giulia@esempio.it"])
      try await visitor.submit()
      try await visitor.open(try await site.link(to: "giulia@esempio.it"))
      let reply = try await visitor.submit("Entra")
      let cookie = try #require(
        reply.headers.first {
          $0.name.lowercased() == "set-cookie" && $0.value.hasPrefix("raccolto_sessione=")
        }?.value)
      #expect(cookie.contains("; HttpOnly"))
      #expect(cookie.contains("; SameSite=Lax"))
      #expect(cookie.contains("; Path=/"))
    }
  }

  @Test func `a session ends by itself: idle for twelve hours, or after seven days`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let giulia = try await site.signedIn("giulia@esempio.it")
      site.clock.now = site.clock.now + .hours(11)
      #expect(try await giulia.open("/api/v1/me").status == 200)
      site.clock.now = site.clock.now + .hours(11)
      #expect(try await giulia.open("/api/v1/me").status == 200)
      site.clock.now = site.clock.now + .hours(12)
      #expect(try await giulia.open("/api/v1/me").status == 401)

      let busy = try await site.signedIn("giulia@esempio.it")
      for _ in 1...16 {
        site.clock.now = site.clock.now + .hours(10)
        #expect(try await busy.open("/api/v1/me").status == 200)
      }
      site.clock.now = site.clock.now + .hours(8)
      #expect(try await busy.open("/api/v1/me").status == 401)
    }
  }

  @Test func `after signing in one is where one wanted to go, on this site only`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it", roles: [.administrator])
      for (wish, place) in [
        ("/it/scrivania/persone", "/it/scrivania/persone"), ("//evil.example", "/it/scrivania"),
      ] {
        let visitor = site.visitor()
        try await visitor.open("/it/accedi?torna=\(wish.replacing("/", with: "%2F"))")
        try await visitor.fill(["email": "giulia@esempio.it"])
        try await visitor.submit()
        try await visitor.open(try await site.link(to: "giulia@esempio.it"))
        #expect(try await visitor.submit("Entra").location == place)
        site.clock.now = site.clock.now + .minutes(20)
      }
    }
  }

  @Test func `signing out ends the session everywhere it was known`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let giulia = try await site.signedIn("giulia@esempio.it")
      let token = try #require(await giulia.cookies["raccolto_sessione"])
      try await giulia.open("/it/profilo")
      try await giulia.submit("Esci")
      #expect(await giulia.cookies["raccolto_sessione"] == nil)
      #expect(try await site.identity.findSession(token) == nil)
    }
  }

  @Test func `nobody can end another's session`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      try await site.add("Mario", "mario@esempio.it")
      let giulia = try await site.signedIn("giulia@esempio.it")
      let mario = try await site.signedIn("mario@esempio.it")
      let token = try #require(await giulia.cookies["raccolto_sessione"])
      let page = try await mario.open("/it/profilo").page
      let csrf = try #require(page.forms.first { $0.has("csrf") }?["csrf"])
      let reply = try await mario.send(
        "POST", "/it/profilo/accessi/\(Digest(of: token))/chiudi",
        headers: [FormGuardTests.urlEncoded], body: FormGuardTests.body([("csrf", csrf)]))
      #expect(reply.status == 404)
      #expect(try await site.identity.findSession(token) != nil)
    }
  }
}

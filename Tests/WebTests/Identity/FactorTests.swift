// Second factors as people meet them: set up, asked at sign-in, used once, lost, reset.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct FactorTests {
  private static let address = "tea@esempio.it"

  /// Tea has a factor; her browser, its key and her recovery codes.
  private static func enrolled(_ site: TestSite) async throws -> (
    tea: TestBrowser, key: String, codes: [String]
  ) {
    try await site.add("Tea", address, roles: [.treasurer])
    let tea = try await site.signedIn(address)
    let key = try await tea.beginFactor()
    try await tea.fill(["codice": try TestBrowser.code(of: key, at: site.clock.now)])
    let page = try await tea.submit("Conferma").page
    let codes = page.elements("code").map(\.text)
    #expect(codes.count == 10)
    return (tea, key, codes)
  }

  /// She signs in once more, a little later: of mails of one instant none is the latest.
  private static func again(
    _ site: TestSite, from peer: String = "203.0.113.7"
  ) async throws -> TestBrowser {
    site.clock.now = site.clock.now + .seconds(1)
    return try await site.signedIn(address, from: peer)
  }

  private static func count(_ sql: SQL, _ site: TestSite) async throws -> Int {
    try await site.database.read { tx in try tx.first(sql) { try $0("n") } ?? 0 }
  }

  @Test(arguments: TestEngine.all)
  func `it is set up with a right code, kept sealed, and told by mail`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      try await site.add("Tea", Self.address, roles: [.treasurer])
      let tea = try await site.signedIn(Self.address)
      let key = try await tea.beginFactor()
      #expect(await tea.page.elements("svg").contains { $0.text.contains("inquadrare") })
      try await tea.fill(["codice": "000000"])
      #expect(try await tea.submit("Conferma").status == 422)
      #expect(try await site.mail(to: Self.address)?.words.subject.contains("Secondo") == false)
      site.clock.now = site.clock.now + .seconds(1)
      let code = try TestBrowser.code(of: key, at: site.clock.now)
      try await tea.fill(["codice": code])
      let shown = try await tea.submit("Conferma").page
      let codes = shown.elements("code").map(\.text)
      #expect(Set(codes).count == 10)
      #expect(try await site.mail(to: Self.address)?.words.subject == "Secondo fattore attivato")

      let again = try await tea.open("/it/profilo/secondo-fattore").page
      #expect(!again.main.contains(key) && !again.main.contains(codes[0]))
      let bytes = try TestBrowser.bytes(of: key)
      let stored = try await site.database.read { tx in
        try tx.first("SELECT secret_sealed FROM second_factor") { row -> [UInt8] in
          try row("secret_sealed")
        }
      }
      #expect(stored?.count == bytes.count + 28 && stored?.contains(bytes) == false)
      let marks = try await site.database.read { tx in
        try tx.rows("SELECT mark FROM recovery_code") { try $0("mark", as: String.self) }
      }
      #expect(marks.count == 10 && marks.allSatisfy { $0.count == 64 })
    }
  }

  @Test(arguments: TestEngine.all)
  func `signing in asks for it, and half a sign-in opens nothing`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let (_, key, _) = try await Self.enrolled(site)
      site.clock.now = site.clock.now + .minutes(5)
      let second = try await Self.again(site)
      #expect(await second.cookies["raccolto_sessione"] == nil)
      let half = try #require(await second.cookies["raccolto_attesa"])
      #expect(try await second.open("/api/v1/me").status == 401)
      await second.keep("raccolto_sessione", half)
      #expect(try await second.open("/api/v1/me").status == 401, "its secret is no session's")

      try await second.open("/it/accedi/codice")
      let code = try TestBrowser.code(of: key, at: site.clock.now)
      try await second.fill(["codice": code])
      #expect(try await second.submit("Entra").location == "/it/scrivania")
      let session = try #require(await second.cookies["raccolto_sessione"])
      #expect(session != half, "the session is new")
      #expect(await second.cookies["raccolto_attesa"] == nil)
      #expect(try await second.open("/api/v1/me").status == 200)

      let third = try await Self.again(site)
      try await third.open("/it/accedi/codice")
      try await third.fill(["codice": code])
      #expect(try await third.submit("Entra").status == 422, "a code counts once")
    }
  }

  @Test func `half a sign-in is over after ten minutes`() async throws {
    try await TestSite.run { site in
      let (_, key, _) = try await Self.enrolled(site)
      let second = try await Self.again(site)
      try await second.open("/it/accedi/codice")
      site.clock.now = site.clock.now + .minutes(10)
      try await second.fill(["codice": try TestBrowser.code(of: key, at: site.clock.now)])
      #expect(try await second.submit("Entra").location == "/it/accedi")
      #expect(await second.cookies["raccolto_sessione"] == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `three browsers with the same code at once: one comes in`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let (_, key, _) = try await Self.enrolled(site)
      site.clock.now = site.clock.now + .minutes(1)
      let code = try TestBrowser.code(of: key, at: site.clock.now)
      var waiting: [TestBrowser] = []
      for index in 0..<3 {
        let browser = try await Self.again(site, from: "203.0.113.\(index)")
        try await browser.open("/it/accedi/codice")
        try await browser.fill(["codice": code])
        waiting.append(browser)
      }
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for browser in waiting { group.addTask { try await browser.submit("Entra").status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 303 }.count == 1, "\(statuses)")
    }
  }

  @Test(arguments: TestEngine.all)
  func `guessing is slowed, whatever is guessed, and never shuts out for good`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (_, key, _) = try await Self.enrolled(site)
      site.clock.now = site.clock.now + .minutes(1)
      let thief = try await Self.again(site)
      try await thief.open("/it/accedi/codice")
      func attempt(_ code: String) async throws -> Int {
        try await thief.fill(["codice": code])
        return try await thief.submit("Entra").status
      }
      for _ in 1...5 { #expect(try await attempt("000000") == 422) }
      let right = try TestBrowser.code(of: key, at: site.clock.now)
      #expect(try await attempt(right) == 429, "not even the right one is looked at")
      #expect(try await attempt("abcd-efgh-ijkl-2345") == 429)
      site.clock.now = site.clock.now + .seconds(31)
      let next = try TestBrowser.code(of: key, at: site.clock.now)
      #expect(try await attempt(next) == 303)
      #expect(try await Self.count("SELECT wrong_tries AS n FROM second_factor", site) == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a recovery code works once in place of the phone, and its owner is told`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (_, _, codes) = try await Self.enrolled(site)
      for expected in [303, 422] {
        let browser = try await Self.again(site)
        try await browser.open("/it/accedi/codice")
        try await browser.fill(["codice": codes[0].uppercased()])
        #expect(try await browser.submit("Entra").status == expected)
      }
      let mails = try await site.database.read { tx in try tx.mails() }
      #expect(mails.filter { $0.words.text.contains("Ne restano 9.") }.count == 1)
    }
  }

  @Test func `a sign-in of hours ago does not add a factor`() async throws {
    try await TestSite.run { site in
      try await site.add("Tea", Self.address, roles: [.treasurer])
      let tea = try await site.signedIn(Self.address)
      site.clock.now = site.clock.now + .hours(1) + .seconds(1)
      try await tea.open("/it/profilo/secondo-fattore")
      let reply = try await tea.submit("Attiva")
      #expect(reply.location?.hasPrefix("/it/accedi/di-nuovo") == true)
      #expect(try await Self.count("SELECT COUNT(*) AS n FROM second_factor", site) == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `an administrator resets it, with a reason, on record, and everybody is told`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (tea, _, codes) = try await Self.enrolled(site)
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let ada = try await site.signedIn("ada@esempio.it", from: "203.0.113.8")
      try await ada.enrolFactor(at: site.clock.now)
      let id = try await site.database.read { tx in
        try EmailAddress(Self.address).flatMap { try tx.person(at: $0) }?.id
      }
      let person = try #require(id)
      try await ada.open("/it/scrivania/persone/\(person)")
      try await ada.fill(["motivo": ""])
      #expect(try await ada.submit("Azzera").status == 422)
      try await ada.fill(["motivo": "Telefono perso"])
      #expect(try await ada.submit("Azzera", following: true).text.contains("azzerato"))
      #expect(try await tea.open("/api/v1/me").status == 401, "signed out everywhere")
      let records = try await site.database.read { tx in
        try tx.auditRecords(of: .init("person", person.description))
      }
      let record = try #require(records.first { $0.act == .resetFactor })
      #expect(record.detail["reason"] == "Telefono perso")
      let mails = try await site.database.read { tx in try tx.mails() }
      let told = mails.filter { $0.words.text.contains("Telefono perso") }
      #expect(told.map(\.to.text) == [Self.address])
      let next = try await Self.again(site)
      #expect(try await next.open("/api/v1/me").status == 200, "no code is asked for")
      #expect(codes.count == 10)
      #expect(
        try await Self.count(
          "SELECT COUNT(*) AS n FROM recovery_code WHERE person_id = \(person)", site) == 0)
    }
  }
}

// Passkeys as people meet them: added from the profile, used to sign in, alone and in a crowd.
import Domain
import Literals
import Services
import Store
import Support
import Testing
import Web

@Suite struct PasskeyTests {
  static let address = "tea@esempio.it"
  static let ways = TestSite.Ways(host: "localhost")

  /// Tea, a treasurer, with a passkey on her phone.
  static func scene(_ site: TestSite) async throws -> (tea: TestBrowser, phone: TestDevice) {
    try await site.add("Tea", address, roles: [.treasurer])
    let tea = try await site.signedIn(address)
    site.clock.now = site.clock.now + .seconds(1)
    return (tea, try await tea.addPasskey(TestDevice("telefono", at: site.base)))
  }
  static func signIns(_ site: TestSite) async throws -> Int {
    try await site.database.read { tx in
      try tx.first("SELECT COUNT(*) AS n FROM session WHERE ended_at IS NULL") { try $0("n") } ?? 0
    }
  }

  static func warnings(_ site: TestSite) async throws -> Int {
    try await site.database.read { tx in
      try tx.mails().count { $0.words.subject == "Una passkey è stata rifiutata" }
    }
  }

  @Test(arguments: TestEngine.all)
  func `it is added from the profile, told by mail, and opens the site by itself`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine, ways: Self.ways) { site in
      let (tea, phone) = try await Self.scene(site)
      #expect(await tea.page.main.contains("telefono"))
      #expect(await tea.page.main.contains("su un solo dispositivo"))
      let mail = try await site.mail(to: Self.address)
      #expect(mail?.words.subject == "Passkey aggiunta")
      #expect(mail?.words.text.contains("«telefono»") == true)

      let other = site.visitor()
      try await other.askPasskey(phone)
      #expect(try await other.submit().location == "/it/profilo")
      #expect(try await other.open("/api/v1/me").status == 200)
      let proved = try await site.database.read { tx in
        try tx.rows("SELECT proved_at FROM session WHERE proved_at IS NOT NULL") { row -> Instant in
          try row("proved_at")
        }
      }
      #expect(proved == [site.clock.now, site.clock.now], "who adds one and who uses one")
      let listed = try await tea.open("/it/profilo/passkey").page.main
      #expect(!listed.contains("mai"), "it says when it was used last")
    }
  }

  @Test(arguments: TestEngine.all)
  func `the same answer sent eight times at once signs in once, and never again`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine, ways: Self.ways) { site in
      let (_, phone) = try await Self.scene(site)
      let visitor = site.visitor()
      try await visitor.askPasskey(phone)
      let before = try await Self.signIns(site)
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 { group.addTask { try await visitor.submitAgain().status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 303 }.count == 1, "\(statuses)")
      #expect(statuses.allSatisfy { $0 == 303 || (400..<500).contains($0) }, "\(statuses)")
      #expect(try await Self.signIns(site) == before + 1)
    }
  }

  /// What is wrong with an answer, by what it does to a device that is right otherwise.
  static let wrongs: [(name: String, change: @Sendable (inout TestDevice) -> Void)] = [
    ("another origin", { $0.origin = "http://localhost:1" }),
    ("nobody recognised", { $0.flags = 1 }), ("nobody there", { $0.flags = 4 }),
    ("somebody else's", { $0.handle = "per_00000000000000000000000000" }),
    ("nobody's", { $0.handle = "" }), ("copied, and cannot be", { $0.flags = 5 | 8 }),
    (
      "unknown",
      {
        let handle = $0.handle
        $0 = TestDevice("mai visto", at: $0.origin)
        $0.handle = handle
      }
    ),
  ]

  @Test(arguments: TestEngine.all)
  func `a wrong answer is refused, each in the same words`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine, ways: Self.ways) { site in
      let (_, phone) = try await Self.scene(site)
      let before = try await Self.signIns(site)
      var pages: Set<String> = []
      for wrong in Self.wrongs {
        var device = phone
        wrong.change(&device)
        let visitor = site.visitor(from: "203.0.113.99")
        try await visitor.askPasskey(device)
        let reply = try await visitor.submit()
        #expect(reply.status == 422, "\(wrong.name)")
        pages.insert(reply.page.main)
        site.clock.now = site.clock.now + .minutes(1)
      }
      #expect(pages.count == 1, "no answer says more than another")
      #expect(try await Self.signIns(site) == before)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a challenge is one browser's, for one thing, for five minutes`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine, ways: Self.ways) { site in
      let (tea, phone) = try await Self.scene(site)
      let (one, other) = (site.visitor(), site.visitor())
      try await one.askPasskey(phone)
      let stolen = try await phone.answer(to: try await one.passkeyOptions())
      try await other.askPasskey(phone)
      try await other.fill(["passkey": stolen])
      #expect(try await other.submit().status == 422, "another browser's challenge")
      #expect(try await one.submit().status == 303, "which is still its own")

      let late = site.visitor()
      try await late.askPasskey(phone)
      site.clock.now = site.clock.now + .minutes(5)
      #expect(try await late.submit().status == 422, "too late")

      site.clock.now = site.clock.now + .minutes(11)
      try await tea.open("/it/profilo/secondo-fattore")
      #expect(try await tea.submit("Attiva").status == 403)
      let proof = try await phone.answer(to: try await tea.passkeyOptions())
      try await tea.open("/it/accedi/di-nuovo")
      try await tea.submit("Entra con una passkey")
      try await tea.fill(["passkey": proof])
      #expect(try await tea.submit().status == 422, "it was asked for something else")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a counter that goes back is refused and told to the owner`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine, ways: Self.ways) { site in
      var (_, phone) = try await Self.scene(site)
      for (count, status) in [(5, 303), (6, 303), (6, 422), (3, 422), (0, 422), (7, 303)] {
        site.clock.now = site.clock.now + .minutes(1)
        phone.count = count
        let visitor = site.visitor()
        try await visitor.askPasskey(phone)
        let before = try await Self.warnings(site)
        #expect(try await visitor.submit().status == status, "\(count)")
        #expect(try await Self.warnings(site) == before + (status == 422 ? 1 : 0), "\(count)")
      }
    }
  }

  @Test func `nonsense is refused, and nothing falls`() async throws {
    try await TestSite.run(ways: Self.ways) { site in
      let (_, phone) = try await Self.scene(site)
      var ids = SeededIDs(seed: 9)
      let visitor = site.visitor()
      try await visitor.askPasskey(phone)
      let good = try await phone.answer(to: try await visitor.passkeyOptions())
      let parts = good.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      var fields = ["", ".", "....", "è", String(repeating: "A.", count: 30_000)]
      for part in parts.indices {
        for replacement in ["", "A", Base64URL.text(of: ids.bytes(200))] {
          var bent = parts
          bent[part] = replacement
          if bent != parts, !(part == 4 && replacement.isEmpty) {
            fields.append(bent.joined(separator: "."))
          }
        }
      }
      for _ in 0..<40 { fields.append(Base64URL.text(of: ids.bytes(90))) }
      for field in fields {
        site.clock.now = site.clock.now + .seconds(4)
        try await visitor.open("/it/accedi")
        try await visitor.submit("Entra con una passkey")
        try await visitor.fill(["passkey": field])
        let status = try await visitor.submit().status
        #expect((400..<500).contains(status), "\(status): \(field.prefix(80))")
      }
      #expect(try await visitor.open("/it").status == 200)
    }
  }

  @Test func `where the site has no name the pages say so and offer nothing`() async throws {
    try await TestSite.run { site in
      try await site.add("Tea", Self.address)
      let tea = try await site.signedIn(Self.address)
      let page = try await tea.open("/it/profilo/passkey").page
      #expect(page.main.contains("Qui non si possono usare"))
      #expect(!page.main.contains("Aggiungi una passkey"))
      let visitor = site.visitor()
      #expect(try await !visitor.open("/it/accedi").page.main.contains("passkey"))
      #expect(try await visitor.send("GET", "/it/accedi/passkey").status != 200)
    }
  }
}

// Acting in somebody's place: proof, a reason, half an hour, a banner, both names on record, and
// nothing that only the person themselves may do.
import Domain
import Literals
import Services
import Store
import Support
import Testing

@Suite struct StandInTests {
  static let reason = "Non trova il modulo delle consegne"

  struct Scene {
    let ada: Person
    let mario: Person
    let browser: TestBrowser
    var path: String { "/it/scrivania/persone/\(mario.id)" }
  }
  /// Ada, who administers and has just proved it, and Mario, who needs help.
  private static func scene(_ site: TestSite, roles: [Role] = []) async throws -> Scene {
    let ada = try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
    let mario = try await site.add("Mario", "mario@esempio.it", roles: roles)
    let browser = try await site.signedIn("ada@esempio.it")
    return Scene(ada: ada, mario: mario, browser: browser)
  }
  private static func start(_ scene: Scene, _ site: TestSite) async throws -> Reply {
    try await site.proveAll()
    try await scene.browser.open(scene.path)
    try await scene.browser.fill(["perche": reason])
    return try await scene.browser.submit("Agisci al suo posto", following: true)
  }

  @Test(arguments: TestEngine.all)
  func `a helper is the other person, with a banner, until they stop`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let scene = try await Self.scene(site)
      let ada = scene.browser
      let before = await ada.cookies["raccolto_sessione"]
      let profile = try await Self.start(scene, site)
      #expect(profile.text.contains("Ora agisci al posto di Mario."))
      let during = await ada.cookies["raccolto_sessione"]
      #expect(before != during)
      for path in ["/it", "/it/campagne", "/it/profilo", "/it/non-esiste", "/en/how-it-works"] {
        let page = try await ada.open(path).page
        let banner = page.elements("aside").first { $0.text.contains(Self.reason) }?.text ?? ""
        #expect(banner.contains("Mario") && banner.contains("Ada"), "\(path): \(banner)")
      }
      #expect(try await ada.open("/it/profilo").page.main.contains("mario@esempio.it"))
      #expect(try await ada.open(scene.path).status == 404, "Mario sees nobody")
      let me = try await ada.open("/api/v1/me").text
      #expect(me.contains("\(scene.mario.id)") && me.contains("\(scene.ada.id)"))
      let mail = try #require(try await site.mail(to: "mario@esempio.it"))
      #expect(mail.words.text.contains(Self.reason) && mail.words.text.contains("Ada"))
      try await ada.open("/it")
      let back = try await ada.submit("Torna a essere te", following: true)
      #expect(back.text.contains("Non agisci più"))
      let people = try await ada.open("/it/scrivania/persone").page.elements("tr").map(\.text)
      let row = people.first { $0.contains("mario@esempio.it") }
      #expect(row?.hasSuffix("mai") == true, "Mario was never here himself: \(row ?? "")")
      let after = await ada.cookies["raccolto_sessione"]
      #expect(after != during && after != before)
      #expect(try await ada.open(scene.path).status == 200, "Ada again")
      #expect(!(try await ada.open("/it").text.contains(Self.reason)))
      for old in [before, during] {
        let thief = site.visitor(headers: ["Cookie: raccolto_sessione=\(old ?? "")"])
        #expect(try await thief.open("/api/v1/me").status == 401)
      }
    }
  }

  @Test func `it asks for proof and for a reason, and nobody is helped to help`() async throws {
    try await TestSite.run { site in
      let scene = try await Self.scene(site)
      try await scene.browser.open(scene.path)
      try await scene.browser.fill(["perche": Self.reason])
      #expect(try await scene.browser.submit("Agisci al suo posto").status == 403)
      try await site.proveAll()
      try await scene.browser.open(scene.path)
      try await scene.browser.fill(["perche": "prova"])
      let short = try await scene.browser.submit("Agisci al suo posto")
      #expect(short.status == 422 && short.page.element(id: "perche-problem") != nil)
      let count = try await site.database.read { tx in try tx.standIns(for: scene.mario.id).count }
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `every act names the hand and in whose place it was`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let scene = try await Self.scene(site)
      _ = try await Self.start(scene, site)
      try await scene.browser.submit("Torna a essere te", following: true)
      let records = try await site.database.read { tx in
        try tx.auditLines(AuditFilter(person: "Mario"), limit: 10).map(\.record)
      }
      let ended = try #require(records.first { $0.act == .endStandIn })
      #expect(ended.actor == scene.ada.id && ended.onBehalfOf == scene.mario.id)
      let page = try await scene.browser.open("/it/scrivania/registro-atti").page
      #expect(page.main.contains("al posto di Mario"))
      #expect(page.main.contains(Self.reason))
    }
  }

  @Test func `the person sees who, why and when, and can end it`() async throws {
    try await TestSite.run { site in
      let scene = try await Self.scene(site)
      _ = try await Self.start(scene, site)
      site.clock.now = site.clock.now + .seconds(1)
      let mario = try await site.signedIn("mario@esempio.it", from: "203.0.113.9")
      let profile = try await mario.open("/it/profilo").page
      #expect(profile.main.contains("Ada, al tuo posto"))
      #expect(profile.main.contains("Chi ha agito al tuo posto"))
      #expect(profile.main.contains(Self.reason))
      try await mario.submit("Chiudi")
      #expect(try await scene.browser.open("/api/v1/me").status == 401)
      #expect(try await mario.open("/it/profilo").page.main.contains(Self.reason), "kept")
    }
  }

  @Test func `it is over after thirty minutes, and with the helper's right to help`()
    async throws
  {
    try await TestSite.run { site in
      let scene = try await Self.scene(site)
      _ = try await Self.start(scene, site)
      site.clock.now = site.clock.now + .minutes(30) - .seconds(1)
      #expect(try await scene.browser.open("/api/v1/me").status == 200)
      site.clock.now = site.clock.now + .seconds(1)
      #expect(try await scene.browser.open("/api/v1/me").status == 401)
    }
    try await TestSite.run { site in
      let scene = try await Self.scene(site)
      _ = try await Self.start(scene, site)
      let grants = try await site.database.read { tx in try tx.grants(of: scene.ada.id) }
      for grant in grants {
        _ = try await site.identity.revokeRole(grant.id, of: scene.ada.id, by: .operator)
      }
      #expect(try await scene.browser.open("/api/v1/me").status == 401)
    }
    try await TestSite.run { site in
      let scene = try await Self.scene(site)
      _ = try await Self.start(scene, site)
      site.clock.now = site.clock.now + .seconds(1)
      let other = try await site.signedIn("ada@esempio.it", from: "203.0.113.9")
      try await other.open("/it/profilo")
      try await other.submit("Esci dappertutto")
      #expect(try await scene.browser.open("/api/v1/me").status == 401, "everywhere is there too")
    }
  }

  @Test func `ways in and proof stay the person's own`() async throws {
    try await TestSite.run { site in
      let scene = try await Self.scene(site, roles: [.administrator])
      let mario = try await site.signedIn("mario@esempio.it", from: "203.0.113.9")
      _ = try await mario.beginFactor()
      _ = try await Self.start(scene, site)
      let ada = scene.browser
      for path in ["/it/profilo/secondo-fattore", "/it/accedi/di-nuovo"] {
        let reply = try await ada.open(path)
        #expect(reply.status == 403 && reply.text.contains("solo la persona stessa"), "\(path)")
      }
      #expect(!(try await ada.open("/it/profilo").text.contains("Esci dappertutto")))
      let token = try await ada.open("/it/profilo").page.forms.compactMap { $0["csrf"] }.first
      let other = try await site.add("Bea", "bea@esempio.it")
      let grants = try await site.database.read { tx in try tx.grants(of: scene.mario.id) }
      for (path, fields) in [
        (
          "/it/scrivania/persone/\(other.id)/ruoli", [("role", "treasurer"), ("where", "platform")]
        ),
        (
          "/it/scrivania/persone/inviti",
          [
            ("name", "X"), ("email", "x@esempio.it"), ("role", "treasurer"), ("where", "platform"),
            ("language", "it"),
          ]
        ),
        ("/it/scrivania/persone/\(other.id)/al-posto", [("perche", Self.reason)]),
        ("/it/profilo/secondo-fattore", []), ("/it/profilo/accessi/chiudi-tutti", []),
        ("/it/profilo/secondo-fattore/conferma", [("codice", "000000")]),
      ] as [(String, [(String, String)])] {
        let reply = try await ada.send(
          "POST", path, headers: ["Content-Type: application/x-www-form-urlencoded"],
          body: Array(Form.encoded([("csrf", token ?? "")] + fields).utf8))
        #expect(reply.status == 403, "\(path): \(reply.status)")
      }
      let held = try await site.database.read { tx in
        (try tx.grants(of: other.id), try tx.grants(of: scene.mario.id))
      }
      #expect(held.0 == [] && held.1 == grants)
      let actor = Actor.standIn(for: scene.mario.id, grants: grants, by: scene.ada.id)
      #expect(!actor.proved(at: site.clock.now).hasProved(at: site.clock.now))
      #expect(try await mario.open("/api/v1/me").status == 200)
    }
  }

  @Test func `nobody acts in the place of who may do more, or of themselves`() async throws {
    try await TestSite.run { site in
      let scene = try await Self.scene(site, roles: [.treasurer])
      try await site.proveAll()
      let page = try await scene.browser.open(scene.path).page
      #expect(page.main.contains("nessuno agisce al posto di chi può di più"))
      #expect(!page.forms.contains { $0.has("perche") })
      let own = try await scene.browser.open("/it/scrivania/persone/\(scene.ada.id)").page
      #expect(!own.forms.contains { $0.has("perche") })
      let token = page.forms.compactMap { $0["csrf"] }.first ?? ""
      for person in [scene.mario, scene.ada] {
        let reply = try await scene.browser.send(
          "POST", "/it/scrivania/persone/\(person.id)/al-posto",
          headers: ["Content-Type: application/x-www-form-urlencoded"],
          body: Array(Form.encoded([("csrf", token), ("perche", Self.reason)]).utf8))
        #expect(reply.status == 303 && reply.location == "/it/scrivania/persone/\(person.id)")
      }
      #expect(try await scene.browser.open("/api/v1/me").text.contains("\(scene.ada.id)"))
    }
  }

  @Test func `a role that the person gets meanwhile is out of reach`() async throws {
    try await TestSite.run { site in
      let scene = try await Self.scene(site)
      _ = try await Self.start(scene, site)
      _ = try await site.identity.grantRole(
        .init(person: scene.mario.id, role: .auditor, scope: .platform), by: .operator)
      #expect(try await scene.browser.open("/it/scrivania/persone").status == 403)
      let me = try await scene.browser.open("/api/v1/me").text
      #expect(!me.contains("auditor"))
    }
  }
}

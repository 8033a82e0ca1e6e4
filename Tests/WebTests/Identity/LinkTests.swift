// One person, several ways in: joined only by who is in, with a fresh proof, in the same browser;
// taken away with a notice, and never the last one.
import Domain
import Foundation
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct LinkTests {
  private func count(_ site: TestSite, _ sql: SQL) async throws -> Int {
    try await site.database.read { tx in try tx.first(sql, as: { try $0("n") }) ?? 0 }
  }
  private func identities(_ site: TestSite) async throws -> Int {
    try await count(site, "SELECT COUNT(*) AS n FROM fiscal_identity")
  }

  @Test(arguments: TestEngine.all)
  func `staff known by mail connect SPID, and come in by it as themselves`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let ada = try await site.add("Ada", "ada@esempio.it", roles: [.treasurer])
      let desk = try await site.signedIn("ada@esempio.it")
      let before = try #require(await desk.cookies["raccolto_sessione"])
      let reply = try await site.connect(desk)
      #expect(reply.status == 303)
      #expect(reply.location == "/it/profilo")
      #expect(await desk.cookies["raccolto_sessione"] != before, "the session has a new secret")
      let me = try #require(try await site.me(desk))
      #expect(me["id"] as? String == "\(ada.id)")
      #expect(me["fiscalCode"] as? String == SamlWorld.giulia.fiscalCode.text)
      #expect((me["assurance"] as? [String: Any])?["provedAt"] is String)
      let profile = try await desk.open("/it/profilo").page
      #expect(profile.main.contains("SPID con Gestore di prova"))
      #expect(!profile.main.contains(SamlWorld.giulia.fiscalCode.text))
      #expect(try await site.mailKinds(to: "ada@esempio.it").contains("identityAdded"))
      let phone = try await site.signedInBySpid()
      #expect(try await site.me(phone)?["id"] as? String == "\(ada.id)")
      #expect(try await count(site, "SELECT COUNT(*) AS n FROM person") == 1)
    }
  }

  @Test func `an equal address joins nobody`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia Bianchi", "giulia@esempio.it")
      let browser = try await site.signedInBySpid()
      #expect(try await site.me(browser)?["email"] == nil)
      #expect(try await count(site, "SELECT COUNT(*) AS n FROM person") == 2)
    }
  }

  @Test func `an answer in another browser connects nothing`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      try await site.add("Bruno", "bruno@esempio.it")
      let ada = try await site.signedIn("ada@esempio.it")
      let bruno = try await site.signedIn("bruno@esempio.it", from: "203.0.113.8")
      let mine = try site.question(on: try await site.pressConnect(ada))
      _ = try site.question(on: try await site.pressConnect(bruno))
      #expect(try await site.bring(mine, in: bruno).status == 403)
      #expect(try await site.bring(mine, in: site.visitor(from: "203.0.113.9")).status == 403)
      #expect(try await identities(site) == 0)
      #expect(try await site.bring(mine, in: ada).status == 303)
      #expect(try await identities(site) == 1)
    }
  }

  @Test func `an answer after the session ended connects nothing`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      try await site.add("Bruno", "bruno@esempio.it")
      let browser = try await site.signedIn("ada@esempio.it")
      let asked = try site.question(on: try await site.pressConnect(browser))
      try await browser.open("/it/profilo")
      try await browser.submit("Esci")
      // Somebody else comes in on the same computer before the answer does.
      try await browser.open("/it/accedi")
      try await browser.fill(["email": "bruno@esempio.it"])
      try await browser.submit()
      try await browser.open(try await site.link(to: "bruno@esempio.it"))
      try await browser.submit("Entra")
      let reply = try await site.bring(asked, in: browser)
      #expect(reply.status == 403)
      #expect(reply.page.h1 == "L’accesso è finito nel frattempo")
      #expect(try await identities(site) == 0)
      #expect(try await site.me(browser)?["name"] as? String == "Bruno")
    }
  }

  @Test func `connecting asks for a fresh sign-in, and for the factor of who has one`()
    async throws
  {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      let browser = try await site.signedIn("ada@esempio.it")
      site.clock.now = site.clock.now + .minutes(61)
      let old = try await site.pressConnect(browser)
      #expect(old.status == 303)
      #expect(old.location?.hasPrefix("/it/accedi/di-nuovo") == true)

      site.clock.now = site.clock.now + .minutes(16)
      let fresh = try await site.signedIn("ada@esempio.it", from: "203.0.113.8")
      let key = try await fresh.beginFactor()
      try await fresh.fill(["codice": try TestBrowser.code(of: key, at: site.clock.now)])
      try await fresh.submit("Conferma")
      site.clock.now = site.clock.now + .minutes(11)
      let asked = try await site.pressConnect(fresh)
      #expect(asked.status == 403)
      let form = try #require(asked.page.forms.first { $0.has("codice-di-conferma") })
      #expect(form["idp"] == SamlWorld.providerID, "what was chosen is not lost")
      let code = try TestBrowser.code(of: key, at: site.clock.now)
      let fields =
        form.pairs(pressing: nil).filter { $0.0 != "codice-di-conferma" }
        + [("codice-di-conferma", code)]
      let proved = try await fresh.send(
        "POST", form.action, headers: TestSite.formHeaders,
        body: Array(Form.encoded(fields).utf8))
      #expect(try await site.bring(try site.question(on: proved), in: fresh).status == 303)
      #expect(try await identities(site) == 1)
    }
  }

  @Test func `a link is not started by another site`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      let browser = try await site.signedIn("ada@esempio.it")
      let body = Array(Form.encoded([("idp", SamlWorld.providerID)]).utf8)
      let reply = try await browser.send(
        "POST", "/it/profilo/collega", headers: TestSite.formHeaders, body: body)
      #expect(reply.status == 403)
      #expect(try await browser.send("GET", "/it/profilo/collega").status == 405)
    }
  }

  @Test func `the last way in stays, any other goes with a notice and its sessions`()
    async throws
  {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      let desk = try await site.signedIn("ada@esempio.it")
      #expect(try await desk.open("/it/profilo").page.main.contains("unico modo di entrare"))
      _ = try await site.connect(desk)
      let phone = try await site.signedInBySpid()
      #expect(try await site.me(phone) != nil)
      let profile = try await desk.open("/it/profilo").page
      #expect(profile.forms.contains { $0.action == "/it/profilo/indirizzo/togli" })
      let form = try #require(profile.forms.first { $0.action == "/it/profilo/scollega" })
      let body = Array(Form.encoded(form.pairs(pressing: nil)).utf8)
      let removed = try await desk.send(
        "POST", form.action, headers: TestSite.formHeaders, body: body)
      #expect(removed.status == 303)
      #expect(try await identities(site) == 0)
      #expect(try await site.me(phone) == nil, "it came by what was taken away")
      #expect(try await site.me(desk)?["fiscalCode"] == nil)
      #expect(try await site.mailKinds(to: "ada@esempio.it").contains("identityRemoved"))
      let last = try await site.identity.removeCredential(
        .address, by: try #require(try await signedIn(site, desk)), requestID: "")
      #expect(last == .lastWayIn)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the address goes with the sign-ins that came by it, and says how many`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it")
      let desk = try await site.signedIn("ada@esempio.it")
      site.clock.now = site.clock.now + .seconds(1)
      let other = try await site.signedIn("ada@esempio.it", from: "203.0.113.8")
      _ = try await site.connect(desk)
      let phone = try await site.signedInBySpid()
      let profile = try await phone.open("/it/profilo").page
      let form = try #require(profile.forms.first { $0.action == "/it/profilo/indirizzo/togli" })
      let removed = try await phone.send(
        "POST", form.action, headers: TestSite.formHeaders,
        body: Array(Form.encoded(form.pairs(pressing: nil)).utf8))
      #expect(removed.status == 303)
      #expect(try await phone.open("/it/profilo").text.contains("Un altro accesso aperto"))
      #expect(try await site.me(other) == nil, "a thief who reads the mail is out")
      #expect(try await site.me(desk) != nil, "SPID vouched for this one")
      #expect(try await site.me(phone) != nil)
      let mail = try await site.database.read { tx in
        try tx.mails().first { $0.kind == "addressRemoved" }
      }
      #expect(mail?.words.text.contains("sono stati chiusi") == true)
    }
  }

  private func signedIn(_ site: TestSite, _ browser: TestBrowser) async throws -> SignedIn? {
    try await site.identity.findSession(await browser.cookies["raccolto_sessione"] ?? "")
  }

  @Test(arguments: TestEngine.all)
  func `two removals at once leave one way in`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it")
      let desk = try await site.signedIn("ada@esempio.it")
      _ = try await site.connect(desk)
      let ada = try #require(try await signedIn(site, desk))
      async let one = site.identity.removeCredential(.address, by: ada, requestID: "")
      async let other = site.identity.removeCredential(.identity, by: ada, requestID: "")
      let outcomes = try await [one, other]
      #expect(outcomes.filter { $0 != .lastWayIn }.count == 1)
      #expect(outcomes.contains(.lastWayIn))
    }
  }

  @Test func `another fiscal code is refused while one is connected`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      let browser = try await site.signedIn("ada@esempio.it")
      // Two windows, each of which began while nothing was connected.
      let first = try site.question(on: try await site.pressConnect(browser))
      let second = try site.question(on: try await site.pressConnect(browser))
      #expect(try await site.bring(first, in: browser).status == 303)
      let reply = try await site.bring(second, about: SamlWorld.mario, in: browser)
      #expect(reply.status == 403, "its session was renewed meanwhile")
      #expect(try await identities(site) == 1)
    }
  }
}

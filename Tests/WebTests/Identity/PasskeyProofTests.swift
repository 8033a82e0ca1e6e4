// A passkey in place of the code: before acts that matter, at the second step, and before another
// way in is added; and what happens when one is taken away.
import Domain
import Literals
import Services
import Store
import Support
import Testing
import Web

@Suite struct PasskeyProofTests {
  /// Ada, an administrator with a passkey, whose proof has worn off.
  private static func scene(_ site: TestSite) async throws -> (ada: TestBrowser, key: TestDevice) {
    try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
    let ada = try await site.signedIn("ada@esempio.it")
    let key = try await ada.addPasskey(TestDevice("chiavetta", at: site.base))
    site.clock.now = site.clock.now + .minutes(11)
    return (ada, key)
  }
  private static func fill(
    _ visitor: TestBrowser, _ field: String, _ device: TestDevice
  ) async throws {
    try await visitor.fill([field: try await device.answer(to: try await visitor.passkeyOptions())])
  }

  @Test(arguments: TestEngine.all)
  func `it opens the door before a role is given, and nothing typed is lost`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine, ways: PasskeyTests.ways) { site in
      let (ada, key) = try await Self.scene(site)
      let mario = try await site.add("Mario", "mario@esempio.it")
      try await ada.open("/it/scrivania/persone/\(mario.id)")
      try await ada.fill(["role": "treasurer", "where": "platform"])
      let asked = try await ada.submit("Dai un ruolo")
      #expect(asked.status == 403)
      #expect(!asked.page.main.contains("Non hai ancora un secondo fattore"))
      var bad = key
      bad.flags = 1
      try await Self.fill(ada, "passkey-di-conferma", bad)
      #expect(try await ada.submit().status == 422, "nobody was recognised")
      try await Self.fill(ada, "passkey-di-conferma", key)
      let done = try await ada.submit(following: true)
      #expect(done.text.contains("Ruolo dato."))
      let grants = try await site.database.read { tx in try tx.grants(of: mario.id).map(\.role) }
      #expect(grants == [.treasurer])
    }
  }

  @Test(arguments: TestEngine.all)
  func `it finishes a sign-in that waits for a code, its owner's and nobody else's`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine, ways: PasskeyTests.ways) { site in
      let (ada, key) = try await Self.scene(site)
      try await site.add("Mario", "mario@esempio.it")
      let mario = try await site.signedIn("mario@esempio.it")
      let strange = try await mario.addPasskey(TestDevice("di Mario", at: site.base))
      try await ada.open("/it/profilo/secondo-fattore")
      try await ada.submit("Attiva")
      try await Self.fill(ada, "passkey-di-conferma", key)
      let begun = try await ada.submit(following: true).page
      let secret = begun.elements("code").map(\.text).first { $0.count == 39 }
      let code = try TestBrowser.code(of: try #require(secret), at: site.clock.now)
      try await ada.fill(["codice": code])
      #expect(try await ada.submit("Conferma").page.elements("code").count == 10)

      site.clock.now = site.clock.now + .seconds(1)
      let again = try await site.signedIn("ada@esempio.it", from: "203.0.113.8")
      #expect(await again.cookies["raccolto_sessione"] == nil)
      try await again.open("/it/accedi/codice?torna=/it/profilo")
      try await Self.fill(again, "passkey", strange)
      #expect(try await again.submit().status == 422, "another person's")
      #expect(await again.cookies["raccolto_sessione"] == nil)
      try await Self.fill(again, "passkey", key)
      #expect(try await again.submit().location == "/it/profilo")
      #expect(try await again.open("/api/v1/me").status == 200)
    }
  }

  @Test(arguments: TestEngine.all)
  func `who has one shows it before adding another way to prove it`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine, ways: PasskeyTests.ways) { site in
      let (_, key) = try await Self.scene(site)
      // Who reads her mail comes in by a link, without the device.
      let thief = try await site.signedIn("ada@esempio.it", from: "203.0.113.66")
      #expect(try await thief.open("/api/v1/me").status == 200)
      for (page, button) in [
        ("/it/profilo/passkey", "Aggiungi una passkey"), ("/it/profilo/secondo-fattore", "Attiva"),
      ] {
        try await thief.open(page)
        #expect(try await thief.submit(button).status == 403, "\(page)")
        try await thief.fill(["passkey-di-conferma": "A.A.A.A.A"])
        #expect(try await thief.submit().status == 422)
      }
      try await thief.open("/it/profilo/passkey")
      try await thief.submit("Aggiungi una passkey")
      try await Self.fill(thief, "passkey-di-conferma", key)
      #expect(try await thief.submit().page.h1 == "Una passkey nuova", "with the device it opens")
    }
  }

  @Test func `a first one is added only soon after signing in, and one device has one`()
    async throws
  {
    try await TestSite.run(ways: PasskeyTests.ways) { site in
      try await site.add("Ada", "ada@esempio.it")
      let ada = try await site.signedIn("ada@esempio.it")
      site.clock.now = site.clock.now + .minutes(61)
      try await ada.open("/it/profilo/passkey")
      let late = try await ada.submit("Aggiungi una passkey")
      #expect(late.location?.hasPrefix("/it/accedi/di-nuovo") == true)

      let again = try await site.signedIn("ada@esempio.it", from: "203.0.113.8")
      let device = TestDevice("portatile", at: site.base)
      _ = try await again.addPasskey(device)
      await #expect(throws: Fault.self) { _ = try await again.addPasskey(device) }
      #expect(await again.page.text.contains("ha già una passkey"))
    }
  }

  @Test(arguments: TestEngine.all)
  func `it is renamed and removed with proof, and never the last way in`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine, ways: PasskeyTests.ways) { site in
      let (ada, key) = try await Self.scene(site)
      try await ada.open("/it/profilo/passkey")
      try await ada.click("chiavetta")
      try await ada.fill(["nome": "chiavetta blu"])
      #expect(try await ada.submit("Cambia nome").status == 403)
      try await Self.fill(ada, "passkey-di-conferma", key)
      #expect(try await ada.submit(following: true).page.main.contains("chiavetta blu"))

      _ = try await site.database.write { tx in try tx.execute("UPDATE person SET email = ''") }
      try await ada.click("chiavetta blu")
      let kept = try await ada.submit("Togli la passkey", following: true)
      #expect(kept.text.contains("È il solo modo"))
      _ = try await site.database.write { tx in
        try tx.execute("UPDATE person SET email = 'ada@esempio.it'")
      }
      site.clock.now = site.clock.now + .seconds(1)
      try await ada.click("chiavetta blu")
      let gone = try await ada.submit("Togli la passkey", following: true)
      #expect(gone.text.contains("Passkey tolta.") && !gone.page.main.contains("chiavetta blu"))
      #expect(try await site.mail(to: "ada@esempio.it")?.words.subject == "Passkey tolta")
      let visitor = site.visitor()
      try await visitor.askPasskey(key)
      #expect(try await visitor.submit().status == 422)
    }
  }

  @Test func `nobody renames or removes another's`() async throws {
    try await TestSite.run(ways: PasskeyTests.ways) { site in
      let (ada, _) = try await Self.scene(site)
      try await ada.open("/it/profilo/passkey")
      let page = try #require(await ada.page.links.first { $0.text == "chiavetta" }?.href)
      try await site.add("Mario", "mario@esempio.it")
      let mario = try await site.signedIn("mario@esempio.it")
      _ = try await mario.addPasskey(TestDevice("di Mario", at: site.base))
      #expect(try await mario.open(page).status == 404)
      try await mario.open("/it/profilo/passkey")
      try await mario.click("di Mario")
      let form = try #require(await mario.page.forms.first { $0.has("nome") })
      let body = Array(Form.encoded(form.pairs(pressing: nil)).utf8)
      for path in [page, page + "/togli"] {
        let reply = try await mario.send(
          "POST", path, headers: ["Content-Type: application/x-www-form-urlencoded"], body: body)
        #expect(reply.status == 404)
      }
    }
  }

  @Test func `an administrator's reset takes the passkeys too`() async throws {
    try await TestSite.run(ways: PasskeyTests.ways) { site in
      let (_, key) = try await Self.scene(site)
      try await site.add("Rita", "rita@esempio.it", roles: [.administrator])
      let rita = try await site.signedIn("rita@esempio.it")
      _ = try await rita.addPasskey(TestDevice("di Rita", at: site.base))
      let ada = try await site.database.read { tx in
        try tx.first("SELECT id FROM person WHERE name = 'Ada'") { try $0("id", as: String.self) }
      }
      try await rita.open("/it/scrivania/persone/\(try #require(ada))")
      try await rita.fill(["motivo": "Ha perso la chiavetta"])
      #expect(try await rita.submit("Azzera", following: true).text.contains("azzerato"))
      let visitor = site.visitor()
      try await visitor.askPasskey(key)
      #expect(try await visitor.submit().status == 422)
    }
  }
}

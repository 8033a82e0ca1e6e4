// Acts that ask for proof: nothing happens without it, nothing typed is lost, and it wears off.
import Domain
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct FreshProofTests {
  /// Ada, an administrator, and Mario, on whose page she is.
  private static func scene(_ site: TestSite) async throws -> (ada: TestBrowser, mario: Person) {
    try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
    let mario = try await site.add("Mario", "mario@esempio.it")
    return (try await site.signedIn("ada@esempio.it"), mario)
  }
  private static func fill(_ ada: TestBrowser, _ mario: Person) async throws {
    try await ada.open("/it/scrivania/persone/\(mario.id)")
    try await ada.fill(["role": "treasurer", "where": "platform"])
  }
  private static func grants(_ site: TestSite, _ person: Person) async throws -> Int {
    try await site.database.read { tx in try tx.grants(of: person.id).count }
  }

  @Test(arguments: TestEngine.all)
  func `a role is given only after the code, with the fields that were filled`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (ada, mario) = try await Self.scene(site)
      let key = try await ada.beginFactor()
      try await ada.fill(["codice": try TestBrowser.code(of: key, at: site.clock.now)])
      try await ada.submit("Conferma")
      site.clock.now = site.clock.now + .minutes(11)
      try await Self.fill(ada, mario)
      let asked = try await ada.submit("Dai un ruolo")
      #expect(asked.status == 403)
      #expect(try await Self.grants(site, mario) == 0)
      try await ada.fill(["codice-di-conferma": "000000"])
      let wrong = try await ada.submit("Conferma")
      #expect(wrong.status == 422)
      #expect(wrong.page.element(id: "codice-di-conferma-problem") != nil)
      #expect(try await Self.grants(site, mario) == 0)
      try await ada.fill(["codice-di-conferma": try TestBrowser.code(of: key, at: site.clock.now)])
      let done = try await ada.submit("Conferma", following: true)
      #expect(done.text.contains("Ruolo dato."))
      #expect(done.page.main.contains("tesoreria"))
      #expect(try await ada.submit("Togli", following: true).text.contains("Ruolo tolto."))
      site.clock.now = site.clock.now + .minutes(11)
      try await Self.fill(ada, mario)
      #expect(try await ada.submit("Dai un ruolo").status == 403, "it wears off")
    }
  }

  @Test func `who has no factor sets one up in another window and goes on`() async throws {
    try await TestSite.run { site in
      let (ada, mario) = try await Self.scene(site)
      try await Self.fill(ada, mario)
      let asked = try await ada.submit("Dai un ruolo")
      #expect(asked.status == 403)
      #expect(asked.page.links.contains { $0.href == "/it/profilo/secondo-fattore" })
      let form = try #require(asked.page.forms.first { $0.has("role") })
      #expect(form["role"] == "treasurer" && form["where"] == "platform")
      try await ada.enrolFactor(at: site.clock.now)
      let done = try await ada.send(
        "POST", form.action, headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array(Form.encoded(form.pairs(pressing: nil)).utf8))
      #expect(done.status == 303)
      #expect(try await Self.grants(site, mario) == 1)
    }
  }

  @Test func `a proof is the session's own, not the person's`() async throws {
    try await TestSite.run { site in
      let (ada, mario) = try await Self.scene(site)
      site.clock.now = site.clock.now + .seconds(1)
      let other = try await site.signedIn("ada@esempio.it", from: "203.0.113.8")
      try await ada.enrolFactor(at: site.clock.now)
      try await Self.fill(other, mario)
      #expect(try await other.submit("Dai un ruolo").status == 403)
      try await Self.fill(ada, mario)
      #expect(try await ada.submit("Dai un ruolo").status == 303)
    }
  }

  @Test func `the use case itself refuses, whoever calls it`() async throws {
    try await TestSite.run { site in
      let (_, mario) = try await Self.scene(site)
      let ada = try #require(
        try await site.database.read { tx in
          try EmailAddress("ada@esempio.it").flatMap { try tx.person(at: $0) }
        })
      let grants = try await site.database.read { tx in try tx.grants(of: ada.id) }
      for (provedAt, isDone) in [
        (nil, false), (site.clock.now - .minutes(11), false), (site.clock.now, true),
      ] {
        let outcome = try await site.identity.grantRole(
          .init(person: mario.id, role: .treasurer, scope: .platform),
          by: .person(ada.id, grants: grants, provedAt: provedAt))
        if case .granted = outcome {
          #expect(isDone)
        } else {
          #expect(!isDone)
          guard case .notProved = outcome else {
            Issue.record("was \(outcome)")
            continue
          }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `signing out everywhere ends every session`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Tea", "tea@esempio.it", roles: [.treasurer])
      let agent = "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/1 Firefox/140.0"
      let address = try #require(EmailAddress("tea@esempio.it"))
      let token = try #require(
        try await site.identity.requestSignInLink.issueForOperator(to: address, nextPath: ""))
      let phone = site.visitor(headers: [agent])
      try await phone.open("/it/accedi/\(token)")
      try await phone.submit("Entra")
      let desk = try await site.signedIn("tea@esempio.it", from: "203.0.113.8")
      let profile = try await desk.open("/it/profilo").page
      #expect(profile.main.contains("Firefox, Linux"))
      #expect(profile.main.contains("Questo dispositivo"))
      try await desk.submit("Esci dappertutto")
      for browser in [phone, desk] { #expect(try await browser.open("/api/v1/me").status == 401) }
    }
  }
}

// A sign-in by SPID inside a session as a proof: of the same person, and the form that waits goes
// on.
import Domain
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct StepUpTests {
  private struct Scene {
    let ada: TestBrowser
    let mario: Person
    let waiting: Form
  }

  /// Ada, whose SPID is connected and whose proof wore off, before the page that asks for it.
  private func scene(_ site: TestSite) async throws -> Scene {
    try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
    let mario = try await site.add("Mario", "mario@esempio.it")
    let ada = try await site.signedIn("ada@esempio.it")
    #expect(try await site.connect(ada).status == 303)
    site.clock.now = site.clock.now + .minutes(11)
    try await ada.open("/it/scrivania/persone/\(mario.id)")
    try await ada.fill(["role": "treasurer", "where": "platform"])
    let asked = try await ada.submit("Dai un ruolo")
    #expect(asked.status == 403)
    let link = try #require(
      asked.page.links.first { $0.href.hasPrefix("/it/accedi/di-nuovo") })
    let again = try await ada.open(link.href).page
    let providers = again.links.filter { $0.href.hasPrefix("/spid/login") }
    #expect(!providers.isEmpty)
    #expect(providers.allSatisfy { $0.href.contains("purpose=prove") })
    let form = try #require(asked.page.forms.first { $0.has("role") })
    return Scene(ada: ada, mario: mario, waiting: form)
  }

  private func press(_ scene: Scene) async throws -> Support.Reply {
    try await scene.ada.send(
      "POST", scene.waiting.action, headers: TestSite.formHeaders,
      body: Array(Form.encoded(scene.waiting.pairs(pressing: nil)).utf8))
  }
  private func roles(_ site: TestSite, _ person: Person) async throws -> Int {
    try await site.database.read { tx in try tx.grants(of: person.id).count }
  }

  @Test(arguments: TestEngine.all)
  func `SPID in another tab is a proof, and the form that waits goes on`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let scene = try await scene(site)
      let question = try await site.askSpid(
        scene.ada, "&purpose=prove&torna=%2Fit%2Faccedi%2Ffatto")
      let reply = try await site.bring(question, in: scene.ada)
      #expect(reply.location == "/it/accedi/fatto")
      #expect(try await scene.ada.open("/it/accedi/fatto").page.h1 == "Fatto")
      #expect(try await press(scene).status == 303)
      #expect(try await roles(site, scene.mario) == 1)
    }
  }

  @Test func `who comes back as somebody else proves nothing, and changes nobody`() async throws {
    try await TestSite.run { site in
      let scene = try await scene(site)
      let question = try await site.askSpid(scene.ada, "&purpose=prove")
      let reply = try await site.bring(question, about: SamlWorld.mario, in: scene.ada)
      #expect(reply.status == 403)
      #expect(reply.page.h1 == "Non è la stessa persona")
      #expect(try await site.me(scene.ada)?["name"] as? String == "Ada")
      #expect(try await press(scene).status == 403)
      #expect(try await roles(site, scene.mario) == 0)
      let people = try await site.database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM person", as: { try $0("n", as: Int.self) })
      }
      #expect(people == 2, "nobody was added")
    }
  }

  @Test func `a proof needs somebody who is signed in`() async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().send(
        "GET", TestSite.signInBySpid + "&purpose=prove")
      #expect(reply.status == 303)
      #expect(reply.location == "/it/accedi")
    }
  }

  @Test func `who is not connected is led to the profile, not to another person`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it")
      let page = try await site.signedIn("ada@esempio.it").open("/it/accedi/di-nuovo").page
      #expect(!page.links.contains { $0.href.hasPrefix("/spid/login") })
      #expect(page.main.contains("bisogna averli collegati"))
    }
  }
}

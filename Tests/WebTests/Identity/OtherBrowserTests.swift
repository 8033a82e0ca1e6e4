// A one-time link in another browser than the one that asked: it says whose sign-in it is, and lets
// in only who has read that.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct OtherBrowserTests {
  /// Mallory asks for a link to her own account and sends it to Giulia.
  private func planted(_ site: TestSite) async throws -> String {
    try await site.add("Mallory", "mallory@esempio.it")
    let mallory = site.visitor()
    try await mallory.open("/it/accedi")
    try await mallory.fill(["email": "mallory@esempio.it"])
    try await mallory.submit()
    return try await site.link(to: "mallory@esempio.it")
  }

  @Test(arguments: TestEngine.all)
  func `a link from somewhere else names its account before it lets in`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let link = try await planted(site)
      let giulia = site.visitor(from: "203.0.113.9")
      let page = try await giulia.open(link).page
      #expect(page.main.contains("m…@esempio.it"))
      #expect(page.main.contains("un altro browser o dispositivo"))
      #expect(!page.main.contains("mallory@"), "the address is not for whoever has the link")
      // A form without what the page says: the button was never seen.
      let form = try #require(page.forms.first { $0.action == link })
      let blind = form.pairs(pressing: nil).filter { $0.0 != "altrove" }
      let reply = try await giulia.send(
        "POST", link, headers: TestSite.formHeaders, body: Array(Form.encoded(blind).utf8))
      #expect(reply.status == 303 && reply.location == link)
      #expect(try await site.me(giulia) == nil)
      try await giulia.open(link)
      #expect(try await giulia.submit("Entra").status == 303, "her own mail on her telephone")
      #expect(try await site.me(giulia)?["name"] as? String == "Mallory")
      #expect(try await site.visitor(from: "203.0.113.10").open(link).status == 410)
    }
  }

  @Test func `in the browser that asked nothing is in the way`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let giulia = site.visitor()
      try await giulia.open("/it/accedi")
      try await giulia.fill(["email": "giulia@esempio.it"])
      try await giulia.submit()
      let page = try await giulia.open(try await site.link(to: "giulia@esempio.it")).page
      #expect(page.main.contains("g…@esempio.it"))
      #expect(!page.main.contains("altro browser"))
      #expect(try await giulia.submit("Entra").status == 303)
      // Asked for again from inside the session.
      try await giulia.open("/it/accedi/di-nuovo")
      try await giulia.submit("Mandami il collegamento")
      let again = try await giulia.open(try await site.link(to: "giulia@esempio.it")).page
      #expect(!again.main.contains("altro browser"))
    }
  }
}

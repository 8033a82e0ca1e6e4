// A minor's answer waits for a parent's consent: up to a day, whatever else happens in the browser.
import Domain
import SAML
import Services
import Store
import Support
import Testing

@Suite struct MinorTests {
  /// From the sign-in page to the provider, as a minor goes.
  private func ask(_ site: TestSite, _ browser: TestBrowser) async throws -> TestQuestion {
    try await browser.open("/it/accedi")
    let page = try await browser.click("Hai meno di 18 anni?").page
    #expect(page.main.contains("24 ore"))
    let link = try #require(
      page.links.first { $0.href.contains("provider.example") && $0.href.contains("minor=1") })
    let reply = try await browser.send("GET", link.href)
    return try #require(
      site.saml.question(in: reply.location ?? "", of: site.saml.provider))
  }

  private func bring(
    _ site: TestSite, _ question: TestQuestion, about person: VouchedPerson, in browser: TestBrowser
  ) async throws -> Int {
    let field = try site.saml.reply(to: question, about: person, at: site.clock.now)
    return try await browser.send(
      "POST", "/spid/acs", headers: TestSite.formHeaders,
      body: Array(Form.encoded([("SAMLResponse", field)]).utf8)
    ).status
  }

  @Test(arguments: TestEngine.all)
  func `the answer comes 23 hours later, after others came in and left`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let browser = site.visitor()
      let asked = try await ask(site, browser)
      let mark = try #require(await browser.cookies["raccolto_minore"])
      site.clock.now = site.clock.now + .hours(2)
      // The parent signs in here, with the same browser, and out again.
      let parent = try await site.askSpid(browser)
      #expect(await browser.cookies["raccolto_minore"] == mark)
      #expect(try await bring(site, parent, about: SamlWorld.mario, in: browser) == 303)
      #expect(await browser.cookies["raccolto_accesso"] == nil, "theirs is over")
      #expect(await browser.cookies["raccolto_minore"] == mark, "the minor's is not")
      try await browser.open("/it/profilo")
      try await browser.submit("Esci")
      site.clock.now = site.clock.now + .hours(21)
      _ = try await site.saml.services(
        site.database, clock: site.clock.port, entropy: seededEntropy(4)
      ).tend.expireRequests()
      #expect(try await bring(site, asked, about: SamlWorld.giulia, in: browser) == 303)
      #expect(try await site.me(browser)?["name"] as? String == SamlWorld.giulia.name)
      #expect(await browser.cookies["raccolto_minore"] == nil)
      #expect(try await bring(site, asked, about: SamlWorld.giulia, in: browser) == 403, "once")
    }
  }

  @Test func `its cookie lasts a day, and two children of one browser both come in`() async throws {
    try await TestSite.run { site in
      let browser = site.visitor()
      let path = TestSite.signInBySpid + "&minor=1"
      let cookies = try await browser.send("GET", path).headers.filter {
        $0.name.lowercased() == "set-cookie" && $0.value.hasPrefix("raccolto_minore=")
      }
      #expect(cookies.first?.value.contains("Max-Age=86400") == true)
      let first = try await ask(site, browser)
      let second = try await ask(site, browser)
      #expect(try await bring(site, second, about: SamlWorld.mario, in: browser) == 303)
      #expect(try await bring(site, first, about: SamlWorld.giulia, in: browser) == 303)
    }
  }

  @Test func `after a day it is over, and other browsers answer nothing`() async throws {
    try await TestSite.run { site in
      let browser = site.visitor()
      let (first, second) = (try await ask(site, browser), try await ask(site, browser))
      let thief = site.visitor(from: "203.0.113.66")
      #expect(try await bring(site, first, about: SamlWorld.giulia, in: thief) == 403)
      site.clock.now = site.clock.now + .hours(24)
      #expect(try await bring(site, second, about: SamlWorld.giulia, in: browser) == 403)
    }
  }
}

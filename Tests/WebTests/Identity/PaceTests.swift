// How often one address may ask to be sent to a provider, and answer from there: a limit everywhere
// but in mode `test`, which lifts this one and no other.
import Domain
import SAML
import Services
import Support
import Testing
import Web

@Suite struct PaceTests {
  private static let burst = 120

  private func login(_ visitor: TestBrowser) async throws -> Support.Reply {
    try await visitor.send("GET", TestSite.signInBySpid)
  }
  private func answer(_ visitor: TestBrowser) async throws -> Support.Reply {
    try await visitor.send(
      "POST", "/spid/acs",
      headers: TestSite.formHeaders + ["Origin: \(SamlWorld.providerID)"],
      body: Array("SAMLResponse=bm9uc2Vuc2U%3D".utf8))
  }

  @Test(arguments: [SiteSettings.Mode.demo, .production])
  func `a burst from one address has to wait, another address has not`(
    _ mode: SiteSettings.Mode
  ) async throws {
    try await TestSite.run(mode: mode) { site in
      let visitor = site.visitor()
      for _ in 0..<Self.burst / 2 {
        #expect(try await login(visitor).status == 302)
        #expect(try await answer(visitor).status == 403)
      }
      for reply in [try await login(visitor), try await answer(visitor)] {
        #expect(reply.status == 429)
        #expect(reply.header("Retry-After").flatMap(Int.init).map { $0 >= 1 } == true)
      }
      #expect(try await login(site.visitor(from: "203.0.113.99")).status == 302)
      site.clock.now = site.clock.now + .seconds(1)
      #expect(try await login(visitor).status == 302, "and it opens again")
    }
  }

  @Test func `in mode test logins and answers pass, and mail waits as ever`() async throws {
    try await TestSite.run(mode: .test) { site in
      let visitor = site.visitor()
      for _ in 0..<Self.burst {
        #expect(try await login(visitor).status == 302)
        #expect(try await answer(visitor).status == 403)
      }
      var statuses: [Int] = []
      for _ in 0..<6 {
        try await visitor.open("/it/accedi")
        try await visitor.fill(["email": "nessuno@esempio.it"])
        statuses.append(try await visitor.submit().status)
      }
      #expect(statuses == [303, 303, 303, 303, 303, 429])
    }
  }
}

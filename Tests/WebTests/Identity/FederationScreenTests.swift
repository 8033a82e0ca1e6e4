// Signing in by SPID as a browser meets it: where it is sent, what it brings back, what it may not.
import Domain
import Foundation
import SAML
import Services
import Support
import Testing
import Web

@Suite struct FederationScreenTests {
  private static let login = "/spid/login?idp=https%3A%2F%2Fprovider.example"

  private func ask(
    _ site: TestSite, _ visitor: TestBrowser, _ extra: String = ""
  ) async throws -> TestQuestion {
    let reply = try await visitor.send("GET", Self.login + extra)
    #expect(reply.status == 302)
    let url = try #require(reply.location)
    return try #require(site.saml.question(in: url, of: site.saml.provider))
  }

  private func post(
    _ visitor: TestBrowser, _ fields: [(String, String)], to path: String = "/spid/acs",
    type: String = "application/x-www-form-urlencoded"
  ) async throws -> Support.Reply {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._")
    let body = fields.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }.joined(separator: "&")
    return try await visitor.send(
      "POST", path, headers: ["Content-Type: \(type)", "Origin: \(SamlWorld.providerID)"],
      body: Array(body.utf8))
  }

  private func fiscalCode(_ visitor: TestBrowser) async throws -> String? {
    let reply = try await visitor.send("GET", "/api/v1/me")
    guard reply.status == 200 else {
      #expect(reply.status == 401)
      return nil
    }
    return (try reply.json() as? [String: Any])?["fiscalCode"] as? String
  }

  @Test(arguments: TestEngine.all)
  func `an answer lets in, and says who`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let visitor = site.visitor()
      let question = try await ask(site, visitor, "&torna=%2Fit%2Fcampagne")
      let before = await visitor.cookies
      let field = try site.saml.reply(to: question, at: site.clock.now)
      let reply = try await post(visitor, [("SAMLResponse", field), ("RelayState", "x")])
      #expect(reply.status == 303)
      #expect(reply.location == "/it/campagne")
      #expect(try await fiscalCode(visitor) == SamlWorld.giulia.fiscalCode.text)
      let after = await visitor.cookies
      #expect(before["raccolto_accesso"] != nil)
      #expect(after["raccolto_accesso"] == nil, "the login's own cookie is dropped")
      #expect(after["raccolto_sessione"] != nil)
    }
  }

  @Test func `signing in again gives a new session and ends the old one`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      var tokens: [String] = []
      for _ in 1...2 {
        let question = try await ask(site, visitor)
        let field = try site.saml.reply(to: question, at: site.clock.now)
        // A browser brings the login's cookie alone: the provider's page is another site.
        let login = try #require(await visitor.cookies["raccolto_accesso"])
        let tab = site.visitor(headers: ["Cookie: raccolto_accesso=\(login)"])
        _ = try await post(tab, [("SAMLResponse", field)])
        let token = try #require(await tab.cookies["raccolto_sessione"])
        await visitor.keep("raccolto_sessione", token)
        tokens.append(token)
      }
      #expect(tokens[0] != tokens[1])
      #expect(try await fiscalCode(visitor) != nil)
      let thief = TestBrowser(site.base, headers: ["Cookie: raccolto_sessione=\(tokens[0])"])
      #expect(try await thief.send("GET", "/api/v1/me").status == 401)
    }
  }

  @Test func `an answer planted in somebody else's browser signs nobody in`() async throws {
    try await TestSite.run { site in
      let attacker = site.visitor()
      let victim = site.visitor(from: "203.0.113.9")
      let question = try await ask(site, attacker)
      _ = try await ask(site, victim)
      let field = try site.saml.reply(to: question, about: SamlWorld.mario, at: site.clock.now)
      #expect(try await post(victim, [("SAMLResponse", field)]).status == 403)
      #expect(try await fiscalCode(victim) == nil)
      let stranger = site.visitor(from: "203.0.113.10")
      #expect(try await post(stranger, [("SAMLResponse", field)]).status == 403)
    }
  }

  @Test func `RelayState and torna lead nowhere else`() async throws {
    try await TestSite.run { site in
      for next in ["https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"] {
        let visitor = site.visitor()
        let question = try await ask(site, visitor, "&torna=\(next)")
        let field = try site.saml.reply(to: question, at: site.clock.now)
        let reply = try await post(
          visitor, [("SAMLResponse", field), ("RelayState", "https://evil.example")])
        #expect(reply.status == 303)
        #expect(reply.location == "/it/profilo")
      }
    }
  }

  @Test(arguments: SamlDecline.allCases.filter { $0 != .service })
  func `each ending has a page of its own`(_ decline: SamlDecline) async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let question = try await ask(site, visitor)
      let field = try site.saml.reply(to: question, at: site.clock.now) { $0.decline = decline }
      let reply = try await post(visitor, [("SAMLResponse", field)])
      #expect(reply.status == 403)
      #expect(!reply.page.h1.isEmpty && reply.page.h1 != "Accesso non riuscito")
      #expect(!reply.text.contains("ErrorCode"))
      #expect(reply.page.links.contains { $0.href.hasPrefix("/it/accedi") })
      #expect(try await fiscalCode(visitor) == nil)
    }
  }

  @Test func `the POST binding works with a button alone, and only toward the provider`()
    async throws
  {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let reply = try await visitor.open(Self.login + "&binding=post&level=1")
      #expect(reply.status == 200)
      let policy = reply.header("Content-Security-Policy") ?? ""
      #expect(policy.contains("form-action 'self' \(SamlWorld.providerID);"))
      #expect(!policy.contains("unsafe"))
      let form = try #require(reply.page.forms.first { $0.has("SAMLRequest") })
      #expect(form.action == "\(SamlWorld.providerID)/sso")
      #expect(!form.buttons.isEmpty)
      #expect(!reply.text.contains("onload"))
    }
  }

  @Test func `what is no answer is refused with 4xx`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let question = try await ask(site, visitor)
      let field = try site.saml.reply(to: question, at: site.clock.now)
      let cases: [([(String, String)], String)] = [
        ([], "application/x-www-form-urlencoded"),
        ([("SAMLResponse", "")], "application/x-www-form-urlencoded"),
        ([("SAMLResponse", "%%%")], "application/x-www-form-urlencoded"),
        ([("SAMLResponse", field), ("SAMLResponse", field)], "application/x-www-form-urlencoded"),
        ([("SAMLResponse", field)], "text/xml"),
        ([("SAMLResponse", field)], "multipart/form-data; boundary=x"),
        (
          [("SAMLResponse", String(repeating: "A", count: 300_000))],
          "application/x-www-form-urlencoded"
        ),
        (
          [("SAMLResponse", String(repeating: "A", count: 700_000))],
          "application/x-www-form-urlencoded"
        ),
      ]
      for (fields, type) in cases {
        let reply = try await post(visitor, fields, type: type)
        #expect((400..<500).contains(reply.status), "\(fields.count) \(type) \(reply.status)")
      }
      #expect(try await visitor.send("GET", "/spid/acs").status == 405)
      #expect(try await fiscalCode(visitor) == nil)
    }
  }

  @Test func `an answer as a form with files is refused, whatever it says`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let question = try await ask(site, visitor)
      let field = try site.saml.reply(to: question, at: site.clock.now)
      let part = "--x\r\nContent-Disposition: form-data; name=\"SAMLResponse\"\r\n\r\n"
      let reply = try await visitor.send(
        "POST", "/spid/acs", headers: ["Content-Type: multipart/form-data; boundary=x"],
        body: Array("\(part)\(field)\r\n--x--\r\n".utf8))
      #expect(reply.status == 415)
      #expect(try await fiscalCode(visitor) == nil)
    }
  }

  @Test func `nobody is logged out by a request that its provider did not sign`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let question = try await ask(site, visitor, "&level=1")
      let now = site.clock.now
      let field = try site.saml.reply(to: question, at: now) { $0.nameID = "_name" }
      _ = try await post(visitor, [("SAMLResponse", field)])
      #expect(try await fiscalCode(visitor) != nil)
      func order(_ signature: String) -> String {
        """
        <p:LogoutRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol"\
         xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion" ID="_out" Version="2.0"\
         IssueInstant="\(now.rfc3339)" Destination="\(site.base)/spid/slo"><a:Issuer\
         Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">\
        \(SamlWorld.providerID)</a:Issuer>\(signature)<a:NameID\
         Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_name</a:NameID>\
        </p:LogoutRequest>
        """
      }
      let outside = site.visitor(from: "203.0.113.20")
      let unsigned = base64(Array(order("").utf8))
      #expect(try await post(outside, [("SAMLRequest", unsigned)], to: "/spid/slo").status == 403)
      let template = TestAnswer.template(over: "_out")
      let foreign = base64(
        try TestAnswer.signed(order(template), by: SamlKeys.otherProvider.key, ids: ["_out"]))
      #expect(try await post(outside, [("SAMLRequest", foreign)], to: "/spid/slo").status == 403)
      #expect(try await fiscalCode(visitor) != nil)
      let signed = base64(
        try TestAnswer.signed(order(template), by: SamlKeys.provider.key, ids: ["_out"]))
      let reply = try await post(
        outside, [("SAMLRequest", signed), ("RelayState", "r")], to: "/spid/slo")
      #expect(reply.status == 302)
      #expect(reply.location?.contains("SAMLResponse=") == true)
      #expect(try await fiscalCode(visitor) == nil)
    }
  }

  @Test func `the sign-in page offers every provider, without script`() async throws {
    try await TestSite.run { site in
      let page = try await site.visitor().open("/it/accedi").page
      let offered = page.links.filter { $0.href.hasPrefix("/spid/login?idp=") }
      #expect(offered.count == 2)
      #expect(page.text.contains("Entra con SPID"))
    }
  }

  @Test func `the test provider leads through, and is not there in production`() async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().send("GET", "/spid/prova")
      #expect(reply.status == 400)
    }
    try await TestSite.run(mode: .production) { site in
      let reply = try await site.visitor().send("GET", "/spid/prova")
      #expect(reply.status == 404)
    }
  }

  @Test func `metadata is served as what it is`() async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().send("GET", "/spid/metadata")
      #expect(reply.status == 200)
      #expect(reply.header("Content-Type") == "application/samlmetadata+xml")
      #expect(try await site.visitor().send("GET", "/cie/metadata").status == 404)
      #expect(try await site.visitor().send("GET", "/spid/metadata").body == reply.body)
    }
  }
}

// Single Logout begun by a provider, in both bindings: only what that provider signed just now ends
// sessions, and what is read is what was signed.
import Domain
import Foundation
import SAML
import Services
import Store
import Support
import Testing
import Web

@Suite struct LogoutTests {
  /// The query of a LogoutRequest in the redirect binding, signed by a key.
  private func query(
    _ site: TestSite, _ name: String = "_name", index: String? = nil, id: String = "_out",
    by pair: SamlKeys.Pair = SamlKeys.provider, as issuer: String = SamlWorld.providerID,
    at now: Instant? = nil
  ) throws -> String {
    let speaker = ServiceProvider(
      profile: .spidPrivate, entityID: issuer, acs: "", slo: "",
      about: (site.saml.service.organisation, pair.keys))
    let place = "\(site.base)/spid/slo"
    let us = IdentityProvider(
      entityID: "us", name: "us", scheme: .spid, certificates: [], signOn: [:],
      logout: [.redirect: place])
    let subject = SamlSubject(nameID: name, nameQualifier: issuer, sessionIndex: index)
    let message = try Gateway([speaker]).askLogout(
      subject, id: id, at: us, now: now ?? site.clock.now)
    guard case .redirect(let url) = message?.way else { throw Fault("no message") }
    return String(url.dropFirst(place.count + 1))
  }

  /// Somebody who came in at level 1, under a name and an index of the provider's.
  private func comeIn(
    _ site: TestSite, _ name: String = "_name", index: String? = nil, from peer: String
  ) async throws -> TestBrowser {
    let browser = site.visitor(from: peer)
    let question = try await site.askSpid(browser, "&level=1")
    let field = try site.saml.reply(to: question, at: site.clock.now) {
      ($0.nameID, $0.sessionIndex) = (name, index)
    }
    let body = Form.encoded([("SAMLResponse", field)])
    let reply = try await browser.send(
      "POST", "/spid/acs", headers: TestSite.formHeaders, body: Array(body.utf8))
    guard reply.status == 303 else { throw Fault("nobody is in: \(reply.status)") }
    return browser
  }

  private func order(_ site: TestSite, _ inside: String, attributes: String = "") -> String {
    """
    <p:LogoutRequest xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol"\
     xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_post" Version="2.0"\
     IssueInstant="\(site.clock.now.rfc3339)" Destination="\(site.base)/spid/slo"\(attributes)>\
    \(inside)</p:LogoutRequest>
    """
  }
  private static let issuer = """
    <saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity"\
     NameQualifier="\(SamlWorld.providerID)">\(SamlWorld.providerID)</saml:Issuer>
    """
  private static let name = """
    <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_name</saml:NameID>
    """

  private func post(
    _ site: TestSite, _ xml: String, by pair: SamlKeys.Pair? = SamlKeys.provider
  ) async throws -> Support.Reply {
    let bytes =
      try pair.map { try TestAnswer.signed(xml, by: $0.key, ids: ["_post"]) } ?? Array(xml.utf8)
    let body = Form.encoded([("SAMLRequest", base64(bytes))])
    return try await site.visitor(from: "203.0.113.50").send(
      "POST", "/spid/slo", headers: TestSite.formHeaders, body: Array(body.utf8))
  }

  @Test(arguments: TestEngine.all)
  func `what the provider signed in its redirect ends the session, once`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let visitor = try await comeIn(site, from: "203.0.113.1")
      let other = try await comeIn(site, "_other", from: "203.0.113.2")
      let outside = site.visitor(from: "203.0.113.20")
      let signed = try query(site)
      let reply = try await outside.send("GET", "/spid/slo?\(signed)")
      #expect(reply.status == 302)
      #expect(reply.location?.hasPrefix("\(SamlWorld.providerID)/sso?SAMLResponse=") == true)
      #expect(try await site.me(visitor) == nil)
      #expect(try await site.me(other) != nil, "somebody else stays")
      let again = try await comeIn(site, from: "203.0.113.3")
      #expect(try await outside.send("GET", "/spid/slo?\(signed)").status == 403, "replayed")
      #expect(try await site.me(again) != nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a forged redirect ends nothing`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let visitor = try await comeIn(site, from: "203.0.113.1")
      let other = try await comeIn(site, "_other", from: "203.0.113.2")
      // The attacker holds a good one about themselves, and wants Giulia's session ended.
      let mine = try query(site, "_mine", id: "_mine")
      let hers = try query(site, id: "_hers", by: SamlKeys.attacker)
      let pairs = mine.split(separator: "&").map(String.init)
      let evil = String(hers.split(separator: "&")[0])
      let encoded = evil.replacing("SAMLRequest=", with: "%53AMLRequest=")
      let forged: [(String, String)] = [
        ("twice, evil first", "\(evil)&\(mine)"), ("twice, evil last", "\(mine)&\(evil)"),
        ("twice under a name that decodes to it, first", "\(encoded)&\(mine)"),
        ("twice under a name that decodes to it, last", "\(mine)&\(encoded)"),
        ("with an answer beside it", "\(mine)&SAMLResponse=x"),
        ("RelayState added", "\(pairs[0])&RelayState=x&\(pairs[1])&\(pairs[2])"),
        ("RelayState after the signature", "\(mine)&RelayState=x"),
        ("reordered", "\(pairs[1])&\(pairs[0])&\(pairs[2])"),
        ("unsigned", evil), ("its signature left out", "\(evil)&\(pairs[1])"),
        ("an empty signature", "\(evil)&\(pairs[1])&Signature="),
        ("another message's signature", "\(evil)&\(pairs[1])&\(pairs[2])"),
        ("a key of the attacker's", hers),
        ("another provider's key", try query(site, id: "_k", by: SamlKeys.otherProvider)),
        (
          "another provider in its own name",
          try query(site, id: "_o", by: SamlKeys.otherProvider, as: SamlWorld.otherID)
        ),
        ("SHA-1", mine.replacing("rsa-sha256", with: "rsa-sha1")),
        (
          "from six minutes ago",
          try query(site, id: "_old", at: site.clock.now - .minutes(6))
        ),
        ("of tomorrow", try query(site, id: "_new", at: site.clock.now + .hours(24))),
      ]
      for (index, (name, query)) in forged.enumerated() {
        let outside = site.visitor(from: "203.0.113.\(100 + index)")
        let reply = try await outside.send("GET", "/spid/slo?\(query)")
        // Another provider may end sessions of its own, of which it has none.
        let isTheirs = name == "another provider in its own name"
        #expect(isTheirs ? reply.status == 302 : reply.status == 403, "\(name): \(reply.status)")
        #expect(try await site.me(visitor) != nil, "\(name)")
      }
      #expect(try await site.me(other) != nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `every index that is named is ended, and no other`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let one = try await comeIn(site, index: "_1", from: "203.0.113.1")
      let two = try await comeIn(site, index: "_2", from: "203.0.113.2")
      let three = try await comeIn(site, index: "_3", from: "203.0.113.3")
      let template = TestAnswer.template(over: "_post")
      let indexes = ["_1", "_3"].map { "<p:SessionIndex>\($0)</p:SessionIndex>" }.joined()
      let reply = try await post(
        site, order(site, Self.issuer + template + Self.name + indexes))
      #expect(reply.status == 302)
      #expect(try await site.me(one) == nil)
      #expect(try await site.me(two) != nil)
      #expect(try await site.me(three) == nil)
    }
  }

  @Test func `an order by form that does not keep the rules ends nothing`() async throws {
    try await TestSite.run { site in
      let visitor = try await comeIn(site, from: "203.0.113.1")
      let sign = TestAnswer.template(over: "_post")
      let plain = Self.issuer.replacing(
        " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\"", with: "")
      let loose = Self.name.replacing("transient", with: "persistent")
      let bare = "<saml:NameID>_name</saml:NameID>"
      let cases: [(String, String, SamlKeys.Pair?)] = [
        ("unsigned", order(site, Self.issuer + Self.name), nil),
        ("another's key", order(site, Self.issuer + sign + Self.name), SamlKeys.otherProvider),
        ("an attacker's key", order(site, Self.issuer + sign + Self.name), SamlKeys.attacker),
        ("no Format of the Issuer", order(site, plain + sign + Self.name), SamlKeys.provider),
        ("another Format of the name", order(site, Self.issuer + sign + loose), SamlKeys.provider),
        ("no Format of the name", order(site, Self.issuer + sign + bare), SamlKeys.provider),
        (
          "over already",
          order(
            site, Self.issuer + sign + Self.name,
            attributes: " NotOnOrAfter=\"\((site.clock.now - .minutes(2)).rfc3339)\""),
          SamlKeys.provider
        ),
        (
          "two names", order(site, Self.issuer + sign + Self.name + Self.name), SamlKeys.provider
        ),
      ]
      for (name, xml, pair) in cases {
        #expect(try await post(site, xml, by: pair).status == 403, "\(name)")
        #expect(try await site.me(visitor) != nil, "\(name)")
      }
      let good = order(site, Self.issuer + sign + Self.name)
      #expect(try await post(site, good).status == 302)
      #expect(try await site.me(visitor) == nil)
    }
  }

  @Test func `logging out has its pace in every mode`() async throws {
    try await TestSite.run(mode: .test) { site in
      let visitor = site.visitor()
      var statuses: Set<Int> = []
      for _ in 0..<121 {
        statuses.insert(try await visitor.send("GET", "/spid/slo?SAMLRequest=x").status)
      }
      #expect(statuses == [403, 429])
    }
  }
}

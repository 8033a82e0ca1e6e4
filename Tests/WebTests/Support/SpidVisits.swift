// What people do at the site with SPID: come in by it, join it to their profile, prove who they
// are.
import Domain
import Foundation
import SAML
import Services
import Store
import Support

extension TestSite {
  static let signInBySpid = "/spid/login?idp=https%3A%2F%2Fprovider.example"

  /// Asks to be sent to the provider; answers what the provider is asked.
  func askSpid(_ browser: TestBrowser, _ extra: String = "") async throws -> TestQuestion {
    let reply = try await browser.send("GET", Self.signInBySpid + extra)
    guard let url = reply.location, let question = saml.question(in: url, of: saml.provider) else {
      throw Fault("the provider was not asked: \(reply.status) \(reply.page.main)")
    }
    return question
  }

  /// Presses a provider's button in the profile; answers the page that comes.
  func pressConnect(_ browser: TestBrowser, torna page: String = "/it/profilo") async throws
    -> Support.Reply
  {
    let shown = try await browser.open(page).page
    guard let form = shown.forms.first(where: { $0.action == "/it/profilo/collega" }) else {
      throw Fault("nothing to connect: \(shown.main)")
    }
    let fields = form.pairs(pressing: nil) + [("idp", SamlWorld.providerID)]
    return try await browser.send(
      "POST", form.action, headers: Self.formHeaders, body: Array(Form.encoded(fields).utf8))
  }

  /// The question on the page that a form of ours leads to.
  func question(on reply: Support.Reply) throws -> TestQuestion {
    guard let form = reply.page.forms.first(where: { $0.has("SAMLRequest") }),
      form.action == saml.provider.place, let field = form["SAMLRequest"],
      let question = saml.provider.question(field, binding: .post, acs: saml.service.acs)
    else { throw Fault("the provider is not asked: \(reply.status) \(reply.page.main)") }
    return question
  }

  /// Brings the provider's answer as a browser does: from another site, so with the login's cookie
  /// and without the session's. What comes back is kept.
  func bring(
    _ question: TestQuestion, about person: VouchedPerson = SamlWorld.giulia,
    in browser: TestBrowser
  ) async throws -> Support.Reply {
    let field = try saml.reply(to: question, about: person, at: clock.now)
    let login = await browser.cookies["raccolto_accesso"] ?? "none"
    let tab = TestBrowser(
      base,
      headers: ["X-Forwarded-For: 203.0.113.77", "Cookie: raccolto_accesso=\(login)"])
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._")
    let value = field.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    let reply = try await tab.send(
      "POST", "/spid/acs",
      headers: [
        "Content-Type: application/x-www-form-urlencoded", "Origin: \(SamlWorld.providerID)",
      ], body: Array("SAMLResponse=\(value)".utf8))
    if let token = await tab.cookies["raccolto_sessione"] {
      await browser.keep("raccolto_sessione", token)
    }
    return reply
  }

  /// Somebody who came in by SPID.
  func signedInBySpid(
    _ person: VouchedPerson = SamlWorld.giulia, from peer: String = "203.0.113.40"
  ) async throws -> TestBrowser {
    let browser = visitor(from: peer)
    let question = try await askSpid(browser)
    let reply = try await bring(question, about: person, in: browser)
    guard reply.status == 303 else { throw Fault("\(person.name) is not in: \(reply.status)") }
    return browser
  }

  /// Joins SPID to who is signed in.
  func connect(
    _ browser: TestBrowser, _ person: VouchedPerson = SamlWorld.giulia
  ) async throws -> Support.Reply {
    let asked = try question(on: try await pressConnect(browser))
    return try await bring(asked, about: person, in: browser)
  }

  /// Who a browser is, as programs read it; nil for nobody.
  func me(_ browser: TestBrowser) async throws -> [String: Any]? {
    let reply = try await browser.send("GET", "/api/v1/me")
    return reply.status == 200 ? try reply.json() as? [String: Any] : nil
  }

  /// The kinds of mail that an address got.
  func mailKinds(to address: String) async throws -> [String] {
    try await database.read { tx in
      try tx.mails().filter { $0.to.text == address }.map(\.kind)
    }
  }

  static let formHeaders = ["Content-Type: application/x-www-form-urlencoded"]
}

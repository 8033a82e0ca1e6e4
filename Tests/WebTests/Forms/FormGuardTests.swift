// Forms from elsewhere, forms without their token, forms too large, malformed or too many.
import Domain
import Support
import Testing
import Web

@Suite struct FormGuardTests {
  static let urlEncoded = "Content-Type: application/x-www-form-urlencoded"

  /// The token of the sign-in page that this visitor has open.
  static func csrf(_ visitor: TestBrowser) async throws -> String {
    let page = try await visitor.open("/it/accedi").page
    return try #require(page.forms.first { $0.has("email") }?["csrf"])
  }
  static func body(_ pairs: [(String, String)]) -> [UInt8] { Array(Form.encoded(pairs).utf8) }

  @Test func `a form without its token changes nothing`() async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().send(
        "POST", "/it/accedi", headers: [Self.urlEncoded],
        body: Self.body([("email", "a@esempio.it")]))
      #expect(reply.status == 403)
      #expect(reply.page.h1 == "Il modulo è scaduto")
    }
  }

  @Test func `a form with another visitor's token is refused`() async throws {
    try await TestSite.run { site in
      let giulia = site.visitor()
      let mario = site.visitor()
      let hers = try await Self.csrf(giulia)
      _ = try await Self.csrf(mario)
      let fields = [("email", "a@esempio.it"), ("csrf", hers)]
      let stolen = try await mario.send(
        "POST", "/it/accedi", headers: [Self.urlEncoded], body: Self.body(fields))
      #expect(stolen.status == 403)
      let own = try await giulia.send(
        "POST", "/it/accedi", headers: [Self.urlEncoded], body: Self.body(fields))
      #expect(own.status == 303)
    }
  }

  @Test func `a token from before signing in does not work after it`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let visitor = site.visitor()
      let before = try await Self.csrf(visitor)
      let giulia = try await site.signedIn("giulia@esempio.it")
      let reply = try await giulia.send(
        "POST", "/it/esci", headers: [Self.urlEncoded], body: Self.body([("csrf", before)]))
      #expect(reply.status == 403)
    }
  }

  @Test(arguments: [
    "Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
    "Sec-Fetch-Site: same-site",
  ])
  func `a form sent from another site is refused even with its token`(_ header: String)
    async throws
  {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let token = try await Self.csrf(visitor)
      let reply = try await visitor.send(
        "POST", "/it/accedi", headers: [Self.urlEncoded, header],
        body: Self.body([("email", "a@esempio.it"), ("csrf", token)]))
      #expect(reply.status == 403)
      #expect(reply.page.h1 == "Invio non accettato")
    }
  }

  @Test func `a body of 5 MB is refused by its length, and by what comes when it says none`()
    async throws
  {
    try await TestSite.run { site in
      let big = [UInt8](repeating: UInt8(ascii: "a"), count: 5_000_000)
      let reply = try await site.visitor().send(
        "POST", "/it/accedi", headers: [Self.urlEncoded], body: big)
      #expect(reply.status == 413)
      let chunked = try await site.visitor().send(
        "POST", "/it/accedi", headers: [Self.urlEncoded, "Transfer-Encoding: chunked"], body: big)
      #expect(chunked.status == 413)
    }
  }

  @Test(arguments: [
    ("application/x-www-form-urlencoded", "email=%zz", 400),
    ("application/x-www-form-urlencoded", "email=%ff%fe", 400),
    ("application/x-www-form-urlencoded", "=x", 400),
    ("application/x-www-form-urlencoded", "email=%00", 400),
    ("application/json", "{\"email\":", 415),
    ("text/plain", "email=a", 415),
    ("multipart/form-data", "x", 400),
    ("multipart/form-data; boundary=b", "--b\r\nContent-Disp", 400),
    ("multipart/form-data; boundary=b", "--b\r\n\r\nx\r\n--b--\r\n", 400),
    ("multipart/form-data; boundary=b", "nothing", 400),
  ])
  func `what is not a well formed form is the sender's mistake, not ours`(
    _ type: String, _ body: String, _ status: Int
  ) async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().send(
        "POST", "/it/accedi", headers: ["Content-Type: \(type)"], body: Array(body.utf8))
      #expect(reply.status == status)
    }
  }

  @Test func `the sixth mail in a minute waits`() async throws {
    try await TestSite.run(mode: .production) { site in
      let visitor = site.visitor(from: "198.51.100.9")
      let token = try await Self.csrf(visitor)
      let fields = Self.body([("email", "a@esempio.it"), ("csrf", token)])
      for _ in 1...5 {
        let reply = try await visitor.send(
          "POST", "/it/accedi", headers: [Self.urlEncoded], body: fields)
        #expect(reply.status == 303)
      }
      let sixth = try await visitor.send(
        "POST", "/it/accedi", headers: [Self.urlEncoded], body: fields)
      #expect(sixth.status == 429)
      #expect(sixth.header("Retry-After") == "60")
      #expect(sixth.header("RateLimit")?.hasPrefix("\"mail\";r=0") == true)
      let other = try await site.visitor(from: "198.51.100.10").open("/it/accedi")
      #expect(other.status == 200)
      site.clock.now = site.clock.now + .seconds(61)
      let later = try await visitor.send(
        "POST", "/it/accedi", headers: [Self.urlEncoded], body: fields)
      #expect(later.status == 303)
    }
  }

  @Test func `what was typed comes back escaped, with its problem beside it and in the summary`()
    async throws
  {
    try await TestSite.run { site in
      let visitor = site.visitor()
      try await visitor.open("/it/accedi")
      try await visitor.fill(["email": "\"><script>alert('perché')</script>"])
      let reply = try await visitor.submit()
      #expect(reply.status == 422)
      #expect(reply.page.title.hasPrefix("Errore: "))
      #expect(reply.page.problems == ["Scrivi un indirizzo e-mail completo, come nome@esempio.it"])
      #expect(!reply.text.contains("<script>alert"))
      #expect(reply.text.contains("perché"))
      let field = try #require(reply.page.element(id: "email"))
      #expect(field["aria-invalid"] == "true")
      #expect(field["aria-describedby"] == "email-hint email-problem")
      #expect(field["autocomplete"] == "email")
      #expect(reply.page.forms.first { $0.has("email") }?["email"]?.contains("perché") == true)
    }
  }
}

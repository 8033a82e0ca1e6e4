// What every screen has, whatever it is about: one h1, a title, a language, a skip link, headers.
import Domain
import Support
import Testing

@Suite struct EveryScreenTests {
  /// Every fixed page that anybody may open, in both languages.
  static let pages = [
    "/it", "/en", "/it/come-funziona", "/en/how-it-works", "/it/privacy", "/en/privacy",
    "/it/accessibilita", "/en/accessibility", "/it/aiuto", "/en/help", "/it/accedi", "/en/sign-in",
    "/it/accedi/posta", "/en/sign-in/mail", "/it/demo/posta", "/en/demo/mail", "/it/nulla",
  ]

  @Test func `every page has one heading, a title, its language and a skip link`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      for path in Self.pages {
        let page = try await visitor.open(path).page
        #expect(page.headings.count == 1, "\(path)")
        #expect(page.title.hasSuffix("– Raccolto"), "\(path)")
        #expect(page.language == String(path.dropFirst().prefix(2)), "\(path)")
        #expect(page.links.first?.href == "#contenuto", "\(path)")
        #expect(page.element(id: "contenuto") != nil, "\(path)")
      }
    }
  }

  @Test func `no page has inline script, inline style or an unquoted attribute`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      for path in Self.pages {
        let text = try await visitor.open(path).text
        #expect(!text.contains(" style="), "\(path)")
        #expect(!text.contains(" onclick"), "\(path)")
        #expect(text.ranges(of: "<script").count == 1, "\(path)")
        #expect(!text.contains("<style"), "\(path)")
      }
    }
  }

  @Test func `the language switch leads to the same page, and back`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      for path in Self.pages where path != "/it/nulla" {
        let page = try await visitor.open(path).page
        let other = page.elements("a").first { $0["class"] == "language" }?["href"] ?? ""
        let there = try await visitor.open(other)
        #expect(there.status == 200, "\(other)")
        let back = there.page.elements("a").first { $0["class"] == "language" }?["href"]
        #expect(back == path)
      }
    }
  }

  @Test(arguments: [
    ("GET", "/it", 200), ("GET", "/it/nulla", 404), ("GET", "/api/v1/me", 401),
    ("GET", "/assets/nulla", 404), ("GET", "/favicon.ico", 200), ("GET", "/healthz", 200),
    ("POST", "/it/accedi", 403), ("PUT", "/it", 405), ("POST", "/it", 405),
    ("GET", "/it/esci", 405),
    ("GET", "/", 303), ("GET", "/robots.txt", 200), ("GET", "/sitemap.xml", 200),
    ("GET", "/.well-known/security.txt", 200),
  ])
  func `every kind of answer carries the security headers`(
    _ method: String, _ path: String, _ status: Int
  ) async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().send(method, path)
      #expect(reply.status == status)
      #expect(reply.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
      #expect(reply.header("Content-Security-Policy")?.contains("unsafe") == false)
      #expect(reply.header("X-Content-Type-Options") == "nosniff")
      #expect(reply.header("Referrer-Policy") != nil)
      #expect(reply.header("Permissions-Policy") != nil)
      #expect(reply.header("Cross-Origin-Opener-Policy") == "same-origin")
      #expect(reply.header("X-Request-Id") != nil)
    }
  }

  @Test func `the start page speaks the visitor's language`() async throws {
    try await TestSite.run { site in
      let english = try await site.visitor(headers: ["Accept-Language: en-GB,en;q=0.9,it;q=0.2"])
        .open("/")
      #expect(english.location == "/en")
      #expect(try await site.visitor(headers: ["Accept-Language: fr"]).open("/").location == "/it")
    }
  }

  @Test func `a chosen theme stays, and a wish to go elsewhere is refused`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      try await visitor.open("/it/aiuto")
      try await visitor.fill(["tema": "dark"])
      let answer = try await visitor.submit("Cambia")
      #expect(answer.location == "/it/aiuto")
      #expect(try await visitor.follow().text.contains("data-theme=\"dark\""))
      let away = try await visitor.send(
        "POST", "/it/aspetto", headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array("tema=dark&torna=//evil.example/x".utf8))
      #expect(away.location == "/it")
    }
  }

  @Test func `problems are pages for people and problem+json for programs`() async throws {
    try await TestSite.run { site in
      let page = try await site.visitor().open("/en/nothing")
      #expect(page.page.h1 == "Page not found")
      let json = try await site.visitor(headers: ["Accept: application/json"]).open("/en/nothing")
      #expect(json.header("Content-Type") == "application/problem+json")
      let problem = try json.json() as? [String: Any]
      #expect(problem?["status"] as? Int == 404)
      #expect(problem?["code"] as? String == "not-found")
      #expect((problem?["type"] as? String)?.hasSuffix("/problems/not-found") == true)
    }
  }
}

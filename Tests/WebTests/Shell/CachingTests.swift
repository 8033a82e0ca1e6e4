// ETag, HEAD, and the memory of public pages.
import Domain
import Support
import Testing

@Suite struct CachingTests {
  @Test func `a page that did not change is not sent again`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let first = try await visitor.open("/it")
      let tag = try #require(first.header("ETag"))
      let again = try await visitor.send("GET", "/it", headers: ["If-None-Match: \(tag)"])
      #expect(again.status == 304)
      #expect(again.body.isEmpty)
      #expect(again.header("Content-Security-Policy") != nil)
      let changed = try await visitor.send("GET", "/it", headers: ["If-None-Match: \"other\""])
      #expect(changed.status == 200)
    }
  }

  @Test func `assets are named by their content and kept for a year`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      let page = try await visitor.open("/it").page
      let style = try #require(
        page.elements("link").first { $0["rel"] == "stylesheet" }?["href"])
      let reply = try await visitor.open(style)
      #expect(reply.status == 200)
      #expect(reply.header("Cache-Control") == "public, max-age=31536000, immutable")
      #expect(reply.body.count <= 40_000)
    }
  }

  @Test func `HEAD answers as GET does, without the body`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      for path in ["/it", "/it/accedi", "/it/nulla", "/healthz"] {
        let get = try await visitor.send("GET", path)
        let head = try await visitor.send("HEAD", path)
        #expect(head.status == get.status, "\(path)")
        #expect(head.body.isEmpty, "\(path)")
        #expect(head.header("Content-Type") == get.header("Content-Type"), "\(path)")
      }
    }
  }

  @Test func `who is signed in never gets, or leaves behind, another's page`() async throws {
    try await TestSite.run { site in
      try await site.add("Giulia", "giulia@esempio.it")
      let giulia = try await site.signedIn("giulia@esempio.it")
      let hers = try await giulia.open("/it/aiuto")
      #expect(hers.text.contains("Il tuo profilo"))
      #expect(hers.header("Cache-Control") == "private, no-store")
      let others = try await site.visitor().open("/it/aiuto")
      #expect(!others.text.contains("Il tuo profilo"))
      #expect(others.header("Set-Cookie") == nil)
      #expect(try await giulia.open("/it/aiuto").text.contains("Il tuo profilo"))
    }
  }

  @Test func `the memory is keyed by theme`() async throws {
    try await TestSite.run { site in
      let visitor = site.visitor()
      _ = try await visitor.open("/it")
      let dark = try await visitor.send("GET", "/it", headers: ["Cookie: raccolto_tema=dark"])
      #expect(dark.text.contains("data-theme=\"dark\""))
      let plain = try await visitor.open("/it").text
      #expect(!plain.contains("data-theme"))
    }
  }
}

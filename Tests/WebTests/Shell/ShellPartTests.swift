// The parts of the frame by themselves: addresses, cookies, negotiation, the page memory, paces.
import Domain
import Hummingbird
import Services
import Synchronization
import Testing

@testable import Web

@Suite struct AddressTests {
  @Test func `an address prints both languages, escaped`() throws {
    let slug = try #require(Slug("pane-e-liberta"))
    let route = Address<Slug>(it: "campagne/:", en: "campaigns/:")(slug)
    #expect(route[.italian].path == "/it/campagne/pane-e-liberta")
    #expect(route[.english].path == "/en/campaigns/pane-e-liberta")
    let odd = Address<String>(it: "adesioni/:", en: "pledges/:")("a/b?c è")
    #expect(odd[.italian].path == "/it/adesioni/a%2Fb%3Fc%20%C3%A8")
    #expect(FixedAddress(it: "", en: "")()[.italian].path == "/it")
    #expect(FixedAddress(neutral: "healthz")()[.english].path == "/healthz")
    #expect(route.with("a b", "c&d").with("e", "f")[.italian].path.hasSuffix("?a%20b=c%26d&e=f"))
  }

  @Test(arguments: [
    "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "",
    "/it\r\nSet-Cookie: a=b", "evil", "/perché",
  ])
  func `a path from outside that could lead elsewhere is none`(_ path: String) {
    #expect(Link(local: path) == nil)
  }

  @Test(arguments: [
    ("it", Language.italian), ("en-US,en;q=0.9", .english), ("fr,de;q=0.5", .italian),
    ("it;q=0.4,en;q=0.8", .english), ("", .italian), ("en;q=0", .italian), (";;;,,q=", .italian),
  ])
  func `the best language of ours is taken`(_ field: String, _ language: Language) {
    #expect(Negotiation.accepted(field) == language)
  }
}

@Suite struct CookieTests {
  static let key = SigningKey(secret: Array("k".utf8))

  @Test func `what was sealed opens, and what was changed does not`() {
    let sealed = Sealed.seal("perché no? è così", Self.key, .flash)
    #expect(Sealed.open(sealed, Self.key, .flash) == "perché no? è così")
    #expect(Sealed.open(sealed, Self.key, .visitor) == nil)
    #expect(Sealed.open(sealed, SigningKey(secret: [1]), .flash) == nil)
    #expect(Sealed.open("x" + sealed, Self.key, .flash) == nil)
    #expect(Sealed.open(sealed + "0", Self.key, .flash) == nil)
  }

  @Test func `only our cookies are read, and only harmless values`() {
    let read = SiteCookie.read("a=b; raccolto_tema=dark; raccolto_lingua=i\"t; raccolto_tema=light")
    #expect(read == [.theme: "dark"])
  }

  @Test func `a cookie of a https site travels by https only`() {
    let cookie = SiteCookie(.session, "x", maxAgeSeconds: 60)
    #expect(cookie.header(secure: true).hasSuffix("Max-Age=60; Secure"))
    #expect(!cookie.header(secure: false).contains("Secure"))
  }
}

@Suite struct RateLimiterTests {
  static let pace = Pace("test", burst: 3, perMinute: 6)
  static let now = Instant(milliseconds: 1_000_000)

  private static func takes(_ limiter: RateLimiter, _ who: String, _ at: Instant) -> Bool {
    (try? limiter.take(pace, for: who, at: at)) != nil
  }

  @Test func `a burst, then a steady pace, each address by itself`() {
    let limiter = RateLimiter(countsLocal: true)
    #expect((1...4).map { _ in Self.takes(limiter, "a", Self.now) } == [true, true, true, false])
    #expect(Self.takes(limiter, "b", Self.now))
    #expect(!Self.takes(limiter, "a", Self.now + .seconds(9)))
    #expect(Self.takes(limiter, "a", Self.now + .seconds(10)))
    #expect(!Self.takes(limiter, "a", Self.now + .seconds(10)))
  }

  @Test func `its memory has an end`() {
    let limiter = RateLimiter(countsLocal: true)
    for index in 0..<(RateLimiter.bucketsMax + 100) {
      _ = Self.takes(limiter, "\(index)", Self.now + .milliseconds(Int64(index)))
    }
    #expect(limiter.remembered <= RateLimiter.bucketsMax)
  }
}

/// How often a page was made.
private final class Makings: Sendable {
  private let made = Mutex(0)
  func add() { made.withLock { $0 += 1 } }
  var count: Int { made.withLock { $0 } }
}

@Suite struct PageCacheTests {
  @Test func `a hundred at once cost one making`() async {
    let cache = PageCache()
    let made = Makings()
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...100 {
        group.addTask {
          _ = await cache.response(
            for: "/it", at: Instant(milliseconds: 0), isShareable: { _ in true },
            make: {
              made.add()
              try? await Task.sleep(for: .milliseconds(50))
              return Response(status: .ok)
            })
        }
      }
    }
    #expect(made.count == 1)
  }

  @Test func `a page is fresh for a second from the start of its making`() async {
    let cache = PageCache()
    func ask(_ milliseconds: Int64) async -> Int {
      let response = await cache.response(
        for: "/it", at: Instant(milliseconds: milliseconds), isShareable: { _ in true },
        make: { Response(status: .init(code: Int(200 + milliseconds / 1000))) })
      return response.status.code
    }
    #expect(await ask(0) == 200)
    #expect(await ask(999) == 200)
    #expect(await ask(1000) == 201)
  }

  @Test func `what may not be shared is made for each`() async {
    let cache = PageCache()
    let made = Mutex(0)
    for _ in 1...3 {
      _ = await cache.response(
        for: "/it", at: Instant(milliseconds: 0), isShareable: { _ in false },
        make: {
          made.withLock { $0 += 1 }
          return Response(status: .internalServerError)
        })
    }
    #expect(made.withLock { $0 } == 3)
  }
}

@Suite struct MultipartTests {
  static func body(_ text: String) -> [UInt8] {
    Array(text.replacing("\n", with: "\r\n").utf8)
  }

  @Test func `fields and files come apart, whatever bytes are in the file`() throws {
    var bytes = Self.body(
      """
      --b
      Content-Disposition: form-data; name="nome"

      Perché
      --b
      Content-Disposition: form-data; name="file"; filename="estratto; conto.csv"
      Content-Type: text/csv


      """)
    bytes += [0, 1, 2, 13, 10, 45, 45, 255] + Self.body("\n--b--\n")
    let form = try Multipart.parse(
      bytes, contentType: "multipart/form-data; boundary=b", limit: .upload)
    #expect(form["nome"] == "Perché")
    #expect(form.file("file")?.bytes == [0, 1, 2, 13, 10, 45, 45, 255])
  }

  @Test func `a file that was not chosen is none`() throws {
    let bytes = Self.body(
      "--b\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\n\n\n--b--\n")
    let form = try Multipart.parse(
      bytes, contentType: "multipart/form-data; boundary=\"b\"", limit: .upload)
    #expect(form.file("file") == nil)
  }

  @Test func `parts without end are refused`() {
    let part = "--b\nContent-Disposition: form-data; name=\"a\"\n\nx\n"
    let bytes = Self.body(String(repeating: part, count: 300) + "--b--\n")
    #expect(throws: Problem.self) {
      try Multipart.parse(
        bytes, contentType: "multipart/form-data; boundary=b", limit: .upload)
    }
  }
}

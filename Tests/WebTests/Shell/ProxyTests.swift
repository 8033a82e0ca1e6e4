// Whose word about a visitor's address is believed, and who reads the metrics.
import Support
import Testing
@testable import Web

@Suite struct ProxyTests {
  /// How many of so many questions for a link, each "from" another address, are answered.
  private func answered(_ count: Int, _ site: TestSite) async throws -> Int {
    var answered = 0
    for number in 0..<count {
      let reply = try await site.visitor(from: "203.0.113.\(number)").send("GET", "/metrics")
      if reply.status == 200 { answered += 1 }
    }
    return answered
  }

  @Test func `X-Forwarded-For is believed only from our own proxy`() async throws {
    // The socket is on this machine, so /metrics answers unless the header is believed.
    try await TestSite.run(ways: .init(proxies: [])) { site in
      let answers = try await answered(3, site)
      #expect(answers == 3, "no proxy is configured: the header is nobody's")
    }
    try await TestSite.run(ways: .init(proxies: ["10.9.8.7"])) { site in
      let answers = try await answered(3, site)
      #expect(answers == 3, "the proxy is another machine")
    }
    try await TestSite.run(ways: .init(proxies: ["127.0.0.1"])) { site in
      #expect(try await answered(3, site) == 0)
      // What the visitor claims stands before what our proxy adds.
      let forged = try await site.visitor(from: "127.0.0.1, 203.0.113.7").send("GET", "/metrics")
      #expect(forged.status == 404)
    }
  }

  @Test func `metrics are open to the token, and in production to nothing else`() async throws {
    let token = "a token of 16 bytes"
    let bearer = ["Authorization: Bearer \(token)"]
    try await TestSite.run(mode: .production, ways: .init(metricsToken: token)) { site in
      let visitor = site.visitor(from: "127.0.0.1")
      #expect(try await visitor.send("GET", "/metrics").status == 404)
      #expect(try await visitor.send("GET", "/metrics", headers: bearer).status == 200)
      let elsewhere = site.visitor()
      #expect(try await elsewhere.send("GET", "/metrics", headers: bearer).status == 200)
      for wrong in ["Bearer ", "Bearer \(token)x", token, "bearer"] {
        let reply = try await elsewhere.send(
          "GET", "/metrics", headers: ["Authorization: \(wrong)"])
        #expect(reply.status == 404, "\(wrong)")
      }
    }
    try await TestSite.run(mode: .production) { site in
      let visitor = site.visitor(from: "127.0.0.1")
      for headers in [[], bearer] {
        let reply = try await visitor.send("GET", "/metrics", headers: headers)
        #expect(reply.status == 404)
      }
    }
  }

  @Test func `all addresses of one household count as one`() {
    for (address, counted) in [
      ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::1", "::1"),
      ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
      ("2001:db8:1:3::9", "2001:db8:1:3::/64"), ("no:address", "no:address"), ("", ""),
    ] { #expect(NetworkAddress.household(of: address) == counted) }
  }
}

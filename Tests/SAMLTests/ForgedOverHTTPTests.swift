// The same forgeries where an attacker would bring them: to the running site, each as the answer to
// a request that was really asked, in the browser that asked it.
import Domain
import Foundation
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct ForgedOverHTTPTests {
  private static let login = "/spid/login?idp=https%3A%2F%2Fprovider.example"

  /// Brings what `make` writes as the answer to a request of this visitor. Answers the status.
  private func bring(
    to site: TestSite, by visitor: TestBrowser, _ make: (Forge) throws -> String
  ) async throws -> Int {
    let asked = try await visitor.send("GET", Self.login)
    let question = try #require(
      site.saml.question(in: asked.location ?? "", of: site.saml.provider))
    var world = site.saml
    world.requestID = question.requestID
    let document = Array(try make(Forge(world: world)).utf8)
    let field = base64(document).addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    let reply = try await visitor.send(
      "POST", "/spid/acs",
      headers: ["Content-Type: application/x-www-form-urlencoded"],
      body: Array("SAMLResponse=\(field ?? "")".utf8))
    return reply.status
  }

  @Test(arguments: TestEngine.all)
  func `no forgery signs anybody in, and each is refused with 4xx`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      for (number, forged) in ForgedCase.all.enumerated() {
        let visitor = site.visitor(from: "203.0.113.\(number + 1)")
        let status = try await bring(to: site, by: visitor, forged.make)
        #expect((400..<500).contains(status), "\(forged.name): \(status)")
        let me = try await visitor.send("GET", "/api/v1/me")
        #expect(me.status == 401, "\(forged.name)")
      }
      let sessions: Int? = try await site.database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM session", as: { try $0("n") })
      }
      #expect(sessions == 0)
      let honest = try await bring(to: site, by: site.visitor()) { try $0.broken { _ in } }
      #expect(honest == 303, "the same way with an honest answer leads in")
    }
  }
}

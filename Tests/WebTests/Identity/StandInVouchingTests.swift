// A helper who came by SPID: the fiscal code is nobody's while they act for another, theirs again
// afterwards, and signing out at the provider ends both. And a race of beginnings.
import Domain
import Foundation
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct StandInVouchingTests {
  private static let reason = "Non trova il modulo delle consegne"

  private static func me(_ visitor: TestBrowser) async throws -> [String: Any] {
    let reply = try await visitor.send("GET", "/api/v1/me")
    return reply.status == 200 ? try reply.json() as? [String: Any] ?? [:] : [:]
  }

  /// Giulia, who came by SPID and administers, in Mario's place.
  private static func acting(_ site: TestSite) async throws -> (TestBrowser, Person.ID) {
    let giulia = site.visitor()
    let asked = try await giulia.send("GET", "/spid/login?idp=https%3A%2F%2Fprovider.example")
    let question = try #require(
      site.saml.question(in: asked.location ?? "", of: site.saml.provider))
    let field = try site.saml.reply(to: question, at: site.clock.now)
    _ = try await giulia.send(
      "POST", "/spid/acs",
      headers: [
        "Content-Type: application/x-www-form-urlencoded", "Origin: \(SamlWorld.providerID)",
      ], body: Array(Form.encoded([("SAMLResponse", field)]).utf8))
    let id = try #require((try await me(giulia)["id"] as? String).flatMap { Person.ID($0) })
    _ = try await site.identity.grantRole(
      .init(person: id, role: .administrator, scope: .platform), by: .operator)
    let mario = try await site.add("Mario", "mario@esempio.it")
    try await site.proveAll()
    #expect(try await me(giulia)["fiscalCode"] as? String == SamlWorld.giulia.fiscalCode.text)
    try await giulia.open("/it/scrivania/persone/\(mario.id)")
    try await giulia.fill(["perche": reason])
    try await giulia.submit("Agisci al suo posto", following: true)
    return (giulia, mario.id)
  }

  @Test(arguments: TestEngine.all)
  func `no fiscal code is shown in somebody's place, and one's own comes back`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (giulia, mario) = try await Self.acting(site)
      let during = try await Self.me(giulia)
      #expect(during["id"] as? String == "\(mario)")
      #expect(during["fiscalCode"] == nil && during["identity"] == nil)
      try await giulia.open("/it")
      try await giulia.submit("Torna a essere te")
      let after = try await Self.me(giulia)
      #expect(after["fiscalCode"] as? String == SamlWorld.giulia.fiscalCode.text)
      #expect(after["actingBy"] == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `who signs out at the provider acts for nobody`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let (giulia, _) = try await Self.acting(site)
      let now = site.clock.now
      let ended = try await site.database.write { tx in
        let subject = try tx.first("SELECT name_id, name_qualifier FROM saml_session") {
          SamlSubject(
            nameID: try $0("name_id"), nameQualifier: try $0("name_qualifier"), sessionIndex: nil)
        }
        guard let subject else { throw Fault("nobody came by SPID") }
        return try tx.endSamlSessions(of: subject, with: [], at: SamlWorld.providerID, now: now)
      }
      #expect(ended == 1)
      #expect(try await giulia.send("GET", "/api/v1/me").status == 401)
    }
  }

  @Test(arguments: TestEngine.all)
  func `of many beginnings from one session, one counts`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      let mario = try await site.add("Mario", "mario@esempio.it")
      let ada = try await site.signedIn("ada@esempio.it")
      try await site.proveAll()
      let token = await ada.cookies["raccolto_sessione"] ?? ""
      let signedIn = try #require(try await site.identity.findSession(token))
      let begun = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<6 {
          group.addTask {
            let outcome = try await site.identity.actInPlace.start(
              .init(mario.id, because: Self.reason), by: signedIn, on: .unknown, requestID: "")
            if case .started = outcome { return true }
            #expect(outcome == .notAllowed)
            return false
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(begun == 1)
      let rows = try await site.database.read { tx in try tx.standIns(for: mario.id).count }
      #expect(rows == 1)
    }
  }
}

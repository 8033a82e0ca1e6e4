// What a donor's form may get wrong, or somebody may send on purpose: each has its status and its
// own message, and leaves the database as it was.
import Foundation
import Literals
import Store
import Support
import Testing

@Suite(.serialized) struct `Bad input from outside` {
  /// One wrong thing, and how it is answered.
  struct Wrong: Sendable {
    let name: String
    var fields: [String: String] = [:]
    var without: Set<String> = []
    let status: Int
    /// A piece of the message people are shown.
    let says: String
  }

  static let table = [
    Wrong(name: "no amount", fields: ["importo": ""], status: 422, says: "importo"),
    Wrong(name: "words", fields: ["importo": "dodici"], status: 422, says: "importo"),
    Wrong(name: "a negative amount", fields: ["importo": "-25"], status: 422, says: "importo"),
    Wrong(name: "nothing", fields: ["importo": "0"], status: 422, says: "minim"),
    Wrong(name: "a third of a cent", fields: ["importo": "12,505"], status: 422, says: "importo"),
    Wrong(name: "too much", fields: ["importo": "99999999999"], status: 422, says: "importo"),
    Wrong(name: "dollars", fields: ["importo": "25 USD"], status: 422, says: "in euro"),
    Wrong(name: "pounds", fields: ["importo": "£25"], status: 422, says: "in euro"),
    Wrong(name: "no name", fields: ["nome": ""], status: 422, says: "ome"),
    Wrong(name: "half an address", fields: ["email": "anna@"], status: 422, says: "indirizzo"),
    Wrong(name: "no way to pay", fields: ["pagamento": "assegno"], status: 422, says: "pag"),
    Wrong(
      name: "a tax code of nobody", fields: ["codice-fiscale": "RSSMRA80A01H501X"], status: 422,
      says: "codice fiscale"),
    Wrong(
      name: "a reward of nobody", fields: ["ricompensa": "rwd_1"], status: 422, says: "ricompensa"),
    Wrong(name: "no proof of the form", without: ["csrf"], status: 403, says: "modulo"),
    Wrong(name: "another's proof", fields: ["csrf": "abcd"], status: 403, says: "modulo"),
  ]

  @Test(arguments: TestEngine.all)
  func `is answered by name and changes nothing`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed(boxes: 0)) { server in
      let donor = Donor(at: server, "giulia@example.org")
      try await donor.decide("25,00")
      let page = await donor.browser.page
      let form = try #require(page.forms.first { $0.has("importo") })
      let right = Dictionary(
        form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      let before = try await server.contents()
      for wrong in Self.table {
        let reply = try await Self.send(
          right.merging(wrong.fields) { $1 }.filter { !wrong.without.contains($0.key) },
          to: form.action, donor)
        #expect(reply.status == wrong.status, "\(wrong.name)")
        let told = (reply.page.problems + [reply.page.h1, reply.page.main]).joined(separator: " ")
        #expect(told.lowercased().contains(wrong.says.lowercased()), "\(wrong.name): \(told)")
      }
      #expect(try await server.contents().changes(since: before) == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is a reward that has gone, in the form and at its end`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed(boxes: 1)) { server in
      let giulia = Donor(at: server, "giulia@example.org")
      let marco = Donor(at: server, "marco@example.org")
      for donor in [giulia, marco] {
        try await donor.decide("25,00", for: "Cassetta di ortaggi")
      }
      let chosen = await marco.browser.page.forms.first { $0.has("ricompensa") }?["ricompensa"]
      let reward = try #require(chosen)
      #expect(try await giulia.confirm().status == 303)
      let before = try await server.contents()
      let late = try await marco.confirm()
      #expect(late.status == 422)
      #expect(late.page.problems.joined().contains("finita un momento fa"))
      #expect(late.page.main.contains("non hai pagato nulla"))
      let page = try await marco.browser.open(OpenCampaign.path + "/sostieni").page
      let form = try #require(page.forms.first { $0.has("importo") })
      #expect(!form.fields.contains { $0.label.contains("Cassetta di ortaggi") })
      let forced = try await Self.send(
        ["csrf": form["csrf"] ?? "", "ricompensa": reward, "importo": "25"], to: form.action, marco)
      #expect(forced.status == 422)
      #expect(forced.page.problems.joined().contains("finita"))
      #expect(try await server.contents().changes(since: before) == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is a campaign that has closed, at its first page and at its last`(
    on engine: TestEngine
  ) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let giulia = Donor(at: server, "giulia@example.org")
      try await giulia.decide("25,00")
      try await Self.close(server)
      let before = try await server.contents()
      let late = try await giulia.confirm()
      #expect(late.status == 422)
      #expect(late.page.problems.joined().contains("chiusa"))
      #expect(late.page.main.contains("non hai pagato nulla"))
      try await giulia.browser.open(OpenCampaign.path + "/sostieni")
      try await giulia.browser.fill(["importo": "25,00"])
      let early = try await giulia.browser.submit()
      #expect(early.status == 422)
      #expect(early.page.problems.joined().contains("chiusa"))
      #expect(try await server.contents().changes(since: before) == [])
    }
  }

  /// Ends the campaign as its deadline would.
  private static func close(_ server: RunningServer) async throws {
    try await Database.open(server.address, connections: 2).closing { database in
      _ = try await database.write { tx in
        try tx.execute("UPDATE campaign SET status = 'failed'")
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `is refused while it is read, when it is huge, cut off or of another kind`(
    on engine: TestEngine
  ) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let visitor = server.visitor()
      let confirm = OpenCampaign.path + "/sostieni/conferma"
      let before = try await server.contents()
      let form = ["Content-Type: application/x-www-form-urlencoded"]
      let huge = [UInt8](repeating: 97, count: 5_000_000)
      let large = try await visitor.send("POST", confirm, headers: form, body: huge)
      #expect(large.page.h1 == "Troppo grande")
      let answers = [
        large.status,
        try await visitor.send("POST", "/it/accedi", headers: form, body: huge).status,
        try await visitor.send("POST", confirm, headers: form, body: Array("a=%zz".utf8)).status,
        try await visitor.send(
          "POST", confirm, headers: ["Content-Type: application/json"], body: Array("{\"a\":".utf8)
        ).status,
        try await visitor.send("PUT", confirm).status,
        try await visitor.send("GET", "/it/campagne/../../etc/passwd").status,
        try await visitor.send("GET", "/it/campagne/%00").status,
      ]
      #expect(answers[0] == 413 && answers[1] == 413)
      #expect(answers.allSatisfy { (400..<500).contains($0) }, "\(answers)")
      #expect(try await server.contents().changes(since: before) == [])
    }
  }

  private static func send(
    _ fields: [String: String], to path: String, _ donor: Donor
  ) async throws -> Reply {
    let body = Form.encoded(fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    return try await donor.browser.send(
      "POST", path, headers: ["Content-Type: application/x-www-form-urlencoded"],
      body: Array(body.utf8))
  }
}

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
    Wrong(name: "dollars", fields: ["importo": "25 USD"], status: 422, says: "importo"),
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
      let before = try await Self.rows(server)
      for wrong in Self.table {
        let reply = try await Self.send(
          right.merging(wrong.fields) { $1 }.filter { !wrong.without.contains($0.key) },
          to: form.action, donor)
        #expect(reply.status == wrong.status, "\(wrong.name)")
        let told = (reply.page.problems + [reply.page.h1, reply.page.main]).joined(separator: " ")
        #expect(told.lowercased().contains(wrong.says.lowercased()), "\(wrong.name): \(told)")
      }
      let after = try await Self.rows(server)
      #expect(after == before)
    }
  }

  @Test(arguments: TestEngine.all)
  func `is refused while it is read, when it is huge, cut off or of another kind`(
    on engine: TestEngine
  ) async throws {
    try await RunningServer.run(on: engine, seed: OpenCampaign.seed()) { server in
      let visitor = server.visitor()
      let confirm = OpenCampaign.path + "/sostieni/conferma"
      let before = try await Self.rows(server)
      let form = ["Content-Type: application/x-www-form-urlencoded"]
      let huge = [UInt8](repeating: 97, count: 5_000_000)
      let answers = [
        try await visitor.send("POST", confirm, headers: form, body: huge).status,
        try await visitor.send("POST", confirm, headers: form, body: Array("a=%zz".utf8)).status,
        try await visitor.send(
          "POST", confirm, headers: ["Content-Type: application/json"], body: Array("{\"a\":".utf8)
        ).status,
        try await visitor.send("PUT", confirm).status,
        try await visitor.send("GET", "/it/campagne/../../etc/passwd").status,
        try await visitor.send("GET", "/it/campagne/%00").status,
      ]
      #expect(answers[0] == 413)
      #expect(answers.allSatisfy { (400..<500).contains($0) }, "\(answers)")
      let after = try await Self.rows(server)
      #expect(after == before)
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

  /// How many rows the tables have that a pledge writes to.
  private static func rows(_ server: RunningServer) async throws -> [Int] {
    let counts: [SQL] = [
      "SELECT COUNT(*) AS n FROM pledge", "SELECT COUNT(*) AS n FROM backer",
      "SELECT COUNT(*) AS n FROM payment", "SELECT COUNT(*) AS n FROM journal_entry",
      "SELECT COUNT(*) AS n FROM mail_message", "SELECT COUNT(*) AS n FROM pledge_event",
    ]
    return try await Database.open(server.address, connections: 2).closing { database in
      try await database.read { tx in
        try counts.map { try tx.first($0) { try $0("n", as: Int.self) } ?? 0 }
      }
    }
  }
}

// Files that a bank, a facilitator or an attacker may send: each is refused whole over HTTP, with
// what is wrong with it, and leaves every table as it was.
import Domain
import Foundation
import Store
import Support
import Testing

@Suite(.serialized) struct `A bad file` {
  /// A file, how it is answered, and what people read.
  struct Bad: Sendable {
    let name: String
    let bytes: [UInt8]
    var status = 422
    let says: String

    init(_ name: String, _ text: String, says: String) {
      (self.name, self.says) = (name, says)
      bytes = Array(text.utf8)
    }
    init(_ name: String, bytes: [UInt8], status: Int = 422, says: String) {
      (self.name, self.bytes, self.status, self.says) = (name, bytes, status, says)
    }
  }

  private static let fiveMegabytes = 5 * 1024 * 1024
  private static let tenMegabytes = 10 * 1024 * 1024

  private static let seed: @Sendable (Database) async throws -> Void = { database in
    try await OpenCampaign.seed()(database)
    _ = try await ParticipationWorld(database)
    try await Staff.add("tea", .treasurer, to: database)
    try await Staff.add("fabio", .facilitator, to: database)
  }

  @Test(arguments: TestEngine.all)
  func `of a bank is refused by name and changes nothing`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: Self.seed) { server in
      let tea = try await server.signedIn("tea")
      let list = "/it/scrivania/estratti"
      try await tea.open(list)
      let before = try await server.contents()
      for bad in Self.statements {
        for mode in ["preview", "import"] {
          try await tea.open(list)
          try await tea.fill(["mode": mode])
          try await tea.attach("file", file: bad.name, bytes: bad.bytes)
          Self.check(try await tea.submit(), bad)
        }
      }
      #expect(try await server.contents().changes(since: before) == [])
    }
  }

  @Test(arguments: TestEngine.all)
  func `of votes is refused by line and changes nothing`(on engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, seed: Self.seed) { server in
      let fabio = try await server.signedIn("fabio")
      let process = "/it/scrivania/processi/idee-in-fuga-2020"
      try await fabio.open(process)
      let before = try await server.contents()
      for bad in try Self.votes {
        for button in ["Controlla", "Importa"] {
          try await fabio.open(process)
          try await fabio.attach("file", file: bad.name, bytes: bad.bytes)
          Self.check(try await fabio.submit(button), bad)
        }
      }
      #expect(try await server.contents().changes(since: before) == [])
    }
  }

  private static func check(_ reply: Reply, _ bad: Bad) {
    #expect(reply.status == bad.status, "\(bad.name)")
    let told = (reply.page.problems + [reply.page.h1, reply.page.main]).joined(separator: " ")
    #expect(told.contains(bad.says), "\(bad.name): \(told.prefix(300))")
    #expect(!told.contains("root:"), "\(bad.name): a file of the machine was read")
  }

  private static let camt = String(
    decoding: StatementWorld.camt([Movement(2_500, "da Anna")]), as: UTF8.self)
  private static func camt(with prolog: String, text: String = "da Anna") -> String {
    camt.replacing("<Document", with: "\(prolog)<Document").replacing("da Anna", with: text)
  }
  /// Ten to the ninth times the same three letters, if anybody expanded it.
  private static let bomb =
    "<!DOCTYPE Document [<!ENTITY l0 \"lol\">"
    + (1...9).map { level in
      "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }.joined() + "]>"
  private static let noDocumentType = "una dichiarazione DOCTYPE"

  private static let statements = [
    Bad(
      "entita-esterna.xml",
      camt(with: "<!DOCTYPE D [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", text: "&x;"),
      says: noDocumentType),
    Bad(
      "dtd-esterno.xml", camt(with: "<!DOCTYPE D SYSTEM \"http://127.0.0.1:9/x.dtd\">"),
      says: noDocumentType),
    Bad(
      "entita-parametro.xml",
      camt(with: "<!DOCTYPE D [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>"),
      says: noDocumentType),
    Bad("bomba.xml", camt(with: bomb, text: "&l9;"), says: noDocumentType),
    Bad("meta.xml", String(camt.prefix(camt.count / 2)), says: "si interrompe a metà"),
    Bad(
      "incrociato.xml", camt.replacing("</BookgDt>", with: "</Oops>"), says: "è malformato"),
    Bad(
      "saldo.xml", camt.replacing(">1025.00<", with: ">1026.00<"), says: "il saldo finale è"),
    Bad("dollari.xml", camt.replacing("EUR", with: "USD"), says: "USD"),
    Bad(
      "altro-conto.xml",
      bytes: StatementWorld.camt([Movement(1, "a")], iban: "DE89370400440532013000"),
      says: "di un altro conto"),
    Bad("vuoto.xml", "", says: "file"),
    Bad("nulli.csv", bytes: [0x44, 0, 0x61], says: "byte nulli"),
    Bad("ambiguo.csv", "Data;Importo\n05/11/2026;1.234", says: "non si può leggere"),
    Bad("documento.pdf", "%PDF-1.4", says: "formato PDF"),
    Bad(
      "cinque-mega.csv", bytes: [UInt8](repeating: 97, count: fiveMegabytes),
      says: "Non è stato importato nulla"),
    Bad(
      "undici-mega.csv", bytes: [UInt8](repeating: 97, count: tenMegabytes + 1), status: 413,
      says: "Troppo grande"),
  ]

  private static var votes: [Bad] {
    get throws {
      let good = String(
        decoding: try ParticipationWorld.fixture("idee-in-fuga-uomini.pb"), as: UTF8.self)
      let half = String(good.prefix(good.count / 2))
      return [
        Bad("vuoto.pb", "", says: "file"),
        Bad("senza-progetti.pb", "META\nkey;value\n", says: "Riga 2, colonna num_projects"),
        Bad("tagliato.pb", half, says: "Riga "),
        Bad("nulli.pb", bytes: Array(good.utf8) + [0, 10], says: "carattere di controllo"),
        Bad("latino.pb", bytes: Array(good.utf8) + [0xE0, 10], says: "UTF-8"),
        Bad("virgolette.pb", good + "\"mai chiuse;1\n", says: "non si chiudono mai"),
        Bad("ignoto.pb", good + "999999;ZZZ\n", says: "Riga "),
        Bad(
          "entita.pb", "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n&x;\n",
          says: "Riga 1"),
        Bad("tagliato.json", "[{\"project_id\": \"a\", \"votes\": 1", says: "non è JSON"),
        Bad("parola.json", "[{\"project_id\": 7}]", says: "Riga 1, colonna project_id"),
        Bad(
          "cinque-mega.pb", bytes: [UInt8](repeating: 97, count: fiveMegabytes), says: "Riga 1"),
        Bad(
          "undici-mega.pb", bytes: [UInt8](repeating: 97, count: tenMegabytes + 1), status: 413,
          says: "Troppo grande"),
      ]
    }
  }
}

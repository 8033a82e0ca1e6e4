// The treasurer's statements through real requests: preview, import, decisions, undoing, refusals.
import Domain
import Services
import Store
import Support
import Testing

@Suite struct StatementScreenTests {
  private static let list = "/it/scrivania/estratti"

  private func treasurer(_ site: TestSite) async throws -> TestBrowser {
    try await site.add("Tea", "tea@esempio.it", roles: [.treasurer])
    return try await site.signedIn("tea@esempio.it")
  }
  /// Sends a file from the list of statements.
  private func send(
    _ bytes: [UInt8], _ mode: String, by browser: TestBrowser, path: String = list
  ) async throws -> Reply {
    try await browser.open(path)
    try await browser.fill(["mode": mode])
    try await browser.attach("file", file: "estratto novembre.csv", bytes: bytes)
    return try await browser.submit(following: true)
  }
  private func pledge(_ world: FundingWorld, _ name: String) async throws -> Pledge {
    try await world.place(
      world.request(
        .euro(25), for: world.thanks, by: "\(name)@esempio.it", method: .bankTransfer, token: name))
  }

  @Test(arguments: TestEngine.all)
  func `a treasurer looks first, imports, decides what waits, and takes it back`(
    engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let world = try await FundingWorld(site.database)
      let anna = try await pledge(world, "anna")
      let bruno = try await pledge(world, "bruno")
      let tea = try await treasurer(site)
      let file = StatementWorld.csv([
        Movement(2_500, "bonifico " + anna.keys.transferReference.grouped),
        Movement(2_500, "<b>da Bruno</b>"), Movement(-150, "spese"),
      ])
      let told = try await send(file, "preview", by: tea)
      #expect(told.status == 200)
      #expect(told.text.contains("Righe nuove: 3. Abbinate da sole: 1. In attesa: 2."))
      #expect(try await world.stored(anna).state == .awaitingPayment)
      let done = try await send(file, "import", by: tea)
      #expect(done.text.contains("Righe nuove: 3. Abbinate da sole: 1. In attesa: 2."))
      #expect(done.text.contains("Abbinata: riferimento e importo esatti"))
      #expect(done.text.contains("&lt;b&gt;da Bruno"))
      #expect(try await world.stored(anna).state == .confirmed)
      #expect(try await send(file, "import", by: tea).text.contains("non è cambiato nulla"))

      try await tea.open("/it/scrivania/estratti/da-abbinare")
      try await tea.click("da Bruno")
      #expect(await tea.page.main.contains(bruno.keys.reference.grouped))
      try await tea.fill(["decision": "pledge", "code": "K7QF-2M9O"])
      let wrong = try await tea.submit("Salva la decisione")
      #expect(wrong.status == 422)
      #expect(wrong.page.problems.first?.contains("Nessuna adesione ha questo codice") == true)
      try await tea.fill(["decision": "pledge", "code": bruno.keys.reference.grouped])
      let right = try await tea.submit("Salva la decisione", following: true)
      #expect(right.text.contains("Decisione salvata."))
      #expect(try await world.stored(bruno).state == .confirmed)

      let lines = try await site.database.read { tx in try tx.lines(in: .matched) }
      let line = try #require(lines.first { $0.match.pledge == bruno.id })
      try await tea.open("/it/scrivania/estratti?riga=\(line.line.id)", following: true)
      try await tea.fill(["why": "era di un’altra persona"])
      let undone = try await tea.submit("Annulla la decisione", following: true)
      #expect(undone.text.contains("Decisione annullata."))
      #expect(try await world.stored(bruno).state == .awaitingPayment)
      #expect(try await VerifyLedger(database: site.database)().findings.isEmpty)
    }
  }

  @Test func `a refused file says why, where, and that nothing was imported, in both languages`()
    async throws
  {
    try await TestSite.run { site in
      let tea = try await treasurer(site)
      let good = StatementWorld.camt([Movement(2_500, "a")])
      let text = String(decoding: good, as: UTF8.self)
      let table: [([UInt8], String, String)] = [
        (
          Array(text.replacing("<Document", with: "<!DOCTYPE x><Document").utf8),
          "Il file contiene una dichiarazione DOCTYPE", "The file has a DOCTYPE"
        ),
        (
          Array(text.replacing(">1025.00<", with: ">1026.00<").utf8),
          "ma il saldo finale è 1.026,00", "but the closing balance is €1,026.00"
        ),
        (
          StatementWorld.camt([Movement(1, "a")], iban: "DE89370400440532013000"),
          "L’estratto è di un altro conto", "The statement is of another account"
        ),
        (Array("%PDF-1.4 …".utf8), "Il file è in formato PDF", "The file is in PDF format"),
        (
          Array("Data;Importo\n05/11/2026;1.234".utf8),
          "Il valore «1.234» di «2» non si può leggere", "The value “1.234” of “2” cannot be read"
        ),
      ]
      for (bytes, italian, english) in table {
        let it = try await send(bytes, "import", by: tea)
        #expect(it.status == 422)
        #expect(it.page.problems.first?.contains(italian) == true, "\(it.page.problems)")
        let en = try await send(bytes, "import", by: tea, path: "/en/desk/statements")
        #expect(en.status == 422)
        #expect(en.page.problems.first?.contains(english) == true, "\(en.page.problems)")
      }
      let none = try await tea.open(Self.list)
      #expect(none.text.contains("Nessun estratto ancora importato."))
    }
  }

  @Test(arguments: Role.allCases)
  func `statements are seen by treasurers and auditors, and taken by treasurers`(
    _ role: Role
  ) async throws {
    try await TestSite.run { site in
      try await site.add("Mario", "mario@esempio.it", roles: [role])
      let browser = try await site.signedIn("mario@esempio.it")
      let sees = role == .treasurer || role == .auditor
      for path in [Self.list, "\(Self.list)/da-abbinare"] {
        #expect(try await browser.open(path).status == (sees ? 200 : 404), "\(path)")
      }
      if sees {
        let page = try await browser.open(Self.list).page
        #expect(page.forms.contains { $0.has("file") } == (role == .treasurer))
        #expect(page.headings.count == 1)
      }
    }
  }

  @Test func `who is not signed in is asked to`() async throws {
    try await TestSite.run { site in
      let reply = try await site.visitor().open(Self.list)
      #expect(reply.status == 303)
      #expect(reply.location?.hasPrefix("/it/accedi") == true)
    }
  }
}

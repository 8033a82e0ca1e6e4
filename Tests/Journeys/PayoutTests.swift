// Two treasurers pay a project: through the desk's pages, the bank's program, its statements.
import Domain
import Foundation
import Literals
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `A payout` {
  static let list = "/it/scrivania/versamenti"

  /// What Tests/Oracles/pain.py answers.
  private struct Judged: Decodable {
    let transfers: Int
    let cents: Int64
    let status: String
    let booked: [String]
  }

  @Test(arguments: TestEngine.all)
  func `is proposed by one, approved by another, taken by the bank, and may come back once`(
    on engine: TestEngine
  ) async throws {
    try await RunningServer.run(on: engine, seed: Self.seed) { server in
      let (tito, tea) = (try await server.signedIn("tito"), try await server.signedIn("tea"))
      try await tito.open(Self.list)
      try await tito.fill(["importo": "500,00"])
      try await tito.submit("Proponi", following: true)
      await #expect(throws: (any Error).self) { try await tito.submit("Approva") }
      try await tea.open(Self.list)
      let asked = try await tea.submit("Approva")
      #expect(asked.status == 403)
      #expect(asked.page.main.contains("Conferma che sei tu"))
      #expect(try await Self.states(server) == ["proposed"])
      let codes = try await tea.enrolFactor()
      #expect(Set(codes).count == 10)
      try await tea.open(Self.list)
      try await tea.submit("Approva", following: true)
      #expect(try await Self.states(server) == ["approved"])
      try await tea.submit("Scrivi il file", following: true)
      let file = try await tea.click("Scarica")
      #expect(file.status == 200)
      let answer = try Oracle.answer(of: "pain.py", to: Data(file.body))
      let judged = try JSONDecoder().decode(Judged.self, from: answer)
      #expect((judged.transfers, judged.cents, judged.status) == (1, 50_000, "ACCP"))
      let endToEnd = try #require(judged.booked.first)
      #expect(try await Self.states(server) == ["submitted"])
      let lines: [(cents: Int64, state: String)] = [
        (-50_000, "paid"), (50_000, "returned"), (50_000, "returned"),
      ]
      for (index, line) in lines.enumerated() {
        try await tito.open("/it/scrivania/estratti")
        try await tito.fill(["mode": "import"])
        try await tito.attach(
          "file", file: "estratto-\(index).xml",
          bytes: Self.camt(index, line.cents, endToEnd))
        #expect(try await tito.submit().status < 400)
        #expect(try await Self.states(server) == [line.state])
      }
      try await tito.open(Self.list)
      #expect(await tito.page.main.contains("tornato indietro"))
      let returned: SQL = """
        SELECT kind AS word FROM journal_entry WHERE kind IN ('transferSent', 'transferReturned')
         ORDER BY recorded_at, id
        """
      #expect(try await Self.words(server, returned) == ["transferSent", "transferReturned"])
      let verified = try server.raccolto(["ledger", "verify"])
      #expect(verified.code == 0, "\(verified.output)")
    }
  }

  /// A campaign that succeeded with 1,000 € by bank transfer, two treasurers, an account that both
  /// have seen and that has rested.
  private static let seed: @Sendable (Database) async throws -> Void = { database in
    let world = try await StatementWorld(database)
    let funding = world.funding
    let pledge = try await world.pledge("anna", .euro(1_000))
    _ = try await world.imported(StatementWorld.csv([Movement(100_000, "da Anna")]))
    guard let line = try await world.waiting().first?.line.id else { throw Fault("no line") }
    _ = try await world.services.settleLine(
      .pledge(pledge.keys.reference.text), on: line, by: world.treasurer)
    let (clock, entropy) = (funding.clock.port, funding.entropy)
    let now = Instant(Date())
    funding.clock.now = now - .days(10)
    let accounts = KeepPayeeAccounts(database: database, clock: clock, entropy: entropy)
    let first = funding.actor(funding.author, .treasurer)
    guard
      case .entered(let account) = try await accounts.enter(
        "DE89370400440532013000", holder: "Forno Oltre", for: funding.campaign.slug,
        by: first.proved(at: funding.clock.now)),
      try await accounts.verify(account, by: world.treasurer.proved(at: funding.clock.now))
        == .verified
    else { throw Fault("no account") }
    funding.clock.now = FundingWorld.closesAt
    let turn = TurnCampaigns(database: database, clock: clock, entropy: entropy)
    let settle = SettleCampaign(database: database, clock: clock, entropy: entropy)
    guard try await turn.close(funding.campaign.id),
      case .settled = try await settle(funding.campaign.id)
    else { throw Fault("the campaign was not decided") }
    try await Staff.add("tito", .treasurer, to: database)
    try await Staff.add("tea", .treasurer, to: database)
  }

  /// A statement of one line under an end-to-end id.
  private static func camt(_ index: Int, _ cents: Int64, _ endToEnd: String) -> [UInt8] {
    let day = "2026-12-0\(index + 1)"
    let opening: Int64 = 100_000
    func euros(_ cents: Int64) -> String { "\(abs(cents) / 100).00" }
    let balances = [("OPBD", opening), ("CLBD", opening + cents)].map {
      """
      <Bal><Tp><CdOrPrtry><Cd>\($0.0)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(euros($0.1))</Amt>\
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>\(day)</Dt></Dt></Bal>
      """
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <Stmt><Id>S\(index)</Id>\
      <Acct><Id><IBAN>\(StatementWorld.iban)</IBAN></Id><Ccy>EUR</Ccy></Acct>
      \(balances.joined(separator: "\n"))
      <Ntry><Amt Ccy="EUR">\(euros(cents))</Amt>\
      <CdtDbtInd>\(cents < 0 ? "DBIT" : "CRDT")</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
      <BookgDt><Dt>\(day)</Dt></BookgDt><AcctSvcrRef>P\(index)</AcctSvcrRef>\
      <NtryDtls><TxDtls><Refs><EndToEndId>\(endToEnd)</EndToEndId></Refs></TxDtls></NtryDtls>\
      </Ntry></Stmt></BkToCstmrStmt></Document>
      """.utf8)
  }

  private static func states(_ server: RunningServer) async throws -> [String] {
    try await words(server, "SELECT status AS word FROM payout ORDER BY id")
  }
  private static func words(_ server: RunningServer, _ sql: SQL) async throws -> [String] {
    try await Database.open(server.address, connections: 2).closing { database in
      try await database.read { tx in try tx.rows(sql) { try $0("word") } }
    }
  }
}

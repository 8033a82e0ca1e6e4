// A facilitator's count in a browser without script: ballots in, a rule, the job at work, the
// draw, the certificate; then anyone with the published files and the command.
import Domain
import Foundation
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `A count in a browser` {
  private static let seed: @Sendable (Database) async throws -> Void = {
    _ = try await ParticipationWorld($0)
  }

  @Test(arguments: TestEngine.all)
  func `ends in a page for everyone and a command that prints the same bytes`(
    engine: TestEngine
  ) async throws {
    try await RunningServer.run(
      on: engine, environment: ["RACCOLTO_MODE": "demo"], seed: Self.seed
    ) { server in
      let giulia = try await server.signedIn("giulia")
      try await giulia.open("/it/scrivania/processi/idee-in-fuga-2020")
      try await giulia.attach(
        "file", file: "pari.pb", bytes: try ParticipationWorld.fixture("Counting/pari.pb"))
      try await giulia.fill(["constituency": "uomini"])
      try await giulia.submit("Importa", following: true)
      try await giulia.open("/it/scrivania/processi/idee-in-fuga-2020/conteggi")
      try await giulia.fill(["rule": "greedy", "ties": "id", "minimum": "tre"])
      let refused = try await giulia.submit("Conta")
      #expect(refused.status == 422)
      #expect(refused.page.problems.joined().contains("numero intero"))
      try await giulia.fill(["ties": "cost-votes-id", "minimum": ""])
      try await giulia.submit("Conta", following: true)
      try await reached("in attesa di sorteggio", by: giulia)
      try await giulia.fill(["words": "Dadi: 4 2 6 1, teatro, davanti ai delegati"])
      try await giulia.submit("Registra il sorteggio", following: true)
      try await reached("contato", by: giulia)
      try await giulia.submit("Certifica", following: true)
      let page = await giulia.page
      #expect(page.h1 == "Esito del voto: uomini")
      #expect(page.main.contains("Gli è mancato un voto."))
      #expect(page.main.contains("Dadi: 4 2 6 1"))
      try await checkAnyone(server, await giulia.reply?.path ?? "", engine)
    }
  }

  private func reached(_ status: String, by browser: TestBrowser) async throws {
    let path = await browser.reply?.path ?? ""
    for _ in 0..<100 {
      try await browser.open(path)
      if await browser.page.main.contains(status) { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("never \(status)")
  }

  private func checkAnyone(
    _ server: RunningServer, _ path: String, _ engine: TestEngine
  ) async throws {
    try await Task.sleep(for: .milliseconds(1200))
    let look = server.visitor()
    try await look.open("/it/processi/idee-in-fuga-2020/classifica")
    try await look.click("Vedi l’esito, progetto per progetto", following: true)
    let page = await look.page
    #expect(await look.reply?.path == path)
    let files = page.links.filter { $0.href.contains("/counts/") }
    let ballots = try #require(files.first { $0.href.hasSuffix(".pb") })
    let folder = URL.temporaryDirectory.appending(path: "count-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let command = try #require(
      page.main.firstMatch(of: /raccolto recount (cnt_[0-9a-z]+\.pb) (.*?) --certificate/))
    try Data(try await look.open(ballots.href).body).write(
      to: folder.appending(path: String(command.output.1)))
    let words = command.output.2.split(separator: " ").map(String.init)
    let printed = try server.raccolto(
      ["recount", folder.appending(path: String(command.output.1)).path()] + words
        + ["--certificate"])
    #expect(printed.code == 0)
    #expect(page.main.contains(Digest(of: printed.output).description))
  }
}

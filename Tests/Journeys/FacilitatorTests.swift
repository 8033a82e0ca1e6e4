// A facilitator's whole way in a browser without script: check a file, import it, settle the tie,
// certify; and what everyone else can and cannot see meanwhile.
import Domain
import Foundation
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `A facilitator in a browser` {
  private static let demo = ["RACCOLTO_MODE": "demo"]
  private static let seed: @Sendable (Database) async throws -> Void = {
    _ = try await ParticipationWorld($0)
  }

  @Test(arguments: TestEngine.all)
  func `brings a vote on paper to a certified ranking`(engine: TestEngine) async throws {
    try await RunningServer.run(on: engine, environment: Self.demo, seed: Self.seed) { server in
      let giulia = server.visitor()
      try await signIn(giulia, "giulia@example.org")
      try await giulia.open("/it/scrivania/processi")
      try await giulia.click("Idee in fuga 2020", following: true)
      let file = try ParticipationWorld.fixture("idee-in-fuga.csv")
      try await giulia.fill(["winners": "1"])
      try await giulia.attach("file", file: "idee-in-fuga.csv", bytes: file)
      try await expect(giulia, 200, "Anteprima", try await giulia.submit("Controlla"))
      #expect(await giulia.page.main.contains("Ponte dentro e fuori"))
      #expect(await giulia.page.main.contains("a pari merito"))
      let look = server.visitor()
      #expect(
        try await look.open("/it/processi/idee-in-fuga-2020/classifica").page.main
          .contains("non è ancora certificata"))

      try await giulia.submit("Importa", following: true)
      try await giulia.click("uomini", following: true)
      #expect(await giulia.page.main.contains("la classifica aspetta lo spareggio"))
      try await giulia.fill(["method": "publicDraw", "order-1": "M2", "order-2": "M1"])
      let refused = try await giulia.submit("Registra")
      #expect(refused.status == 422)
      #expect(refused.page.problems.joined().contains("testimoni"))
      try await giulia.fill(["witnesses": "Marta\nIl direttore"])
      try await giulia.submit("Registra", following: true)
      try await giulia.submit("Certifica", following: true)
      let certificate = await giulia.page
      #expect(certificate.h1 == "Certificato della classifica: uomini")
      let path = await giulia.reply?.path ?? ""
      try await checkPublic(look, path)
      try await checkStrangers(server, path)
    }
  }

  @Test(arguments: [TestEngine.sqlite])
  func `reads what is wrong with a file, by line, and nothing is written`(
    engine: TestEngine
  ) async throws {
    try await RunningServer.run(on: engine, environment: Self.demo, seed: Self.seed) { server in
      let giulia = server.visitor()
      try await signIn(giulia, "giulia@example.org")
      for (name, text, expected) in [
        ("voti.csv", "project_id;votes\na;12,5\n", "Riga 2, colonna votes («12,5»)"),
        ("voti.pb", "META\nkey;value\n", "Riga 2, colonna num_projects"),
        ("voti.json", "[{\"project_id\": 7}]", "Riga 1, colonna project_id"),
        ("voti.xlsx", "PK", "Il nome del file deve finire in"),
      ] {
        try await giulia.open("/it/scrivania/processi/idee-in-fuga-2020")
        try await giulia.attach("file", file: name, bytes: Array(text.utf8))
        let reply = try await giulia.submit("Importa")
        #expect(reply.status == 422)
        #expect(reply.page.problems.joined().contains(expected), "\(reply.page.problems)")
      }
      try await giulia.open("/it/scrivania/processi/idee-in-fuga-2020")
      #expect(await giulia.page.main.contains("Nessun voto è stato ancora importato"))
    }
  }

  private func signIn(_ browser: TestBrowser, _ email: String) async throws {
    try await browser.open("/it/accedi")
    try await browser.fill(["email": email])
    try await browser.submit(following: true)
    for _ in 0..<100 {
      try await browser.open("/it/demo/posta", following: true)
      // The newest mail is on top; its text has the link that the person would click.
      if await browser.page.main.contains(email) {
        let mail = try await browser.click("collegamento per entrare", following: true)
        if let link = mail.text.firstMatch(of: /\/it\/accedi\/[A-Za-z0-9_-]{16,}/) {
          try await browser.open(String(link.output))
          try await browser.submit(following: true)
          return
        }
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("no mail to \(email)")
  }

  private func expect(
    _ browser: TestBrowser, _ status: Int, _ title: String, _ reply: Reply
  ) async throws {
    #expect(reply.status == status)
    #expect(reply.page.h1 == title, "\(reply.page.main.prefix(300))")
  }

  private func checkPublic(_ look: TestBrowser, _ path: String) async throws {
    // Public pages may be a second old.
    try await Task.sleep(for: .milliseconds(1200))
    let ranking = try await look.open("/it/processi/idee-in-fuga-2020/classifica").page
    #expect(ranking.main.contains("Decisa con un sorteggio pubblico"))
    #expect(!ranking.main.contains("Bar nell'area colloqui"))
    let page = try await look.open(path).page
    let link = try #require(page.links.first { $0.href.hasSuffix("certificate.txt") })
    let text = try await look.open(link.href)
    #expect(text.text.hasPrefix("raccolto-ranking 1\n"))
    #expect(page.main.contains(Digest(of: text.text).description))
    let english = path.replacingOccurrences(of: "/it/processi", with: "/en/processes")
      .replacingOccurrences(of: "/classifica/", with: "/ranking/")
    let translated = try await look.open(english)
    #expect(translated.page.h1 == "Certificate of the ranking: uomini")
    #expect(translated.text.contains("<span lang=\"it\">Ponte dentro e fuori</span>"))
    #expect(translated.text.contains("lang=\"it\">Marta and Il direttore</span>"))
  }

  private func checkStrangers(_ server: RunningServer, _ path: String) async throws {
    let ranking = path.split(separator: "/").last ?? ""
    let desk = "/it/scrivania/classifiche/\(ranking)"
    let elena = server.visitor()
    #expect(try await elena.open(desk).status == 303)
    try await signIn(elena, "elena@example.org")
    #expect(try await elena.open(desk).status == 404)
    #expect(try await elena.open("/it/scrivania/processi/idee-in-fuga-2020").status == 404)
  }
}

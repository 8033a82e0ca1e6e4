// A way in that two people claim: nothing is joined by itself, an administrator decides with a
// reason and a proof, both are told, and the past stays with who lived it.
import Domain
import Literals
import SAML
import Services
import Store
import Support
import Testing

@Suite struct ConflictTests {
  /// Ada, known by mail, proves the fiscal code of who came by SPID before; Bruno administers.
  private func claim(_ site: TestSite) async throws -> (ada: TestBrowser, old: TestBrowser) {
    try await site.add("Ada", "ada@esempio.it", roles: [.treasurer])
    try await site.add("Bruno", "bruno@esempio.it", roles: [.administrator])
    let old = try await site.signedInBySpid()
    let ada = try await site.signedIn("ada@esempio.it")
    let reply = try await site.connect(ada)
    #expect(reply.status == 409)
    #expect(reply.page.h1 == "Questa identità è di un’altra persona")
    #expect(try await site.me(ada)?["fiscalCode"] == nil)
    return (ada, old)
  }

  private func bruno(_ site: TestSite, proved: Bool = true) async throws -> TestBrowser {
    // The latest mail is the one with the link.
    site.clock.now = site.clock.now + .seconds(1)
    let browser = try await site.signedIn("bruno@esempio.it", from: "203.0.113.50")
    if proved { try await site.proveAll() }
    return browser
  }

  private func decide(
    _ browser: TestBrowser, _ ruling: String, because reason: String = "Sentite tutte e due."
  ) async throws -> Support.Reply {
    let queue = try await browser.open("/it/scrivania/identita-contese").page
    guard
      let href = queue.links.first(where: {
        $0.href.hasPrefix("/it/scrivania/identita-contese/ccf_")
      })?.href
    else { throw Fault("the queue is empty") }
    try await browser.open(href)
    try await browser.fill(["decisione": ruling, "motivo": reason])
    return try await browser.submit("Decidi")
  }

  @Test(arguments: TestEngine.all)
  func `it moves to who proved it, by an administrator alone`(_ engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let (ada, old) = try await claim(site)
      let oldID = try #require(try await site.me(old)?["id"] as? String)
      let adaID = try #require(try await site.me(ada)?["id"] as? String)
      #expect(try await site.connect(ada).status == 409, "once more is the same conflict")
      let unproved = try await bruno(site, proved: false)
      #expect(try await decide(unproved, "moved").status == 403)
      let bruno = try await bruno(site)
      let page = try await bruno.open("/it/scrivania/identita-contese").page
      #expect(page.links.filter { $0.href.contains("ccf_") }.count == 1)
      #expect(!page.main.contains(SamlWorld.giulia.fiscalCode.text))
      #expect(try await decide(bruno, "moved", because: "").status == 422)
      #expect(try await decide(bruno, "moved").status == 303)
      #expect(try await site.me(old) == nil, "whoever lost it is signed out")
      let again = try await site.signedInBySpid(from: "203.0.113.60")
      #expect(try await site.me(again)?["id"] as? String == adaID)
      #expect(try await site.mailKinds(to: "ada@esempio.it").contains("claimMoved"))
      let record = try await site.database.read { tx in
        try tx.auditLines(AuditFilter(object: "credential_conflict"), limit: 10).first?.record
      }
      #expect(record?.act == .decideConflict)
      #expect(record?.detail["holder"] == oldID)
      #expect(record?.detail["reason"] == "Sentite tutte e due.")
      let kept = try await site.database.read { tx in
        try tx.first(
          "SELECT COUNT(*) AS n FROM credential_conflict WHERE sealed IS NOT NULL",
          as: { try $0("n", as: Int.self) })
      }
      #expect(kept == 0, "what was claimed is forgotten once it is decided")
    }
  }

  @Test func `it stays where it was, and who asked is told why`() async throws {
    try await TestSite.run { site in
      let (ada, old) = try await claim(site)
      #expect(try await decide(try await bruno(site), "refused").status == 303)
      #expect(try await site.me(old)?["fiscalCode"] != nil)
      #expect(try await site.me(ada)?["fiscalCode"] == nil)
      let mail = try #require(try await site.mail(to: "ada@esempio.it"))
      #expect(mail.kind == "claimRefused")
      #expect(mail.words.text.contains("Sentite tutte e due."))
      #expect(!mail.words.text.contains(SamlWorld.giulia.fiscalCode.text))
    }
  }

  @Test(arguments: TestEngine.all)
  func `what nobody decides for 90 days ends, and holds nothing any more`(
    _ engine: TestEngine
  ) async throws {
    try await TestSite.run(on: engine) { site in
      let (ada, _) = try await claim(site)
      let tend = site.saml.services(
        site.database, clock: site.clock.port, entropy: seededEntropy(20)
      ).tend
      site.clock.now = site.clock.now + .days(89)
      #expect(try await tend.endConflicts() == 0)
      site.clock.now = site.clock.now + .days(2)
      #expect(try await tend.endConflicts() == 1)
      #expect(try await tend.endConflicts() == 0)
      let sealed: Int? = try await site.database.read { tx in
        try tx.first("SELECT COUNT(*) AS n FROM credential_conflict WHERE sealed IS NOT NULL") {
          try $0("n")
        }
      }
      #expect(sealed == 0)
      #expect(try await site.database.read { tx in try tx.waitingConflicts() } == 0)
      #expect(try await site.mailKinds(to: "ada@esempio.it").contains("claimLapsed"))
      #expect(try await site.me(ada) == nil, "her session is long over")
    }
  }

  @Test func `nobody decides about themselves, and only who administers decides`() async throws {
    try await TestSite.run { site in
      try await site.add("Ada", "ada@esempio.it", roles: [.administrator])
      try await site.add("Tea", "tea@esempio.it", roles: [.treasurer])
      try await site.add("Aldo", "aldo@esempio.it", roles: [.auditor])
      _ = try await site.signedInBySpid()
      let ada = try await site.signedIn("ada@esempio.it")
      #expect(try await site.connect(ada).status == 409)
      try await site.proveAll()
      let own = try await decide(ada, "moved")
      #expect(own.status == 303)
      #expect(try await ada.follow().text.contains("Nessuno decide su di sé"))
      let tea = try await site.signedIn("tea@esempio.it", from: "203.0.113.51")
      #expect(try await tea.open("/it/scrivania/identita-contese").status == 403)
      let aldo = try await site.signedIn("aldo@esempio.it", from: "203.0.113.52")
      #expect(try await aldo.open("/it/scrivania/identita-contese").status == 200)
      let link = try #require(await aldo.page.links.first { $0.href.contains("ccf_") })
      #expect(try await aldo.open(link.href).page.forms.allSatisfy { !$0.has("decisione") })
    }
  }

  private func askAddress(_ browser: TestBrowser, _ address: String) async throws {
    try await browser.open("/it/profilo")
    try await browser.fill(["email": address])
    #expect(try await browser.submit("Manda", following: true).text.contains("Abbiamo scritto"))
  }

  @Test(arguments: TestEngine.all)
  func `an address is added by its link, in the browser that asked`(_ engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let giulia = try await site.signedInBySpid()
      try await askAddress(giulia, "giulia@esempio.it")
      let path = try await site.link(to: "giulia@esempio.it")
      let mario = try await site.signedInBySpid(SamlWorld.mario, from: "203.0.113.41")
      #expect(try await mario.open(path).status == 410, "another person")
      let elsewhere = try await site.signedInBySpid(from: "203.0.113.42")
      #expect(try await elsewhere.open(path).status == 410, "another browser of the same person")
      #expect(try await giulia.open(path).status == 200)
      #expect(try await site.me(giulia)?["email"] == nil, "looking uses nothing")
      try await giulia.open(path)
      #expect(try await giulia.submit("Sì").status == 303)
      #expect(try await site.me(giulia)?["email"] as? String == "giulia@esempio.it")
      #expect(try await site.me(giulia)?["emailVerified"] as? Bool == true)
      #expect(try await giulia.open(path).status == 410, "it works once")
      #expect(try await site.mailKinds(to: "giulia@esempio.it").contains("addressAdded"))
      site.clock.now = site.clock.now + .seconds(1)
      let byMail = try await site.signedIn("giulia@esempio.it", from: "203.0.113.43")
      let (one, other) = (try await site.me(byMail), try await site.me(giulia))
      #expect(one?["id"] as? String == other?["id"] as? String)
    }
  }

  @Test func `an address of somebody else goes to the queue, and is told to no one before`()
    async throws
  {
    try await TestSite.run { site in
      try await site.add("Vecchia", "giulia@esempio.it")
      try await site.add("Bruno", "bruno@esempio.it", roles: [.administrator])
      let giulia = try await site.signedInBySpid()
      try await askAddress(giulia, "giulia@esempio.it")
      try await giulia.open(try await site.link(to: "giulia@esempio.it"))
      let reply = try await giulia.submit("Sì")
      #expect(reply.status == 409)
      #expect(try await site.me(giulia)?["email"] == nil)
      site.clock.now = site.clock.now + .minutes(1)
      let old = try await site.signedIn("giulia@esempio.it", from: "203.0.113.44")
      #expect(try await site.me(old)?["name"] as? String == "Vecchia")
      #expect(try await decide(try await bruno(site), "moved").status == 303)
      #expect(try await site.me(old) == nil)
      #expect(try await site.me(giulia)?["email"] as? String == "giulia@esempio.it")
      let kinds = try await site.mailKinds(to: "giulia@esempio.it")
      #expect(kinds.filter { $0 == "claimMoved" }.count == 2, "each of the two was told")
    }
  }
}

// Making a pledge through the forms: whole, wrong in every field, twice, and after the last reward.
import Domain
import Services
import Store
import Support
import Testing
import Web

@Suite struct PledgeFlowTests {
  static let path = "/it/campagne/pane-e-liberta"

  /// Fills the first two pages with what is right, and what the test says instead.
  static func toCheck(
    _ visitor: TestBrowser, _ amount: [String: String] = [:], _ details: [String: String] = [:]
  ) async throws -> Support.Reply {
    try await visitor.open("\(path)/sostieni")
    try await visitor.fill(["importo": "25"].merging(amount) { $1 })
    let second = try await visitor.submit("Continua")
    guard second.status == 200 else { return second }
    let right = [
      "nome": "Anna Rossi", "email": "anna@esempio.it", "pagamento": "bankTransfer",
    ]
    try await visitor.fill(right.merging(details) { $1 })
    return try await visitor.submit("Continua e controlla")
  }

  @Test(arguments: TestEngine.all)
  func `a visitor pledges by transfer and follows the pledge`(engine: TestEngine) async throws {
    try await TestSite.run(on: engine) { site in
      let world = try await FundingWorld(site.database)
      let visitor = site.visitor()
      let check = try await Self.toCheck(visitor, ["ricompensa": world.box.id.description])
      #expect(check.status == 200)
      #expect(check.page.h1 == "Controlla prima di confermare")
      #expect(check.page.text.contains("deperibile"))
      let placed = try await visitor.submit("Conferma e paga 25,00")
      #expect(placed.status == 303)
      let pledge = try await visitor.follow()
      #expect(pledge.page.h1 == "Manca solo il pagamento")
      #expect(pledge.page.text.contains("IT60 X054 2811 1010 0000 0123 456"))
      #expect(pledge.page.text.contains("RF"))
      #expect(pledge.text.contains("<svg"))
      #expect(try await world.count(.pledge) == 1)
      let cancelled = try await visitor.submit("Annulla l’adesione")
      #expect(cancelled.status == 303)
      #expect(try await visitor.follow().page.h1 == "Adesione annullata")
    }
  }

  @Test(arguments: TestEngine.all)
  func `the button pressed twice is one pledge, an altered form is refused`(engine: TestEngine)
    async throws
  {
    try await TestSite.run(on: engine) { site in
      let world = try await FundingWorld(site.database)
      let visitor = site.visitor()
      _ = try await Self.toCheck(visitor)
      let form = try #require(await visitor.page.forms.first { $0.has("chiave") })
      let confirm = "\(Self.path)/sostieni/conferma"
      let headers = ["Content-Type: application/x-www-form-urlencoded"]
      let pairs = form.pairs(pressing: nil)
      let body = Array(Form.encoded(pairs).utf8)
      let first = try await visitor.send("POST", confirm, headers: headers, body: body)
      let second = try await visitor.send("POST", confirm, headers: headers, body: body)
      #expect(first.status == 303)
      #expect(second.location == first.location)
      let other = pairs.map { $0.0 == "importo" ? ($0.0, "99") : $0 }
      let third = try await visitor.send(
        "POST", confirm, headers: headers, body: Array(Form.encoded(other).utf8))
      #expect(third.status == 409)
      #expect(third.page.text.contains("non hai pagato nulla"))
      let stolen = pairs.map { $0.0 == "csrf" ? ($0.0, "0") : $0 }
      let fourth = try await visitor.send(
        "POST", confirm, headers: headers, body: Array(Form.encoded(stolen).utf8))
      #expect(fourth.status == 403)
      #expect(try await world.count(.pledge) == 1)
    }
  }

  @Test(arguments: [
    ("", "Scrivi l’importo"), ("1.234", "Non riesco a leggere"), ("-5", "Non riesco a leggere"),
    ("12,505", "Non riesco a leggere"), ("12,5055", "al massimo due cifre"),
    ("venti", "Non riesco a leggere"), ("99999999999", "troppo grande"), ("1", "almeno 2,00"),
    ("50001", "al massimo 50.000,00"), ("USD 25", "in euro, solo la cifra"),
  ])
  func `a wrong amount is told with what to do`(typed: String, words: String) async throws {
    try await TestSite.run { site in
      let world = try await FundingWorld(site.database)
      let reply = try await Self.toCheck(site.visitor(), ["importo": typed])
      #expect(reply.status == 422)
      #expect(reply.page.problems.contains { $0.contains(words) }, "\(reply.page.problems)")
      #expect(reply.page.title.hasPrefix("Errore"))
      let kept = reply.page.forms.first { $0.has("importo") }
      #expect(kept?["importo"] == typed)
      #expect(try await world.count(.pledge) == 0)
    }
  }

  @Test(arguments: [
    ("nome", "", "manca"), ("nome", String(repeating: "x", count: 5_000), "al massimo 100"),
    ("email", "anna@", "indirizzo e-mail completo"), ("email", "", "manca"),
    ("codice-fiscale", "RSSMRA85T10A562T", "non torna"),
  ])
  func `wrong details are told beside their field`(field: String, typed: String, words: String)
    async throws
  {
    try await TestSite.run { site in
      let world = try await FundingWorld(site.database)
      let reply = try await Self.toCheck(site.visitor(), [:], [field: typed])
      #expect(reply.status == 422)
      #expect(reply.page.problems.contains { $0.contains(words) }, "\(reply.page.problems)")
      #expect(try await world.count(.pledge) == 0)
    }
  }

  @Test func `the last reward goes to who confirms first; the other pays nothing and is told`()
    async throws
  {
    try await TestSite.run { site in
      let world = try await FundingWorld(site.database, boxes: 1)
      let box = ["ricompensa": world.box.id.description]
      let anna = site.visitor()
      let bruno = site.visitor()
      _ = try await Self.toCheck(anna, box)
      _ = try await Self.toCheck(bruno, box, ["email": "bruno@esempio.it"])
      #expect(try await anna.submit("Conferma e paga").status == 303)
      let late = try await bruno.submit("Conferma e paga")
      #expect(late.status == 422)
      #expect(late.page.text.contains("finita un momento fa"))
      #expect(late.page.text.contains("non hai pagato nulla"))
      #expect(try await world.count(.pledge) == 1)
    }
  }

  @Test func `a campaign that closed meanwhile says so`() async throws {
    try await TestSite.run { site in
      let world = try await FundingWorld(site.database)
      let visitor = site.visitor()
      _ = try await Self.toCheck(visitor)
      site.clock.now = FundingWorld.closesAt
      let late = try await visitor.submit("Conferma e paga")
      #expect(late.status == 422)
      #expect(late.page.text.contains("non hai pagato nulla"))
      #expect(try await world.count(.pledge) == 0)
    }
  }

  @Test func `an unknown reward and an unknown campaign are refused`() async throws {
    try await TestSite.run { site in
      _ = try await FundingWorld(site.database)
      let visitor = site.visitor()
      try await visitor.open("\(Self.path)/sostieni")
      let form = try #require(await visitor.page.forms.first { $0.has("importo") })
      let kept = form.pairs(pressing: nil).filter { !["ricompensa", "importo"].contains($0.0) }
      let pairs = kept + [("ricompensa", "rwd_nothing"), ("importo", "25")]
      let reply = try await visitor.send(
        "POST", "\(Self.path)/sostieni",
        headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array(Form.encoded(pairs).utf8))
      #expect(reply.status == 422)
      #expect(reply.page.text.contains("Questa ricompensa non esiste"))
      #expect(try await visitor.open("/it/campagne/nessuna").status == 404)
      #expect(try await visitor.open("/it/campagne/nessuna/sostieni").status == 404)
      #expect(try await visitor.open("/it/adesioni/niente").status == 404)
    }
  }

  @Test func `the campaign's page is there in both languages, with a note where words are missing`()
    async throws
  {
    try await TestSite.run { site in
      _ = try await FundingWorld(site.database)
      let visitor = site.visitor()
      let italian = try await visitor.open(Self.path)
      #expect(italian.page.h1 == "Pane e libertà")
      #expect(italian.text.contains("<strong>pane</strong>"))
      let english = try await visitor.open("/en/campaigns/pane-e-liberta")
      #expect(english.page.language == "en")
      #expect(english.text.contains("<strong>bread</strong>"))
      #expect(english.text.contains("lang=\"it\""))
      let ledger = try await visitor.open("\(Self.path)/registro")
      #expect(ledger.status == 200)
      let list = try await visitor.open("/it/campagne?stato=open&consegna=pickUp&cerca=pane")
      #expect(list.page.text.contains("1 campagna"))
      #expect(try await visitor.open("/it/campagne?cerca=vino").page.text.contains("0 campagne"))
    }
  }
}

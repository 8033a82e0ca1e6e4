// Where money is real and no provider for cards is set up: bank transfers alone, no sandbox.
import Domain
import Foundation
import Literals
import Services
import Store
import Support
import Testing

@Suite(.serialized) struct `In production without a card provider` {
  private static let settings = [
    "RACCOLTO_MODE": "production", "RACCOLTO_PUBLIC_URL": "https://raccolto.example",
    "RACCOLTO_SIGNING_KEY": "a key of chance that nobody knows 1",
    "RACCOLTO_BANK_IBAN": StatementWorld.iban, "RACCOLTO_BANK_HOLDER": "Raccolto APS",
    "RACCOLTO_SMTP_URL": "smtp://127.0.0.1:9",
  ]

  @Test(arguments: TestEngine.all)
  func `a donor is offered a bank transfer and nothing else`(on engine: TestEngine) async throws {
    try await RunningServer.run(
      on: engine, environment: Self.settings, seed: OpenCampaign.seed()
    ) { server in
      let giulia = Donor(at: server, "giulia@example.org")
      try await giulia.browser.open(OpenCampaign.path + "/sostieni")
      try await giulia.browser.fill(["importo": "25,00"])
      let details = try await giulia.browser.submit()
      let form = try #require(details.page.forms.first { $0.has("pagamento") })
      #expect(form.fields.filter { $0.name == "pagamento" }.map(\.value) == ["bankTransfer"])
      #expect(!details.page.main.contains("Carta"))

      let before = try await server.contents()
      let forced = try await giulia.browser.send(
        "POST", form.action, headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array(
          Form.encoded([
            ("csrf", form["csrf"] ?? ""), ("importo", "25"), ("nome", "Giulia"),
            ("email", "giulia@example.org"), ("pagamento", "card"),
          ]).utf8))
      #expect(forced.status == 422)
      #expect(forced.page.problems.joined().contains("solo con un bonifico"))
      #expect(try await server.contents().changes(since: before) == [])

      try await giulia.decide("25,00")
      let placed = try await giulia.confirm()
      #expect(placed.status == 303)
      let pledge = try await giulia.browser.open(try #require(placed.location))
      #expect(pledge.page.main.contains("IT60 X054"))
      #expect(!pledge.page.main.lowercased().contains("carta"))
      let pay = try #require(placed.location) + "/paga"
      let csrf = try #require(pledge.page.forms.first { $0.has("csrf") }?["csrf"])
      let byCard = try await giulia.browser.send(
        "POST", pay, headers: ["Content-Type: application/x-www-form-urlencoded"],
        body: Array(Form.encoded([("csrf", csrf), ("pagamento", "card")]).utf8))
      #expect(byCard.status == 303)
      let told = try await giulia.browser.open(try #require(byCard.location))
      #expect(told.page.main.contains("IT60 X054"), "it still waits for its transfer")
    }
  }

  @Test(arguments: TestEngine.all)
  func `a database with payments of the sandbox is refused, and doctor says what to do`(
    on engine: TestEngine
  ) async throws {
    try await engine.withAddress { address in
      try await Database.open(address, connections: 2).closing { database in
        _ = try await database.migrate()
        let world = try await FundingWorld(database)
        let pledge = try await world.place(world.request(token: "played"))
        let payment = Payment(
          id: world.entropy.id(at: world.clock.now), of: (pledge.id, pledge.campaign), at: .sandbox,
          attempt: 1,
          Payment.Terms(
            amount: pledge.total, shipping: .zero, createdAt: world.clock.now,
            expiresAt: world.clock.now + .days(1)))
        try await database.write { try $0.insert(payment) }
      }
      for verb in ["serve", "work"] {
        let refused = try DataVerb.run([verb], Self.settings, at: address)
        #expect(refused.code != 0)
        #expect(refused.errors.contains("this database holds test payments"), "\(refused)")
        #expect(refused.errors.contains("RACCOLTO_DATABASE_URL"))
      }
      let seen = try DataVerb.run(["doctor"], Self.settings, at: address)
      #expect(seen.code != 0)
      #expect(seen.output.contains("fail\tmoney: this database holds test payments"), "\(seen)")
      let playing = try DataVerb.run(["doctor"], ["RACCOLTO_MODE": "test"], at: address)
      #expect(playing.output.contains("ok\tmoney: test payments"), "\(playing)")
    }
  }

  @Test(arguments: [TestEngine.sqlite])
  func `there is no sandbox, and nothing of the demonstration`(on engine: TestEngine) async throws {
    try await RunningServer.run(
      on: engine, environment: Self.settings, seed: OpenCampaign.seed()
    ) { server in
      let visitor = server.visitor()
      for path in [
        "/sandbox/pay/sbp_1", "/sandbox/settings", "/sandbox/style.css", "/it/demo/posta",
        "/en/demo/mail", "/spid/prova",
      ] {
        #expect(try await visitor.send("GET", path).status == 404, "\(path)")
      }
      #expect(try await visitor.send("POST", "/webhooks/sandbox", body: [123, 125]).status == 404)
      let answer = try await visitor.send("POST", "/spid/prova/risposta")
      #expect(answer.status == 404, "the test provider vouches for nobody")
      let providers = try await visitor.open("/it/accedi").page.links
        .filter { $0.href.hasPrefix("/spid/login") }
      #expect(providers.isEmpty)
      let demo = try server.raccolto(["demo"])
      #expect(demo.code != 0)
    }
  }
}

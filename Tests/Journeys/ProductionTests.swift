// Where money is real and no provider for cards is set up: bank transfers alone, no sandbox.
import Foundation
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

// The mails about what became of a campaign, in the words that people get: to its backers at its
// end, to its owner after a review; each once, however often their task runs.
import Domain
import Literals
import Services
import Store
import Support
import Testing
import Web

@Suite struct `Mails about a campaign` {
  static let site = "https://raccolto.example"

  /// How a campaign ends, and the sentence that its donors read.
  struct Ending: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var rule = FundingRule.allOrNothing
    let cents: Int64
    let italian: String
    let english: String
  }
  static let endings = [
    Ending(
      testDescription: "exactly the minimum", cents: 100_000,
      italian: "ora va a Forno Oltre, che realizza il progetto",
      english: "now goes to Forno Oltre, who will carry out the project"),
    Ending(
      testDescription: "too little, all or nothing", cents: 99_000,
      italian: "ti sarà restituito per intero sulla carta con cui hai pagato",
      english: "will be given back to the card you paid with"),
    Ending(
      testDescription: "too little, keeping it", rule: .keepWhatYouRaise, cents: 99_000,
      italian: "tiene quanto ha raccolto", english: "keeps what it raised"),
  ]

  @Test(arguments: TestEngine.all, endings)
  func `tell every backer what happens with the money, once`(
    engine: TestEngine, ending: Ending
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database, rule: ending.rule)
      try await world.pay(Money(cents: ending.cents - 2_500))
      try await world.pay(.euro(25), by: "brian@example.org", in: .english)
      _ = try await world.place(world.request(by: "mai@esempio.it", token: "never paid"))
      world.clock.now = FundingWorld.closesAt + .days(7)
      _ = try await TurnCampaigns(
        database: database, clock: world.clock.port, entropy: world.entropy)()
      _ = try await SettleCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)(world.campaign.id)
      try await Self.check(
        world, ["anna@esempio.it": ending.italian, "brian@example.org": ending.english])
    }
  }

  @Test(arguments: TestEngine.all)
  func `say that a campaign was called off and the money comes back`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let world = try await FundingWorld(database)
      try await world.pay(.euro(40))
      let steer = SteerCampaign(
        database: database, clock: world.clock.port, entropy: world.entropy)
      let administrator = world.actor(world.reviewer, .administrator)
      #expect(
        try await steer(
          .cancel(reason: "Il forno è bruciato."), on: world.campaign.slug, by: administrator)
          == .done(.cancelled))
      try await Self.check(
        world, ["anna@esempio.it": "è stata annullata: il tuo contributo di 40,00"])
    }
  }

  /// Runs the task twice; there is one mail for each of these people, in these words.
  private static func check(_ world: FundingWorld, _ words: [String: String]) async throws {
    let before = try await world.count(.mail)
    let event = try #require(try await world.tellings().last)
    #expect(try await tell(world)(event) == .told(words.count))
    #expect(try await tell(world)(event) == .told(0))
    #expect(try await world.count(.mail) == before + words.count)
    for (address, sentence) in words {
      let mail = try #require(
        try await world.database.read { tx in
          try tx.mails(to: EmailAddress(address)).first { $0.kind.hasPrefix("campaign") }
        })
      #expect(mail.words.text.contains(sentence), "\(mail.words.text)")
      #expect(mail.words.html.contains("<html lang=\"\(mail.language.rawValue)\">"))
      #expect(mail.words.text.contains("\(site)/\(mail.language.rawValue)/"))
    }
  }

  static func tell(_ world: FundingWorld) throws -> TellCampaign {
    let iban = try #require(IBAN(StatementWorld.iban))
    let account = FundingScreens.TransferAccount(iban: iban, holder: "Raccolto APS", bic: nil)
    return TellCampaign(
      database: world.database, clock: world.clock.port, entropy: world.entropy,
      letters: (
        PledgeMails(publicURL: site, account: account).letters, .words(publicURL: site)
      ))
  }

  @Test(arguments: TestEngine.all)
  func `tell the owner what the reviewer decided, and why`(engine: TestEngine) async throws {
    let table: [(ReviewCampaign.Decision, [String])] = [
      (
        .requestChanges(reason: "Manca l’IVA.\nLe foto <b>scure</b>."),
        ["Manca l’IVA.", "Le foto <b>scure</b>.", "Apri la campagna e correggila"]
      ),
      (.reject(reason: "Non è un progetto votato."), ["non sarà pubblicata", "progetto votato"]),
      (.approve, ["è stata approvata", "È già aperta", "/it/campagne/pane-e-liberta"]),
    ]
    for (decision, pieces) in table {
      try await engine.withDatabase { database in
        let world = try await FundingWorld(database, state: .submitted)
        let review = ReviewCampaign(
          database: database, clock: world.clock.port, entropy: world.entropy)
        let reviewer = world.actor(world.reviewer, .reviewer)
        _ = try await review(decision, on: world.campaign.slug, by: reviewer)
        let events = try await world.tellings()
        #expect(events.count == 1)
        for event in events {
          #expect(try await Self.tell(world)(event) == .told(1))
          #expect(try await Self.tell(world)(event) == .told(0))
        }
        let mails = try await database.read { tx in try tx.mails() }
        let mail = try #require(mails.first)
        #expect(mails.count == 1)
        #expect(mail.to.text == "\(world.author)@esempio.it")
        for piece in pieces { #expect(mail.words.text.contains(piece), "\(mail.words.text)") }
        #expect(!mail.words.html.contains("<b>scure"), "what people write is text")
      }
    }
  }

  @Test func `of an event that is not there are none`() async throws {
    try await TestEngine.sqlite.withDatabase { database in
      let world = try await FundingWorld(database)
      let nothing: TellCampaign.EventID = world.entropy.id(at: world.clock.now)
      #expect(try await Self.tell(world)(nothing) == .noSuchEvent)
    }
  }
}

extension FundingWorld {
  /// The changes that wait to be told, oldest first.
  fileprivate func tellings() async throws -> [TellCampaign.EventID] {
    try await database.read { tx in
      try tx.rows("SELECT arguments FROM task WHERE kind = 'tellCampaign' ORDER BY id") {
        let subject = QueuedTask.subject(of: try $0("arguments")) ?? ""
        return TellCampaign.EventID(subject)
      }
    }.compactMap(\.self)
  }
}

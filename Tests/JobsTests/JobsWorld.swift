// Every job with its use cases over one database, the sandbox as provider, and a runner whose clock
// the test moves.
import Domain
import Jobs
import Literals
import Logging
import Payments
import Services
import Store
import Support
import Synchronization
import Testing
import Work

/// Keeps what it was asked to send.
final class Outbox: MailSender {
  private let messages = Mutex<[String]>([])
  var ids: [String] { messages.withLock { $0 } }
  func send(_ message: MailMessage) async throws { messages.withLock { $0.append(message.id) } }
}

struct JobsWorld: Sendable {
  let funding: FundingWorld
  let money: MoneyServices
  let handlers: [Handler]
  let runner: Runner
  let outbox = Outbox()

  var database: Database { funding.database }
  var clock: TestClock { funding.clock }

  init(_ database: Database) async throws {
    funding = try await FundingWorld(database)
    let (clock, entropy) = (funding.clock.port, funding.entropy)
    let shop = SandboxShop(database: database, clock: clock, entropy: entropy)
    let provider = SandboxProvider(shop: shop, secrets: ["secret"], publicURL: "")
    let providers = PaymentProviders([provider], marks: .test)
    let receive = ReceiveWebhook(
      database: database, clock: clock, entropy: entropy, providers: providers)
    let deliver = DeliverSandboxEvent(
      database: database, clock: clock, courier: Courier(receive: receive))
    money = MoneyServices(
      database: database, ports: (clock, entropy), providers: providers,
      pledges: funding.payments, sandbox: .init(shop: shop, deliver: deliver))
    guard let from = EmailAddress("noi@raccolto.example") else { throw Fault("an address") }
    let services = JobServices(
      funding: .init(
        turnCampaigns: TurnCampaigns(database: database, clock: clock, entropy: entropy),
        settling: (
          SettleCampaign(database: database, clock: clock, entropy: entropy),
          SettleEscrow(database: database, clock: clock, entropy: entropy)
        ),
        returnFunds: ReturnFunds(database: database, clock: clock, entropy: entropy),
        expirePledges: funding.expirePledges,
        tellCampaign: TellCampaign(
          database: database, clock: clock, entropy: entropy,
          letters: (
            funding.letters, ReviewLetters { MailContent(subject: "\($0.decision)", text: "") }
          ))),
      money: (
        money,
        ProofServices(
          database: database, clock: clock, entropy: entropy,
          letters: HeadLetters { _, _ in MailContent(subject: "head", text: "") }),
        funding.reconciliation(nil).bookWaitingLines
      ),
      federation: (
        SamlWorld().services(database, clock: clock, entropy: entropy).tend,
        BindIdentity(database: database)
      ),
      participation: (
        CountServices(database: database, clock: clock, entropy: entropy),
        TurnPhases(database: database, clock: clock, entropy: entropy)
      ),
      sendMail: SendMail(
        database: database, clock: clock, sender: outbox, from: Mailbox(from, name: "Raccolto")))
    handlers = Dispatch.handlers(services)
    let now = funding.clock
    runner = Runner(
      database, handlers: handlers,
      pools: QueuedTask.Queue.allCases.map { Runner.Pool(queue: $0.rawValue, workers: 2) },
      timetable: Schedule.timetable,
      Runner.Surroundings(
        name: "test", now: { now.now }, entropy: { entropy.bytes($0) },
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
  }

  private struct Courier: SandboxCourier {
    let receive: ReceiveWebhook
    func deliver(_ body: [UInt8], at now: Instant) async throws -> Int {
      let signature = WebhookSignature(secrets: ["secret"]).sign(body, at: now)
      return
        switch try await receive(from: "sandbox", RawWebhook(signature: signature, body: body))
      {
      case .kept, .repeated: 200
      case .refused: 400
      case .noSuchProvider: 404
      }
    }
  }

  /// A sponsor who doubles what comes in, as far as 1,000 € go.
  func addSponsor() async throws {
    let (now, campaign, entropy) = (clock.now, funding.campaign.id, funding.entropy)
    let fund = MatchFund(
      id: entropy.id(at: now), code: Slug(title: "fondo"), sponsor: "Fondo",
      rule: .multiply(percent: 100, perPledge: .euro(50), cap: .euro(1_000)))
    guard let iban = IBAN(StatementWorld.iban) else { throw Fault("not an account") }
    let header = JournalEntry.Header(
      id: entropy.id(at: now), effectiveOn: CivilDate(of: now), cause: .matchFund(fund.id))
    let deposit = try JournalEntry.matchDeposited(header, on: iban, .euro(1_000), for: fund.id)
    try await database.write { tx in
      try tx.insert(fund, for: [campaign], by: nil, at: now)
      _ = try tx.post(deposit, key: .bank(line: "deposit"), by: .system, at: now)
    }
  }

  /// A pledge whose donor chose on the sandbox's page.
  func pay(_ choice: SandboxPayment.Choice, token: String) async throws -> Pledge {
    let pledge = try await funding.place(funding.request(token: token))
    let request = StartCardPayment.Request(
      accessKey: pledge.keys.accessKey, description: "Pane", returnURL: "http://localhost/back",
      language: .italian)
    guard case .pay = try await money.startCardPayment(request) else {
      throw Fault("the card payment did not start")
    }
    let payment = try await database.read { try $0.payments(of: pledge.id).first }
    guard let id = payment?.providerReference.flatMap({ SandboxPayment.ID($0) }) else {
      throw Fault("the provider gave no reference")
    }
    _ = try await money.sandbox?.shop.choose(choice, for: id)
    return pledge
  }

  /// Lets the clock go on step by step, with everything that it starts, until it is that late.
  func live(until end: Instant, step: Instant.Span) async throws {
    while clock.now < end {
      clock.now = clock.now + step
      try await runner.tick()
      try await runner.drain()
    }
  }

  /// What the tables say that jobs change, the queue itself and its ticks left out.
  func snapshot() async throws -> [String] {
    try await database.read { tx in
      let counts: [(String, SQL)] = [
        ("entries", "SELECT COUNT(*) AS n FROM journal_entry"),
        ("postings", "SELECT COUNT(*) AS n FROM posting"),
        ("moved", "SELECT SUM(ABS(amount_cents)) AS n FROM posting"),
        ("payment events", "SELECT COUNT(*) AS n FROM payment_event"),
        ("pledge events", "SELECT COUNT(*) AS n FROM pledge_event"),
        ("campaign events", "SELECT COUNT(*) AS n FROM campaign_event"),
        ("mails", "SELECT COUNT(*) AS n FROM mail_message"),
        ("sent", "SELECT COUNT(*) AS n FROM mail_message WHERE status = 'sent'"),
        ("webhooks", "SELECT COUNT(*) AS n FROM webhook_event"),
        ("exceptions", "SELECT COUNT(*) AS n FROM money_exception"),
        ("blocks", "SELECT COUNT(*) AS n FROM ledger_block"),
        ("heads", "SELECT COUNT(*) AS n FROM ledger_head"),
        ("promised", "SELECT SUM(committed_cents) AS n FROM match_commitment"),
        ("movements", "SELECT SUM(movements) AS n FROM match_commitment"),
        ("outcomes", "SELECT COUNT(*) AS n FROM campaign_outcome"),
        ("confirmed", "SELECT COUNT(*) AS n FROM pledge WHERE status = 'confirmed'"),
        ("lapsed", "SELECT COUNT(*) AS n FROM pledge WHERE status = 'lapsed'"),
        ("audits", "SELECT COUNT(*) AS n FROM audit_record"),
      ]
      return try counts.map { name, statement in
        let number = try tx.first(statement) { try $0("n", as: Int?.self) ?? 0 }
        return "\(name) \(number ?? 0)"
      }
    }
  }

  /// Every task that was done, as it was asked for.
  func doneTasks() async throws -> [StoredTask.Work] {
    try await database.read { try $0.tasks(.done, limit: 10_000) }.map(\.work)
  }
}

// A campaign whose pledges are paid through the sandbox, with every task run by hand.
import Domain
import Foundation
import Literals
import Payments
import Services
import Store
import Support

/// Money's use cases over one database, with the sandbox as provider and a courier that hands its
/// webhooks straight to the receiver.
struct PaymentWorld: Sendable {
  let funding: FundingWorld
  let money: MoneyServices
  let provider: SandboxProvider
  let signature: WebhookSignature

  static let secret = "test-secret"

  init(_ database: Database, mood: SandboxMood = .kind) async throws {
    funding = try await FundingWorld(database)
    let (clock, entropy) = (funding.clock.port, funding.entropy)
    let shop = SandboxShop(database: database, clock: clock, entropy: entropy, mood: mood)
    provider = SandboxProvider(shop: shop, secrets: [Self.secret], publicURL: "")
    signature = WebhookSignature(secrets: [Self.secret])
    let providers = PaymentProviders([provider], marks: .test)
    let receive = ReceiveWebhook(
      database: database, clock: clock, entropy: entropy, providers: providers)
    let courier = Courier(receive: receive, signature: signature)
    let deliver = DeliverSandboxEvent(database: database, clock: clock, courier: courier)
    money = MoneyServices(
      database: database, ports: (clock, entropy), providers: providers,
      pledges: funding.payments, sandbox: .init(shop: shop, deliver: deliver))
  }

  var database: Database { funding.database }
  var clock: TestClock { funding.clock }

  private struct Courier: SandboxCourier {
    let receive: ReceiveWebhook
    let signature: WebhookSignature
    func deliver(_ body: [UInt8], at now: Instant) async throws -> Int {
      let raw = RawWebhook(signature: signature.sign(body, at: now), body: body)
      return switch try await receive(from: "sandbox", raw) {
      case .kept, .repeated: 200
      case .refused: 400
      case .noSuchProvider: 404
      }
    }
  }

  /// A pledge whose donor is on the sandbox's page.
  func start(token: String = "token-1") async throws -> Started {
    let pledge = try await funding.place(funding.request(token: token))
    let payment = try await pay(pledge)
    return Started(pledge: pledge, payment: payment, sandbox: try await sandbox(payment))
  }
  struct Started: Sendable {
    let pledge: Pledge
    let payment: Payment
    let sandbox: SandboxPayment.ID
  }

  /// Sends the donor of a pledge to the sandbox's page.
  func pay(_ pledge: Pledge) async throws -> Payment {
    guard case .pay = try await money.startCardPayment(request(pledge)) else {
      throw Fault("the card payment did not start")
    }
    let found = try await database.read { try $0.payments(of: pledge.id).first }
    guard let found else { throw Fault("there is no payment") }
    return found
  }
  func request(_ pledge: Pledge) -> StartCardPayment.Request {
    StartCardPayment.Request(
      accessKey: pledge.keys.accessKey, description: "Pane",
      returnURL: "http://localhost/back", language: .italian)
  }
  private func sandbox(_ payment: Payment) async throws -> SandboxPayment.ID {
    guard let id = payment.providerReference.flatMap({ SandboxPayment.ID($0) }) else {
      throw Fault("the provider gave no reference")
    }
    return id
  }

  func choose(_ choice: SandboxPayment.Choice, _ started: Started) async throws {
    guard let shop = money.sandbox?.shop else { throw Fault("no sandbox") }
    _ = try await shop.choose(choice, for: started.sandbox)
  }

  /// Runs every due task of money until none is left, as the runner does; answers how many.
  @discardableResult
  func drain() async throws -> Int {
    var ran = 0
    while ran < 500 {
      let now = clock.now
      let claimed = try await database.write { tx in
        try ["webhooks", "money"].flatMap { queue in
          try tx.claim(
            TaskClaim(
              queue: queue, kinds: QueuedTask.Kind.allCases.map(\.rawValue), limit: 20,
              owner: "test", lease: .minutes(1)), at: now)
        }
      }
      if claimed.isEmpty { return ran }
      for task in claimed {
        try await run(task)
        _ = try await database.write { try $0.complete(task.lease, at: now) }
        ran += 1
      }
    }
    throw Fault("the queue does not come to rest")
  }

  private func run(_ task: ClaimedTask) async throws {
    let subject = QueuedTask.subject(of: task.work.arguments) ?? ""
    switch QueuedTask.Kind(rawValue: task.work.kind) {
    case .applyWebhook?:
      if let id = WebhookEvent.ID(subject) {
        _ = try await money.applyWebhook(id, isLastAttempt: true)
      }
    case .confirmPayment?:
      if let id = Payment.ID(subject) { _ = try await money.confirmPayment(id) }
    case .confirmCard?:
      if let id = CardMandate.ID(subject) { _ = try await money.confirmCard(id) }
    case .deliverSandboxEvent?:
      if let id = SandboxDelivery.ID(subject) { try await money.sandbox?.deliver(id) }
    case .settleSandboxPayments?: try await money.sandbox?.shop.settleDue(limit: 10)
    case _: break
    }
  }

  /// A signed webhook about an object.
  func webhook(
    event: String = "evt_1", type: String = "payment.succeeded", object: String
  ) -> RawWebhook {
    let body = Array(
      #"{"id":"\#(event)","type":"\#(type)","data":{"object":{"id":"\#(object)"}}}"#.utf8)
    return RawWebhook(signature: signature.sign(body, at: clock.now), body: body)
  }

  func stored(_ payment: Payment) async throws -> Payment {
    let found = try await database.read { try $0.payment(payment.id) }
    guard let found else { throw Fault("the payment is gone") }
    return found
  }
  func entries() async throws -> Int {
    try await database.read { tx in
      try tx.first("SELECT COUNT(*) AS n FROM journal_entry") { try $0("n") } ?? 0
    }
  }
  func exceptions() async throws -> [MoneyException.Kind] {
    try await database.read { try $0.openExceptions().map(\.kind) }
  }
  func webhooks() async throws -> [WebhookStatus] {
    try await database.read { tx in
      try tx.rows("SELECT status FROM webhook_event ORDER BY id") { try $0("status") }
    }
  }
  func verified() async throws -> [LedgerFinding] {
    try await database.read { try $0.verifyLedger() }.findings
  }
}

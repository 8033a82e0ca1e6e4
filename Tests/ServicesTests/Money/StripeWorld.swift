// A campaign whose pledges are paid through Stripe's adapter, with a stand-in for Stripe behind it,
// webhooks that are doubled, lost, late and out of order, and every task run by hand.
import Domain
import Foundation
import Literals
import Payments
import Services
import Store
import Support

final class StripeWorld {
  let funding: FundingWorld
  let stripe: StripeStandIn
  let provider: StripeProvider
  let money: MoneyServices
  private let signature: WebhookSignature
  private var chance: SeededIDs
  private(set) var payments: [Payment.ID] = []

  /// Webhooks that are on their way.
  private var underWay: [(at: Instant, body: String)] = []
  private var told = 0
  private(set) var lost = 0
  private(set) var doubled = 0

  static let secrets = ["whsec_new", "whsec_old"]

  init(_ database: Database, seed: UInt64, confirmation: StripeProvider.Confirmation) async throws {
    funding = try await FundingWorld(database, rule: .keepWhatYouRaise)
    stripe = StripeStandIn(funding.clock, seed: seed)
    chance = SeededIDs(seed: seed &+ 1000)
    let stripe = stripe
    let client = StripeClient(
      StripeAccount(secretKey: StripeStandIn.key, base: "http://stripe.test"),
      send: { try await stripe.send($0) }, pause: { _ in })
    provider = StripeProvider(client, secrets: Self.secrets, confirmation: confirmation)
    signature = WebhookSignature(secrets: [Self.secrets[1]])
    money = MoneyServices(
      database: database, ports: (funding.clock.port, funding.entropy),
      providers: PaymentProviders([provider], marks: .test), pledges: funding.payments, sandbox: nil
    )
  }

  var database: Database { funding.database }
  var now: Instant { funding.clock.now }
  func wait(_ span: Instant.Span) { funding.clock.now = funding.clock.now + span }
  func dice(_ sides: Int) -> Int { Int(chance.next() % UInt64(sides)) }

  /// A pledge whose donor is sent to Stripe's page, however often Stripe has to be asked.
  func start(_ amount: Money) async throws {
    let number = payments.count
    let pledge = try await funding.place(
      funding.request(amount, by: "donor\(number)@esempio.it", token: "stripe \(number)"))
    let request = StartCardPayment.Request(
      accessKey: pledge.keys.accessKey, description: "Pane e libertà",
      returnURL: "https://raccolto.example/torna", language: .italian)
    for _ in 0..<20 {
      if case .pay = try await money.startCardPayment(request) { break }
    }
    let payment = try await database.read { try $0.payments(of: pledge.id).first }
    guard let payment, payment.hostedPage != nil else { throw Fault("the payment did not start") }
    payments.append(payment.id)
  }
  /// The session of a payment at Stripe.
  func session(_ payment: Payment.ID) -> StripeBooks.Session? {
    stripe.books.sessions.values.first { $0.ours == payment.description }
  }

  /// Plans the telling of what happened: three of ten twice, one of ten never, up to ten minutes
  /// late.
  func tell() {
    let events = stripe.books.events
    for event in events.dropFirst(told) {
      if dice(10) == 0 {
        lost += 1
        continue
      }
      let copies = dice(10) < 3 ? 2 : 1
      doubled += copies - 1
      for _ in 0..<copies { underWay.append((now + .seconds(dice(600)), event.body)) }
    }
    told = events.count
  }
  /// Delivers what is due, in the order of its delays.
  func deliver() async throws {
    let due = underWay.filter { $0.at <= now }.sorted { $0.at < $1.at }
    underWay.removeAll { $0.at <= now }
    for (_, body) in due { try await receive(body) }
  }
  func receive(_ body: String) async throws {
    let bytes = Array(body.utf8)
    let raw = RawWebhook(signature: signature.sign(bytes, at: now), body: bytes)
    switch try await money.receiveWebhook(from: "stripe", raw) {
    case .kept, .repeated: break
    case .refused(let refusal): throw Fault("refused: \(refusal)")
    case .noSuchProvider: throw Fault("no provider")
    }
  }
  /// Delivers the latest event of a type now, and runs what follows of it.
  func hear(_ type: String, asLive: Bool = false) async throws {
    let told = stripe.books.events.last { $0.body.contains("\"type\":\"\(type)\"") }
    guard let told else { throw Fault("no event \(type)") }
    let words = (now: "\"livemode\":false", instead: "\"livemode\":true")
    try await receive(
      asLive ? told.body.replacingOccurrences(of: words.now, with: words.instead) : told.body)
    try await drain()
  }
  var isQuiet: Bool { underWay.isEmpty }

  /// Runs every due task of money; what fails waits as the runner makes it wait.
  func drain() async throws {
    for _ in 0..<400 {
      let now = now
      let claimed = try await database.write { tx in
        try ["webhooks", "money"].flatMap { queue in
          try tx.claim(
            TaskClaim(
              queue: queue, kinds: QueuedTask.Kind.allCases.map(\.rawValue), limit: 20,
              owner: "test", lease: .minutes(1)), at: now)
        }
      }
      if claimed.isEmpty { return }
      for task in claimed {
        let isDone: Bool
        do { isDone = try await run(task) } catch let fault as Fault where fault.retryable {
          isDone = false
        }
        let again = now + .seconds(task.lease.attempt * task.lease.attempt * 4)
        _ = try await database.write { tx in
          isDone
            ? try tx.complete(task.lease, at: now) : try tx.retry(task.lease, at: again, error: "")
        }
      }
    }
    throw Fault("the queue does not come to rest")
  }
  private func run(_ task: ClaimedTask) async throws -> Bool {
    let subject = QueuedTask.subject(of: task.work.arguments) ?? ""
    switch QueuedTask.Kind(rawValue: task.work.kind) {
    case .applyWebhook?:
      guard let id = WebhookEvent.ID(subject) else { return true }
      let isLast = task.lease.attempt >= 12
      return try await money.applyWebhook(id, isLastAttempt: isLast) != .deferred
    case .confirmPayment?:
      if let id = Payment.ID(subject) { _ = try await money.confirmPayment(id) }
    case .confirmCard?:
      if let id = CardMandate.ID(subject) { _ = try await money.confirmCard(id) }
    case _: break
    }
    return true
  }

  /// A refund that two people decide, of a part of a payment.
  func giveBack(_ payment: Payment.ID, _ amount: Money) async throws {
    let anna = funding.actor(funding.author, .treasurer)
    let other = funding.actor(funding.reviewer, .treasurer)
    let parts = RefundAllocation(reward: .zero, gift: amount, shipping: .zero)
    guard
      case .requested(let id) = try await money.requestRefund(
        parts, of: payment, because: .askedByDonor, by: anna)
    else { return }
    _ = try await money.decideRefund(.approve, on: id, by: other)
  }

  func holds(_ account: Account) async throws -> Money {
    try await database.read { try $0.balance(of: account) }
  }
  func entries() async throws -> Int {
    try await database.read { tx in
      try tx.first("SELECT COUNT(*) AS n FROM journal_entry") { try $0("n") } ?? 0
    }
  }
  func differences() async throws -> [MovementDifference] {
    let since = FundingWorld.opensAt
    let until = now + .days(1)
    return try await database.read {
      try $0.movementDifferences(of: .stripe, since: since, until: until)
    }
  }
  func exceptions() async throws -> Set<MoneyException.Kind> {
    Set(try await database.read { try $0.openExceptions().map(\.kind) })
  }
}

// What for: sends the sandbox provider's webhooks over HTTP, as a real provider's servers would.
// Why it may run twice: providers do send twice; the receiver keeps an event once.
// When it fails: the sandbox tries again and again, and the poller finds the event anyway.
import Domain
import Services
import Work

/// Sends one webhook of the sandbox.
struct DeliverSandboxEventJob: Job {
  static let retries = Retries.exponential(attempts: 8, upTo: .minutes(30))
  static let limits = Limits(timeout: .seconds(40), concurrency: .atMost(4))

  let sandbox: MoneyServices.Sandbox?

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let sandbox else { return .discard("there is no sandbox where real money moves") }
    guard let id = context.subject.flatMap({ SandboxDelivery.ID($0) }) else {
      return .discard("its subject is no delivery")
    }
    try await sandbox.deliver(id)
    return .done
  }
}

/// Lets slow payments of the sandbox succeed when their time has come.
struct SettleSandboxPaymentsJob: Job {
  static let limits = Limits(perRun: 100)

  let sandbox: MoneyServices.Sandbox?

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let sandbox else { return .discard("there is no sandbox where real money moves") }
    try await sandbox.shop.settleDue(limit: Self.limits.perRun)
    return .done
  }
}

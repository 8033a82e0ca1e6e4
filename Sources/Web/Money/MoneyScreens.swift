// What money shows and receives: the donor's way back, the providers' webhooks.
import Domain
import Metrics
package import Services

/// The receiver of webhooks and the page to return to, with the sandbox's pages where it is wired.
package struct MoneyScreens: ScreenGroup {
  let money: MoneyServices

  package init(_ money: MoneyServices) { self.money = money }

  /// A webhook is tens of kilobytes; more is no webhook.
  static let webhookLimit = BodyLimit(bytesMax: 1024 * 1024, secondsMax: 10)
  /// Providers send storms after an outage: what is limited is only an attack.
  static let webhookPace = Pace("webhooks", burst: 5000, perMinute: 60_000)
  /// How long the way back waits for the look-up before it shows what is known.
  static let patience = (steps: 20, step: Duration.milliseconds(100))

  package func add(to screens: Screens) {
    screens.receive(
      MoneyRoutes.webhook, limit: Self.webhookLimit, pace: Self.webhookPace, use: receive)
    screens.get(MoneyRoutes.comeBack, use: comeBack)
    if let sandbox = money.sandbox { SandboxScreens(shop: sandbox.shop).add(to: screens) }
  }

  private func receive(
    _ screen: ScreenContext, _ body: [UInt8], _ provider: String
  ) async throws -> Reply {
    guard let header = money.receiveWebhook.signatureHeader(of: provider) else { return .notFound }
    let raw = RawWebhook(signature: screen.header(header), body: body)
    switch try await money.receiveWebhook(from: provider, raw) {
    case .kept, .repeated: return .text("")
    case .noSuchProvider: return .notFound
    case .refused(let refusal):
      Counter(
        label: "raccolto_webhook_refused",
        dimensions: [("provider", provider), ("reason", refusal.rawValue)]
      ).increment()
      return .problem(.malformed)
    }
  }

  /// The return is a hint: it asks for a look-up and waits a moment, so that most donors see how
  /// it ended. The page of the pledge says it either way.
  private func comeBack(_ screen: ScreenContext, _ key: String) async throws -> Reply {
    let page = FundingRoutes.pledge(key)
    switch try await money.returnFromProvider(key) {
    case .noSuchPayment: return .notFound
    case .settled: return .seeOther(page)
    case .waiting(let payment):
      for _ in 0..<Self.patience.steps {
        try await Task.sleep(for: Self.patience.step)
        let status = try await money.returnFromProvider.status(of: payment)
        if status?.isOpen != true || status == .processing { break }
      }
      return .seeOther(page)
    }
  }
}

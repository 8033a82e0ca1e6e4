// What money receives: the providers' webhooks. Its sandbox has pages of its own.
import Domain
import Metrics
package import Services

/// The receiver of webhooks, with the sandbox's pages where it is wired.
package struct MoneyScreens: ScreenGroup {
  let money: MoneyServices

  package init(_ money: MoneyServices) { self.money = money }

  /// A webhook is tens of kilobytes; more is no webhook.
  static let webhookLimit = BodyLimit(bytesMax: 1024 * 1024, secondsMax: 10)
  /// Providers send storms after an outage: what is limited is only an attack.
  static let webhookPace = Pace("webhooks", burst: 5000, perMinute: 60_000)

  package func add(to screens: Screens) {
    screens.receive(
      MoneyRoutes.webhook, limit: Self.webhookLimit, pace: Self.webhookPace, use: receive)
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
      return .problem(.webhook(refusal))
    }
  }
}

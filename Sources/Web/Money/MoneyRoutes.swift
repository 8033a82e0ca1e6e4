// The addresses of money: the receiver of webhooks, the sandbox's own pages.
import Domain

package enum MoneyRoutes {
  /// Providers post their webhooks there; the name of the provider is the typed part.
  package static let webhook = Address<String>(neutral: "webhooks/:")

  static let sandboxPage = Address<SandboxPayment.ID>(neutral: "sandbox/pay/:")
  static let sandboxCard = Address<SandboxCard.ID>(neutral: "sandbox/card/:")
  static let sandboxSettings = FixedAddress(neutral: "sandbox/settings")
  static let sandboxStyle = FixedAddress(neutral: "sandbox/style.css")
}

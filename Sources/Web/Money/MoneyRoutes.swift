// The addresses of money: the donor's return, the receiver of webhooks, the sandbox's own pages.
import Domain

package enum MoneyRoutes {
  /// Where a provider sends the donor back to: below the pledge's own address.
  package static let comeBack = Address<String>(it: "adesioni/:/ritorno", en: "pledges/:/return")
  /// Providers post their webhooks there; the name of the provider is the typed part.
  package static let webhook = Address<String>(neutral: "webhooks/:")

  static let sandboxPage = Address<SandboxPayment.ID>(neutral: "sandbox/pay/:")
  static let sandboxSettings = FixedAddress(neutral: "sandbox/settings")
  static let sandboxStyle = FixedAddress(neutral: "sandbox/style.css")
}

// The addresses of the home page, the fixed pages, and what every site keeps at known places.
package import Domain

package enum HomeRoutes {
  package static let home = FixedAddress(it: "", en: "")
  package static let howItWorks = FixedAddress(it: "come-funziona", en: "how-it-works")
  package static let transparency = FixedAddress(it: "trasparenza", en: "transparency")
  package static let privacy = FixedAddress(it: "privacy", en: "privacy")
  package static let accessibility = FixedAddress(it: "accessibilita", en: "accessibility")
  package static let help = FixedAddress(it: "aiuto", en: "help")
  package static let theme = FixedAddress(it: "aspetto", en: "appearance")
  /// The mail that was sent, where no mail really goes out.
  package static let mailbox = FixedAddress(it: "demo/posta", en: "demo/mail")
  package static let mail = Address<StoredMail.ID>(it: "demo/posta/:", en: "demo/mail/:")
  package static let mailHTML = Address<StoredMail.ID>(
    it: "demo/posta/:/html", en: "demo/mail/:/html")

  static let start = FixedAddress(neutral: "")
  static let robots = FixedAddress(neutral: "robots.txt")
  static let siteMap = FixedAddress(neutral: "sitemap.xml")
  static let security = FixedAddress(neutral: ".well-known/security.txt")
  static let healthy = FixedAddress(neutral: "healthz")
  static let ready = FixedAddress(neutral: "readyz")
  /// What a problem is, for whoever programs against us: the `type` of problem+json.
  static let problem = Address<String>(neutral: "problems/:")
  static let metrics = FixedAddress(neutral: "metrics")
}

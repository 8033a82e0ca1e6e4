// No other site may act in a visitor's name: the origin is checked, and each form proves itself.
import Domain
import Hummingbird
import HTTPTypes

enum CSRF {
  /// The hidden field of every form that changes something.
  static let field = "csrf"

  /// Refuses what browsers themselves mark as sent from another site. A client that sends neither
  /// field is no browser of the last years; the token still has to be right.
  static func checkOrigin(_ request: Request, site: SiteSettings) throws(Problem) {
    if let name = HTTPField.Name("Sec-Fetch-Site"), let from = request.headers[name],
      !["same-origin", "none"].contains(from)
    {
      throw .otherSite
    }
    guard let origin = request.headers[.origin] else { return }
    guard origin == site.publicURL || origin == ownOrigin(request, site) else { throw .otherSite }
  }

  /// The origin by the Host field: only in a demonstration, where the address may be any of this
  /// machine's names. In production the public URL is the only one.
  private static func ownOrigin(_ request: Request, _ site: SiteSettings) -> String? {
    guard site.isDemonstration else { return nil }
    return request.head.authority.map { "http://\($0)" }
  }

  /// Refuses a form without its token, or with another visitor's.
  static func checkToken(_ form: FormBody, _ screen: ScreenContext) throws(Problem) {
    guard let sent = form[field], sent.constantTimeEquals(screen.csrfToken) else {
      throw .staleForm
    }
  }
}

extension String {
  /// Compares without telling by its duration where the first difference is.
  func constantTimeEquals(_ other: String) -> Bool {
    let (left, right) = (Array(utf8), Array(other.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

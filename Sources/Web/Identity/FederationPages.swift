// The pages around SPID and CIE, and the button that AgID asks for: own markup, no script needed.
import Domain
import Literals
import Phrases
import Services

struct FederationPages {
  let screen: ScreenContext

  private var say: FederationPhrases { FederationPhrases[screen.language] }

  /// The form that carries a request: a button sends it, and a script presses it if there is one.
  func form(to action: String, _ fields: [(name: String, value: String)]) -> Page {
    let inputs = fields.map { field -> HTML in
      "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
    }
    let host = action.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
    return Page(
      say.handOver, at: FederationRoutes.login(),
      body: """
        <p>\(say.handOverText(host.map(String.init) ?? ""))</p>
        <form method="post" action="\(action)" data-send>\(inputs)\
        <p class="actions"><button class="button primary">\(say.goOn)</button></p></form>
        """)
  }

  /// Nobody was signed in. The reason is for us: people are told what they can do.
  func refused(_ refusal: SamlRefusal) -> Page {
    Page(
      say.refused, at: IdentityRoutes.signIn(),
      body: """
        <p>\(say.refusedText)</p>
        <p>\(say.code): <code>\(refusal.rawValue) \(screen.requestID)</code></p>
        \(ways(again: nil))
        """)
  }

  /// The provider's own ending, in words.
  func declined(_ decline: SamlDecline, nextPath: String) -> Page {
    let words = say.declined(decline)
    return Page(
      words.title, at: IdentityRoutes.signIn(),
      body: "<p>\(words.text)</p>\(ways(again: nextPath))")
  }

  /// Somebody was vouched for, and not the one who asked: what that means for them.
  func mismatch(_ mismatch: SamlMismatch) -> Reply {
    let credentials = CredentialPhrases[screen.language]
    let words = credentials.mismatch(mismatch)
    let status =
      switch mismatch {
      case .conflict, .otherIdentity: 409
      case .otherPerson, .sessionOver: 403
      }
    return .status(
      status,
      Page(
        words.title, at: IdentityRoutes.sessions(),
        body: """
          <p>\(words.text)</p>
          <p class="actions">\(linkButton(
            credentials.toProfile, IdentityRoutes.sessions()[screen.language]))</p>
          """))
  }

  /// Lets the browser carry a message: as a redirect, or as a form with a button.
  func carry(_ message: OutgoingSaml) -> Reply {
    switch message.way {
    case .redirect(let url): .found(at: url)
    case .form(let action, let fields): .handOver(form(to: action, fields), to: action)
    }
  }

  /// The same in answer to a form of ours, which may lead to no other site by itself: browsers
  /// hold a redirect against the page that the form is on.
  func carryOn(_ message: OutgoingSaml) -> Reply {
    guard case .redirect(let url) = message.way else { return carry(message) }
    return .page(
      Page(
        say.handOver, at: FederationRoutes.login(),
        body: "<p class=\"actions\"><a class=\"button primary\" href=\"\(url)\">\(say.goOn)</a></p>"
      ))
  }

  var noProvider: Page {
    Page(
      say.noProvider, at: IdentityRoutes.signIn(),
      body: "<p>\(say.noProviderText)</p>\(ways(again: nil))")
  }

  /// After signing out here: the way out of the provider too.
  func farewell(_ url: String) -> Page {
    Page(
      say.loggedOut, at: IdentityRoutes.signIn(),
      body: """
        <p>\(say.loggedOutText)</p>
        <p class="actions"><a class="button quiet" href="\(url)">\(say.leaveProvider)</a></p>
        """)
  }

  /// For who is under age: the same providers, asked with the patience that a parent's consent
  /// needs.
  func minors(_ providers: [IdentityProvider], next: String?) -> Page {
    Page(
      say.minorTitle, at: IdentityRoutes.minors(),
      body: buttons(providers.filter { $0.scheme == .spid }, next: next, for: .minor)
    ).with {
      $0.lead = "\(say.minorText)"
      $0.crumbs = [Crumb(IdentityPhrases[screen.language].signIn, IdentityRoutes.signIn())]
    }
  }

  private func ways(again nextPath: String?) -> HTML {
    let signIn = IdentityRoutes.signIn()
    let again = nextPath.map { signIn.with("torna", $0) } ?? signIn
    return """
      <p class="actions"><a class="button primary" href="\(again[screen.language])">\
      \(say.tryAgain)</a> <a href="\(signIn[screen.language])">\(say.otherSignIn)</a></p>
      """
  }

  /// What a button asks of the provider besides recognising someone.
  enum Errand { case comingIn, proving, minor }

  /// The buttons of both schemes; nothing where no provider is known.
  func buttons(
    _ providers: [IdentityProvider], next: String?, for errand: Errand = .comingIn
  ) -> HTML {
    let spid = shuffled(providers.filter { $0.scheme == .spid })
    let cie = providers.filter { $0.scheme == .cie }
    return """
      \(if: !spid.isEmpty, spidButton(spid, next, errand))
      \(cie.map { provider in
        """
        <p><a class="button identity" href="\(link(provider, next, errand))">\
        \(Mark.person)<span>\(say.cie)</span></a></p>
        """ as HTML
      })
      \(if: !providers.isEmpty && errand != .minor, "<h2>\(say.otherWays)</h2>")
      """
  }

  private func spidButton(
    _ providers: [IdentityProvider], _ next: String?, _ errand: Errand
  ) -> HTML {
    let items = providers.map { provider -> HTML in
      "<li><a href=\"\(link(provider, next, errand))\">\(provider.name)</a></li>"
    }
    return """
      <details class="identity"><summary class="button identity">\(Mark.person)\
      <span>\(say.spid)</span></summary>
      <p>\(say.spidLead)</p>
      <ul>\(items)</ul>
      <ul class="more"><li><a href="https://www.spid.gov.it/cos-e-spid/come-attivare-spid/" \
      rel="external">\(say.noSpid)</a></li>
      \(errand == .comingIn ? minorLink(next) : nil)
      <li><a href="https://www.spid.gov.it" rel="external">\(say.moreAboutSpid)</a></li></ul>
      </details>
      """
  }

  private func minorLink(_ next: String?) -> HTML {
    let route = IdentityRoutes.minors()
    let link = (next.map { route.with("torna", $0) } ?? route)[screen.language]
    return "<li><a href=\"\(link)\">\(say.minorLink)</a></li>"
  }

  private func link(_ provider: IdentityProvider, _ next: String?, _ errand: Errand) -> Link {
    var route = FederationRoutes.login().with("idp", provider.entityID)
    switch errand {
    case .comingIn: break
    case .proving: route = route.with("purpose", SamlPurpose.prove.rawValue)
    case .minor: route = route.with("minor", "1")
    }
    return (next.map { route.with("torna", $0) } ?? route)[screen.language]
  }

  /// No provider is always first.
  func shuffled(_ providers: [IdentityProvider]) -> [IdentityProvider] {
    let keys = screen.entropy.bytes(providers.count * 4)
    return providers.enumerated().sorted { left, right in
      let (first, second) = (left.offset * 4, right.offset * 4)
      return keys[first..<first + 4].lexicographicallyPrecedes(keys[second..<second + 4])
    }.map(\.element)
  }
}

extension Mark {
  /// A head and shoulders, as the schemes' buttons show a person.
  static let person: HTML = """
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="currentColor">\
    <circle cx="12" cy="7" r="5"/><path d="M2 22a10 8 0 0 1 20 0z"/></svg>
    """
}

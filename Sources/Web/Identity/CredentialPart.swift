// One's ways in, as a part of the profile: each with what is known of it and how to take it away,
// and those that can be added.
import Domain
import Literals
import Phrases
import Services

struct CredentialPart {
  let screen: ScreenContext
  let ways: WaysIn
  let providers: [IdentityProvider]
  let hasFactor: Bool
  let passkeys: Int

  private var say: CredentialPhrases { CredentialPhrases[screen.language] }
  private var form: FormView { screen.form() }

  /// Nobody changes somebody else's ways in.
  private var isOneself: Bool { screen.signedIn?.isOneself == true }

  var html: HTML {
    """
    <h2 id="modi">\(say.title)</h2>
    <p>\(say.lead)</p>
    \(table(
      say.title, [say.way, say.detail, say.lastUsed, IdentityPhrases[screen.language].action],
      [addressRow, identityRow, passkeyRow, factorRow], folds: true))
    \(if: isOneself && !ways.has(.identity) && !providers.isEmpty, connect)
    \(if: isOneself && !ways.has(.address), addAddress)
    """
  }

  private var addressRow: HTML {
    let state = ways.addressVerifiedAt == nil ? tag(say.notVerified) : tag(say.verified, .good)
    return row(
      say.address, ways.address.map { "\($0.text) \(state)" } ?? "\(say.noAddress)", nil,
      action(.address, IdentityRoutes.removeAddress()))
  }

  private var identityRow: HTML {
    let uses = ways.uses.map { use -> HTML in
      "<div>\(say.use(use, name(of: use.source.provider)))</div>"
    }
    return row(
      say.identity,
      ways.has(.identity) ? "\(uses)" : "\(say.notConnected)",
      ways.has(.identity) ? ways.uses.first?.lastAt ?? ways.identitySince : nil,
      action(.identity, IdentityRoutes.removeIdentity()))
  }

  private var passkeyRow: HTML {
    let keys = PasskeyPhrases[screen.language]
    let state = passkeys == 0 ? keys.none : keys.count(passkeys)
    return row(keys.title, "\(state)", nil, change(keys.title, IdentityRoutes.passkeys()))
  }

  private var factorRow: HTML {
    let words = FactorPhrases[screen.language]
    return row(
      words.title, "\(hasFactor ? words.set : words.notSet)", nil,
      change(words.title, IdentityRoutes.factor()))
  }

  private func change(_ what: String, _ route: Route) -> HTML {
    guard isOneself else { return "" }
    return """
      <a href="\(route[screen.language])">\(FactorPhrases[screen.language].change)\
      <span class="unseen"> \(what)</span></a>
      """
  }

  private func row(_ way: String, _ detail: HTML, _ last: Instant?, _ action: HTML) -> HTML {
    let used = last.map { instant -> HTML in
      "<td data-label=\"\(say.lastUsed):\">\(instant.formatted(screen.language))</td>"
    }
    return """
      <tr><th scope="row">\(way)</th><td>\(detail)</td>\(used ?? "<td>–</td>")\
      <td>\(action)</td></tr>
      """
  }

  private func action(_ kind: CredentialKind, _ route: Route) -> HTML {
    guard isOneself, ways.has(kind) else { return "–" }
    guard ways.canDoWithout(kind) else { return "<span class=\"small\">\(say.theOnlyOne)</span>" }
    return form.post(to: route, form.submit(say.remove, .danger))
  }

  /// A provider by its name; one that is no longer known by its entity id.
  private func name(of provider: String) -> String {
    providers.first { $0.entityID == provider }?.name ?? provider
  }

  /// A form, because a link could be planted: whose browser sends it has to mean it.
  private var connect: HTML {
    let choices = FederationPages(screen: screen).shuffled(providers).map { provider -> HTML in
      """
      <p><button class="button quiet" name="idp" value="\(provider.entityID)">\(provider.name)\
      </button></p>
      """
    }
    return """
      <details class="identity"><summary class="button identity">\(Mark.person)\
      <span>\(say.connect)</span></summary>
      <p>\(say.connectText)</p>
      \(form.post(to: IdentityRoutes.linkIdentity(), .joined(choices)))
      </details>
      """
  }

  private var addAddress: HTML {
    """
    <h3>\(say.addAddress)</h3>
    <p>\(say.addAddressText)</p>
    \(form.post(
      to: IdentityRoutes.addAddress(),
      """
      \(form.text("email", say.newAddress, .email))
      \(form.submit(say.sendAddressLink, .quiet))
      """))
    """
  }
}

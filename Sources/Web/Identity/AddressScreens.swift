// Adding a mail address to one's profile: asked here, confirmed from the mail in the same browser.
import Domain
import Literals
import Phrases
import Services

struct AddressScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.addAddress, audience: .oneself, use: show)
    screens.post(IdentityRoutes.addAddress, audience: .oneself, pace: .mail, use: ask)
    screens.get(IdentityRoutes.confirmAddress, audience: .oneself, use: askToConfirm)
    screens.post(IdentityRoutes.confirmAddress, audience: .oneself, use: confirm)
  }

  private func show(_ screen: ScreenContext) -> Reply { .page(page(screen, screen.form())) }

  private func ask(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = CredentialPhrases[screen.language]
    let back = IdentityRoutes.sessions()
    var reader = FormReader(body, screen.language)
    guard let email = reader.email("email", say.newAddress), reader.problems.isEmpty else {
      return .unprocessable(page(screen, screen.form(again: body, reader.problems)))
    }
    switch try await identity.claimAddress.ask(
      email, by: signedIn, language: screen.language, requestID: screen.requestID)
    {
    case .asked: return .seeOther(back, flash: .done(say.addressAsked(email.text)))
    case .hasOne: return .seeOther(back, flash: .problem(say.addressThere))
    case .tooMany: return .seeOther(back, flash: .problem(say.tooMany))
    case .missing(let missing): return screen.ask(for: missing)
    }
  }

  /// Programs that scan mail open every link: this page uses nothing, only its button does.
  private func askToConfirm(_ screen: ScreenContext, _ token: String) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = CredentialPhrases[screen.language]
    guard let email = try await identity.claimAddress.claimed(token, by: signedIn) else {
      return .status(410, gone(screen))
    }
    let form = screen.form()
    return .page(
      frame(
        say.confirmAddress, screen,
        """
        <p>\(say.confirmAddressText(email.text))</p>
        \(form.post(to: IdentityRoutes.confirmAddress(token), form.submit(say.isMine)))
        """))
  }

  private func confirm(
    _ screen: ScreenContext, _ body: FormBody, _ token: String
  ) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = CredentialPhrases[screen.language]
    switch try await identity.claimAddress.confirm(
      token, by: signedIn, requestID: screen.requestID)
    {
    case .added: return .seeOther(IdentityRoutes.sessions(), flash: .done(say.addressAdded))
    case .conflict:
      return .status(
        409, frame(say.addressConflict, screen, "<p>\(say.addressConflictText)</p>"))
    case .notValid: return .status(410, gone(screen))
    }
  }

  private func gone(_ screen: ScreenContext) -> Page {
    let say = CredentialPhrases[screen.language]
    return frame(
      say.addressGone, screen,
      """
      <p>\(say.addressGoneText)</p>
      <p class="actions">\(linkButton(
        say.toProfile, IdentityRoutes.sessions()[screen.language]))</p>
      """)
  }

  private func page(_ screen: ScreenContext, _ form: FormView) -> Page {
    let say = CredentialPhrases[screen.language]
    return frame(
      say.addAddress, screen,
      form.post(
        to: IdentityRoutes.addAddress(),
        """
        \(form.text("email", say.newAddress, .email))
        \(form.submit(say.sendAddressLink))
        """)
    ).with {
      $0.lead = "\(say.addAddressText)"
      $0.problems = form.problems
    }
  }

  private func frame(_ title: String, _ screen: ScreenContext, _ body: HTML) -> Page {
    Page(title, at: IdentityRoutes.addAddress(), body: body).with {
      $0.crumbs = [Crumb(IdentityPhrases[screen.language].profile, IdentityRoutes.sessions())]
    }
  }
}

// Signing in by a one-time link. Also the example of a form: read, checked, shown again, sent on.
import Domain
import Literals
import Phrases
import Services

/// Sign in, look at your mail, confirm, sign out.
struct SignInScreens: ScreenGroup {
  /// An answer takes this long at least, whether or not the address is known.
  static let answerAfter = Duration.milliseconds(250)

  let identity: IdentityServices
  let federation: FederationServices?

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.signIn, use: askAddress)
    screens.post(IdentityRoutes.signIn, pace: .mail, use: sendLink)
    screens.get(IdentityRoutes.minors, use: askMinors)
    screens.get(IdentityRoutes.checkMail, use: lookAtMail)
    screens.get(IdentityRoutes.confirm, use: askToConfirm)
    screens.post(IdentityRoutes.confirm, use: comeIn)
    screens.post(IdentityRoutes.signOut, use: leave)
  }

  private func askAddress(_ screen: ScreenContext) async throws -> Reply {
    guard screen.signedIn == nil else { return .seeOther(IdentityRoutes.sessions()) }
    let providers = try await federation?.book.providers() ?? []
    let next = screen.query("torna")
    let buttons = FederationPages(screen: screen).buttons(providers, next: next)
    return .page(signInPage(screen, screen.form(), next: next, above: buttons))
  }

  private func askMinors(_ screen: ScreenContext) async throws -> Reply {
    let providers = try await federation?.book.providers() ?? []
    guard screen.signedIn == nil, providers.contains(where: { $0.scheme == .spid }) else {
      return .seeOther(IdentityRoutes.signIn())
    }
    return .page(FederationPages(screen: screen).minors(providers, next: screen.query("torna")))
  }

  private func sendLink(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let form = SignInForm(body, screen.language)
    guard let email = form.email else {
      let again = screen.form(again: body, form.problems)
      return .unprocessable(signInPage(screen, again, next: form.next?.path))
    }
    let clock = ContinuousClock()
    let started = clock.now
    var request = RequestSignInLink.Request(
      email: email, language: screen.language, nextPath: form.next?.path ?? "")
    request.browser = screen.browser
    switch try await identity.requestSignInLink(request) {
    case .asked:
      try await clock.sleep(until: started + Self.answerAfter)
      return .seeOther(IdentityRoutes.checkMail())
    }
  }

  private func lookAtMail(_ screen: ScreenContext) -> Reply {
    let say = IdentityPhrases[screen.language]
    return .page(
      Page(
        say.checkMail, at: IdentityRoutes.checkMail(),
        body: """
          <p>\(say.checkMailText)</p>
          <p>\(say.checkMailNothing)</p>
          \(if: screen.settings.isDemonstration,
            """
            <p class="actions"><a class="button primary" \
            href="\(HomeRoutes.mailbox()[screen.language])">\(say.openMailbox)</a></p>
            """)
          """
      ).with { $0.crumbs = [Crumb(say.signIn, IdentityRoutes.signIn())] })
  }

  /// The field by which a browser that did not ask says that it is meant.
  private static let meantField = "altrove"

  /// Programs that scan mail open every link: this page uses nothing, only its button does.
  private func askToConfirm(_ screen: ScreenContext, _ token: String) async throws -> Reply {
    let say = IdentityPhrases[screen.language]
    guard let look = try await identity.followSignInLink.look(token, in: screen.browser) else {
      return .status(410, linkGonePage(screen))
    }
    let form = screen.form()
    let meant = look.isOwn ? nil : form.hidden(Self.meantField, "1")
    return .page(
      Page(
        say.confirm, at: IdentityRoutes.confirm(token),
        body: """
          <p>\(say.confirmAs) <strong>\(look.account)</strong></p>
          \(if: !look.isOwn, "<div class=\"callout\"><p>\(say.confirmElsewhere)</p></div>")
          <p>\(say.confirmText)</p>
          \(form.post(to: IdentityRoutes.confirm(token), "\(meant)\(form.submit(say.comeIn))"))
          """))
  }

  private func comeIn(
    _ screen: ScreenContext, _ body: FormBody, _ token: String
  ) async throws -> Reply {
    var arrival = screen.arrival
    arrival.isMeant = body.isTicked(Self.meantField)
    switch try await identity.followSignInLink(token, arrival) {
    case .signedIn(let secret, let nextPath):
      return screen.comeIn(secret, to: Link(local: nextPath), or: SharedRoutes.desk())
    case .codeNeeded(let secret, let nextPath):
      return screen.askCode(secret, nextPath: nextPath)
    case .otherBrowser: return .seeOther(IdentityRoutes.confirm(token))
    case .notValid:
      return .status(410, linkGonePage(screen))
    }
  }

  private func leave(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    var farewell: OutgoingSaml?
    if let signedIn = screen.signedIn {
      farewell = try await federation?.logout.farewell(of: signedIn.session)
      switch try await identity.endSession(
        signedIn.session, by: signedIn, requestID: screen.requestID)
      {
      case .ended, .noSuchSession, .notInPlace: break
      }
    }
    if case .redirect(let url) = farewell?.way {
      return .with([.clear(.session)], .page(FederationPages(screen: screen).farewell(url)))
    }
    return .with(
      [.clear(.session)],
      .seeOther(HomeRoutes.home(), flash: .done(IdentityPhrases[screen.language].signedOut)))
  }
}

/// The one field of signing in, and where to go afterwards.
struct SignInForm {
  let email: EmailAddress?
  let next: Link?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    var reader = FormReader(body, language)
    email = reader.email("email", IdentityPhrases[language].email)
    next = body["torna"].flatMap(Link.init(local:))
    problems = reader.problems
  }
}

extension SignInScreens {
  private func signInPage(
    _ screen: ScreenContext, _ form: FormView, next: String?, above: HTML = ""
  ) -> Page {
    let say = IdentityPhrases[screen.language]
    return Page(
      say.signIn, at: IdentityRoutes.signIn(),
      body: """
        \(above)
        \(form.post(
          to: IdentityRoutes.signIn(),
          """
          \(next.map { form.hidden("torna", $0) })
          \(form.text("email", say.email, hint: say.emailHint, .email))
          \(form.submit(say.sendLink))
          """))
        \(identity.passkeys.map { _ in PasskeyPieces(screen: screen).offer(next: next) })
        """
    ).with {
      $0.lead = "\(say.signInLead)"
      $0.usesPasskeys = identity.passkeys != nil
      $0.problems = form.problems
    }
  }

  private func linkGonePage(_ screen: ScreenContext) -> Page {
    let say = IdentityPhrases[screen.language]
    return Page(
      say.linkGone, at: IdentityRoutes.signIn(),
      body: """
        <p>\(say.linkGoneText)</p>
        <p class="actions"><a class="button primary" \
        href="\(IdentityRoutes.signIn()[screen.language])">\(say.askAgain)</a></p>
        """)
  }
}

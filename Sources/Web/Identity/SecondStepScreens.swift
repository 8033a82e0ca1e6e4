// The second step of signing in, and signing in once more while signed in.
import Domain
import Literals
import Phrases
import Services

/// The page for the code after a link, and the page to sign in again.
struct SecondStepScreens: ScreenGroup {
  let identity: IdentityServices
  let federation: FederationServices?

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.secondStep, use: askCode)
    screens.post(IdentityRoutes.secondStep, pace: .codes, use: takeCode)
    screens.get(IdentityRoutes.proved, audience: .oneself, use: proved)
    screens.get(IdentityRoutes.signInAgain, audience: .oneself, use: askAgain)
    screens.post(IdentityRoutes.signInAgain, audience: .oneself, pace: .mail, use: sendLink)
  }

  private func askCode(_ screen: ScreenContext) async throws -> Reply {
    guard screen.waitingToken != nil else { return .seeOther(IdentityRoutes.signIn()) }
    return .page(try await page(screen, screen.form(), next: screen.query("torna")))
  }

  private func takeCode(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let say = FactorPhrases[screen.language]
    let next = body["torna"]
    guard let token = screen.waitingToken else {
      return .seeOther(IdentityRoutes.signIn(), flash: .note(say.waitedTooLong))
    }
    func again(_ status: Int, _ words: String) async throws -> Reply {
      let form = screen.form(again: body.withoutCode, [FieldProblem("codice", "wrong", words)])
      return .status(status, try await page(screen, form, next: next))
    }
    let answer = body.text(PasskeyPieces.field)
    if !answer.isEmpty, let passkeys = identity.passkeys?.use {
      switch try await passkeys.finish(
        answer, waiting: token, replacing: screen.signedIn, requestID: screen.requestID)
      {
      case .signedIn(let secret):
        return screen.comeIn(secret, to: next.flatMap(Link.init(local:)), or: SharedRoutes.desk())
      case .refused: return try await again(422, PasskeyPhrases[screen.language].notTaken)
      case .notWaiting: return waitedTooLong(screen)
      }
    }
    switch try await identity.proveFactor.finish(
      body.text("codice"), waiting: token, replacing: screen.signedIn, requestID: screen.requestID)
    {
    case .signedIn(let secret):
      return screen.comeIn(secret, to: next.flatMap(Link.init(local:)), or: SharedRoutes.desk())
    case .wrong: return try await again(422, say.wrong)
    case .tooSoon(let until):
      return try await again(429, say.tooSoon(ProofDoor.seconds(until, screen)))
    case .notWaiting: return waitedTooLong(screen)
    }
  }

  private func waitedTooLong(_ screen: ScreenContext) -> Reply {
    let words = FactorPhrases[screen.language].waitedTooLong
    return .with(
      [.clear(.waiting)], .seeOther(IdentityRoutes.signIn(), flash: .note(words)))
  }

  private func page(
    _ screen: ScreenContext, _ form: FormView, next: String?
  ) async throws -> Page {
    let say = FactorPhrases[screen.language]
    var code: String?
    if screen.settings.mode == .demo, let token = screen.waitingToken {
      code = try await identity.proveFactor.demonstrationCode(waiting: token)
    }
    var options: String?
    if let token = screen.waitingToken {
      options = try await identity.passkeys?.use.askToFinish(waiting: token)
    }
    let pieces = PasskeyPieces(screen: screen)
    let use = PasskeyPhrases[screen.language].use
    return Page(
      say.stepTitle, at: IdentityRoutes.secondStep(),
      body: """
        <p>\(say.stepText)</p>
        \(form.post(
          to: IdentityRoutes.secondStep(),
          """
          \(next.map { form.hidden("torna", $0) })
          \(form.text("codice", say.code, hint: say.codeHint, .oneTimeCode))
          \(ProofDoor.demonstration(code, screen))
          \(form.submit(say.comeIn))
          \(options.map { pieces.button(.get, $0, use) })
          """))
        <p>\(say.lostPhone)</p>
        """
    ).with {
      $0.problems = form.problems
      $0.usesPasskeys = options != nil
      $0.crumbs = [Crumb(IdentityPhrases[screen.language].signIn, IdentityRoutes.signIn())]
    }
  }

  private func askAgain(_ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = FactorPhrases[screen.language]
    let next = screen.query("torna").flatMap(Link.init(local:))?.path
    let back = next ?? IdentityRoutes.sessions()[screen.language].path
    let providers = try await federation?.book.providers() ?? []
    let isConnected = try await identity.readWaysIn(of: signedIn).has(.identity)
    let form = screen.form()
    let link = form.post(
      to: IdentityRoutes.signInAgain(),
      "\(form.hidden("torna", back))\(form.submit(say.sendLink))")
    return .page(
      Page(
        say.againTitle, at: IdentityRoutes.signInAgain(),
        body: """
          <p>\(say.againText)</p>
          \(isConnected
            ? FederationPages(screen: screen).buttons(providers, next: back, for: .proving)
            : connectFirst(screen, providers))
          \(identity.passkeys.map { _ in PasskeyPieces(screen: screen).offer(next: back) })
          \(signedIn.person.email.map { "<p>\(say.linkTo($0.text))</p>\(link)" as HTML })
          """
      ).with {
        $0.usesPasskeys = identity.passkeys != nil
        $0.crumbs = [Crumb(IdentityPhrases[screen.language].profile, IdentityRoutes.sessions())]
      })
  }

  /// Who is not connected would come back as somebody else.
  private func connectFirst(_ screen: ScreenContext, _ providers: [IdentityProvider]) -> HTML {
    let say = CredentialPhrases[screen.language]
    guard !providers.isEmpty else { return .empty }
    return """
      <p>\(say.connectFirst) <a href="\(IdentityRoutes.sessions()[screen.language])">\
      \(say.toProfile)</a></p>
      """
  }

  private func proved(_ screen: ScreenContext) -> Reply {
    let say = CredentialPhrases[screen.language]
    return .page(
      Page(say.provedTitle, at: IdentityRoutes.proved(), body: "<p>\(say.provedText)</p>").with {
        $0.crumbs = [Crumb(IdentityPhrases[screen.language].profile, IdentityRoutes.sessions())]
      })
  }

  private func sendLink(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let email = screen.signedIn?.person.email else { return .notFound }
    let next = body["torna"].flatMap(Link.init(local:))?.path ?? ""
    var request = RequestSignInLink.Request(
      email: email, language: screen.language, nextPath: next)
    request.browser = screen.browser
    switch try await identity.requestSignInLink(request) {
    case .asked: return .seeOther(IdentityRoutes.checkMail())
    }
  }
}

extension FormBody {
  /// The fields but for the code, which is never shown again.
  fileprivate var withoutCode: FormBody {
    var kept = FormBody()
    for pair in pairs where !["codice", PasskeyPieces.field].contains(pair.name) {
      kept.add(pair.name, pair.value)
    }
    return kept
  }
}

extension Pace {
  /// One-time codes: beside the pace of each person, which the database keeps.
  static let codes = Pace("codes", burst: 20, perMinute: 10)
}

extension ScreenContext {
  /// Someone is in: the session's cookie, and on to where they wanted.
  func comeIn(
    _ secret: String, to link: Link?, or home: Route, saying words: String? = nil
  ) -> Reply {
    let seconds = Int(SessionRules.absolute.milliseconds / 1000)
    return .with(
      [
        SiteCookie(.session, secret, maxAgeSeconds: seconds), .clear(.visitor), .clear(.waiting),
      ],
      .seeOtherLink(
        link ?? home[language], flash: .done(words ?? IdentityPhrases[language].signedIn)))
  }

  /// Someone is half in: a cookie that opens nothing, and on to the page for the code.
  func askCode(_ secret: String, nextPath: String) -> Reply {
    let seconds = Int(ProveFactor.waitsFor.milliseconds / 1000)
    let step = IdentityRoutes.secondStep()
    return .with(
      [SiteCookie(.waiting, secret, maxAgeSeconds: seconds)],
      .seeOther(nextPath.isEmpty ? step : step.with("torna", nextPath)))
  }
}

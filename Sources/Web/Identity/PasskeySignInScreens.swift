// Signing in with a passkey: the same question whoever asks, the same sentence whatever was wrong.
import Domain
import Literals
import Phrases
import Services

/// The page that asks the device, and its answer.
struct PasskeySignInScreens: ScreenGroup {
  let passkeys: PasskeyServices

  func add(to screens: Screens) {
    // Who changes the language, or comes back, begins where signing in begins.
    screens.get(IdentityRoutes.passkeySignIn) { _ in .seeOther(IdentityRoutes.signIn()) }
    screens.post(IdentityRoutes.passkeySignIn, pace: .passkeys, use: ask)
    screens.post(IdentityRoutes.passkeyAnswer, pace: .passkeys, use: comeIn)
  }

  private func ask(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    .page(try await page(screen, next: body["torna"], problem: nil))
  }

  private func comeIn(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let next = body["torna"]
    switch try await passkeys.use.signIn(
      body.text(PasskeyPieces.field), boundTo: screen.passkeyBinding, screen.arrival)
    {
    case .signedIn(let secret):
      return screen.comeIn(secret, to: next.flatMap(Link.init(local:)), or: SharedRoutes.desk())
    case .refused, .notWaiting:
      let words = PasskeyPhrases[screen.language].notTaken
      return .unprocessable(try await page(screen, next: next, problem: words))
    }
  }

  private func page(
    _ screen: ScreenContext, next: String?, problem: String?
  ) async throws -> Page {
    let say = PasskeyPhrases[screen.language]
    let options = try await passkeys.use.askToSignIn(boundTo: screen.passkeyBinding)
    let form = screen.form()
    let pieces = PasskeyPieces(screen: screen)
    return Page(
      say.signInTitle, at: IdentityRoutes.passkeySignIn(),
      body: """
        \(problem.map { "<p role=\"alert\" class=\"flash problem\">\($0)</p>" as HTML })
        <p>\(say.signInText)</p>
        \(form.post(
          to: IdentityRoutes.passkeyAnswer(),
          """
          \(next.map { form.hidden("torna", $0) })
          \(pieces.button(.get, options, say.use, atOnce: problem == nil))
          """))
        <p><a href="\(IdentityRoutes.signIn()[screen.language])">\(say.otherWays)</a></p>
        """
    ).with {
      $0.usesPasskeys = true
      $0.crumbs = [Crumb(IdentityPhrases[screen.language].signIn, IdentityRoutes.signIn())]
    }
  }
}

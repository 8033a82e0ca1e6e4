// Joining SPID or CIE to one's profile, and taking a way in away.
import Domain
import Literals
import Phrases
import Services

struct CredentialScreens: ScreenGroup {
  let identity: IdentityServices
  let federation: FederationServices?

  func add(to screens: Screens) {
    screens.post(IdentityRoutes.linkIdentity, audience: .oneself, use: link)
    screens.post(IdentityRoutes.removeIdentity, audience: .oneself) { screen, _ in
      try await remove(.identity, screen)
    }
    screens.post(IdentityRoutes.removeAddress, audience: .oneself) { screen, _ in
      try await remove(.address, screen)
    }
  }

  private func link(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn, let federation else { return .notFound }
    let pages = FederationPages(screen: screen)
    let request = LinkIdentity.Request(
      provider: body.text("idp"), nextPath: IdentityRoutes.sessions()[screen.language].path,
      browserMark: screen.loginMark)
    switch try await federation.link(request, by: signedIn) {
    case .noSuchProvider: return .status(404, pages.noProvider)
    case .missing(let missing): return screen.ask(for: missing)
    case .ask(let message, let mark, let seconds):
      let cookie = screen.loginCookie(mark, isMinor: false, seconds: seconds)
      return .with([cookie], pages.carryOn(message))
    }
  }

  private func remove(_ kind: CredentialKind, _ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = CredentialPhrases[screen.language]
    let back = IdentityRoutes.sessions()
    switch try await identity.removeCredential(kind, by: signedIn, requestID: screen.requestID) {
    case .removed(let sessions):
      return .seeOther(back, flash: .done("\(say.removed) \(say.othersEnded(sessions))"))
    case .lastWayIn: return .seeOther(back, flash: .problem(say.lastWayIn))
    case .notThere: return .seeOther(back, flash: .note(say.notThere))
    case .missing(let missing): return screen.ask(for: missing)
    }
  }
}

extension ScreenContext {
  /// What has to be shown first, and then back to the profile.
  func ask(for missing: MissingProof) -> Reply {
    switch missing {
    case .secondFactor: return .proveFirst
    case .oneself: return .problem(.notInPlace)
    case .freshSignIn:
      let back = IdentityRoutes.sessions()[language].path
      return .seeOther(
        IdentityRoutes.signInAgain().with("torna", back),
        flash: .note(FactorPhrases[language].signInTooOld))
    }
  }
}

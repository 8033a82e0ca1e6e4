// The page of an invitation's link: what is offered, by whom, and the one button that takes it up.
import Domain
import Literals
import Phrases
import Services

/// Looking at an invitation, accepting it.
struct AcceptanceScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.invitation, use: offer)
    screens.post(IdentityRoutes.invitation, use: accept)
  }

  /// Programs that scan mail open every link: this page uses nothing, only its button does.
  private func offer(_ screen: ScreenContext, _ token: String) async throws -> Reply {
    switch try await identity.acceptInvitation.look(token, by: screen.actor) {
    case .open(let offer): return .page(page(offer, token, screen))
    case .refused(let refusal): return refused(refusal, token, screen)
    }
  }

  private func accept(
    _ screen: ScreenContext, _ body: FormBody, _ token: String
  ) async throws -> Reply {
    let say = InvitationPhrases[screen.language]
    switch try await identity.acceptInvitation(
      token, by: screen.actor, requestID: screen.requestID)
    {
    case .accepted(_, let invitation):
      if screen.signedIn != nil {
        return .seeOther(SharedRoutes.desk(), flash: .done(say.roleTaken))
      }
      let desk = SharedRoutes.desk()[invitation.language].path
      switch try await identity.requestSignInLink(
        .init(email: invitation.email, language: invitation.language, nextPath: desk))
      {
      case .asked: return .seeOther(IdentityRoutes.checkMail(), flash: .done(say.accepted))
      }
    case .refused(let refusal): return refused(refusal, token, screen)
    }
  }

  private func page(
    _ offer: AcceptInvitation.Offer, _ token: String, _ screen: ScreenContext
  ) -> Page {
    let (say, people) = (InvitationPhrases[screen.language], IdentityPhrases[screen.language])
    let found = offer.invitation
    let form = screen.form()
    return Page(
      say.subject, at: IdentityRoutes.invitation(token),
      body: """
        <p>\(say.offered(offer.host))</p>
        \(answers([
          Answer(people.roleToGive, people.role(found.role)),
          Answer(people.scope, people.place(found.scope, offer.place, screen.language)),
          Answer(say.validUntil, found.expiresAt.formatted(screen.language)),
        ]))
        <p>\(say.acceptText(found.email.text))</p>
        \(form.post(to: IdentityRoutes.invitation(token), form.submit(say.accept)))
        <p class="hint">\(say.notYou)</p>
        """)
  }

  private func refused(
    _ refusal: AcceptInvitation.Refusal, _ token: String, _ screen: ScreenContext
  ) -> Reply {
    let say = InvitationPhrases[screen.language]
    switch refusal {
    case .unknown: return .status(404, gone(say.ending.unknown, token, screen))
    case .used: return .status(410, gone(say.ending.used, token, screen))
    case .withdrawn: return .status(410, gone(say.ending.withdrawn, token, screen))
    case .expired: return .status(410, gone(say.ending.expired, token, screen))
    case .hostMayNot: return .status(410, gone(say.ending.hostMayNot, token, screen))
    case .notYours: return .status(403, notYours(token, screen))
    }
  }

  private func gone(
    _ words: (title: String, text: String), _ token: String, _ screen: ScreenContext
  ) -> Page {
    let say = InvitationPhrases[screen.language]
    return Page(
      words.title, at: IdentityRoutes.invitation(token),
      body: """
        <p>\(words.text)</p>
        \(if: screen.signedIn == nil,
          """
          <p class="actions">\
          \(linkButton(say.askAgain, IdentityRoutes.signIn()[screen.language], .quiet))</p>
          """)
        """)
  }

  private func notYours(_ token: String, _ screen: ScreenContext) -> Page {
    let say = InvitationPhrases[screen.language]
    let form = screen.form()
    let name = screen.signedIn?.person.name ?? ""
    return Page(
      say.notYours, at: IdentityRoutes.invitation(token),
      body: """
        <p>\(say.notYoursText(name))</p>
        \(form.post(
          to: IdentityRoutes.signOut(),
          form.submit(IdentityPhrases[screen.language].signOut, .quiet)))
        """)
  }
}

// The words of the mail that invites somebody to work here.
import Domain
import Phrases
package import Services

extension InvitationLetters {
  /// Letters whose links start with the site's public address.
  package static func words(publicURL: String) -> InvitationLetters {
    InvitationLetters { invitation, token, host in
      let say = InvitationPhrases[invitation.language]
      let role = IdentityPhrases[invitation.language].role(invitation.role)
      var mail = Letter(
        say.subject, greeting: say.greeting(invitation.name), [say.letter(host.name, role)],
        closing: say.closing)
      let path = IdentityRoutes.invitation(token)[invitation.language].path
      mail.action = (say.button, publicURL + path)
      mail.after = [say.notYou]
      return mail.content(invitation.language.rawValue)
    }
  }
}

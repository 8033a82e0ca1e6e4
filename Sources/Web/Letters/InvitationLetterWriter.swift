// The words of the mail that invites somebody to work here.
import Domain
import Phrases
package import Services

extension InvitationLetters {
  /// Letters whose links start with the site's public address.
  package static func words(publicURL: String) -> InvitationLetters {
    InvitationLetters { letter in
      let invitation = letter.invitation
      let say = InvitationPhrases[invitation.language]
      let words = IdentityPhrases[invitation.language]
      var mail = Letter(
        say.subject, greeting: say.greeting(invitation.name), [say.letter(letter.host)],
        closing: say.closing)
      mail.facts = [
        (words.roleToGive, words.role(invitation.role)),
        (words.scope, words.place(invitation.scope, letter.place, invitation.language)),
        (say.validUntil, invitation.expiresAt.formatted(invitation.language)),
      ]
      let path = IdentityRoutes.invitation(letter.token)[invitation.language].path
      mail.action = (say.button, publicURL + path)
      mail.after = [say.once, say.notYou]
      return mail.content(invitation.language.rawValue)
    }
  }
}

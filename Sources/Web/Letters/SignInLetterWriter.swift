// The words of the sign-in mail, with the link to its confirmation page.
import Domain
import Phrases
package import Services

extension SignInLetters {
  /// Letters whose links start with the site's public address.
  package static func words(publicURL: String) -> SignInLetters {
    SignInLetters { letter in
      let say = SignInLetterPhrases[letter.language]
      var mail = Letter(
        say.subject, greeting: say.greeting(letter.person.name), [say.text(letter.minutes)],
        closing: say.closing)
      let path = IdentityRoutes.confirm(letter.token)[letter.language].path
      mail.action = (say.button, publicURL + path)
      mail.after = [say.notYou]
      return mail.content(letter.language.rawValue)
    }
  }
}

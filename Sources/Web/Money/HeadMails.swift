// The mail that carries a day's hash to an auditor.
import Domain
import Phrases
package import Services

extension HeadLetters {
  /// Letters whose links start with the site's public address.
  package static func words(publicURL: String) -> HeadLetters {
    HeadLetters { head, person in
      let language = person.language
      let say = ProofPhrases[language]
      let day = head.day.formatted(language)
      var mail = Letter(
        say.mailSubject(day), greeting: say.mailGreeting(person.name), say.mailText,
        closing: "Raccolto")
      mail.facts = [
        (say.day, day), (say.block, String(head.block)), (say.hash, head.hash.description),
        (say.entries, Int(head.content.entries).formatted(language)),
        (say.debits, Money(cents: head.content.debitsCents).formatted(language)),
      ]
      mail.after = ["raccolto ledger verify --head \(head.hash)"]
      mail.action = (say.mailButton, publicURL + ProofRoutes.heads()[language].path)
      return mail.content(language.rawValue)
    }
  }
}

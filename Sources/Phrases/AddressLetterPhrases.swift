// The mail to an address that someone wants to add to their profile.

package struct AddressLetterPhrases: PhraseBook {
  package let subject: String
  package let greeting: String
  package let text: @Sendable (_ name: String, _ minutes: Int) -> String
  package let button: String
  package let notYou: String
  package let closing: String

  package static let it = AddressLetterPhrases(
    subject: "Conferma il tuo indirizzo per Raccolto",
    greeting: "Ciao,",
    text: {
      "\($0) chiede di entrare in Raccolto anche con questo indirizzo. Se sei tu, apri il"
        + " collegamento con lo stesso dispositivo: vale \($1) minuti e una volta sola."
    },
    button: "Conferma l’indirizzo",
    notYou: "Se non sei tu, ignora questo messaggio: non succede nulla.",
    closing: "Raccolto")

  package static let en = AddressLetterPhrases(
    subject: "Confirm your address for Raccolto",
    greeting: "Hello,",
    text: {
      "\($0) asks to sign in to Raccolto with this address too. If it is you, open the link with"
        + " the same device: it is valid for \($1) minutes and works once."
    },
    button: "Confirm the address",
    notYou: "If it is not you, ignore this message: nothing happens.",
    closing: "Raccolto")
}

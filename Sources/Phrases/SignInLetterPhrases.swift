// The mail with a one-time link.

package struct SignInLetterPhrases: PhraseBook {
  package let subject: String
  package let greeting: @Sendable (_ name: String) -> String
  package let text: @Sendable (_ minutes: Int) -> String
  package let button: String
  package let notYou: String
  package let closing: String

  package static let it = SignInLetterPhrases(
    subject: "Il tuo collegamento per entrare in Raccolto",
    greeting: { $0.isEmpty ? "Ciao," : "Ciao \($0)," },
    text: { "ecco il collegamento per entrare. Vale \($0) minuti e una volta sola." },
    button: "Entra in Raccolto",
    notYou: "Se non l’hai chiesto tu, ignora questo messaggio: senza il collegamento non entra"
      + " nessuno.",
    closing: "Raccolto")

  package static let en = SignInLetterPhrases(
    subject: "Your link to sign in to Raccolto",
    greeting: { $0.isEmpty ? "Hello," : "Hello \($0)," },
    text: { "here is the link to sign in. It is valid for \($0) minutes and works once." },
    button: "Sign in to Raccolto",
    notYou: "If you did not ask for it, ignore this message: without the link nobody gets in.",
    closing: "Raccolto")
}

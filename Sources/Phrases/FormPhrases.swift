// What forms say whatever they are about: what is missing, what cannot be read.

package struct FormPhrases: PhraseBook {
  package let required: @Sendable (_ label: String) -> String
  package let tooLong: @Sendable (_ label: String, _ max: Int) -> String
  package let notAnEmail: String
  package let notANumber: @Sendable (_ label: String) -> String
  package let notADate: @Sendable (_ label: String) -> String
  package let notAChoice: @Sendable (_ label: String) -> String
  package let mustBeTicked: @Sendable (_ label: String) -> String
  package let noFile: @Sendable (_ label: String) -> String
  package let amountEmpty: String
  package let amountUnreadable: String
  package let amountTooManyDecimals: String
  package let amountTooLarge: String
  package let amountNotEuro: String
  package let optional: String
  package let change: String
  package let cancel: String
  package let `continue`: String
  package let yes: String
  package let no: String

  package static let it = FormPhrases(
    required: { $0.then("manca. Compila questo campo.") },
    tooLong: { $0.then("al massimo \($1) caratteri.") },
    notAnEmail: "Scrivi un indirizzo e-mail completo, come nome@esempio.it",
    notANumber: { $0.then("scrivi un numero intero, solo cifre.") },
    notADate: { $0.then("scrivi una data esistente, come 21/11/2026.") },
    notAChoice: { $0.then("scegli una delle possibilità.") },
    mustBeTicked: { "Per continuare serve la tua conferma: \($0)" },
    noFile: { $0.then("scegli un file.") },
    amountEmpty: "Scrivi l’importo in euro, per esempio 25 o 12,50",
    amountUnreadable:
      "Non riesco a leggere l’importo: scrivi solo cifre e virgola, come 25 o 12,50",
    amountTooManyDecimals: "Un euro ha cento centesimi: al massimo due cifre dopo la virgola",
    amountTooLarge: "L’importo è troppo grande",
    amountNotEuro: "Qui si raccolgono euro: scrivi l’importo in euro, solo la cifra",
    optional: "facoltativo",
    change: "Modifica",
    cancel: "Annulla",
    continue: "Continua",
    yes: "Sì",
    no: "No")

  package static let en = FormPhrases(
    required: { $0.then("missing. Fill in this field.") },
    tooLong: { $0.then("at most \($1) characters.") },
    notAnEmail: "Write a full e-mail address, like name@example.com",
    notANumber: { $0.then("write a whole number, digits only.") },
    notADate: { $0.then("write a date that exists, like 21/11/2026.") },
    notAChoice: { $0.then("choose one of the options.") },
    mustBeTicked: { "Your confirmation is needed to go on: \($0)" },
    noFile: { $0.then("choose a file.") },
    amountEmpty: "Write the amount in euro, for example 25 or 12.50",
    amountUnreadable:
      "The amount cannot be read: write digits and a point or comma, like 25 or 12.50",
    amountTooManyDecimals:
      "There are a hundred cents in a euro: at most two digits after the point",
    amountTooLarge: "The amount is too large",
    amountNotEuro: "This campaign raises euro: write the amount in euro, only the figure",
    optional: "optional",
    change: "Change",
    cancel: "Cancel",
    continue: "Continue",
    yes: "Yes",
    no: "No")
}

extension String {
  /// A field's label and what to do about it: after a question a new sentence, else a colon.
  fileprivate func then(_ advice: String) -> String {
    guard hasSuffix("?") else { return "\(self): \(advice)" }
    return "\(self) \(advice.prefix(1).uppercased())\(advice.dropFirst())"
  }
}

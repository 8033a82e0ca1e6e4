// The states and refusals of payouts in words, for the desk.
package import Domain

extension PayoutState {
  package func word(_ language: Language) -> String {
    switch self {
    case .proposed: language.say("proposto", "proposed")
    case .approved: language.say("approvato", "approved")
    case .submitted: language.say("nel file per la banca", "in the bank’s file")
    case .paid: language.say("sull’estratto conto", "on the statement")
    case .returned: language.say("tornato indietro", "returned")
    case .failed: language.say("rifiutato dalla banca", "refused by the bank")
    case .cancelled: language.say("annullato", "cancelled")
    }
  }
}

extension PayoutRefusal {
  package func sentence(_ language: Language) -> String {
    switch self {
    case .notSucceeded:
      language.say("La campagna non è riuscita.", "The campaign did not succeed.")
    case .notPositive:
      language.say("Scrivi un importo come 12,50.", "Enter an amount like 12.50.")
    case .abovePayable(let amount):
      language.say(
        "Ora si possono versare al massimo \(amount.formatted(language)).",
        "At most \(amount.formatted(language)) may go now.")
    case .noAccount:
      language.say(
        "Manca un conto verificato da una seconda persona.",
        "There is no account that a second person has verified.")
    case .accountTooNew(let until):
      language.say(
        "Il conto è nuovo: si può usare dal \(until.formatted(language)).",
        "The account is new: it can be used from \(until.formatted(language)).")
    case .accountChanged:
      language.say(
        "Nel frattempo il conto è cambiato: proponi un altro versamento.",
        "The account has changed meanwhile: propose another payout.")
    case .needsAnotherPerson:
      language.say(
        "Chi propone un versamento non decide che cosa ne è: serve un’altra persona.",
        "Who proposes a payout does not decide what becomes of it: somebody else has to.")
    case .notFrom(let state, _):
      language.say(
        "Nel frattempo il versamento è cambiato: \(state.word(language)).",
        "The payout has changed meanwhile: \(state.word(language)).")
    }
  }
}

extension PayeeAccountRefusal {
  package func sentence(_ language: Language) -> String {
    switch self {
    case .ibanWrong:
      language.say(
        "Questo IBAN non è giusto: ricontrolla le cifre.", "Check the digits: it is no IBAN.")
    case .outsideSEPA:
      language.say(
        "Il conto deve essere nell’area SEPA.", "The account has to be in the SEPA area.")
    case .holderMissing:
      language.say(
        "Scrivi l’intestatario, al massimo 70 caratteri.",
        "Enter the holder, at most 70 characters.")
    case .needsAnotherPerson:
      language.say(
        "Chi inserisce un conto non lo verifica: serve un’altra persona.",
        "Who enters an account does not verify it: somebody else has to.")
    case .alreadyVerified: language.say("È già verificato.", "It is verified already.")
    }
  }
}

// What is said where something does not fit, and when it was dealt with.
package import Domain

package struct ExceptionPhrases: PhraseBook {
  package let title: @Sendable (_ kind: String) -> String
  package let showClosed: String
  package let showOpen: String
  package let noneClosed: String
  package let closed: String
  package let closedBy: String
  package let byItself: String
  package let note: String
  package let howDealt: String
  package let howDealtHint: String
  package let close: String
  package let done: String
  package let tooLate: String
  package let noteMissing: String

  package static let it = ExceptionPhrases(
    title: { "Differenza: \($0)" },
    showClosed: "Le differenze chiuse",
    showOpen: "Le differenze aperte",
    noneClosed: "Nessuna differenza è stata chiusa finora.",
    closed: "Chiusa",
    closedBy: "Da",
    byItself: "nessuno: non c’era più",
    note: "Come",
    howDealt: "Come è stata risolta",
    howDealtHint: "Resta agli atti insieme al tuo nome: che cosa hai trovato e che cosa hai fatto.",
    close: "Chiudi la differenza",
    done: "La differenza è chiusa e resta agli atti.",
    tooLate: "Era già chiusa: nulla è cambiato.",
    noteMissing: "Scrivi come è stata risolta, in 500 caratteri al massimo.")

  package static let en = ExceptionPhrases(
    title: { "Difference: \($0)" },
    showClosed: "Closed differences",
    showOpen: "Open differences",
    noneClosed: "No difference has been closed so far.",
    closed: "Closed",
    closedBy: "By",
    byItself: "nobody: it was gone",
    note: "How",
    howDealt: "How it was dealt with",
    howDealtHint: "It stays on record with your name: what you found and what you did.",
    close: "Close the difference",
    done: "The difference is closed and stays on record.",
    tooLate: "It was closed already: nothing was changed.",
    noteMissing: "Write how it was dealt with, in at most 500 characters.")
}

extension MoneyException.Gone {
  package func word(_ language: Language) -> String {
    switch self {
    case .agrees: language.say("i due valori ora coincidono", "both values agree now")
    case .arrived: language.say("è arrivato ciò che mancava", "what was missing has come")
    case .returned: language.say("tutto è stato restituito", "all of it has gone back")
    case .accepted: language.say("il fornitore ora lo accetta", "the provider takes it now")
    }
  }
}

extension ExceptionLine {
  /// How it was dealt with, in words where it was gone by itself.
  package func noteWords(_ language: Language) -> String {
    guard closedBy == nil else { return note }
    return MoneyException.Gone(rawValue: note)?.word(language) ?? note
  }
}

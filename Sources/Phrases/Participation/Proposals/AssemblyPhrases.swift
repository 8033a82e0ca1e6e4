// Assemblies in words: their pages for everyone, and the form at the desk.
import Domain
import Foundation

package struct AssemblyPhrases: PhraseBook {
  package let assemblies: String
  package let none: String
  package let held: @Sendable (_ day: String, _ place: String) -> String
  package let present: @Sendable (Int) -> String
  package let minutes: String
  package let delegates: String
  package let add: String
  package let change: String
  package let title: String
  package let day: String
  package let dayHint: String
  package let place: String
  package let presentField: String
  package let presentHint: String
  package let minutesHint: String
  package let delegatesHint: String
  package let whose: String
  package let everyone: String
  package let save: String
  package let saved: String
  package let notANumber: String

  package static let it = AssemblyPhrases(
    assemblies: "Assemblee",
    none: "Non c’è ancora nessuna assemblea.",
    held: { "\($0), \($1)" },
    present: { $0 == 1 ? "Una persona presente." : "\($0.formatted(.italian)) persone presenti." },
    minutes: "Verbale",
    delegates: "Delegati",
    add: "Aggiungi un’assemblea",
    change: "Cambia l’assemblea",
    title: "Nome",
    day: "Giorno",
    dayHint: "Per esempio 21/11/2026.",
    place: "Luogo",
    presentField: "Quante persone c’erano",
    presentHint: "Contate a mano: nessun nome.",
    minutesHint: "Anche con titoli ed elenchi (Markdown).",
    delegatesHint: "Uno per riga; basta il nome con cui li si conosce.",
    whose: "Di quale collegio",
    everyone: "Di tutti",
    save: "Salva l’assemblea",
    saved: "Assemblea salvata.",
    notANumber: "Scrivi quante persone c’erano, da 0 in su.")

  package static let en = AssemblyPhrases(
    assemblies: "Assemblies",
    none: "There is no assembly yet.",
    held: { "\($0) at \($1)" },
    present: { $0 == 1 ? "One person present." : "\($0.formatted(.english)) people present." },
    minutes: "Minutes",
    delegates: "Delegates",
    add: "Add an assembly",
    change: "Change the assembly",
    title: "Name",
    day: "Day",
    dayHint: "For example 21/11/2026.",
    place: "Place",
    presentField: "How many were there",
    presentHint: "Counted by hand: no names.",
    minutesHint: "With headings and lists too (Markdown).",
    delegatesHint: "One a line; the name they are known by is enough.",
    whose: "Of which constituency",
    everyone: "Of all",
    save: "Save the assembly",
    saved: "Assembly saved.",
    notANumber: "Write how many were there, from 0 up.")
}

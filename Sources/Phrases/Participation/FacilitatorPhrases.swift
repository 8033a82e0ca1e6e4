// What a facilitator reads while importing votes, settling ties and certifying.
package import Domain

package struct FacilitatorPhrases: PhraseBook {
  package let processes: String
  package let noProcesses: String
  package let organisation: String
  package let rankings: String
  package let noRankings: String
  package let constituency: String
  package let status: String
  package let importedAt: String
  package let importVotes: String
  package let importHint: String
  package let fileLabel: String
  package let fileHint: String
  package let textLabel: String
  package let textHint: String
  package let constituencyLabel: String
  package let constituencyHint: String
  package let winnersLabel: String
  package let winnersHint: String
  package let winnersWrong: String
  package let reasonLabel: String
  package let reasonHint: String
  package let check: String
  package let importNow: String
  package let preview: String
  package let previewLead: String
  package let warnings: String
  package let noWarnings: String
  package let replaces: @Sendable (String) -> String
  package let chooseAgain: String
  package let nothingSent: String
  package let unknownEnding: String
  package let imported: String
  package let importedBefore: String
  package let alreadyRanked: @Sendable (String) -> String
  package let resolve: String
  package let method: String
  package let methodName: @Sendable (TieResolution.Method) -> String
  package let orderHint: String
  package let orderPlace: @Sendable (Int) -> String
  package let witnessesHint: String
  package let noteHint: String
  package let saveResolution: String
  package let resolved: String
  package let certify: String
  package let certifyHint: String
  package let certified: @Sendable (String) -> String
  package let refusal: @Sendable (RankingRefusal) -> String

  package static let it = FacilitatorPhrases(
    processes: "Percorsi", noProcesses: "Non segui ancora nessun percorso.",
    organisation: "Organizzazione", rankings: "Classifiche",
    noRankings: "Nessun voto è stato ancora importato.",
    constituency: "Collegio", status: "Stato", importedAt: "Importata il",
    importVotes: "Importa il risultato di un voto",
    importHint: "Il file resta conservato così com’è, con la sua impronta. Nulla è pubblico finché"
      + " non certifichi.",
    fileLabel: "File del voto",
    fileHint: "Pabulib (.pb), CSV o JSON in UTF-8, fino a 7 MB.",
    textLabel: "Oppure incolla qui la tabella dei voti",
    textHint: "CSV con le colonne collegio, codice, titolo, voti, costo, votanti, stato, unito_a.",
    constituencyLabel: "Collegio del file .pb",
    constituencyHint: "Solo per i file .pb, che contengono un collegio e non ne dicono il nome.",
    winnersLabel: "Quanti progetti sono scelti in ogni collegio",
    winnersHint: "Lascia vuoto per scegliere tutti quelli votati.",
    winnersWrong: "Scrivi un numero da 1 in su, oppure lascia vuoto.",
    reasonLabel: "Perché sostituisci la classifica",
    reasonHint: "Serve solo se il collegio ha già una classifica; sarà leggibile da tutti.",
    check: "Controlla il file", importNow: "Importa",
    preview: "Anteprima",
    previewLead: "Non è stato scritto ancora nulla. Controlla i conti, poi importa.",
    warnings: "Da guardare", noWarnings: "Nel file non c’è niente di strano.",
    replaces: { "Importando sostituirai la classifica di: \($0). Scrivi perché." },
    chooseAgain: "Il file è grande: sceglilo di nuovo qui sotto prima di importare.",
    nothingSent: "Scegli un file o incolla una tabella.",
    unknownEnding: "Il nome del file deve finire in .pb, .csv o .json.",
    imported: "Voto importato.", importedBefore: "Questo file era già stato importato.",
    alreadyRanked: { "Ha già una classifica: \($0). Per sostituirla scrivi il motivo." },
    resolve: "Registra lo spareggio", method: "Come è stata decisa",
    methodName: {
      switch $0 {
      case .publicDraw: "Sorteggio pubblico"
      case .jointWinners: "Scelti insieme"
      case .priorSupports: "Sostegni prima del voto"
      case .other: "Altro"
      }
    },
    orderHint: "Se sono scelti insieme l’ordine non conta.",
    orderPlace: { "Progetto \($0)" },
    witnessesHint: "Una persona per riga. Per un sorteggio ne serve almeno una.",
    noteHint: "Dove, quando e come; obbligatoria se hai scelto «Altro».",
    saveResolution: "Registra", resolved: "Spareggio registrato.",
    certify: "Certifica la classifica",
    certifyHint:
      "Il file viene ricontato e il risultato fissato per sempre con la sua impronta. Una"
      + " classifica certificata non si cambia: si può solo sostituire, con un motivo pubblico.",
    certified: { "Classifica certificata. Impronta: \($0)" },
    refusal: {
      switch $0 {
      case .tieStillOpen: "Prima va registrato lo spareggio."
      case .alreadyCertified: "La classifica è già certificata."
      case .alreadySuperseded: "Questa classifica è stata sostituita."
      case .noSuchTie: "I progetti indicati non sono quelli alla pari."
      case .witnessesMissing: "Un sorteggio pubblico ha bisogno di testimoni: scrivi chi c’era."
      case .noteMissing: "Spiega nella nota come è stata decisa la parità."
      case .orderRepeats(let id): "Il progetto \(id) compare due volte nell’ordine."
      }
    })

  package static let en = FacilitatorPhrases(
    processes: "Processes", noProcesses: "You do not work on any process yet.",
    organisation: "Organisation", rankings: "Rankings",
    noRankings: "No vote has been imported yet.",
    constituency: "Constituency", status: "Status", importedAt: "Imported on",
    importVotes: "Import the result of a vote",
    importHint: "The file is kept as it is, with its digest. Nothing is public until you certify.",
    fileLabel: "File of the vote",
    fileHint: "Pabulib (.pb), CSV or JSON in UTF-8, up to 7 MB.",
    textLabel: "Or paste the table of votes here",
    textHint: "CSV with the columns constituency, project_id, name, votes, cost, voters, status,"
      + " merged_into.",
    constituencyLabel: "Constituency of the .pb file",
    constituencyHint: "Only for .pb files, which hold one constituency and do not name it.",
    winnersLabel: "How many projects are chosen in each constituency",
    winnersHint: "Leave empty to choose all that were voted for.",
    winnersWrong: "Write a number from 1 up, or leave it empty.",
    reasonLabel: "Why you replace the ranking",
    reasonHint: "Only if the constituency has a ranking; everyone will be able to read it.",
    check: "Check the file", importNow: "Import",
    preview: "Preview",
    previewLead: "Nothing has been written yet. Check the figures, then import.",
    warnings: "To look at", noWarnings: "There is nothing odd in the file.",
    replaces: { "Importing will replace the ranking of: \($0). Write why." },
    chooseAgain: "The file is large: choose it again below before importing.",
    nothingSent: "Choose a file or paste a table.",
    unknownEnding: "The name of the file must end in .pb, .csv or .json.",
    imported: "Vote imported.", importedBefore: "This file was imported before.",
    alreadyRanked: { "Has a ranking already: \($0). To replace it, write the reason." },
    resolve: "Record how the tie was settled", method: "How it was settled",
    methodName: {
      switch $0 {
      case .publicDraw: "Public draw"
      case .jointWinners: "Chosen together"
      case .priorSupports: "Supports before the vote"
      case .other: "Other"
      }
    },
    orderHint: "If they are chosen together the order does not matter.",
    orderPlace: { "Project \($0)" },
    witnessesHint: "One person a line. A draw needs at least one.",
    noteHint: "Where, when and how; obligatory if you chose “Other”.",
    saveResolution: "Record", resolved: "The tie is settled.",
    certify: "Certify the ranking",
    certifyHint: "The file is counted again and the result fixed for ever with its digest. A"
      + " certified ranking is not changed: it can only be replaced, with a public reason.",
    certified: { "Ranking certified. Digest: \($0)" },
    refusal: {
      switch $0 {
      case .tieStillOpen: "The tie has to be settled first."
      case .alreadyCertified: "The ranking is certified already."
      case .alreadySuperseded: "This ranking was replaced."
      case .noSuchTie: "The projects named are not the tied ones."
      case .witnessesMissing: "A public draw needs witnesses: write who was there."
      case .noteMissing: "Explain in the note how the tie was settled."
      case .orderRepeats(let id): "Project \(id) stands in the order twice."
      }
    })
}

// What stands on the pages that add an organisation and a process of it.
package import Domain

package struct OrganisationPhrases: PhraseBook {
  package let title: String
  package let none: String
  package let lead: String
  package let name: String
  package let nameHint: String
  package let place: String
  package let placeHint: String
  package let taxCode: String
  package let taxCodeHint: String
  package let taxCodeWrong: String
  package let about: String
  package let aboutEnglish: String
  package let optional: String
  package let addTitle: String
  package let add: String
  package let added: String
  package let addedBefore: String
  package let nameTaken: @Sendable (String) -> String

  package let newProcess: String
  package let newProcessLead: String
  package let organisationFirst: String
  package let noneOpen: String
  package let organisation: String
  package let processTitle: String
  package let processTitleEnglish: String
  package let summary: String
  package let summaryEnglish: String
  package let constituencies: String
  package let constituenciesHint: String
  package let addProcess: String
  package let template: String
  package let startsOn: String
  package let startsOnHint: String
  package let processPlanned: String
  package let processAdded: String
  package let processAddedByOther: String
  package let processAddedBefore: String
  package let titleTaken: @Sendable (String) -> String
  package let line: @Sendable (ConstituencyLines.Refusal) -> String

  package static let it = OrganisationPhrases(
    title: "Organizzazioni", none: "Non c’è ancora nessuna organizzazione.",
    lead: "Chi risponde dei percorsi e riceve il denaro delle campagne.",
    name: "Nome", nameHint: "Come la conoscono le persone; ne viene anche l’indirizzo.",
    place: "Luogo", placeHint: "Il comune in cui la si conosce.",
    taxCode: "Codice fiscale", taxCodeHint: "Come sta sulle ricevute; si può lasciare vuoto.",
    taxCodeWrong: "Il codice fiscale non torna: controlla le cifre, o lascialo vuoto.",
    about: "Che cosa fa", aboutEnglish: "Che cosa fa, in inglese",
    optional: "Si può lasciare vuoto: chi legge in inglese vede il testo italiano.",
    addTitle: "Aggiungi un’organizzazione", add: "Aggiungi",
    added: "Organizzazione aggiunta. Ora dai un ruolo a chi ne segue i percorsi, in «Persone».",
    addedBefore: "Questa organizzazione c’era già.",
    nameTaken: {
      "L’indirizzo «\($0)» è già di un’altra organizzazione: scegli un nome che si distingua."
    },
    newProcess: "Nuovo percorso",
    newProcessLead: "Poi se ne importa il voto. Titolo e riassunto si leggono subito all’indirizzo"
      + " del percorso; le classifiche solo quando sono certificate.",
    organisationFirst: "Aggiungi prima un’organizzazione",
    noneOpen: "Non c’è un’organizzazione in cui tu possa aggiungere un percorso: chiedi a chi"
      + " amministra.",
    organisation: "Organizzazione", processTitle: "Titolo",
    processTitleEnglish: "Titolo in inglese",
    summary: "In breve", summaryEnglish: "In breve, in inglese",
    constituencies: "Collegi",
    constituenciesHint: "Uno per riga: codice; nome – oppure codice; nome; nome in inglese. Il"
      + " codice è quello del file del voto. Lascia vuoto se si vota tutti insieme.",
    addProcess: "Aggiungi il percorso",
    template: "Come si decide", startsOn: "Primo giorno",
    startsOnHint: "Le fasi seguono una dopo l’altra; i giorni si cambiano poi. Vuoto: oggi.",
    processPlanned: "Percorso aggiunto. Ora di’ i giorni e la regola di ogni fase.",
    processAdded: "Percorso aggiunto. Ora importa il risultato del voto.",
    processAddedByOther: "Percorso aggiunto. Il voto lo importa chi lo facilita.",
    processAddedBefore: "Questo percorso c’era già.",
    titleTaken: {
      "L’indirizzo «\($0)» è già di un altro percorso: scegli un titolo che si distingua."
    },
    line: {
      let words =
        switch $0.reason {
        case .codeMissing: "manca il codice."
        case .codeTooLong(let bytes): "il codice è troppo lungo (al massimo \(bytes) byte)."
        case .nameMissing: "manca il nome, dopo il punto e virgola."
        case .nameTooLong(let max): "un nome ha più di \(max) caratteri."
        case .tooManyParts: "ci sono più di tre parti; il punto e virgola le separa."
        case .codeRepeated(let code, let first):
          "il codice «\(code)» c’è già alla riga \(first)."
        case .tooManyLines(let max): "i collegi sono più di \(max)."
        }
      return "Riga \($0.line): \(words)"
    })

  package static let en = OrganisationPhrases(
    title: "Organisations", none: "There is no organisation yet.",
    lead: "Who answers for processes and is paid what campaigns raise.",
    name: "Name", nameHint: "As people know it; its address is made from it.",
    place: "Place", placeHint: "The town people know it in.",
    taxCode: "Tax code", taxCodeHint: "As it stands on receipts; may be left empty.",
    taxCodeWrong: "The tax code is not right: check its digits, or leave it empty.",
    about: "What it does, in Italian", aboutEnglish: "What it does",
    optional: "May be left empty: who reads in English sees the Italian text.",
    addTitle: "Add an organisation", add: "Add",
    added: "Organisation added. Now give a role to who runs its processes, under “People”.",
    addedBefore: "This organisation was there already.",
    nameTaken: {
      "The address “\($0)” belongs to another organisation: choose a name that differs."
    },
    newProcess: "New process",
    newProcessLead: "Then its vote is imported. Title and summary can be read at once at the"
      + " address of the process; rankings only when they are certified.",
    organisationFirst: "Add an organisation first",
    noneOpen: "There is no organisation in which you may add a process: ask an administrator.",
    organisation: "Organisation", processTitle: "Title in Italian",
    processTitleEnglish: "Title",
    summary: "In short, in Italian", summaryEnglish: "In short",
    constituencies: "Constituencies",
    constituenciesHint: "One a line: code; name – or code; Italian name; English name. The code is"
      + " the one in the file of the vote. Leave it empty if everybody votes together.",
    addProcess: "Add the process",
    template: "How it decides", startsOn: "First day",
    startsOnHint: "Phases follow one another; their days can be changed. Empty: today.",
    processPlanned: "Process added. Now say the days and the rule of each phase.",
    processAdded: "Process added. Now import the result of the vote.",
    processAddedByOther: "Process added. Its facilitator imports the vote.",
    processAddedBefore: "This process was there already.",
    titleTaken: {
      "The address “\($0)” belongs to another process: choose a title that differs."
    },
    line: {
      let words =
        switch $0.reason {
        case .codeMissing: "the code is missing."
        case .codeTooLong(let bytes): "the code is too long (\(bytes) bytes at most)."
        case .nameMissing: "the name is missing, after the semicolon."
        case .nameTooLong(let max): "a name has more than \(max) characters."
        case .tooManyParts: "there are more than three parts; semicolons separate them."
        case .codeRepeated(let code, let first):
          "the code “\(code)” is on line \(first) already."
        case .tooManyLines(let max): "there are more than \(max) constituencies."
        }
      return "Line \($0.line): \(words)"
    })
}

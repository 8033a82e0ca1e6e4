// What stands on the page of who may take part in a phase.
package import Domain

package struct CensusPhrases: PhraseBook {
  package let title: String
  package let lead: String
  package let frozen: @Sendable (_ when: String) -> String
  package let digest: String
  package let nobody: String
  package let replace: String
  package let replaceHint: String
  package let file: String
  package let fileHint: String
  package let pasted: String
  package let doReplace: String
  package let copy: String
  package let copyFrom: String
  package let doCopy: String
  package let addOne: String
  package let code: String
  package let codeHint: String
  package let name: String
  package let nameHint: String
  package let group: String
  package let groupHint: String
  package let constituency: String
  package let doAdd: String
  package let removeOne: String
  package let doRemove: String
  package let forget: String
  package let forgetHint: String
  package let doForget: String
  package let people: String
  package let more: String
  package let nothingSent: String
  package let noSuchVoter: String
  package let isFrozen: String
  package let saved: @Sendable (_ voters: String) -> String
  package let forgotten: String
  package let codeTaken: @Sendable (String) -> String
  package let refusal: @Sendable (CensusFile.Refusal) -> String

  package static let it = CensusPhrases(
    title: "Aventi diritto",
    lead:
      "Chi può partecipare a questa fase. Serve solo il codice che ciascuno mostra o scrive; del"
      + " nome fai a meno, se puoi.",
    frozen: { "L’elenco è chiuso dal \($0): nessuno vi entra e nessuno ne esce." },
    digest: "Impronta dell’elenco (SHA-256)",
    nobody: "Non c’è ancora nessuno.",
    replace: "Importa un elenco",
    replaceHint: "Prende il posto di tutto l’elenco di prima.",
    file: "File CSV",
    fileHint: "Una riga a persona. Colonne: codice; nome; collegio; gruppo. Serve solo «codice», e"
      + " «collegio» dove i collegi sono più d’uno.",
    pasted: "Oppure incolla qui le righe, con l’intestazione",
    doReplace: "Importa l’elenco",
    copy: "Riprendi l’elenco di un’altra fase",
    copyFrom: "Da quale fase",
    doCopy: "Riprendi l’elenco",
    addOne: "Aggiungi una persona",
    code: "Codice",
    codeHint: "Uno diverso per ciascuno: una matricola, un numero di tessera.",
    name: "Nome",
    nameHint: "Si può lasciare vuoto.",
    group: "Gruppo",
    groupHint: "Una classe, un reparto: si può lasciare vuoto.",
    constituency: "Collegio",
    doAdd: "Aggiungi",
    removeOne: "Togli una persona",
    doRemove: "Togli",
    forget: "Dimentica i nomi",
    forgetHint: "Codici e collegi restano, e con loro l’impronta. Non si torna indietro.",
    doForget: "Dimentica i nomi",
    people: "Persone",
    more: "Le prossime",
    nothingSent: "Scegli un file, o incolla le righe.",
    noSuchVoter: "Nessuno ha questo codice.",
    isFrozen: "La fase si è aperta: l’elenco è chiuso.",
    saved: { "Salvato. Ora gli aventi diritto sono \($0)." },
    forgotten: "I nomi sono cancellati.",
    codeTaken: { "Il codice «\($0)» è già di un’altra persona." },
    refusal: { refusal in
      let words =
        switch refusal.reason {
        case .unreadable(let why): VoteFilePhrases.it.refusal(why)
        case .columnMissing: "manca la colonna «codice»."
        case .nobody: "sotto l’intestazione non c’è nessuno."
        case .codeMissing: "manca il codice."
        case .codeTooLong(let bytes): "il codice è troppo lungo (al massimo \(bytes) byte)."
        case .codeRepeated(let code, let first): "il codice «\(code)» c’è già alla riga \(first)."
        case .unknownConstituency(""): "manca il collegio."
        case .unknownConstituency(let code): "il percorso non ha un collegio «\(code)»."
        case .textTooLong(let max): "nome o gruppo hanno più di \(max) caratteri."
        case .tooMany(let max): "le persone sono più di \(max)."
        }
      let isBare = refusal.line == 0 || refusal.isUnreadable
      return isBare ? words.withCapital : "Riga \(refusal.line): \(words)"
    })

  package static let en = CensusPhrases(
    title: "Census",
    lead:
      "Who may take part in this phase. Only the code is needed that each person shows or types;"
      + " do without the name if you can.",
    frozen: { "The census is frozen since \($0): nobody comes on it and nobody goes off it." },
    digest: "Digest of the census (SHA-256)",
    nobody: "Nobody is on it yet.",
    replace: "Import a list",
    replaceHint: "It takes the place of the whole list before.",
    file: "CSV file",
    fileHint:
      "One person a row. Columns: code; name; constituency; group. Only “code” is needed, and"
      + " “constituency” where there are several.",
    pasted: "Or paste the rows here, with their header",
    doReplace: "Import the list",
    copy: "Take over the census of another phase",
    copyFrom: "From which phase",
    doCopy: "Take it over",
    addOne: "Add a person",
    code: "Code",
    codeHint: "A different one for each: a matriculation number, a card’s number.",
    name: "Name",
    nameHint: "May be left empty.",
    group: "Group",
    groupHint: "A class, a ward: may be left empty.",
    constituency: "Constituency",
    doAdd: "Add",
    removeOne: "Remove a person",
    doRemove: "Remove",
    forget: "Forget the names",
    forgetHint: "Codes and constituencies stay, and the digest with them. There is no way back.",
    doForget: "Forget the names",
    people: "People",
    more: "The next ones",
    nothingSent: "Choose a file, or paste the rows.",
    noSuchVoter: "Nobody has this code.",
    isFrozen: "The phase has opened: the census is frozen.",
    saved: { "Saved. \($0) people are on the census now." },
    forgotten: "The names are deleted.",
    codeTaken: { "The code “\($0)” belongs to somebody else." },
    refusal: { refusal in
      let words =
        switch refusal.reason {
        case .unreadable(let why): VoteFilePhrases.en.refusal(why)
        case .columnMissing: "the column “code” is missing."
        case .nobody: "there is nobody below the header."
        case .codeMissing: "the code is missing."
        case .codeTooLong(let bytes): "the code is too long (\(bytes) bytes at most)."
        case .codeRepeated(let code, let first): "the code “\(code)” is on line \(first) already."
        case .unknownConstituency(""): "the constituency is missing."
        case .unknownConstituency(let code): "the process has no constituency “\(code)”."
        case .textTooLong(let max): "name or group have more than \(max) characters."
        case .tooMany(let max): "there are more than \(max) people."
        }
      let isBare = refusal.line == 0 || refusal.isUnreadable
      return isBare ? words.withCapital : "Line \(refusal.line): \(words)"
    })
}

extension CensusFile.Refusal {
  /// Then the words name the line themselves.
  fileprivate var isUnreadable: Bool {
    if case .unreadable = reason { true } else { false }
  }
}

extension String {
  fileprivate var withCapital: String { "\(prefix(1).uppercased())\(dropFirst())" }
}

// The desk's pages of bank statements.
package import Domain

package struct StatementPhrases: PhraseBook {
  package let statements: String
  package let lead: @Sendable (_ waiting: Int) -> String
  package let importHeading: String
  package let file: String
  package let fileHint: String
  package let mode: String
  package let modePreview: String
  package let modePreviewNote: String
  package let modeImport: String
  package let modeImportNote: String
  package let send: String
  package let none: String
  package let period: String
  package let closing: String
  package let lines: String
  package let waiting: String
  package let importedAt: String
  package let format: @Sendable (StatementFormat) -> String
  package let preview: String
  package let previewLead: String
  package let imported: @Sendable (_ new: Int, _ matched: Int, _ waiting: Int) -> String
  package let repeated: String
  package let otherAccount: @Sendable (_ found: String) -> String
  package let otherCurrency: @Sendable (_ found: String) -> String
  package let noAccount: String
  package let known: @Sendable (_ known: Int, _ leftOut: Int) -> String
  package let queue: String
  package let queueLead: String
  package let queueEmpty: String
  package let suspense: String
  package let suspenseEmpty: String
  package let statement: String
  package let statementEmpty: String
  package let line: String

  package static let it = StatementPhrases(
    statements: "Estratti conto",
    lead: {
      $0 == 0
        ? "Nessuna riga da abbinare: ogni movimento ha una spiegazione."
        : $0 == 1 ? "Una riga aspetta una decisione." : "\($0) righe aspettano una decisione."
    },
    importHeading: "Importa un estratto",
    file: "File della banca",
    fileHint:
      "camt.053 (XML), MT940, CBI RH oppure CSV con data, importo e descrizione. Al massimo 10 MB.",
    mode: "Che cosa fare",
    modePreview: "Solo anteprima",
    modePreviewNote: "Mostra che cosa succederebbe, senza scrivere nulla.",
    modeImport: "Importa",
    modeImportNote: "Le righe già viste in altri file non si contano due volte.",
    send: "Leggi il file",
    none: "Nessun estratto ancora importato.",
    period: "Periodo",
    closing: "Saldo finale",
    lines: "Righe nuove",
    waiting: "In attesa",
    importedAt: "Importato",
    format: \.label,
    preview: "Anteprima dell’estratto",
    previewLead: "Nulla è stato scritto. Per importarlo, scegli di nuovo il file qui sotto.",
    imported: { "Righe nuove: \($0). Abbinate da sole: \($1). In attesa: \($2)." },
    repeated: "Questo file era già stato importato: non è cambiato nulla.",
    otherAccount: { "L’estratto è di un altro conto: \($0). Non è stato importato nulla." },
    otherCurrency: { "L’estratto è in \($0), non in euro. Non è stato importato nulla." },
    noAccount: "Nelle impostazioni manca il nostro IBAN.",
    known: {
      "Righe già viste in altri file: \($0). Non ancora contabilizzate dalla banca: \($1)."
    },
    queue: "Righe da abbinare",
    queueLead: "Il sistema abbina da solo soltanto un riferimento esatto con l’importo esatto.",
    queueEmpty: "Nessuna riga da abbinare.",
    suspense: "Somme in sospeso",
    suspenseEmpty: "Nessuna somma in sospeso.",
    statement: "Estratto conto",
    statementEmpty: "Tutte le righe di questo file erano già in altri estratti.",
    line: "Riga dell’estratto")

  package static let en = StatementPhrases(
    statements: "Bank statements",
    lead: {
      $0 == 0
        ? "No line waits: every movement is explained."
        : $0 == 1 ? "One line waits for a decision." : "\($0) lines wait for a decision."
    },
    importHeading: "Import a statement",
    file: "The bank’s file",
    fileHint:
      "camt.053 (XML), MT940, CBI RH, or CSV with date, amount and description. At most 10 MB.",
    mode: "What to do",
    modePreview: "Preview only",
    modePreviewNote: "Shows what would happen and writes nothing.",
    modeImport: "Import",
    modeImportNote: "Lines already seen in other files are not counted twice.",
    send: "Read the file",
    none: "No statement has been imported yet.",
    period: "Period",
    closing: "Closing balance",
    lines: "New lines",
    waiting: "Waiting",
    importedAt: "Imported",
    format: \.label,
    preview: "Preview of the statement",
    previewLead: "Nothing was written. To import it, choose the file again below.",
    imported: { "New lines: \($0). Matched by themselves: \($1). Waiting: \($2)." },
    repeated: "This file had been imported before: nothing changed.",
    otherAccount: { "The statement is of another account: \($0). Nothing was imported." },
    otherCurrency: { "The statement is in \($0), not in euro. Nothing was imported." },
    noAccount: "The settings do not name our IBAN.",
    known: { "Lines already seen in other files: \($0). Not yet booked by the bank: \($1)." },
    queue: "Lines to match",
    queueLead: "Only an exact reference with the exact amount is matched by itself.",
    queueEmpty: "No line waits.",
    suspense: "Money in suspense",
    suspenseEmpty: "No money is in suspense.",
    statement: "Bank statement",
    statementEmpty: "All lines of this file were in other statements already.",
    line: "Statement line")
}

extension StatementFormat {
  /// The name under which banks offer it, the same in both languages.
  fileprivate var label: String {
    switch self {
    case .camt053: "camt.053"
    case .mt940: "MT940"
    case .cbiRH: "CBI RH"
    case .csv: "CSV"
    }
  }
}

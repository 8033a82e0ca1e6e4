// What is wrong with a file of votes, or odd in it, said by line and column.
package import Domain

package struct VoteFilePhrases: PhraseBook {
  /// `riga 34, colonna cost («50000,50»): usa…`
  package let refusal: @Sendable (VoteFileRefusal) -> String
  package let warning: @Sendable (VoteFileWarning) -> String

  package static let it = VoteFilePhrases(
    refusal: { refusal in
      let column = refusal.column.map { ", colonna \($0)" } ?? ""
      let found = refusal.found.flatMap { $0.isEmpty ? nil : " («\($0)»)" } ?? ""
      return "Riga \(refusal.line)\(column)\(found): \(italian(refusal.reason))."
    },
    warning: { warning in
      let times = warning.count > 1 ? " (in tutto \(warning.count) volte)" : ""
      return "Riga \(warning.line): \(italian(warning.kind))\(times)."
    })

  package static let en = VoteFilePhrases(
    refusal: { refusal in
      let column = refusal.column.map { ", column \($0)" } ?? ""
      let found = refusal.found.flatMap { $0.isEmpty ? nil : " (“\($0)”)" } ?? ""
      return "Line \(refusal.line)\(column)\(found): \(english(refusal.reason))."
    },
    warning: { warning in
      let times = warning.count > 1 ? " (\(warning.count) times in all)" : ""
      return "Line \(warning.line): \(english(warning.kind))\(times)."
    })
}

private func italian(_ reason: VoteFileRefusal.Reason) -> String {
  switch reason {
  case .emptyFile: "il file è vuoto"
  case .fileTooLarge(let max): "il file supera \(max / 1_048_576) MB"
  case .notUTF8: "il testo non è in UTF-8; salva il file con questa codifica"
  case .controlCharacter: "c’è un carattere di controllo che non è testo"
  case .unclosedQuote: "le virgolette aperte qui non si chiudono mai"
  case .textAfterQuote: "c’è testo dopo le virgolette chiuse"
  case .cellTooLong(let max): "la casella supera \(max / 1024) kB; forse mancano virgolette"
  case .sectionMissing(let section): "manca la sezione \(section)"
  case .sectionUnexpected: "questa sezione è già stata letta"
  case .columnMissing: "manca questa colonna"
  case .columnRepeated: "questa colonna compare due volte"
  case .tooManyCells(let expected): "ci sono più caselle delle \(expected) colonne"
  case .valueMissing: "manca il valore"
  case .notANumber: "serve un numero intero"
  case .negative: "il numero non può essere negativo"
  case .fraction: "serve un numero intero, senza decimali"
  case .decimalComma: "serve un numero intero: togli la virgola e i decimali"
  case .numberTooLarge(let max): "il numero è troppo grande (al massimo \(max))"
  case .notAnAmount: "l’importo non si legge in un solo modo: scrivi per esempio 1234,50"
  case .unknownVoteType: "tipo di voto sconosciuto"
  case .unknownCurrency: "la valuta va scritta con tre lettere maiuscole, per esempio EUR"
  case .unknownStatus: "lo stato può essere votato, ritirato o unito"
  case .idTooLong(let max): "il codice supera \(max) byte"
  case .noProjects: "non c’è nessun progetto"
  case .tooManyProjects(let max): "ci sono più di \(max) progetti"
  case .tooManyBallots(let max): "ci sono più di \(max) schede"
  case .projectRepeated(let line): "questo progetto c’è già alla riga \(line)"
  case .voterRepeated(let line): "questa persona ha già votato alla riga \(line)"
  case .unknownProject: "questo progetto non è nell’elenco"
  case .refundAbovePurchases: "è stato rimborsato più di quanto comprato"
  case .tooManyPurchases(let max): "ci sono più di \(max) acquisti"
  case .moreThanOneChoice: "qui si può scegliere un solo progetto"
  case .pointsDiffer(let choices, let points): "\(choices) progetti ma \(points) punteggi"
  case .countDiffers(let declared, let found): "sono dichiarati \(declared), ma sono \(found)"
  case .votersDiffer(let first): "prima i votanti erano \(first)"
  case .moreVotesThanVoters(let voters): "più voti dei \(voters) votanti"
  case .separatorUnknown: "le colonne vanno separate da punto e virgola, virgola o tabulazione"
  case .notJSON: "non è JSON ben formato"
  case .unknownField: "campo sconosciuto"
  case .wrongType(let expected): "il tipo è sbagliato: serve \(expected)"
  }
}

private func english(_ reason: VoteFileRefusal.Reason) -> String {
  switch reason {
  case .emptyFile: "the file is empty"
  case .fileTooLarge(let max): "the file is over \(max / 1_048_576) MB"
  case .notUTF8: "the text is not UTF-8; save the file with this encoding"
  case .controlCharacter: "there is a control character, which is no text"
  case .unclosedQuote: "the quotation mark opened here is never closed"
  case .textAfterQuote: "there is text after the closing quotation mark"
  case .cellTooLong(let max): "the cell is over \(max / 1024) kB; a quotation mark may be missing"
  case .sectionMissing(let section): "the section \(section) is missing"
  case .sectionUnexpected: "this section was read already"
  case .columnMissing: "this column is missing"
  case .columnRepeated: "this column is there twice"
  case .tooManyCells(let expected): "there are more cells than the \(expected) columns"
  case .valueMissing: "the value is missing"
  case .notANumber: "a whole number is needed"
  case .negative: "the number cannot be negative"
  case .fraction: "a whole number is needed, without decimals"
  case .decimalComma: "a whole number is needed: remove the comma and the decimals"
  case .numberTooLarge(let max): "the number is too large (at most \(max))"
  case .notAnAmount: "the amount can be read in more than one way: write for example 1234.50"
  case .unknownVoteType: "unknown kind of vote"
  case .unknownCurrency: "a currency is three capital letters, for example EUR"
  case .unknownStatus: "the status is voted, withdrawn or merged"
  case .idTooLong(let max): "the id is over \(max) bytes"
  case .noProjects: "there is no project"
  case .tooManyProjects(let max): "there are more than \(max) projects"
  case .tooManyBallots(let max): "there are more than \(max) ballots"
  case .projectRepeated(let line): "this project is already on line \(line)"
  case .voterRepeated(let line): "this person already voted on line \(line)"
  case .unknownProject: "this project is not on the list"
  case .refundAbovePurchases: "more was refunded than was bought"
  case .tooManyPurchases(let max): "there are more than \(max) purchases"
  case .moreThanOneChoice: "only one project can be chosen here"
  case .pointsDiffer(let choices, let points): "\(choices) projects but \(points) scores"
  case .countDiffers(let declared, let found): "\(declared) are declared, but there are \(found)"
  case .votersDiffer(let first): "before, the number of voters was \(first)"
  case .moreVotesThanVoters(let voters): "more votes than the \(voters) voters"
  case .separatorUnknown: "columns are separated by semicolons, commas or tabs"
  case .notJSON: "this is not well-formed JSON"
  case .unknownField: "unknown field"
  case .wrongType(let expected): "the wrong type: \(expected) is needed"
  }
}

private func italian(_ kind: VoteFileWarning.Kind) -> String {
  switch kind {
  case .projectRepeatedInBallot: "una scheda nomina due volte un progetto; conta una volta"
  case .emptyListItem: "un elenco ha un posto vuoto; è stato saltato"
  case .emptyBallot: "una scheda è bianca; conta come votante"
  case .ballotTooShort: "una scheda ha meno scelte del minimo"
  case .ballotTooLong: "una scheda ha più scelte del massimo"
  case .ballotAboveMaximumCost: "le scelte di una scheda costano più del massimo"
  case .ballotBelowMinimumPoints: "una scheda dà meno punti del minimo"
  case .ballotAboveMaximumPoints: "una scheda dà più punti del massimo"
  case .votesDiffer(let project, let declared, let counted):
    "per \(project) il file dichiara \(declared) voti, le schede ne danno \(counted)"
  case .scoreDiffers(let project, let declared, let counted):
    "per \(project) il file dichiara \(declared) punti, le schede ne danno \(counted)"
  case .positionDiffers(let project, let declared, let counted):
    "per \(project) il file dichiara il posto \(declared), i voti danno il \(counted)"
  case .projectWithdrawn(let project): "\(project) è segnato come ritirato"
  case .costAboveBudget(let project): "\(project) costa più di tutto il bilancio"
  case .metaMissing(let key): "manca \(key), che il formato richiede"
  case .metaRepeated(let key): "\(key) è scritto due volte; vale il primo"
  }
}

private func english(_ kind: VoteFileWarning.Kind) -> String {
  switch kind {
  case .projectRepeatedInBallot: "a ballot names a project twice; it counts once"
  case .emptyListItem: "a list has an empty place; it was passed over"
  case .emptyBallot: "a ballot is blank; it counts as a voter"
  case .ballotTooShort: "a ballot has fewer choices than the minimum"
  case .ballotTooLong: "a ballot has more choices than the maximum"
  case .ballotAboveMaximumCost: "the choices of a ballot cost more than the maximum"
  case .ballotBelowMinimumPoints: "a ballot gives fewer points than the minimum"
  case .ballotAboveMaximumPoints: "a ballot gives more points than the maximum"
  case .votesDiffer(let project, let declared, let counted):
    "for \(project) the file declares \(declared) votes, the ballots give \(counted)"
  case .scoreDiffers(let project, let declared, let counted):
    "for \(project) the file declares \(declared) points, the ballots give \(counted)"
  case .positionDiffers(let project, let declared, let counted):
    "for \(project) the file declares place \(declared), the votes give \(counted)"
  case .projectWithdrawn(let project): "\(project) is marked as withdrawn"
  case .costAboveBudget(let project): "\(project) costs more than the whole budget"
  case .metaMissing(let key): "\(key), which the format asks for, is missing"
  case .metaRepeated(let key): "\(key) is written twice; the first counts"
  }
}

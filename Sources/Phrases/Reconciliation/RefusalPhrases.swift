// Why a statement file was not taken, and where to look, in words for a treasurer.
package import Domain

extension StatementRefusal {
  /// What is wrong, where, and that nothing was imported.
  package func sentence(_ language: Language) -> String {
    let isItalian = language == .italian
    var parts = [reason.sentence(language)]
    if let line = place.line {
      parts.append(isItalian ? "Riga \(line) del file." : "Line \(line) of the file.")
    }
    parts.append(isItalian ? "Non è stato importato nulla." : "Nothing was imported.")
    return parts.joined(separator: " ")
  }
}

extension StatementRefusal.Reason {
  func sentence(_ language: Language) -> String {
    let (it, en) = whole ?? content(language)
    return language == .italian ? it : en
  }

  /// What is wrong with the file as such.
  private var whole: (String, String)? {
    switch self {
    case .empty: ("Il file è vuoto.", "The file is empty.")
    case .tooLarge(let bytes):
      (
        "Il file supera \(bytes / 1_048_576) MB.",
        "The file is larger than \(bytes / 1_048_576) MB."
      )
    case .unknownFormat(nil):
      (
        "Il file non è un camt.053, un MT940, un CBI RH né una tabella CSV.",
        "The file is neither camt.053 nor MT940 nor CBI RH nor a CSV table."
      )
    case .unknownFormat(let name?):
      (
        "Il file è in formato \(name): serve camt.053 (XML), MT940, CBI RH o CSV.",
        "The file is in \(name) format: camt.053 (XML), MT940, CBI RH or CSV is needed."
      )
    case .holdsNUL: ("Il file contiene byte nulli.", "The file contains null bytes.")
    case .wrongEncoding:
      (
        "I caratteri del file non sono nella codifica dichiarata.",
        "The file’s characters are not in the encoding that it declares."
      )
    case .truncated: ("Il file si interrompe a metà.", "The file ends in the middle.")
    case .notWellFormed: ("Il file è malformato.", "The file is malformed.")
    case .documentType:
      (
        "Il file contiene una dichiarazione DOCTYPE o entità, che non si accettano.",
        "The file has a DOCTYPE or entities, which are not accepted."
      )
    case .noStatement: ("Il file non contiene movimenti.", "The file has no movements.")
    case .repeatedStatement:
      ("Lo stesso estratto compare due volte.", "The same statement is there twice.")
    case .tooDeep, .tooMuchText, .tooManyLines, .unsupportedMessage, .missing, .unreadable,
      .otherCurrency, .unbalanced:
      nil
    }
  }

  /// What is wrong inside it.
  private func content(_ language: Language) -> (String, String) {
    switch self {
    case .tooDeep(let max):
      ("Più di \(max) livelli di elementi.", "More than \(max) levels of elements.")
    case .tooMuchText(let max):
      ("Un campo supera \(max) caratteri.", "A field is longer than \(max) characters.")
    case .tooManyLines(let max):
      ("Più di \(max) righe: dividi il file.", "More than \(max) lines: split the file.")
    case .unsupportedMessage(let name):
      (
        "Il messaggio «\(name)» non è un camt.053 dalla versione 02 alla 14.",
        "The message “\(name)” is not a camt.053 of version 02 to 14."
      )
    case .missing(let field): ("Manca «\(field)».", "“\(field)” is missing.")
    case .unreadable(let field, let found):
      (
        "Il valore «\(found)» di «\(field)» non si può leggere in un solo modo.",
        "The value “\(found)” of “\(field)” cannot be read in one way only."
      )
    case .otherCurrency(let found):
      ("C’è un importo in \(found).", "There is an amount in \(found).")
    case .unbalanced(let computed, let stated):
      (
        "Saldo iniziale e righe danno \(computed.formatted(language)), ma il saldo finale è"
          + " \(stated.formatted(language)).",
        "Opening balance and lines give \(computed.formatted(language)), but the closing balance"
          + " is \(stated.formatted(language))."
      )
    case .empty, .tooLarge, .unknownFormat, .holdsNUL, .wrongEncoding, .truncated,
      .notWellFormed, .documentType, .noStatement, .repeatedStatement:
      ("", "")
    }
  }
}

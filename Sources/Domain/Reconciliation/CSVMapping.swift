// How the columns of a bank's table are to be read: data, so that a new bank needs no code.

/// Which column holds what, and how dates and amounts are written.
package struct CSVMapping: Codable, Hashable, Sendable {
  /// A column, by the titles it may have (case and accents do not matter) or by its number from 1.
  package enum Column: Hashable, Sendable {
    case titled([String])
    case numbered(Int)
  }
  /// Where the amount is: one signed column, or one for what came in and one for what went out.
  package enum Amount: Codable, Hashable, Sendable {
    case signed(Column)
    case pair(credit: Column, debit: Column)
  }
  package enum DateOrder: String, Codable, Hashable, Sendable {
    case dayMonthYear
    case yearMonthDay
    case monthDayYear
  }
  package enum DecimalMark: String, Codable, Hashable, Sendable {
    case comma
    case point
  }

  package var name: String
  package var bookedOn: Column
  package var valuedOn: Column?
  /// Tried in order: the first whose columns are all there.
  package var amounts: [Amount]
  /// Joined in this order.
  package var text: [Column] = []
  package var reference: Column?
  package var counterpartName: Column?
  package var counterpartAccount: Column?
  package var bankReference: Column?
  package var currency: Column?
  package var dateOrder = DateOrder.dayMonthYear
  package var decimalMark = DecimalMark.comma
  /// One character; nil to find out from the file.
  package var separator: String?
  /// Whether a row of titles comes first (lines of introduction before it are passed over).
  package var hasTitles = true
  /// How the cells begin that announce a balance, when the table has such rows.
  package var openingLabels: [String] = []
  package var closingLabels: [String] = []

  package init(name: String, bookedOn: Column, amounts: [Amount]) {
    self.name = name
    self.bookedOn = bookedOn
    self.amounts = amounts
  }

  /// The titles and habits that most Italian banks share.
  package static let italian: CSVMapping = {
    let debit = Column.titled(["dare", "addebiti", "uscite", "addebito", "importo dare"])
    let credit = Column.titled(["avere", "accrediti", "entrate", "accredito", "importo avere"])
    var mapping = CSVMapping(
      name: "Banca italiana (generico)",
      bookedOn: .titled([
        "data contabile", "data operazione", "data registrazione", "data movimento", "data",
      ]),
      amounts: [
        .signed(.titled(["importo", "importo (€)", "importo eur", "importo in euro"])),
        .pair(credit: credit, debit: debit),
      ])
    mapping.valuedOn = .titled(["data valuta", "valuta"])
    mapping.text = [
      .titled(["causale", "causale descrizione"]),
      .titled([
        "descrizione", "descrizione operazione", "descrizione movimento", "dettagli", "operazione",
      ]),
      .titled(["descrizione estesa", "note", "informazioni aggiuntive"]),
    ]
    mapping.reference = .titled(["riferimento", "riferimento creditore", "rf"])
    mapping.counterpartName = .titled([
      "controparte", "ordinante", "ordinante/beneficiario", "ordinante / beneficiario",
      "nominativo",
    ])
    mapping.counterpartAccount = .titled(["iban controparte", "iban ordinante", "iban"])
    mapping.bankReference = .titled(["cro", "trn", "cro/trn", "id operazione", "id movimento"])
    mapping.currency = .titled(["divisa", "valuta importo"])
    mapping.openingLabels = ["saldo iniziale", "saldo contabile iniziale"]
    mapping.closingLabels = ["saldo finale", "saldo contabile finale"]
    return mapping
  }()
}

extension CSVMapping.Column: Codable {
  /// A number, or a list of titles.
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Int.self) {
      self = .numbered(number)
    } else {
      self = .titled(try value.decode([String].self))
    }
  }
  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .titled(let titles): try value.encode(titles)
    case .numbered(let number): try value.encode(number)
    }
  }
}

// Field 86, the words of a movement: numbered pieces, codes between slashes, or free text.
import Domain

/// What was found in the words. All of it is what payers and banks wrote: it proves nothing.
struct MT940Details {
  var text = ""
  var endToEndID = ""
  var structuredReference = ""
  var counterpartName = ""
  var counterpartAccount = ""

  /// The standard's width; a full line goes on in the next one without a blank.
  private static let width = 65

  init(_ lines: [String]) {
    let whole = lines.joined()
    if let pieces = MT940Pieces(whole) {
      readPieces(pieces)
    } else if let codes = MT940Codes.slashed(whole) {
      readCodes(codes)
    } else {
      for (index, line) in lines.enumerated() {
        let isBroken = index > 0 && lines[index - 1].count < Self.width
        text += isBroken ? " " + line.trimmed : line
      }
    }
    text = text.trimmed
  }

  private mutating func readPieces(_ pieces: MT940Pieces) {
    counterpartAccount = (pieces["31"] + pieces["38"]).trimmed
    counterpartName = (pieces["32"] + pieces["33"]).trimmed
    let purpose = pieces.purpose
    guard let tagged = MT940Codes.tagged(purpose) else {
      text = [purpose, pieces["00"]].map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
      return
    }
    endToEndID = tagged.endToEndID
    if counterpartAccount.isEmpty { counterpartAccount = tagged["IBAN"] }
    if counterpartName.isEmpty { counterpartName = tagged["ABWA"] }
    let words = [tagged.before, tagged["SVWZ"], pieces["00"]].map(\.trimmed)
    text = words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private mutating func readCodes(_ codes: MT940Codes) {
    endToEndID = codes.endToEndID
    counterpartName = codes["NAME"]
    counterpartAccount = codes["IBAN"]
    // ING: account, bank, name and town between slashes.
    let party = codes["CNTP"].split(separator: "/", omittingEmptySubsequences: false)
    if party.count > 2 {
      counterpartAccount = party[0].trimmed
      counterpartName = party[2].trimmed
    }
    var remittance = codes["REMI"]
    for mark in ["USTD//", "USTD/"] where remittance.hasPrefix(mark) {
      remittance = String(remittance.dropFirst(mark.count))
    }
    if remittance.hasPrefix("STRD/") {
      structuredReference = remittance.split(separator: "/").last?.trimmed ?? ""
      remittance = ""
    }
    text = [codes.before, remittance].map(\.trimmed).filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension BankLine {
  /// Adds what field 86 tells to what field 61 told.
  mutating func take(_ details: MT940Details) {
    if !details.endToEndID.isEmpty { endToEndID = details.endToEndID }
    if structuredReference.isEmpty { structuredReference = details.structuredReference }
    counterpartName = details.counterpartName
    counterpartAccount = details.counterpartAccount
    text = [details.text, text].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// `166?00SEPA?20EREF+1?21SVWZ+…`: numbered pieces after a separator of the bank's choice.
struct MT940Pieces {
  private static let numbers: Set<String> = Set(
    ["00", "10", "30", "31", "32", "33", "34", "38"] + (20...29).map(String.init)
      + (60...63).map(String.init))
  private var pieces: [String: String] = [:]

  init?(_ whole: String) {
    let code = whole.prefix { $0.isASCII && $0.isNumber }
    let rest = whole.dropFirst(code.count)
    guard code.isEmpty || code.utf8.count == 3, let mark = rest.first,
      "?~<>^|&#@".contains(mark), Self.numbers.contains(String(rest.dropFirst().prefix(2)))
    else { return nil }
    var number = ""
    for piece in rest.dropFirst().split(separator: mark, omittingEmptySubsequences: false) {
      let head = String(piece.prefix(2))
      if Self.numbers.contains(head) {
        number = head
        pieces[number, default: ""] += piece.dropFirst(2)
      } else {
        // The separator was one of the payer's own characters.
        pieces[number, default: ""] += String(mark) + piece
      }
    }
  }

  subscript(_ number: String) -> String { pieces[number] ?? "" }

  /// The payer's words: a piece ends anywhere in a word, so that nothing comes in between.
  var purpose: String { (Array(20...29) + Array(60...63)).map { self[String($0)] }.joined() }
}

/// Words after codes: `EREF+…SVWZ+…` or `/EREF/…/REMI/…`; the first of a code counts.
struct MT940Codes {
  private(set) var before = ""
  private var values: [String: String] = [:]

  subscript(_ code: String) -> String { values[code] ?? "" }

  /// From end to end, or what the payer gave its own bank.
  var endToEndID: String { self["EREF"].provided.isEmpty ? self["KREF"].provided : self["EREF"] }

  /// SEPA tags of German banks; nil when there is none.
  static func tagged(_ text: String) -> MT940Codes? {
    read(
      text,
      names: [
        "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA",
        "ABWE", "IBAN", "BIC", "PURP",
      ], before: "", after: "+")
  }
  /// SWIFT's and Dutch banks' codes; nil when the text does not begin with one.
  static func slashed(_ text: String) -> MT940Codes? {
    let codes = read(
      text,
      names: [
        "EREF", "KREF", "PREF", "MARF", "CSID", "TRTP", "IBAN", "BIC",
        "NAME", "REMI", "ORDP", "BENM", "CNTP", "ID", "ADDR", "ISDT", "SVCL", "RTRN", "PURP",
        "TRCD", "ULTD", "ULTC", "ULTB", "INIT", "OCMT", "CHGS", "EXCH", "ACCW",
      ], before: "/",
      after: "/")
    return codes?.before.trimmed.isEmpty == true ? codes : nil
  }

  private static func read(
    _ text: String, names: [String], before: String, after: String
  ) -> MT940Codes? {
    let bytes = Array(text.utf8)
    let marks = names.map { (name: $0, mark: Array((before + $0 + after).utf8)) }
    var codes = MT940Codes()
    var (name, start, place, found) = ("", 0, 0, false)
    func value(to end: Int) -> String {
      let value = String(decoding: bytes[start..<max(start, end)], as: UTF8.self).trimmed
      return before.isEmpty ? value : value.trimmingSlashes
    }
    while place < bytes.count {
      let (first, here) = (bytes[place], bytes[place...])
      let mayBegin = before.isEmpty ? (65...90).contains(first) : first == UInt8(ascii: "/")
      guard mayBegin, let next = marks.first(where: { here.starts(with: $0.mark) }) else {
        place += 1
        continue
      }
      codes.keep(value(to: place), as: name)
      (name, found) = (next.name, true)
      place += next.mark.count
      start = place
      // The slash that ends one code may begin the next.
      if !before.isEmpty { place -= 1 }
    }
    guard found else { return nil }
    codes.keep(value(to: bytes.count), as: name)
    return codes
  }

  private mutating func keep(_ value: String, as name: String) {
    if name.isEmpty {
      before = value
    } else if values[name] == nil {
      values[name] = value
    }
  }
}

extension String {
  /// Empty for the words that say that there is nothing.
  fileprivate var provided: String {
    ["NOTPROVIDED", "NONREF"].contains(uppercased()) ? "" : self
  }
  fileprivate var trimmingSlashes: String {
    let tail = drop { $0 == "/" }
    return String(tail.reversed().drop { $0 == "/" }.reversed()).trimmed
  }
}

// Writes MT940 files for the tests, each with the habits of a kind of bank.

/// The same eight movements, told by different banks.
struct MT940Document {
  enum Dialect: String, CaseIterable {
    /// `166?00…?20EREF+…`
    case numbered
    /// `/EREF/…//REMI/USTD//…/`
    case slashed
    /// Words only.
    case free
  }
  var dialect = Dialect.numbered
  var account = "IT60X0542811101000000123456"
  var closing = "C261231EUR1091,49"
  var newline = "\r\n"
  /// SWIFT's blocks around the message.
  var hasBlocks = false
  /// Further fields before the closing balance.
  var more: [String] = []

  private var head: String { "{1:F01BPMOIT22AMIL0000000000}{2:I940BPMOIT22AMILN}{4:" }

  var text: String {
    let fields =
      [
        ":20:STARTUMS", ":25:\(account)", ":28C:00211/001", ":60F:C261229EUR1000,00",
        ":61:2612301230CR25,00NTRFE2E-1//B1", words("E2E-1", "RF1853900754", "7034", "GIULIA"),
        ":61:2612311231C60,NTRFNONREF//B2", words("", "GRAZIE DI ", "CUORE", "MARIO"),
        // Booked in the old year, counted from the new one.
        ":61:2701021231C20,5NTRFNONREF", words("", "AUGURI", "", "ANNA"),
        ":61:261231RC8,01NTRFE2E-5//B5", words("E2E-5", "STORNO", "", "LUCA"),
        ":61:2612311231RD2,00NTRFNONREF//B6", words("", "RESO", "", "BANCA"),
        ":61:2612311231D1,50NCHGNONREF//B7", ":86:COMMISSIONI DICEMBRE",
        ":61:2612311231DR6,50NMSCNONREF//B8", ":86:CANONE",
        ":61:2612311231C0,00NMSCNONREF//B9", ":86:AVVISO",
      ] + more + [":62F:\(closing)", ":64:C261231EUR1091,49", ":86:SALDO DISPONIBILE"]
    let ends = hasBlocks ? [head] + fields + ["-}{5:{CHK:123456789ABC}}"] : fields + ["-"]
    return ends.joined(separator: newline) + newline
  }
  var bytes: [UInt8] { Array(text.utf8) }

  /// Field 86 with a purpose that the bank cut in two.
  private func words(
    _ endToEnd: String, _ first: String, _ second: String, _ name: String
  ) -> String {
    switch dialect {
    case .numbered:
      let tag = endToEnd.isEmpty ? "" : "?20EREF+\(endToEnd)"
      return ":86:166?00SEPA?10931\(tag)?21SVWZ+\(first)\(newline)?22\(second)?30COBADEFF"
        + "?31DE89370400440532013000?32\(name)?33 BIANCHI"
    case .slashed:
      let tag = endToEnd.isEmpty ? "NOTPROVIDED" : endToEnd
      return ":86:/EREF/\(tag)//CNTP/DE89370400440532013000/COBADEFF/\(name) BIANCHI///REMI/"
        + "USTD//\(first)\(newline)\(second)/"
    case .free: return ":86:\(first)\(second) \(name) BIANCHI"
    }
  }
}

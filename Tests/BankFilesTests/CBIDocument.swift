// Writes CBI RH files for the tests, record by record.

/// A statement of one account, with the details that banks send.
struct CBIDocument {
  var opening = "000000001000,00"
  var closing = "000000001065,99"
  var number = "0000001"
  var account = "000000123456"
  var check = "60"
  var currency = "EUR"
  /// Counted into the tail.
  var statementsStated = 1
  var recordsStated = 17
  /// Some banks leave out the first column, or the blanks at the end.
  var isTrimmed = false

  var text: String {
    let from = "RH" + "05428" + "ABCDE" + "311226"
    let tail =
      "EF" + "05428" + "ABCDE" + "311226" + pad("RENDICONTAZIONE", 20) + pad("", 6)
      + digits(statementsStated, 7) + pad("", 30) + digits(recordsStated, 7)
    let lines = [from + pad("RENDICONTAZIONE", 20)] + statement + [tail]
    return lines.map { isTrimmed ? $0 : pad(" " + $0, 120) }.joined(separator: "\r\n") + "\r\n"
  }
  var bytes: [UInt8] { Array(text.utf8) }

  var statement: [String] {
    let holder = "X" + "05428" + "11101" + account
    return [
      "61" + number + pad("", 13) + "05428" + "93001" + pad("CONTO", 16) + "CC" + holder
        + currency + "301226" + "C" + opening + "IT" + check,
      // The value date comes first.
      movement(1, valued: "291226", booked: "301226", "C", "000000000025,00", "48", "BANK-1"),
      detail(1, "YYY" + "30122026" + pad("", 16) + pad("GIULIA BIANCHI", 40) + "TORINO"),
      detail(1, "YY2" + pad("VIA ROMA 1", 50) + "IT60X0542811101000000123456"),
      detail(1, "ID1" + pad("MSG-1", 35) + "E2E-1"),
      detail(1, "RI1" + pad("", 98) + "RF1853"),
      detail(1, "RI2" + "9007547034"),
      movement(2, valued: "301226", booked: "311226", "C", "000000000060,00", "48", "BANK-2"),
      detail(2, "BO:ABICAB:0542811101 TRN:123 " + pad("GRAZIE DI CUORE", 78)),
      movement(3, valued: "020127", booked: "311226", "D", "000000000001,50", "16", "BANK-3"),
      detail(3, "KKK" + pad("STRUTTURA", 23)),
      movement(4, valued: "311226", booked: "311226", "D", "000000000017,51", "26", "BANK-4"),
      detail(4, "ID1" + pad("MSG-4", 35) + "NOTPROVIDED"),
      "64" + number + currency + "311226" + "C" + closing + "C" + closing,
      "65" + number + "010127" + "C" + closing,
    ]
  }

  private func movement(
    _ place: Int, valued: String, booked: String, _ sign: String, _ amount: String,
    _ cause: String, _ reference: String
  ) -> String {
    "62" + number + digits(place, 3) + valued + booked + sign + amount + cause + "00"
      + pad("", 16) + pad(reference, 16) + pad("", 9) + pad("CAUSALE \(cause)", 34)
  }
  private func detail(_ place: Int, _ words: String) -> String {
    "63" + number + digits(place, 3) + words
  }
  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  private func digits(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: width - String(number).count) + String(number)
  }
}

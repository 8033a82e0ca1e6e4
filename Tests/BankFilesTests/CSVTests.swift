// Tables of banks: what is read, and how strictly.
import BankFiles
import Domain
import Foundation
import Services
import Testing

@Suite struct CSVTests {
  private func read(
    _ bytes: [UInt8], _ mapping: CSVMapping = .italian
  ) throws -> ParsedStatement {
    let account = try #require(IBAN("IT60X0542811101000000123456"))
    let answer = try BankFileReader().read(
      bytes, StatementReading(account: account, mapping: mapping))
    #expect(answer.format == .csv)
    return try #require(answer.statements.first)
  }
  private func refusal(
    _ text: String, _ mapping: CSVMapping = .italian
  ) throws -> StatementRefusal? {
    do {
      _ = try read(Array(text.utf8), mapping)
      return nil
    } catch let refusal as StatementRefusal { return refusal }
  }

  private static let table = #"""
    Conto corrente;IT60X0542811101000000123456;;;
    Periodo;01/11/2026 - 20/11/2026;;;
    Data contabile;Data valuta;Importo;Descrizione;Ordinante
    19/11/2026;18/11/2026;"1.234,50";"Bonifico ""RF18 5390
    0754 7034""";Giulia Bianchi
    20/11/2026;20/11/2026;-1,50;Commissioni perché sì;

    Saldo iniziale;;100,00;;
    Saldo finale;;1.333,00;;
    """#

  @Test func `a table of an Italian bank is read, quotes, groups and balances included`() throws {
    let statement = try read(Array(Self.table.utf8))
    #expect(statement.lines.map(\.amount.cents) == [123_450, -150])
    #expect(statement.lines[0].valuedOn == CivilDate("2026-11-18"))
    #expect(statement.lines[0].counterpartName == "Giulia Bianchi")
    #expect(
      statement.lines[0].foundReferences.first?.readings.first?.reference.text == "RF18539007547034"
    )
    #expect(statement.opening == .euro(100))
    #expect(statement.closing == .euro(1_333))
    #expect(statement.toOn == CivilDate("2026-11-20"))
  }

  @Test func `Windows-1252 and a byte-order mark give the same lines`() throws {
    let plain = try read(Array(Self.table.utf8))
    let latin = try read(Self.table.unicodeScalars.map { UInt8($0.value) })
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(Self.table.utf8))
    #expect(latin == plain)
    #expect(marked == plain)
    #expect(plain.lines[1].text == "Commissioni perché sì")
  }

  @Test func `debit and credit may have a column each`() throws {
    let text = """
      "Data","Valuta","Dare","Avere","Descrizione operazione"
      "05/11/2026","05/11/2026","","25,00","RF18539007547034"
      "06.11.26","06.11.26","-3,00","","Canone"
      "07/11/2026","07/11/2026","2,00","0,00","Bollo"
      """
    #expect(try read(Array(text.utf8)).lines.map(\.amount.cents) == [2_500, -300, -200])
  }

  @Test func `a mapping of one's own goes through JSON and reads a foreign table`() throws {
    var mapping = CSVMapping(
      name: "Foreign", bookedOn: .numbered(1), amounts: [.signed(.numbered(3))])
    mapping.text = [.numbered(2)]
    mapping.dateOrder = .yearMonthDay
    mapping.decimalMark = .point
    mapping.hasTitles = false
    mapping.separator = ","
    let copy = try JSONDecoder().decode(CSVMapping.self, from: JSONEncoder().encode(mapping))
    #expect(copy == mapping)
    let statement = try read(Array("2026-11-05,Gift,\"1,234.50\"\n".utf8), copy)
    #expect(statement.lines.map(\.amount.cents) == [123_450])
  }

  @Test(arguments: ["1.234", "1,234", "12,345", "uno", "1,2,3", "1.23.456,00", "--5", "1.234.5"])
  func `an amount that can be read in two ways or none is refused with its line`(
    amount: String
  ) throws {
    let found = try refusal("Data;Importo;Descrizione\n05/11/2026;1,00;a\n06/11/2026;\(amount);b")
    #expect(found?.place == StatementPlace(line: 3, path: "2"))
    #expect(found?.reason == .unreadable(field: "2", found: amount))
  }

  @Test func `days that do not exist, missing columns and odd ends are refused`() throws {
    let table: [(String, StatementRefusal.Reason)] = [
      ("Data;Importo\n31/02/2026;1,00", .unreadable(field: "1", found: "31/02/2026")),
      ("Data;Importo\n2026/11/05;1,00", .unreadable(field: "1", found: "2026/11/05")),
      ("Data;Importo\n;1,00", .unreadable(field: "1", found: "")),
      ("Quando;Quanto\n05/11/2026;1,00", .missing("data contabile")),
      ("Data;Importo\n05/11/2026;\"1,00", .truncated),
      ("Data;Importo\n", .noStatement),
      ("Data;Dare;Avere\n05/11/2026;1,00;2,00", .unreadable(field: "3", found: "2,00")),
      ("Data;Importo;Divisa\n05/11/2026;1,00;USD", .otherCurrency(found: "USD")),
      (
        "Data;Importo;Descrizione\nSaldo iniziale;10,00;\n05/11/2026;1,00;a\nSaldo finale;12,00;",
        .unbalanced(computed: .euro(11), stated: .euro(12))
      ),
    ]
    for (text, reason) in table { #expect(try refusal(text)?.reason == reason, "\(text)") }
  }
}

// CBI RH: what is read, and that the file's own totals are held.
import BankFiles
import Domain
import Services
import Testing

@Suite struct CBITests {
  private func read(_ text: String) throws -> [ParsedStatement] {
    let account = try #require(IBAN("IT60X0542811101000000123456"))
    let answer = try BankFileReader().read(Array(text.utf8), StatementReading(account: account))
    #expect(answer.format == .cbiRH)
    return answer.statements
  }
  private func refusal(_ text: String) throws -> StatementRefusal? {
    do {
      _ = try read(text)
      return nil
    } catch let refusal as StatementRefusal { return refusal }
  }

  @Test(arguments: [false, true])
  func `movements are read with their days, words and parties`(isTrimmed: Bool) throws {
    let statement = try #require(try read(CBIDocument(isTrimmed: isTrimmed).text).first)
    #expect(statement.account.text == "IT60X0542811101000000123456")
    #expect(statement.opening == .euro(1_000))
    #expect(statement.closing == Money(cents: 106_599))
    #expect(statement.fromOn == CivilDate("2026-12-30"))
    #expect(statement.toOn == CivilDate("2026-12-31"))
    let lines = statement.lines
    #expect(lines.map(\.amount.cents) == [2_500, 6_000, -150, -1_751])
    #expect(lines[0].bookedOn == CivilDate("2026-12-30"))
    #expect(lines[0].valuedOn == CivilDate("2026-12-29"))
    #expect(lines[0].bankReference == "BANK-1")
    #expect(lines[0].counterpartName == "GIULIA BIANCHI")
    #expect(lines[0].counterpartAccount == "IT60X0542811101000000123456")
    #expect(lines.map(\.endToEndID) == ["E2E-1", "", "", ""])
    // The reference was cut by the end of a record.
    #expect(lines[0].foundReferences.first?.readings.first?.reference.text == "RF18539007547034")
    #expect(lines[1].text == "CAUSALE 48 BO:ABICAB:0542811101 TRN:123 GRAZIE DI CUORE")
    #expect(lines[2].valuedOn == CivilDate("2027-01-02"))
    #expect(lines[2].text == "CAUSALE 16")
  }

  @Test func `an account without check digits is found by its control letter`() throws {
    var document = CBIDocument()
    document.check = "  "
    #expect(try read(document.text).first?.account.text == "IT60X0542811101000000123456")
  }

  @Test func `every bad record is refused with its line`() throws {
    var other = CBIDocument()
    other.closing = "000000001066,00"
    var counted = CBIDocument()
    counted.recordsStated = 18
    var several = CBIDocument()
    several.statementsStated = 2
    var strange = CBIDocument()
    strange.account = "000000123457"
    let text = CBIDocument().text
    let lines = text.split(separator: "\r\n").map(String.init)
    func without(_ index: Int) -> String {
      (lines[..<index] + lines[(index + 1)...]).joined(separator: "\r\n") + "\r\n"
    }
    let table: [(String, StatementRefusal.Reason, Int?)] = [
      (other.text, .unbalanced(computed: Money(cents: 106_599), stated: .euro(1_066)), nil),
      (counted.text, .unreadable(field: "EF 83–89", found: "0000018"), 17),
      (several.text, .unreadable(field: "EF 46–52", found: "0000002"), 17),
      (strange.text, .unreadable(field: "61 52–74", found: "X0542811101000000123457"), 2),
      (without(1), .missing("61"), 2),
      (without(14), .missing("64"), 16),
      (without(16), .truncated, 16),
      (without(4), .unreadable(field: "EF 83–89", found: "0000017"), 16),
      (
        text.replacing("000000000025,00", with: "000000000025.00"),
        .unreadable(field: "62 27–41", found: "000000000025.00"), 3
      ),
      (
        text.replacing("291226301226", with: "291226311326"),
        .unreadable(field: "62 20–25", found: "311326"), 3
      ),
      (
        text.replacing(" 650000001", with: " 990000001"), .unreadable(field: "99 1–3", found: "99"),
        16
      ),
      (
        text.replacing("640000001EUR", with: "640000001USD"), .otherCurrency(found: "USD"), 15
      ),
    ]
    for (text, reason, line) in table {
      let found = try refusal(text)
      #expect(found?.reason == reason)
      #expect(found?.place.line == line, "\(reason)")
    }
  }

  @Test func `a file cut anywhere is never taken`() throws {
    let bytes = Array(CBIDocument().text.utf8)
    for count in stride(from: 10, to: bytes.count - 40, by: 13) {
      #expect(
        try refusal(String(decoding: bytes.prefix(count), as: UTF8.self)) != nil, "\(count)")
    }
  }
}

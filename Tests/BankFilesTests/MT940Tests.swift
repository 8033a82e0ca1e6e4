// MT940 in its dialects: ours against another reader, and line by line.
import BankFiles
import Domain
import Foundation
import Services
import Support
import Testing

@Suite struct MT940Tests {
  private static let iban = "IT60X0542811101000000123456"

  private func read(_ bytes: [UInt8]) throws -> [ParsedStatement] {
    let account = try #require(IBAN(Self.iban))
    let answer = try BankFileReader().read(bytes, StatementReading(account: account))
    #expect(answer.format == .mt940)
    return answer.statements
  }
  private func refusal(_ text: String) throws -> StatementRefusal? {
    do {
      _ = try read(Array(text.utf8))
      return nil
    } catch let refusal as StatementRefusal { return refusal }
  }

  /// What Tests/Oracles/mt940_read.py answers.
  private struct Judged: Decodable {
    struct Line: Decodable {
      let amount: Int64
      let valuedOn: String
      let bookedOn: String
      let customer: String
      let bank: String
    }
    let account: String
    let opening: Int64
    let closing: Int64
    let currency: String
    let lines: [Line]
  }

  @Test(arguments: MT940Document.Dialect.allCases, ["\r\n", "\n"])
  func `another reader finds the same amounts, days, references and balances`(
    dialect: MT940Document.Dialect, newline: String
  ) throws {
    var document = MT940Document(dialect: dialect)
    document.newline = newline
    let answer = try Oracle.answer(of: "mt940_read.py", to: Data(document.bytes))
    let judged = try #require(try JSONDecoder().decode([Judged].self, from: answer).first)
    let ours = try #require(try read(document.bytes).first)
    #expect(ours.account.text == judged.account)
    #expect(ours.opening?.cents == judged.opening)
    #expect(ours.closing?.cents == judged.closing)
    #expect(ours.currency.code == judged.currency)
    // A movement of nothing is none of ours.
    let moved = judged.lines.filter { $0.amount != 0 }
    #expect(ours.lines.map(\.amount.cents) == moved.map(\.amount))
    #expect(ours.leftOut == judged.lines.count - moved.count)
    #expect(ours.lines.map(\.valuedOn.description) == moved.map(\.valuedOn))
    #expect(ours.lines.map(\.bookedOn.description) == moved.map(\.bookedOn))
    #expect(ours.lines.map(\.bankReference) == moved.map(\.bank))
    for (line, theirs) in zip(ours.lines, moved) where theirs.customer != "NONREF" {
      #expect(line.endToEndID == theirs.customer)
    }
  }

  @Test(arguments: MT940Document.Dialect.allCases)
  func `each dialect tells who, why and which way`(dialect: MT940Document.Dialect) throws {
    let statement = try #require(try read(MT940Document(dialect: dialect).bytes).first)
    let lines = statement.lines
    #expect(lines.map(\.amount.cents) == [2_500, 6_000, 2_050, -801, 200, -150, -650])
    #expect(lines.map(\.isReversal) == [false, false, false, true, true, false, false])
    #expect(lines.map(\.endToEndID) == ["E2E-1", "", "", "E2E-5", "", "", ""])
    #expect(lines[0].foundReferences.first?.readings.first?.reference.text == "RF18539007547034")
    #expect(lines[2].bookedOn == CivilDate("2026-12-31"))
    #expect(lines[2].valuedOn == CivilDate("2027-01-02"))
    #expect(lines[6].text == "CANONE")
    #expect(statement.sequence == 211)
    #expect(statement.fromOn == CivilDate("2026-12-30"))
    #expect(statement.toOn == CivilDate("2026-12-31"))
    guard dialect != .free else { return }
    #expect(lines[1].text == (dialect == .numbered ? "GRAZIE DI CUORE SEPA" : "GRAZIE DI CUORE"))
    #expect(lines[0].counterpartName == "GIULIA BIANCHI")
    #expect(lines[0].counterpartAccount == "DE89370400440532013000")
  }

  @Test func `SWIFT's blocks, a bank's envelope and old transmission marks do not matter`() throws {
    let plain = try read(MT940Document().bytes)
    var blocks = MT940Document()
    blocks.hasBlocks = true
    #expect(try read(blocks.bytes) == plain)
    #expect(try read([0xEF, 0xBB, 0xBF] + MT940Document().bytes) == plain)
    #expect(try read(Array("\u{1}ABNANL2A\r\n940\r\nABNANL2A\r\n".utf8) + blocks.bytes) == plain)
    #expect(try read(MT940Document().bytes + [0x1A, 3]) == plain)
    #expect(try read(Array(MT940Document().text.replacing("\r\n", with: "\r").utf8)) == plain)
  }

  @Test func `words in UTF-8 and in Windows-1252 are read`() throws {
    let text = MT940Document(dialect: .free).text.replacing("AUGURI", with: "PERCHÉ SÌ")
    let wide = try #require(try read(Array(text.utf8)).first)
    let narrow = try #require(try read(text.unicodeScalars.map { UInt8($0.value) }).first)
    #expect(wide.lines[2].text == "PERCHÉ SÌ ANNA BIANCHI")
    #expect(wide == narrow)
  }

  @Test func `several statements stay several, pages of one become one`() throws {
    let first = MT940Document().text
    let second = first.replacing("00211/001", with: "00212/001")
      .replacing("261229EUR1000,00", with: "261231EUR1091,49")
      .replacing(":62F:C261231EUR1091,49", with: ":62F:C261231EUR1182,98")
    #expect(try read(Array((first + second).utf8)).map(\.sequence) == [211, 212])
    let page = first.replacing(":62F:", with: ":62M:")
    let next = second.replacing("00212/001", with: "00211/002")
      .replacing(":60F:", with: ":60M:")
    let whole = try read(Array((page + next).utf8))
    #expect(whole.count == 1)
    #expect(whole.first?.lines.count == 14)
    #expect(whole.first?.closing == Money(cents: 118_298))
    let torn = next.replacing("EUR1091,49", with: "EUR1091,50")
      .replacing("EUR1182,98", with: "EUR1182,99")
    #expect(
      try refusal(page + torn)?.reason
        == .unbalanced(computed: Money(cents: 109_149), stated: Money(cents: 109_150)))
  }

  @Test(arguments: [
    "IT60X0542811101000000123456EUR", "IT60 X054 2811 1010 0000 0123 456",
    "BPMOIT22MIL/IT60X0542811101000000123456", "05428/11101/000000123456", "123456EUR", "123456",
  ])
  func `the account is named in many ways`(written: String) throws {
    var document = MT940Document()
    document.account = written
    #expect(try read(document.bytes).first?.account.text == Self.iban)
  }

  @Test(arguments: ["23456", "3456", "05429/11101/000000123456", "IT60X0542811101000000123457", ""])
  func `another account, or too little of ours, is refused`(written: String) throws {
    var document = MT940Document()
    document.account = written
    let found = try refusal(document.text)
    #expect(found?.reason == .unreadable(field: ":25:", found: written))
    #expect(found?.place.line == 2)
  }

  @Test func `a reference that is longer than its field goes on in the next line`() throws {
    var document = MT940Document()
    document.closing = "C261231EUR1092,49"
    document.more = [":61:2612311231C1,00NTRFRF18539007547034", ":86:"]
    #expect(
      try read(document.bytes).first?.lines.last?.foundReferences.first?.readings.first?
        .reference.text == "RF18539007547034")
    document.more = [":61:2612311231C1,00NTRFRF71234567890123", "4567//BANK", ":86:X"]
    _ = try read(document.bytes)
  }

  @Test func `every bad field is refused with its line`() throws {
    let text = MT940Document(dialect: .free).text
    let table: [(String, StatementRefusal.Reason, Int?)] = [
      (
        text.replacing("CR25,00", with: "CR25.00"),
        .unreadable(field: ":61:", found: "2612301230CR25.00NTRFE2E-1//B1"), 5
      ),
      (
        text.replacing("2612301230CR", with: "2613301230CR"),
        .unreadable(field: ":61:", found: "2613301230CR25,00NTRFE2E-1//B1"), 5
      ),
      (
        text.replacing("CR25,00", with: "X25,00"),
        .unreadable(field: ":61:", found: "2612301230X25,00NTRFE2E-1//B1"), 5
      ),
      (
        text.replacing("CR25,00", with: "CR25,005"),
        .unreadable(field: ":61:", found: "2612301230CR25,005NTRFE2E-1//B1"), 5
      ),
      (
        text.replacing(":62F:C261231EUR", with: ":62F:C261231USD"), .otherCurrency(found: "USD"), 21
      ),
      (
        text.replacing(":62F:C261231EUR1091,49", with: ":62F:C261231EUR1091,50"),
        .unbalanced(computed: Money(cents: 109_149), stated: Money(cents: 109_150)), nil
      ),
      (text.replacing(":60F:C261229EUR1000,00\r\n", with: ""), .missing(":60F:"), 4),
      (text.replacing(":25:\(Self.iban)\r\n", with: ""), .missing(":25:"), 3),
      (text.replacing(":62F:C261231EUR1091,49\r\n", with: ""), .missing(":62F:"), 1),
      (text + text, .repeatedStatement, 25),
      ("\r\n" + text.replacing(":20:STARTUMS", with: ":20:A\u{7}B"), .notWellFormed, 2),
      (
        text.replacing("AUGURI", with: String(repeating: "x", count: 5_000)),
        .tooMuchText(max: 4_096), 10
      ),
      (
        text.replacing("AUGURI", with: String(repeating: "x\r\n", count: 5_000)),
        .tooMuchText(max: 8_192), 4_107
      ),
    ]
    for (text, reason, line) in table {
      let found = try refusal(text)
      #expect(found?.reason == reason)
      #expect(found?.place.line == line, "\(reason)")
    }
  }

  @Test func `a file cut anywhere is refused as cut, or does not add up`() throws {
    var document = MT940Document()
    document.hasBlocks = true
    let bytes = document.bytes
    for count in stride(from: 130, to: bytes.count - 30, by: 7) {
      let found = try refusal(String(decoding: bytes.prefix(count), as: UTF8.self))
      #expect(found?.reason == .truncated, "\(count)")
    }
  }

  @Test(.timeLimit(.minutes(3)))
  func `a busy month of 20,000 movements is read whole`() throws {
    var document = MT940Document()
    document.more = Array(
      repeating: ":61:2612311231C1,00NTRFNONREF//X\r\n:86:166?20SVWZ+RF18539007547034?32ANNA",
      count: 20_000)
    document.closing = "C261231EUR21091,49"
    #expect(try read(document.bytes).first?.lines.count == 20_007)
  }
}

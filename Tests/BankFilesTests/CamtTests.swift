// camt.053 in every version: ours against the ISO schema and another reader, and line by line.
import BankFiles
import Domain
import Foundation
import Services
import Support
import Testing

@Suite struct CamtTests {
  private func read(_ document: CamtDocument) throws -> [ParsedStatement] {
    let account = try #require(IBAN(document.iban))
    return try BankFileReader().read(document.bytes, StatementReading(account: account)).statements
  }

  /// What Tests/Oracles/camt.py answers.
  private struct Judged: Decodable {
    struct Entry: Decodable {
      let amount: Int64
      let booked: Bool
      let bookedOn: String
      let valuedOn: String
      let reversal: Bool
      let bankReference: String
      let endToEnd: [String]
    }
    let iban: String
    let id: String
    let balances: [String: Int64]
    let entries: [Entry]
  }

  @Test(arguments: 2...14)
  func `each version is valid by its schema and read as another reader reads it`(
    version: Int
  ) throws {
    let document = CamtDocument(version: version)
    let answer = try Oracle.answer(of: "camt.py", to: Data(document.bytes))
    let judged = try #require(try JSONDecoder().decode([Judged].self, from: answer).first)
    let ours = try #require(try read(document).first)
    #expect(ours.account.text == judged.iban)
    #expect(ours.identifier == judged.id)
    #expect(ours.opening?.cents == judged.balances["OPBD"])
    #expect(ours.closing?.cents == judged.balances["CLBD"])
    let booked = judged.entries.filter(\.booked)
    #expect(ours.leftOut == judged.entries.count - booked.count)
    for entry in booked {
      let lines = ours.lines.filter { $0.bankReference == entry.bankReference }
      #expect(lines.reduce(0) { $0 + $1.amount.cents } == entry.amount)
      for line in lines {
        #expect(line.bookedOn.description == entry.bookedOn)
        #expect(line.valuedOn.description == entry.valuedOn)
        #expect(line.isReversal == entry.reversal)
      }
      guard lines.count == max(1, entry.endToEnd.count) else { continue }
      let ids = entry.endToEnd.map { $0 == "NOTPROVIDED" ? "" : $0 }
      #expect(lines.map(\.endToEndID) == (ids.isEmpty ? [""] : ids))
    }
  }

  @Test(arguments: [2, 6, 7, 14])
  func `its lines are one for an entry, one for each transfer of a batch that adds up`(
    version: Int
  ) throws {
    let statement = try #require(try read(CamtDocument(version: version)).first)
    #expect(statement.lines.map(\.amount.cents) == [2_500, 2_000, 4_000, 2_000, -801, -150])
    #expect(statement.sequence == 211)
    #expect(statement.fromOn == CivilDate("2026-11-20"))
    let lines = statement.lines
    #expect(lines[0].structuredReference == "RF18539007547034")
    #expect(lines[0].counterpartName == "Giulia Bianchi")
    #expect(lines[0].counterpartAccount == "DE89370400440532013000")
    // The payer's words were cut in the middle of the reference.
    #expect(lines[1].foundReferences.first?.readings.first?.reference.text == "RF18539007547034")
    #expect(lines[2].text == "caffè & pane")
    #expect(lines[3].text == "")
    #expect(lines[4].isReversal)
    #expect(lines[4].counterpartName == "Giulia Bianchi")
    #expect(lines[5].text == "Commissioni novembre")
  }

  @Test func `several statements in one file stay several`() throws {
    let document = CamtDocument()
    let second = document.statement.replacing("STMT-2026-11-20", with: "STMT-2026-11-21")
      .replacing(">211<", with: ">212<")
    let text = document.text.replacing("</BkToCstmrStmt>", with: second + "</BkToCstmrStmt>")
    let account = try #require(IBAN(document.iban))
    let answer = try BankFileReader().read(Array(text.utf8), StatementReading(account: account))
    #expect(answer.format == .camt053)
    #expect(answer.statements.map(\.sequence) == [211, 212])
    #expect(answer.statements.map(\.lines.count) == [6, 6])
  }

  @Test func `a file in Windows-1252 that says so is read`() throws {
    let text = CamtDocument().text.replacing("UTF-8", with: "windows-1252")
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let account = try #require(IBAN(CamtDocument().iban))
    let answer = try BankFileReader().read(bytes, StatementReading(account: account))
    #expect(answer.statements.first?.lines[2].text == "caffè & pane")
  }

  @Test(.timeLimit(.minutes(3)))
  func `a busy month of 20,000 entries is read whole`() throws {
    let document = CamtDocument()
    let entry = document.entry("1.00", "CRDT", reference: "X", information: "RF18539007547034")
    var large = document
    large.more = String(repeating: entry, count: 20_000)
    large.closing = "21095.49"
    #expect(try read(large).first?.lines.count == 20_006)
  }
}

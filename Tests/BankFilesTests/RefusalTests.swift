// Bad files: each is refused whole, with its own reason.
import BankFiles
import Domain
import Services
import Testing

@Suite struct RefusalTests {
  private func refusal(_ bytes: [UInt8]) throws -> StatementRefusal? {
    let account = try #require(IBAN("IT60X0542811101000000123456"))
    do throws(StatementRefusal) {
      _ = try BankFileReader().read(bytes, StatementReading(account: account))
      return nil
    } catch { return error }
  }
  private func reason(_ text: String) throws -> StatementRefusal.Reason? {
    try refusal(Array(text.utf8))?.reason
  }
  private static let camt = CamtDocument().text

  @Test func `a document type is refused, with external entities, a bomb or empty`() throws {
    let types = [
      "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE Document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
      "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\">",
      "<!doctype Document>",
      "<!DOCTYPE Document [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/p\"> %p;]>",
    ]
    for type in types {
      var document = CamtDocument()
      document.prolog += type
      let text = document.text.replacing("Commissioni", with: "&x;&b;")
      #expect(try reason(text) == .documentType, "\(type)")
    }
    #expect(try reason(Self.camt.replacing("Commissioni", with: "&x;")) == .documentType)
  }

  @Test func `a file cut anywhere is refused as cut`() throws {
    let bytes = Array(Self.camt.utf8)
    for count in stride(from: 200, to: bytes.count - 1, by: 97) {
      let found = try refusal(Array(bytes.prefix(count)))
      #expect(found?.reason == .truncated, "\(count)")
    }
  }

  @Test func `every other kind of bad file has its own reason`() throws {
    let camt = Self.camt
    let table: [(String, StatementRefusal.Reason)] = [
      ("", .empty), (" \n\t", .empty), (camt.replacing("MSG", with: "M\u{0}SG"), .holdsNUL),
      ("%PDF-1.7 …", .unknownFormat("PDF")),
      ("nothing of the kind", .unknownFormat(nil)),
      ("<html><body></body></html>", .unsupportedMessage("html")),
      (
        camt.replacing("camt.053", with: "camt.052"),
        .unsupportedMessage("urn:iso:std:iso:20022:tech:xsd:camt.052.001.08")
      ),
      (
        camt.replacing("001.08", with: "001.15"),
        .unsupportedMessage("urn:iso:std:iso:20022:tech:xsd:camt.053.001.15")
      ),
      (camt.replacing("</Ntry>", with: "</Entry>"), .notWellFormed),
      (camt.replacing("UTF-8", with: "UTF-7"), .wrongEncoding),
      (
        camt.replacing("X054", with: "X055"),
        .unreadable(field: "IBAN", found: "IT60X0552811101000000123456")
      ),
      (
        camt.replacing("<IBAN>IT60X0542811101000000123456</IBAN>", with: "<Othr><Id>1</Id></Othr>"),
        .missing("Acct/Id/IBAN")
      ),
      (
        camt.replacing(">1095.49<", with: ">1095.50<"),
        .unbalanced(computed: Money(cents: 109_549), stated: Money(cents: 109_550))
      ),
    ]
    for (text, reason) in table {
      let found = try self.reason(text)
      #expect(found == reason)
    }
  }

  @Test func `what a statement may not say is refused by the field that says it`() throws {
    let camt = Self.camt
    let table: [(String, StatementRefusal.Reason)] = [
      (camt.replacing("<Cd>OPBD</Cd>", with: "<Cd>XXXX</Cd>"), .missing("Bal OPBD")),
      (camt.replacing(">1.50<", with: ">1,50<"), .unreadable(field: "Amt", found: "1,50")),
      (camt.replacing(">1.50<", with: ">1.505<"), .unreadable(field: "Amt", found: "1.505")),
      (camt.replacing(">1.50<", with: ">-1.50<"), .unreadable(field: "Amt", found: "-1.50")),
      (camt.replacing("Ccy=\"EUR\">1.50", with: "Ccy=\"USD\">1.50"), .otherCurrency(found: "USD")),
      (
        camt.replacing("<Cd>PDNG</Cd>", with: "<Cd>WHAT</Cd>"), .unreadable(field: "Sts", found: "")
      ),
      (camt.replacing("DBIT", with: "DEBT"), .unreadable(field: "CdtDbtInd", found: "DEBT")),
      (
        camt.replacing("<Dt>2026-11-20</Dt></BookgDt>", with: "<Dt>2026-02-30</Dt></BookgDt>"),
        .unreadable(field: "BookgDt", found: "2026-02-30")
      ),
      (
        camt.replacing("</BkToCstmrStmt>", with: CamtDocument().statement + "</BkToCstmrStmt>"),
        .repeatedStatement
      ),
      (
        camt.replacing(
          "Commissioni",
          with: String(repeating: "<b>", count: 40)
            + String(repeating: "</b>", count: 40)), .tooDeep(max: 32)
      ),
      (
        camt.replacing("Commissioni", with: String(repeating: "x", count: 20_000)),
        .tooMuchText(max: 16_384)
      ),
    ]
    for (text, reason) in table {
      let found = try self.reason(text)
      #expect(found == reason)
    }
  }

  @Test func `bytes that are not in the declared encoding are refused`() throws {
    let latin = Self.camt.unicodeScalars.map { UInt8($0.value) }
    #expect(try refusal(latin)?.reason == .wrongEncoding)
    let wide = Self.camt.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try refusal([0xFF, 0xFE] + wide)?.reason == .wrongEncoding)
    #expect(try refusal(wide)?.reason == .holdsNUL)
    #expect(
      try refusal(Array("Data;Importo\n01/02/2026;1,00\n".utf8) + [0x81])?.reason == .wrongEncoding)
  }

  @Test func `a file of 33 MB is refused before it is looked at`() throws {
    let large = Array(Self.camt.utf8) + [UInt8](repeating: 32, count: 33 * 1024 * 1024)
    #expect(try refusal(large)?.reason == .tooLarge(bytesMax: 32 * 1024 * 1024))
  }

  @Test func `the place of a refusal is named`() throws {
    let found = try refusal(Array(Self.camt.replacing(">1.50<", with: ">uno<").utf8))
    #expect(found?.place.path == "Amt")
    #expect((found?.place.line ?? 0) > 30)
  }
}

// The text behind the QR code of a transfer.
import Domain
import Testing

@Suite struct TransferCodeTests {
  private func code(
    to name: String = "Panificio Oltre", bic: String? = nil, cents: Int64 = 1_234
  ) throws(TransferCodeRefusal) -> TransferCode {
    guard let account = IBAN("IT60X0542811101000000123456"),
      let reference = RFReference("RF18539007547034")
    else { preconditionFailure("both are right") }
    return try TransferCode(
      to: name, account: account, bic: bic, amount: Money(cents: cents), reference: reference)
  }

  @Test func `its lines are those of EPC069-12, the purpose left empty`() throws {
    #expect(
      try code(bic: "UNCRITMM").text == """
        BCD
        002
        1
        SCT
        UNCRITMM
        Panificio Oltre
        IT60X0542811101000000123456
        EUR12.34

        RF18539007547034
        """)
  }

  @Test func `a name cannot bring lines of its own`() throws {
    #expect(try code(to: "Panificio\nEUR9999.00").text.contains("Panificio EUR9999.00\n"))
  }

  @Test func `a code of the longest name fits the limit of the guideline`() throws {
    let text = try code(to: String(repeating: "à", count: 70), cents: 99_999_999_999).text
    #expect(text.utf8.count <= TransferCode.bytesMax)
    #expect(text.contains("EUR999999999.99"))
  }

  @Test func `what an app would not understand is refused`() {
    #expect(throws: TransferCodeRefusal.amountOutOfRange(.zero)) { try code(cents: 0) }
    #expect(throws: TransferCodeRefusal.nameUnusable) { try code(to: "  ") }
    #expect(throws: TransferCodeRefusal.nameUnusable) {
      try code(to: String(repeating: "a", count: 71))
    }
    #expect(throws: TransferCodeRefusal.bicUnusable) { try code(bic: "UNCRIT") }
  }
}

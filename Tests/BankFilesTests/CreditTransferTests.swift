// Our files of transfers, judged by the ISO schema and by a bank that is not ours.
import BankFiles
import Domain
import Foundation
import Services
import Support
import Testing

@Suite struct CreditTransferTests {
  /// What Tests/Oracles/pain.py answers.
  private struct Judged: Decodable {
    let transfers: Int
    let cents: Int64
    let status: String
    let booked: [String]
  }

  @Test func `a bank takes the file and books each transfer under its end-to-end id`() throws {
    let ours = try #require(IBAN("IT60X0542811101000000123456"))
    let theirs = try #require(IBAN("DE89370400440532013000"))
    let names = ["Forno Oltre", "Società “Perché no?” & figli <1>", "//Ωmega//"]
    let transfers = names.enumerated().map { index, name in
      OutgoingTransfer(
        endToEnd: "PYT\(index)", Money(cents: 1_205 + Int64(index)), to: name, theirs,
        text: "Raccolto – città n. \(index)")
    }
    let now = Instant(Date())
    let batch = TransferBatch(
      message: "BKF0001", at: now, on: CivilDate(of: now), from: ("Raccolto APS", ours),
      transfers)
    let file = CreditTransferFile().write(batch)
    let answer = try Oracle.answer(of: "pain.py", to: Data(file))
    let judged = try JSONDecoder().decode(Judged.self, from: answer)
    #expect(judged.transfers == 3)
    #expect(judged.cents == batch.sum.cents)
    #expect(judged.status == "ACCP")
    #expect(judged.booked == ["PYT0", "PYT1", "PYT2"])
  }
}

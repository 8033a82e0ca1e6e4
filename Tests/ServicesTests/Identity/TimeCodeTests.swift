// One-time codes: pyotp and the RFC say the same, and the address that phones read is understood.
import Domain
import Foundation
import Services
import Support
import Testing

@Suite struct TimeCodeTests {
  /// RFC 6238, appendix B, shortened to six digits.
  @Test(arguments: [
    (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
    (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
  ])
  func `the RFC's own examples come out`(_ seconds: Int64, _ code: String) {
    let codes = TimeCode(secret: Array("12345678901234567890".utf8))
    let step = FactorRules.step(at: Instant(milliseconds: seconds * 1000))
    #expect(codes.code(at: step) == code)
  }

  @Test func `pyotp makes the same codes from the same keys, and reads the same address`() throws {
    var ids = SeededIDs(seed: 6238)
    var questions: [(codes: TimeCode, at: Int64)] = []
    for index in 0..<400 {
      let codes = TimeCode(secret: ids.bytes(FactorRules.secretBytes))
      questions.append((codes, 1_700_000_000 + Int64(index) * 7_777_777))
    }
    let address = questions[0].codes.address(of: "giulia+è@esempio.it")
    let lines = questions.map { "\($0.codes.text) \($0.at)" } + [address]
    let answer = try Oracle.answer(
      of: "totp.py", to: Data(lines.joined(separator: "\n").utf8))
    let answers = String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init)
    try #require(answers.count == 401)
    for (question, told) in zip(questions, answers) {
      let step = FactorRules.step(at: Instant(milliseconds: question.at * 1000))
      #expect(question.codes.code(at: step) == told)
    }
    let read = answers[400].split(separator: "\t").map(String.init)
    #expect(read == [questions[0].codes.text, "6", "30", "Raccolto", "giulia+è@esempio.it"])
  }

  @Test func `a code counts one step early and late, once, and never an earlier one after`() {
    let codes = TimeCode(secret: Array("12345678901234567890".utf8))
    let now = Instant(milliseconds: 1_795_000_000_000)
    let step = FactorRules.step(at: now)
    for off in Int64(-3)...3 {
      let found = codes.step(of: codes.code(at: step + off), at: now, after: 0)
      #expect(found == (abs(off) <= 1 ? step + off : nil), "\(off)")
    }
    #expect(codes.step(of: codes.code(at: step), at: now, after: step) == nil)
    #expect(codes.step(of: codes.code(at: step - 1), at: now, after: step) == nil)
    #expect(codes.step(of: codes.code(at: step + 1), at: now, after: step) == step + 1)
    for typed in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
      #expect(codes.step(of: typed, at: now, after: 0) == nil, "\(typed)")
    }
    let spaced = codes.code(at: step).prefix(3) + " " + codes.code(at: step).suffix(3)
    #expect(codes.step(of: String(spaced), at: now, after: 0) == step)
  }
}

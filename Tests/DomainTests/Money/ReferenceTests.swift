// References and account numbers: ours against python-stdnum's judgement on thousands of values.
import Domain
import Foundation
import Support
import Testing

@Suite struct ReferenceTests {
  @Test func `an RF reference and an IBAN are judged as python-stdnum judges them`() throws {
    let answer = String(decoding: try Oracle.answer(of: "references.py"), as: UTF8.self)
    var counts: [Substring: Int] = [:]
    for line in answer.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(parts.count == 3)
      counts[parts[0], default: 0] += 1
      let text = String(parts[1])
      switch parts[0] {
      case "made": #expect(RFReference(body: text)?.text == String(parts[2]))
      case "rf": #expect((RFReference(text) != nil) == (parts[2] == "1"), "\(text)")
      case "iban": #expect((IBAN(text) != nil) == (parts[2] == "1"), "\(text)")
      case _: Issue.record("unknown kind \(parts[0])")
      }
    }
    #expect(counts["made", default: 0] > 2_000)
    #expect(counts["rf", default: 0] > 2_000)
    #expect(counts["iban", default: 0] > 2_000)
  }

  @Test(arguments: ["RF18 5390 0754 7034", "rf18539007547034", " RF18-5390-0754-7034\n"])
  func `a reference is read however it is written, and printed in groups of four`(
    written: String
  ) throws {
    let reference = try #require(RFReference(written))
    #expect(reference.text == "RF18539007547034")
    #expect(reference.grouped == "RF18 5390 0754 7034")
  }

  @Test(arguments: ["", "RF", "RF18", "RF19539007547034", "RF18539007547O34", "XX18539007547034"])
  func `what is not a reference is refused`(written: String) {
    #expect(RFReference(written) == nil)
  }

  @Test func `the references that we make are sixteen characters and right`() {
    for number in 0..<500 {
      let reference = RFReference(random: Random(seed: number).bytes(8))
      #expect(reference.text.count == 16)
      #expect(RFReference(reference.grouped) == reference)
    }
  }

  @Test func `an Italian account shows its bank, branch and letter of control`() throws {
    let iban = try #require(IBAN("it60 x054 2811 1010 0000 0123 456"))
    let parts = try #require(iban.italian)
    #expect(parts.abi == "05428")
    #expect(parts.cab == "11101")
    #expect(parts.account == "000000123456")
    #expect(parts.isCINRight)
    #expect(iban.grouped == "IT60 X054 2811 1010 0000 0123 456")
    #expect(iban.masked == "IT60 •••• 3456")
    #expect(IBAN("DE89370400440532013000")?.italian == nil)
  }

  @Test func `a code for people is spoilt by any wrong character and any swap`() throws {
    let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
    for seed in 0..<60 {
      let code = PersonReference(random: Random(seed: seed).bytes(8))
      let text = Array(code.text)
      #expect(PersonReference(code.grouped.lowercased()) == code)
      for place in text.indices {
        for other in alphabet where other != text[place] {
          var wrong = text
          wrong[place] = other
          #expect(PersonReference(String(wrong)) == nil)
        }
        for second in text.indices where text[place] != text[second] {
          var swapped = text
          swapped.swapAt(place, second)
          #expect(PersonReference(String(swapped)) == nil)
        }
      }
    }
  }

  @Test(arguments: ["", "K7QF2M9", "K7QF-2M9O", "K7QF-2M90", "K7QF 2M9X 2"])
  func `what is no code for people is refused`(typed: String) {
    #expect(PersonReference(typed) == nil)
  }
}

/// Bytes that are the same in each run (splitmix64).
private struct Random {
  let seed: Int
  func bytes(_ count: Int) -> [UInt8] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
    }
  }
}

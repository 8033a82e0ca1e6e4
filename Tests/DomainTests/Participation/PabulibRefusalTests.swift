// What is wrong with a Pabulib file is said with line, column, text found and reason.
import Domain
import Testing

@Suite struct `A malformed Pabulib file` {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let line: Int
    var column: String?
    var found: String?
    let reason: VoteFileRefusal.Reason
    var testDescription: String { name }
  }

  /// With 12 keys of META in order of the alphabet, projects stand on lines 17 to 19, ballots from
  /// line 22 on.
  static let cases: [Case] = [
    Case(name: "empty", text: "", line: 1, reason: .emptyFile),
    Case(
      name: "only blank lines", text: "\n\n ;\n", line: 3, reason: .sectionMissing("META")),
    Case(
      name: "a spreadsheet's table", text: "id;voti\n1;2\n", line: 1,
      reason: .sectionMissing("META")),
    Case(
      name: "no PROJECTS", text: "META\nkey;value\nbudget;1\n", line: 3, column: "num_projects",
      reason: .valueMissing),
    Case(
      name: "a comma in a cost", text: VoteFixtures.election(projects: "a;50000,50;Orto"),
      line: 17, column: "cost", found: "50000,50", reason: .decimalComma),
    Case(
      name: "a fraction in a cost", text: VoteFixtures.election(projects: "a;5\nb;50.5;Orto"),
      line: 18, column: "cost", found: "50.5", reason: .fraction),
    Case(
      name: "a negative cost", text: VoteFixtures.election(projects: "a;-5;Orto"), line: 17,
      column: "cost", found: "-5", reason: .negative),
    Case(
      name: "no cost", text: VoteFixtures.election(projects: "a;None;Orto"), line: 17,
      column: "cost", found: "", reason: .valueMissing),
    Case(
      name: "a cost in words", text: VoteFixtures.election(projects: "a;mille;Orto"), line: 17,
      column: "cost", found: "mille", reason: .notANumber),
    Case(
      name: "an absurd cost", text: VoteFixtures.election(projects: "a;99999999999999999999;O"),
      line: 17, column: "cost", found: "99999999999999999999",
      reason: .numberTooLarge(max: 1_000_000_000_000)),
    Case(
      name: "a project twice", text: VoteFixtures.election(projects: "a;1;Orto\nb;1;\na;2;Bar"),
      line: 19, column: "project_id", found: "a", reason: .projectRepeated(firstLine: 17)),
    Case(
      name: "too many cells", text: VoteFixtures.election(projects: "a;1;Orto;di troppo"),
      line: 17, found: "di troppo", reason: .tooManyCells(expected: 3)),
    Case(
      name: "fewer projects than declared",
      text: VoteFixtures.election(meta: ["num_projects": "4"]), line: 20,
      column: "num_projects", reason: .countDiffers(declared: 4, found: 3)),
    Case(
      name: "cut off", text: VoteFixtures.election(meta: ["num_votes": "400"]), line: 24,
      column: "num_votes", reason: .countDiffers(declared: 400, found: 3)),
    Case(
      name: "a stranger in a ballot", text: VoteFixtures.election(votes: "1;a\n2;a,x9"),
      line: 23, column: "vote", found: "x9", reason: .unknownProject),
    Case(
      name: "a voter twice", text: VoteFixtures.election(votes: "7;a\n8;b\n7;c"), line: 24,
      column: "voter_id", found: "7", reason: .voterRepeated(firstLine: 22)),
    Case(
      name: "no voter", text: VoteFixtures.election(votes: ";a"), line: 22, column: "voter_id",
      reason: .valueMissing),
    Case(
      name: "two choices where one is allowed",
      text: VoteFixtures.election(meta: ["vote_type": "choose-1"], votes: "1;a,b"), line: 22,
      column: "vote", found: "a,b", reason: .moreThanOneChoice),
    Case(
      name: "an unknown kind of vote",
      text: VoteFixtures.election(meta: ["vote_type": "applause"]), line: 14,
      column: "vote_type", found: "applause", reason: .unknownVoteType),
    Case(
      name: "no kind of vote", text: VoteFixtures.election(meta: ["vote_type": "-"]), line: 14,
      column: "vote_type", reason: .valueMissing),
    Case(
      name: "a currency that is none",
      text: VoteFixtures.election(meta: ["currency": "euro"]), line: 5, column: "currency",
      found: "euro", reason: .unknownCurrency),
    Case(
      name: "points and choices that do not pair",
      text: VoteFixtures.election(
        meta: ["vote_type": "cumulative"], votes: "1;a,b;3",
        voteColumns: "voter_id;vote;points"),
      line: 22, column: "points", found: "3", reason: .pointsDiffer(choices: 2, points: 1)),
    Case(
      name: "no points at all", text: VoteFixtures.election(meta: ["vote_type": "cumulative"]),
      line: 21, column: "points", found: "voter_id;vote", reason: .columnMissing),
    Case(
      name: "a column twice", text: VoteFixtures.election(voteColumns: "voter_id;vote;vote"),
      line: 21, column: "vote", reason: .columnRepeated),
    Case(
      name: "a quote that never ends",
      text: VoteFixtures.election(votes: "1;\"a,b\n2;a\n3;c"), line: 22, reason: .unclosedQuote),
    Case(
      name: "text after a quote", text: VoteFixtures.election(votes: "1;\"a\" b"), line: 22,
      found: "a", reason: .textAfterQuote),
    Case(
      name: "a control character", text: VoteFixtures.election(projects: "a;1;Or\u{0}to"),
      line: 17, found: "0x0", reason: .controlCharacter),
    Case(
      name: "a section twice", text: VoteFixtures.election() + "VOTES\nvoter_id;vote\n",
      line: 25, found: "VOTES", reason: .sectionUnexpected),
  ]

  @Test(arguments: cases)
  func `is refused with line, column and reason`(_ wrong: Case) {
    let refusal = #expect(throws: VoteFileRefusal.self) {
      try PabulibFile(Array(wrong.text.utf8))
    }
    #expect(refusal?.line == wrong.line)
    #expect(refusal?.column == wrong.column)
    if let found = wrong.found { #expect((refusal?.found ?? "") == found) }
    #expect(refusal?.reason == wrong.reason)
  }

  @Test func `in another encoding is refused at its first such line`() {
    let latin = Array(VoteFixtures.election().utf8) + Array("4;citt".utf8) + [0xE0, 10]
    let refusal = #expect(throws: VoteFileRefusal.self) { try PabulibFile(latin) }
    #expect(refusal?.line == 25)
    #expect(refusal?.reason == .notUTF8)
    let utf16: [UInt8] = [0xFF, 0xFE, 0x4D, 0x00]
    #expect(throws: VoteFileRefusal(line: 1, .notUTF8)) { try PabulibFile(utf16) }
  }

  @Test func `with a cell beyond the limit is refused before it swallows the file`() {
    let long = String(repeating: "\"\"", count: 200_000)
    let text = VoteFixtures.election(projects: "a;1;\"\(long)\"")
    let refusal = #expect(throws: VoteFileRefusal.self) { try PabulibFile(Array(text.utf8)) }
    #expect(refusal?.reason == .cellTooLong(sizeBytesMax: VoteFileLimits.cellBytesMax))
    #expect(refusal?.found?.count == VoteFileRefusal.foundCharactersMax)
  }

  @Test func `of any bytes at all is refused, never fatal`() throws {
    var generator = SeededGenerator(state: 20_261_121)
    let good = Array(VoteFixtures.election(votes: "1;\"a,b\"\n2;a\n3;c").utf8)
    for _ in 0..<2_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case _: bytes.insert(contentsOf: "\";,\n".utf8.shuffled(using: &generator), at: place)
        }
      }
      do throws(VoteFileRefusal) {
        let file = try PabulibFile(bytes)
        #expect(file.tallies().count == file.projects.count)
      } catch {
        #expect(error.line >= 1)
      }
    }
  }
}

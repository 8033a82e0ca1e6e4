// Totals that somebody else counted, as CSV and as JSON: the same result, the same strictness.
import Domain
import Testing

@Suite struct `A file of totals` {
  @Test func `says the same as CSV, as JSON and as ballots`() throws {
    let csv = try VoteResult(csv: VoteFixtures.bytes("idee-in-fuga.csv"))
    let json = try VoteResult(json: VoteFixtures.bytes("idee-in-fuga.json"))
    #expect(csv == json)
    #expect(csv.warnings.isEmpty)
    #expect(csv.constituencies.map(\.code) == ["uomini", "donne"])
    for part in csv.constituencies {
      let ballots = VoteResult(
        try PabulibFile(VoteFixtures.bytes("idee-in-fuga-\(part.code).pb")),
        constituency: part.code)
      #expect(ballots.warnings.isEmpty)
      let counted = try #require(ballots.constituencies.first)
      #expect(counted.entries == part.entries.filter { $0.standing == .voted })
      #expect(counted.voters == part.voters)
    }
  }

  @Test(arguments: [";", ",", "\t"])
  func `is separated by what its header shows`(_ separator: String) throws {
    let rows = [
      ["codice", "titolo", "voti", "costo"], ["01", "\"Pane, e; rose\"", "12", "\"1.234,50\""],
    ]
    let text = rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
    let result = try VoteResult(csv: Array(text.utf8))
    let entry = try #require(result.constituencies.first?.entries.first)
    #expect(entry.id.text == "01")
    #expect(entry.title == "Pane, e; rose")
    #expect(entry.score == 12)
    #expect(entry.cost == Money(cents: 123_450))
  }

  @Test func `warns of a position that its votes contradict`() throws {
    let text = "project_id;position;votes\na;2;30\nb;1;20\nc;2;20\n"
    let result = try VoteResult(csv: Array(text.utf8))
    #expect(
      result.warnings.map(\.kind) == [
        .positionDiffers(project: ids("a")[0], declared: 2, counted: 1),
        .positionDiffers(project: ids("b")[0], declared: 1, counted: 2),
      ])
  }

  @Test(
    arguments: [
      ("", 1, nil, .emptyFile), ("codice\n", 1, nil, .separatorUnknown),
      ("codice;titolo\na;b\n", 1, "votes", .columnMissing),
      ("project_id;votes\n", 1, nil, .noProjects),
      ("project_id;votes\na;\n", 2, "votes", .valueMissing),
      ("project_id;votes\na;12,5\n", 2, "votes", .decimalComma),
      ("project_id;votes\na;1\na;2\n", 3, "project_id", .projectRepeated(firstLine: 2)),
      ("project_id;votes;cost\na;1;1.234\n", 2, "cost", .notAnAmount),
      ("project_id;votes;voters\na;1;5\nb;2;6\n", 3, "voters", .votersDiffer(first: 5)),
      ("project_id;votes;voters\na;9;5\n", 2, "votes", .moreVotesThanVoters(voters: 5)),
      ("project_id;votes;status\na;9;forse\n", 2, "status", .unknownStatus),
      ("project_id;votes;status;merged_into\na;0;merged;z\n", 2, "merged_into", .unknownProject),
    ] as [(String, Int, String?, VoteFileRefusal.Reason)])
  func `as CSV is refused with line and reason`(
    _ text: String, _ line: Int, _ column: String?, _ reason: VoteFileRefusal.Reason
  ) {
    let refusal = #expect(throws: VoteFileRefusal.self) { try VoteResult(csv: Array(text.utf8)) }
    #expect(refusal?.line == line)
    #expect(refusal?.column == column)
    #expect(refusal?.reason == reason)
  }

  @Test(
    arguments: [
      ("[\n {\"project_id\": \"a\",", 2, nil, .notJSON),
      ("{\"a\": 1}", 1, nil, .wrongType(expected: "array")),
      ("[]", 1, nil, .noProjects),
      (
        "[\n{\"project_id\": \"a\", \"votes\": 1},\n{\"project_id\": 7, \"votes\": 1}]", 3,
        "project_id",
        .wrongType(expected: "string")
      ),
      ("[\n{\"project_id\": \"a\", \"votes\": 1.5}]", 2, "votes", .notANumber),
      ("[\n{\"project_id\": \"a\", \"votes\": -1}]", 2, "votes", .negative),
      ("[\n\n{\"project_id\": \"a\"}]", 3, "votes", .valueMissing),
      ("[\n{\"project_id\": \"a\", \"votes\": 1, \"voti\": 2}]", 2, "voti", .unknownField),
      ("[\n{\"project_id\": \"a\", \"votes\": 1, \"cost\": \"1.234\"}]", 2, "cost", .notAnAmount),
    ] as [(String, Int, String?, VoteFileRefusal.Reason)])
  func `as JSON is refused with line and reason`(
    _ text: String, _ line: Int, _ column: String?, _ reason: VoteFileRefusal.Reason
  ) {
    let refusal = #expect(throws: VoteFileRefusal.self) { try VoteResult(json: Array(text.utf8)) }
    #expect(refusal?.line == line)
    #expect(refusal?.column == column)
    #expect(refusal?.reason == reason)
  }
}

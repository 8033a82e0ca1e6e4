// What a Pabulib file may look like and still be understood: every trap met in real ones.
import Domain
import Foundation
import Testing

@Suite struct `A Pabulib file` {
  private func file(_ text: String) throws -> PabulibFile { try PabulibFile(Array(text.utf8)) }
  private func kinds(_ file: PabulibFile) -> [VoteFileWarning.Kind] { file.warnings.map(\.kind) }

  @Test func `gives its projects, ballots and totals`() throws {
    let file = try file(VoteFixtures.election())
    #expect(file.projects.map(\.id.text) == ["a", "b", "c"])
    #expect(file.projects.map(\.name) == ["Orto", "Bar", "Coro"])
    #expect(file.ballots.count == 3)
    #expect(file.tallies().map(\.score) == [2, 1, 1])
    #expect(file.warnings.isEmpty)
    #expect(file.meta.budget == 1000)
    #expect(file.meta.currency == .euro)
  }

  @Test(arguments: ["\r\n", "\r", "\n"])
  func `has any line end, and a byte order mark or none`(_ end: String) throws {
    let text = VoteFixtures.election().split(separator: "\n").joined(separator: end)
    #expect(try file(text) == file("\u{FEFF}" + text + end))
    #expect(try file(text).tallies() == file(VoteFixtures.election()).tallies())
  }

  @Test func `mixes line ends, also inside quotes, and keeps the count of lines`() throws {
    let text = VoteFixtures.election(
      meta: ["num_projects": "3", "num_votes": "3"],
      projects: "a;100;\"Orto\r\ne serra\ne \"\"fiori\"\"; tutto\"\r\nb;200;Bar\nc;300;Coro",
      votes: "1;\"a,b\"\r\n2;a\n3;z")
    do {
      _ = try file(text)
      Issue.record("z is not a project")
    } catch let refusal as VoteFileRefusal {
      let line = text.replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n")
        .firstIndex(of: "3;z")
      #expect(refusal.line == line.map { $0 + 1 })
      #expect(refusal.reason == .unknownProject)
    }
    let good = try file(text.replacingOccurrences(of: "3;z", with: "3;c"))
    #expect(good.projects[0].name == "Orto\r\ne serra\ne \"fiori\"; tutto")
  }

  @Test func `has ids that are strings`() throws {
    let text = VoteFixtures.election(
      projects: "01;1;Uno\n1;2;Altro\nRD-XI.4;3;Terzo", votes: "v1;01,RD-XI.4\nv2;01\nv3;1")
    let file = try file(text)
    #expect(file.tallies().map(\.score) == [2, 1, 1])
    #expect(ids("10", "9").sorted().map(\.text) == ["10", "9"])
    #expect(Set(ids("e\u{301}", "\u{E9}")).count == 2)
  }

  @Test func `has blanks after commas, a comma at the end, and None where nothing is`() throws {
    let file = try file(
      VoteFixtures.election(projects: "a;100.0;None\nb;200;Bar", votes: "1;a, b\n2;b,\n3;None"))
    #expect(file.tallies().map(\.score) == [1, 2])
    #expect(file.projects.map(\.cost) == [100, 200])
    #expect(file.projects[0].name == "a")
    #expect(kinds(file) == [.emptyBallot])
    #expect(file.ballots.count == 3)
  }

  @Test func `counts a project twice in a ballot once, and says so`() throws {
    let file = try file(VoteFixtures.election(votes: "1;a,b,a\n2;a,a,a\n3;c"))
    #expect(file.tallies().map(\.score) == [2, 1, 1])
    #expect(kinds(file) == [.projectRepeatedInBallot])
    #expect(file.warnings.first?.count == 3)
  }

  @Test func `warns of withdrawn projects, of costs above the budget, and of odd ballots`() throws {
    let file = try file(
      VoteFixtures.election(
        meta: ["max_length": "1", "min_length": "1", "max_sum_cost": "400", "country": "-"],
        projects: "a;999999999;Orto\nb;2000;Bar\nc;300;Coro", votes: "1;b\n2;c\n3;b,c"))
    let first = try #require(file.projects.first)
    #expect(first.isWithdrawn)
    #expect(
      kinds(file).map { "\($0)" }
        == [
          VoteFileWarning.Kind.metaMissing("country"), .projectWithdrawn(first.id),
          .costAboveBudget(file.projects[1].id), .ballotAboveMaximumCost, .ballotTooLong,
        ].map { "\($0)" })
  }

  @Test func `says both numbers where its own column and the recount disagree`() throws {
    let text = VoteFixtures.election(projects: "a;100;9\nb;200;1\nc;300;1")
      .replacingOccurrences(of: "project_id;cost;name", with: "project_id;cost;votes")
    let file = try file(text)
    let project = try #require(ExternalID("a"))
    #expect(kinds(file) == [.votesDiffer(project: project, declared: 9, counted: 2)])
    #expect(file.tallies()[0].score == 2)
  }

  @Test(arguments: [
    ("cumulative", "1;a,b;3,2\n2;b;1\n3;a,c,a;1,1,4", [7, 3, 1]),
    ("scoring", "1;a,b;3,0\n2;b;10\n3;c;1", [3, 10, 1]),
  ])
  func `adds up points`(_ type: String, _ votes: String, _ expected: [Int64]) throws {
    let file = try file(
      VoteFixtures.election(
        meta: ["vote_type": type], votes: votes, voteColumns: "voter_id;vote;points"))
    #expect(file.tallies().map(\.score) == expected)
  }

  @Test func `gives a silent ballot's default score where scoring has one`() throws {
    let file = try file(
      VoteFixtures.election(
        meta: ["vote_type": "scoring", "default_score": "2"], votes: "1;a;5\n2;b;1",
        voteColumns: "voter_id;vote;points"))
    #expect(file.tallies().map(\.score) == [7, 3, 4])
  }

  @Test func `turns places of an ordinal ballot into points`() throws {
    let file = try file(
      VoteFixtures.election(meta: ["vote_type": "ordinal"], votes: "1;c,a,b\n2;c\n3;b,c"))
    #expect(file.tallies().map(\.score) == [2, 3, 5])
    #expect(file.tallies().map(\.supporters) == [1, 2, 3])
  }

  @Test(arguments: VoteFixtures.realElections)
  func `from a real city is read whole and counts as others count it`(
    _ election: RealElection
  ) throws {
    let file = try PabulibFile(Array(try Data(contentsOf: election.file)))
    #expect(Int(file.meta.values["num_votes"] ?? "") == file.ballots.count)
    #expect(Int(file.meta.values["num_projects"] ?? "") == file.projects.count)
    for warning in file.warnings {
      if case .votesDiffer = warning.kind { Issue.record("\(warning)") }
      if case .scoreDiffers = warning.kind { Issue.record("\(warning)") }
    }
    let result = VoteResult(file, constituency: "")
    let ranking = try #require(VoteFixtures.ranking(result, winners: .all))
    var left = file.meta.budget * 100
    var funded: [String] = []
    for row in ranking.table.rows {
      guard let cost = row.entry.cost?.cents, cost <= left else { continue }
      left -= cost
      funded.append(row.entry.id.text)
    }
    let rule = file.meta.voteType.measure == .votes ? "greedy_votes" : "greedy_points"
    #expect(try election.selected(by: rule) == funded)
  }
}

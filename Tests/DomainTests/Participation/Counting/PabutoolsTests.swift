// Random elections against pabutools (PyPI), and each place where our definition is another one.
import Domain
import Foundation
import Support
import Testing

@Suite struct `Against pabutools` {
  private struct Answer: Decodable {
    let selected: [String]
    let cost: Int64
  }

  @Test(arguments: [false, true])
  func `four hundred random elections come out the same, in the same order`(
    _ hasPoints: Bool
  ) throws {
    let elections = (1...400).map { RandomElection(seed: $0, hasPoints: hasPoints) }
    let input = try JSONEncoder().encode(elections.map(\.text))
    let output = try Oracle.answer(of: "pabutools_count.py", to: input)
    let answers = try JSONDecoder().decode([[String: Answer]].self, from: output)
    #expect(answers.count == elections.count)
    var compared = 0
    for (election, answer) in zip(elections, answers) {
      let profile = try election.profile
      for (name, theirs) in answer {
        let rule = try #require(CountRule(rawValue: name))
        var parameters = CountParameters(rule)
        parameters.fundsUnsupported = rule != .equalShares && rule != .equalSharesAdd1Exhaustive
        if rule == .equalSharesAdd1 { parameters.ties = .costVotesID }
        let outcome = try parameters.count(profile)
        var ours = outcome.selected.map { profile.candidates[$0].id.text }
        var expected = theirs.selected
        if rule == .phragmen { (ours, expected) = (ours.sorted(), expected.sorted()) }
        #expect(ours == expected, "\(name)\n\(election.text)")
        #expect(outcome.cost == theirs.cost)
        compared += 1
      }
    }
    #expect(compared == elections.count * (hasPoints ? 6 : 7))
  }

  private func selected(_ text: String, _ parameters: CountParameters) throws -> [String] {
    let profile = Profile(try PabulibFile(Array(text.utf8)))
    return try parameters.count(profile).selected.map { profile.candidates[$0].id.text }
  }
  private func theirs(_ text: String, _ rule: CountRule) throws -> [String] {
    let output = try Oracle.answer(
      of: "pabutools_count.py", to: try JSONEncoder().encode([text]), arguments: [rule.rawValue])
    let answers = try JSONDecoder().decode([[String: Answer]].self, from: output)
    return answers.first?[rule.rawValue]?.selected ?? []
  }

  @Test(arguments: [CountRule.greedy, .votesPerCost, .phragmen])
  func `differs in projects without a vote, which we never fund`(_ rule: CountRule) throws {
    let text = VoteFixtures.election(votes: "1;a,b\n2;a\n3;a,b")
    #expect(try selected(text, CountParameters(rule)) == ["a", "b"])
    #expect(try theirs(text, rule).sorted() == ["a", "b", "c"])
    var like = CountParameters(rule)
    like.fundsUnsupported = true
    #expect(try selected(text, like).sorted() == ["a", "b", "c"])
  }

  @Test func `differs in Phragmén's order, which is ours of taking and theirs of ids`() throws {
    let text = VoteFixtures.election(
      projects: "a;300;\nb;100;\nc;100;", votes: "1;c\n2;c\n3;b\n4;a")
    #expect(try selected(text, CountParameters(.phragmen)) == ["c", "b", "a"])
    #expect(try theirs(text, .phragmen) == ["a", "b", "c"])
  }

  @Test func `differs in projects that cost nothing, which votes order and satisfaction cannot`()
    throws
  {
    let text = VoteFixtures.election(
      projects: "a;0;\nb;100;\nc;100;", votes: "1;a,b\n2;a\n3;c")
    #expect(try selected(text, CountParameters(.greedy)) == ["a", "b", "c"])
    #expect(try theirs(text, .greedy) == ["b", "c", "a"])
    #expect(try selected(text, CountParameters(.equalShares)).first == "a")
  }

  @Test func `differs in the last place of an ordinal ballot, which gives a point here`() throws {
    let text = VoteFixtures.election(
      meta: ["vote_type": "ordinal", "budget": "100"], projects: "a;100;\nb;100;",
      votes: "1;a,b\n2;b\n3;b")
    // pabutools' Borda would give a one point and b none; Pabulib's own score column 2 and 3.
    #expect(try selected(text, CountParameters(.greedy)) == ["b"])
  }

  @Test func `differs in the stop of the raised share, which is the cities' here`() throws {
    let text = VoteFixtures.election(
      meta: ["budget": "100"], projects: "a;60;\nb;60;\nc;30;\nd;70;",
      votes: "1;a\n2;a,c\n3;b\n4;d,c\n5;d")
    let exhaustive = try selected(text, CountParameters(.equalSharesAdd1Exhaustive))
    #expect(try theirs(text, .equalSharesAdd1Exhaustive) == exhaustive)
    var cities = CountParameters(.equalSharesAdd1)
    cities.ties = .costVotesID
    #expect(try theirs(text, .equalSharesAdd1) == selected(text, cities))
  }
}

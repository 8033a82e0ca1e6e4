// The file of ballots that everyone may have: accepted by Pabulib's checker, counted the same,
// silent about persons.
import Domain
import Foundation
import Support
import Testing

@Suite struct `The published ballots` {
  @Test(arguments: VoteFixtures.realElections)
  func `of a real election are accepted, and count the same`(_ election: RealElection) throws {
    let original = Array(try Data(contentsOf: election.file))
    let parameters = CountParameters(.greedyNoSkip)
    let (vote, outcome) = try PublishedElection.of(original, parameters)
    let again = Profile(try PabulibFile(vote.bytes))
    #expect(try parameters.count(again) == outcome)
    let text = String(decoding: vote.bytes, as: UTF8.self)
    #expect(try PublishedElection.complaints([text]).isEmpty)
    // The same ballots give the same file, however often it is published.
    #expect(try PublishedElection.of(vote.bytes, parameters).vote.bytes == vote.bytes)
    // Ids that are more than a number are nowhere in it.
    let names = Set(Self.voterIDs(original).filter { $0.utf8.count > 5 })
    #expect(names.isDisjoint(with: Self.voterIDs(vote.bytes)))
  }

  private static func voterIDs(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .drop { $0 != "VOTES" }.dropFirst(2).map { $0.prefix { $0 != ";" } }
  }

  private func withTraits(_ traits: [(age: String, sex: String)]) -> [UInt8] {
    let votes = traits.enumerated().map {
      "\($0 + 900);\($0 % 2 == 0 ? "b,a" : "c");\($1.age);\($1.sex)"
    }
    return Array(
      VoteFixtures.election(
        votes: votes.joined(separator: "\n"), voteColumns: "voter_id;vote;age;sex"
      ).utf8)
  }
  private func header(_ original: [UInt8]) throws -> String {
    let vote = try PublishedElection.of(original, CountParameters(.greedy)).vote
    let lines = String(decoding: vote.bytes, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "VOTES"))
    return String(lines[start + 1])
  }

  @Test func `tell age band and sex where each group has ten, and no year, id or order`() throws {
    let groups = [("31", "F"), ("44", "F"), ("30", "M"), ("17", "M")].flatMap {
      Array(repeating: (age: $0.0, sex: $0.1), count: 10)
    }
    let original = withTraits(groups)
    #expect(try header(original) == "voter_id;vote;age;sex")
    let text = String(
      decoding: try PublishedElection.of(original, CountParameters(.greedy)).vote.bytes,
      as: UTF8.self)
    #expect(text.contains("\n1;a,b;0-17;M\n"))
    #expect(text.contains("a,b;30-44;F\n"))
    #expect(!text.contains(";31;") && !text.contains("\n901;"))
    // Whatever the order in which they voted.
    let lines = String(decoding: original, as: UTF8.self).split(separator: "\n")
    let first = try #require(lines.firstIndex(of: "VOTES")) + 2
    let turned = (lines[..<first] + lines[first...].reversed()).joined(separator: "\n")
    let again = try PublishedElection.of(Array(turned.utf8), CountParameters(.greedy)).vote.bytes
    #expect(again == Array(text.utf8))
  }

  @Test func `leave out what would point at fewer than ten`() throws {
    let women = Array(repeating: (age: "31", sex: "F"), count: 20)
    let nine = Array(repeating: (age: "31", sex: "M"), count: 9)
    #expect(try header(withTraits(women + nine)) == "voter_id;vote;age")
    let old = Array(repeating: (age: "80", sex: "F"), count: 3)
    #expect(try header(withTraits(women + old)) == "voter_id;vote;sex")
    #expect(try header(withTraits(women + old + nine)) == "voter_id;vote")
    // Three who did not say are a group of three.
    let silent = Array(repeating: (age: "", sex: ""), count: 3)
    #expect(try header(withTraits(women + silent)) == "voter_id;vote")
  }

  @Test func `quote what the format's own signs are in, and read back the same`() throws {
    let text = VoteFixtures.election(
      meta: ["num_projects": "3"],
      projects: "a;100;\"Bar; con \"\"vista\"\"\"\nb;200;\"Due\nrighe\"\nc;300;<b>")
    let vote = try PublishedElection.of(Array(text.utf8), CountParameters(.greedy)).vote
    let file = try PabulibFile(vote.bytes)
    #expect(Set(file.projects.map(\.name)) == ["Bar; con \"vista\"", "Due righe", "<b>"])
    #expect(file.warnings.isEmpty)
  }
}

// How many votes a project was short of: given that many it wins, given one less it does not.
import Domain
import Testing

@Suite struct `The votes that were missing` {
  private struct Counted {
    let outcome: CountOutcome
    let profile: Profile
    /// By id; nil where the certificate says that no number would do.
    let missing: [String: Int64?]
    let funded: Set<String>

    init(_ election: RandomElection, _ parameters: CountParameters) throws {
      let bytes = Array(election.text.utf8)
      let file = try PabulibFile(bytes)
      profile = Profile(file)
      outcome = try parameters.count(profile)
      let digest = try #require(Digest(bytes: Array(repeating: 1, count: 32)))
      let certified = try CertifiedCount(
        outcome, of: file, profile,
        from: VoteSource(format: .pabulib, digest: digest, sizeBytes: bytes.count),
        under: parameters)
      let lines = String(decoding: certified.canonicalBytes, as: UTF8.self)
        .split(separator: "\n").map { $0.split(separator: "\t") }
      var missing: [String: Int64?] = [:]
      for line in lines where line[0] == "missing" {
        missing.updateValue(Int64(String(line[2])), forKey: String(line[1]))
      }
      self.missing = missing
      funded = Set(lines.filter { $0[0] == "funded" }.map { String($0[1]) })
    }
  }

  private func election(
    _ election: RandomElection, giving votes: Int64, to id: String
  ) -> RandomElection {
    var more = election
    guard let number = election.costs.indices.first(where: { election.id($0) == id }) else {
      return election
    }
    more.ballots += Array(repeating: [(number, 1)], count: Int(votes))
    return more
  }

  @Test(arguments: [CountRule.greedy, .greedyNoSkip, .greedyThreshold, .votesPerCost])
  func `are just enough, and the least that are`(_ rule: CountRule) throws {
    var parameters = CountParameters(rule)
    if rule == .greedyThreshold { parameters.minimumScore = 4 }
    var checked = 0
    for seed in 6000..<6120 as Range<UInt64> {
      let before = RandomElection(seed: seed)
      let first = try Counted(before, parameters)
      #expect(first.missing.count + first.funded.count == before.costs.count)
      for (id, votes) in first.missing {
        guard let votes else {
          let many = election(before, giving: 400, to: id)
          #expect(try !Counted(many, parameters).funded.contains(id))
          continue
        }
        let enough = election(before, giving: votes, to: id)
        #expect(try Counted(enough, parameters).funded.contains(id))
        let short = election(before, giving: votes - 1, to: id)
        #expect(try !Counted(short, parameters).funded.contains(id))
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func `under equal shares would have been enough, each bringing a share`() throws {
    var checked = 0
    for seed in 7000..<7200 as Range<UInt64> {
      var before = RandomElection(seed: seed)
      // Whole shares, so that more voters with the same share are a whole budget.
      before.budget = max(1, before.budget / before.ballots.count) * before.ballots.count
      let share = before.budget / before.ballots.count
      let first = try Counted(before, CountParameters(.equalShares))
      for case (let id, let votes?) in first.missing where votes < 300 {
        var enough = election(before, giving: votes, to: id)
        enough.budget += share * Int(votes)
        #expect(try Counted(enough, CountParameters(.equalShares)).funded.contains(id))
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func `are not told under Phragmén`() throws {
    let election = RandomElection(seed: 11)
    let counted = try Counted(election, CountParameters(.phragmen))
    #expect(counted.missing.values.allSatisfy { $0 == nil })
  }
}

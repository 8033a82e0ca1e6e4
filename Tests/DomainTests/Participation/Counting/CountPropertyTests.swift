// What must hold of every count: within the budget, blind to order, and explained.
import Domain
import Testing

@Suite struct `Any count` {
  private static let rules = CountRule.allCases.filter {
    $0 != .greedyThreshold && $0 != .votesAndPurchases
  }

  private func parameters(_ rule: CountRule, _ seed: UInt64) -> CountParameters {
    var parameters = CountParameters(rule)
    parameters.ties = seed % 2 == 0 ? .id : .costVotesID
    return parameters
  }

  @Test(arguments: rules)
  func `stays within the budget, funds nothing twice and says why for every project`(
    _ rule: CountRule
  ) throws {
    for seed in 1000..<1200 as Range<UInt64> {
      let profile = try RandomElection(seed: seed, hasPoints: seed % 3 == 0).profile
      let outcome = try parameters(rule, seed).count(profile)
      #expect(rule == .ranking || outcome.cost <= profile.budget)
      #expect(Set(outcome.selected).count == outcome.selected.count)
      #expect(outcome.cost == outcome.selected.reduce(0) { $0 + profile.candidates[$1].cost })
      #expect(outcome.selected.allSatisfy { profile.candidates[$0].score > 0 })
      let funded = outcome.rounds.filter { $0.verdict == .funded }.map(\.project)
      #expect(funded == outcome.selected)
    }
  }

  @Test(arguments: rules)
  func `gives the same whatever the order of ballots and projects`(_ rule: CountRule) throws {
    for seed in 2000..<2100 as Range<UInt64> {
      let election = RandomElection(seed: seed)
      let first = try outcome(election, parameters(rule, seed))
      var generator = SeededGenerator(state: seed)
      var shuffled = election
      shuffled.ballots.shuffle(using: &generator)
      shuffled.ballots = shuffled.ballots.map { $0.shuffled(using: &generator) }
      let rows = election.text.split(separator: "\n")
      let start = (rows.firstIndex(of: "PROJECTS") ?? 0) + 2
      let end = rows.firstIndex(of: "VOTES") ?? 0
      let text =
        (rows[..<start] + rows[start..<end].reversed() + rows[end...]).joined(separator: "\n")
      #expect(try outcome(shuffled, parameters(rule, seed)) == first)
      let turned = Profile(try PabulibFile(Array(text.utf8)))
      #expect(try parameters(rule, seed).count(turned) == first)
    }
  }

  private func outcome(_ election: RandomElection, _ parameters: CountParameters) throws
    -> CountOutcome
  {
    try parameters.count(election.profile)
  }

  @Test(arguments: [CountRule.greedy, .greedyNoSkip, .votesPerCost, .equalShares, .phragmen])
  func `gives the same when all money is multiplied`(_ rule: CountRule) throws {
    for seed in 3000..<3100 as Range<UInt64> {
      let election = RandomElection(seed: seed)
      var richer = election
      richer.budget *= 700
      richer.costs = election.costs.map { $0 * 700 }
      #expect(
        try outcome(richer, parameters(rule, seed)).selected
          == outcome(election, parameters(rule, seed)).selected)
    }
  }

  @Test func `by votes never drops a project for one vote more`() throws {
    for seed in 4000..<4100 as Range<UInt64> {
      let election = RandomElection(seed: seed)
      let before = try outcome(election, CountParameters(.greedy))
      for project in before.selected {
        let id = try election.profile.candidates[project].id.text
        var more = election
        guard let number = election.costs.indices.first(where: { election.id($0) == id }) else {
          continue
        }
        more.ballots.append([(number, 1)])
        let after = try outcome(more, CountParameters(.greedy))
        #expect(after.selected.contains(project))
      }
    }
  }

  @Test func `by equal shares funds whom enough voters name alone`() throws {
    for seed in 5000..<5100 as Range<UInt64> {
      var election = RandomElection(seed: seed)
      let cost = election.costs[0]
      guard cost <= election.budget else { continue }
      // As many voters as its part of the budget, naming nothing else.
      let others = election.ballots.count
      while election.ballots.count * cost > (election.ballots.count - others) * election.budget {
        guard election.ballots.count < 2000 else { break }
        election.ballots.append([(0, 1)])
      }
      guard election.ballots.count < 2000 else { continue }
      let outcome = try outcome(election, CountParameters(.equalShares))
      let names = try outcome.selected.map { try election.profile.candidates[$0].id.text }
      #expect(names.contains(election.id(0)))
    }
  }

  @Test func `asks between two outcomes whether to go on`() throws {
    let profile = try RandomElection(seed: 7).profile
    var parameters = CountParameters(.equalSharesAdd1)
    parameters.ties = .costVotesID
    var heard: [CountProgress] = []
    _ = try parameters.count(profile) {
      heard.append($0)
      return true
    }
    #expect(!heard.isEmpty)
    #expect(throws: CountRefusal.stopped) { try parameters.count(profile) { _ in false } }
  }
}

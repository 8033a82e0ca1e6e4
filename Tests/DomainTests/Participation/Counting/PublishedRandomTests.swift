// Random elections, counted and published under every rule, before Pabulib's checker.
import Domain
import Foundation
import Support
import Testing

@Suite struct `Published random elections` {
  /// The checker holds our greedy and Equal Shares against its own, so it is an oracle of the
  /// outcome too.
  @Test func `of random elections are accepted by pabulib-checker, under every rule`() throws {
    var texts: [String] = []
    for seed in 1...60 as ClosedRange<UInt64> {
      var election = RandomElection(seed: seed, hasPoints: seed % 4 == 0)
      election.costs = election.costs.map { min($0, election.budget) }
      for rule in CountRule.allCases where rule != .votesAndPurchases {
        var parameters = CountParameters(rule)
        parameters.minimumScore = 2
        parameters.ties = rule.isEqualShares ? .costVotesID : .id
        let text = election.text.replacing("country;Italia", with: "country;Italy")
        texts.append(
          String(
            decoding: try PublishedElection.of(Array(text.utf8), parameters).vote.bytes,
            as: UTF8.self))
      }
    }
    let complaints = try PublishedElection.complaints(texts)
    #expect(complaints.isEmpty, "\(complaints.prefix(3))")
    #expect(texts.contains { $0.contains("rule;equalshares/add1\n") })
    #expect(texts.contains { $0.contains("rule;greedy-threshold\n") })
  }
}

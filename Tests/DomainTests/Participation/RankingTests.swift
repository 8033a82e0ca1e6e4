// A ranking shows its ties, stops at those that decide something, and is certified once.
import Domain
import Foundation
import Testing

@Suite struct `A ranking` {
  private func ideeInFuga(
    _ code: String, winners: RankingRule.Winners = .first(1)
  ) throws -> Ranking {
    let result = try VoteResult(csv: VoteFixtures.bytes("idee-in-fuga.csv"))
    return try #require(VoteFixtures.ranking(result, code, winners: winners))
  }
  private func draw(_ order: [ExternalID]) -> TieResolution {
    TieResolution(method: .publicDraw, order: order, witnesses: ["Marta", "Il direttore"])
  }

  @Test func `shares places between equals and goes on after them`() throws {
    let table = try ideeInFuga("uomini").table
    #expect(table.rows.map(\.place) == [1, 1, 3, 4])
    #expect(table.rows.map(\.entry.score) == [185, 185, 33, 17])
    #expect(table.leftOut.map(\.id) == ids("M5"))
    #expect(table.ties.map(\.projects) == [ids("M1", "M2")])
    #expect(table.rows.map(\.outcome) == [.undecided, .undecided, .notChosen, .notChosen])
  }

  @Test func `without a tie that decides can be certified at once`() throws {
    let ranking = try ideeInFuga("donne")
    #expect(ranking.status == .provisional)
    #expect(ranking.table.rows.first?.entry.title == "Bar nell'area colloqui")
    #expect(ranking.table.leftOut.map(\.standing) == [.merged(into: ids("D2")[0])])
    #expect(try ranking.certifying().ranking.status == .certified)
  }

  @Test func `waits until an officer settled the tie, and then follows the order drawn`() throws {
    let ranking = try ideeInFuga("uomini")
    #expect(ranking.status == .tieOpen)
    #expect(throws: RankingRefusal.tieStillOpen) { try ranking.certifying() }
    let settled = try ranking.resolving(draw(ids("M2", "M1")))
    #expect(settled.status == .provisional)
    #expect(settled.table.rows.map(\.entry.id) == ids("M2", "M1", "M3", "M4"))
    #expect(settled.table.rows.map(\.place) == [1, 1, 3, 4])
    #expect(settled.table.rows.prefix(2).map(\.outcome) == [.chosen, .notChosen])
    #expect(throws: RankingRefusal.noSuchTie) { try settled.resolving(draw(ids("M1", "M2"))) }
    let certified = try settled.certifying().ranking
    #expect(throws: RankingRefusal.alreadyCertified) { try certified.certifying() }
    #expect(throws: RankingRefusal.alreadyCertified) {
      try certified.resolving(draw(ids("M1", "M2")))
    }
    #expect(throws: RankingRefusal.alreadySuperseded) { try certified.superseded().certifying() }
  }

  @Test func `can choose tied projects together`() throws {
    let joint = TieResolution(method: .jointWinners, order: ids("M2", "M1"))
    let table = try ideeInFuga("uomini").resolving(joint).table
    #expect(table.rows.map(\.entry.id) == ids("M1", "M2", "M3", "M4"))
    #expect(table.rows.prefix(3).map(\.outcome) == [.chosen, .chosen, .notChosen])
  }

  @Test func `refuses a resolution that proves nothing or names other projects`() throws {
    let ranking = try ideeInFuga("uomini")
    #expect(throws: RankingRefusal.witnessesMissing) {
      try ranking.resolving(TieResolution(method: .publicDraw, order: ids("M1", "M2")))
    }
    #expect(throws: RankingRefusal.noteMissing) {
      try ranking.resolving(TieResolution(method: .other, order: ids("M1", "M2"), note: " "))
    }
    #expect(throws: RankingRefusal.noSuchTie) { try ranking.resolving(draw(ids("M1"))) }
    #expect(throws: RankingRefusal.noSuchTie) { try ranking.resolving(draw(ids("M1", "M3"))) }
    #expect(throws: RankingRefusal.orderRepeats(ids("M1")[0])) {
      try ranking.resolving(draw(ids("M1", "M1")))
    }
  }

  @Test(arguments: [
    (RankingRule.Winners.all, false), (.first(1), true), (.first(2), false), (.first(3), false),
    (.first(9), false),
  ])
  func `stops only at a tie that decides who is chosen`(
    _ winners: RankingRule.Winners, _ stops: Bool
  ) throws {
    let ranking = try ideeInFuga("uomini", winners: winners)
    #expect((ranking.status == .tieOpen) == stops)
    #expect(ranking.table.ties.count == 1)
  }

  @Test func `never chooses a project without a vote`() throws {
    let text = "project_id;votes\na;3\nb;0\nc;0\n"
    let result = try VoteResult(csv: Array(text.utf8))
    for winners in [RankingRule.Winners.all, .first(2), .first(3)] {
      let ranking = try #require(VoteFixtures.ranking(result, winners: winners))
      #expect(ranking.status == .provisional)
      #expect(ranking.table.rows.map(\.outcome) == [.chosen, .notChosen, .notChosen])
    }
  }

  @Test func `is certified as text that anyone can write again`() throws {
    let ranking = try ideeInFuga("uomini").resolving(draw(ids("M2", "M1")))
    let text = String(decoding: try ranking.certifying().canonicalBytes, as: UTF8.self)
    let digest = String(repeating: "07", count: 32)
    #expect(
      text.replacingOccurrences(of: "\t", with: "|") == """
        raccolto-ranking 1
        rule|most-votes-shared-places|1
        measure|votes
        source|csv|\(digest)|100
        constituency|uomini|420
        places|1
        row|1|185|chosen|M2
        row|1|185|notChosen|M1
        row|3|33|notChosen|M3
        row|4|17|notChosen|M4
        left-out|M5|withdrawn|-
        tie|1|185|1|settled|M1|M2
        resolution|publicDraw|M2|M1
        note|
        witnesses|Marta|Il direttore
        end

        """)
  }

  @Test func `cannot be made to look like another by what a name contains`() throws {
    let note = "riga\nresolution\tpublicDraw\\"
    let resolution = TieResolution(method: .other, order: ids("M1", "M2"), note: note)
    let certified = try ideeInFuga("uomini").resolving(resolution).certifying()
    let lines = String(decoding: certified.canonicalBytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.contains("note\t" + #"riga\nresolution\tpublicDraw\\"#))
    #expect(lines.count { $0.hasPrefix("resolution") } == 1)
  }

  @Test func `has a rule whose code is read back`() {
    for measure in VoteResult.Measure.allCases {
      let rule = RankingRule(by: measure, winners: .first(2))
      #expect(RankingRule(code: rule.code, winners: .first(2)) == rule)
    }
    #expect(RankingRule(code: "most-votes-shared-places/2/votes", winners: .all) == nil)
  }
}

@Suite struct `Rankings of shuffled files` {
  /// Random approval elections with few projects and few voters: ties are frequent.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `are the same, byte for byte, and never hide a tie`(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let count = Int.random(in: 2...7, using: &generator)
    let projects = (1...count).map { "p\($0);\($0 * 10);Progetto \($0)" }
    let votes = (1...Int.random(in: 1...12, using: &generator)).map { voter in
      let chosen = (1...count).filter { _ in Bool.random(using: &generator) }
      return "v\(voter);" + chosen.map { "p\($0)" }.joined(separator: ",")
    }
    let places = Int.random(in: 1...count, using: &generator)
    let first = try ranking(projects, votes, places)
    for _ in 0..<5 {
      let other = try ranking(
        projects.shuffled(using: &generator), votes.shuffled(using: &generator), places)
      #expect(other.table == first.table)
      #expect(other.status == first.status)
      if first.status == .provisional {
        #expect(try other.certifying().canonicalBytes == first.certifying().canonicalBytes)
      }
    }
    checkTies(of: first, places: places)
  }

  private func ranking(
    _ projects: [String], _ votes: [String], _ places: Int
  ) throws -> Ranking {
    let text = VoteFixtures.election(
      projects: projects.joined(separator: "\n"), votes: votes.joined(separator: "\n"))
    let result = VoteResult(try PabulibFile(Array(text.utf8)), constituency: "")
    return try #require(VoteFixtures.ranking(result, winners: .first(places)))
  }

  private func checkTies(of ranking: Ranking, places: Int) {
    let rows = ranking.table.rows
    for row in rows {
      let equals = rows.filter { $0.entry.score == row.entry.score }
      #expect(row.place == 1 + rows.count { $0.entry.score > row.entry.score })
      #expect(Set(equals.map(\.outcome)).count == 1)
      let isListed = ranking.table.ties.contains { $0.projects.contains(row.entry.id) }
      #expect(isListed == (equals.count > 1))
    }
    if ranking.status == .provisional {
      let supported = rows.count { $0.entry.score > 0 }
      #expect(rows.count { $0.outcome == .chosen } == min(places, supported))
    }
  }
}

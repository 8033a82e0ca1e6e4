// From a file of votes to certified rankings, on both engines: the whole path and its refusals.
import Domain
import Foundation
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `The result of a vote` {
  private static let draw = TieResolution(
    method: .publicDraw, order: ["M2", "M1"].compactMap { ExternalID($0) },
    witnesses: ["Marta", "Il direttore"], note: "Urna in sala teatro")

  private func imported(_ world: ParticipationWorld) async throws -> [Ranking.ID] {
    let outcome = try await world.importResult(world.request(), by: world.giulia)
    guard case .imported(let ids) = outcome else {
      Issue.record("not imported: \(outcome)")
      return []
    }
    return ids
  }

  @Test(arguments: TestEngine.all)
  func `becomes two rankings, one of them waiting for its tie`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      let ids = try await imported(world)
      let all = try #require(try await world.read.all(of: world.process.slug, for: world.giulia))
      #expect(all.rankings.map(\.ranking.id) == ids)
      #expect(all.rankings.map(\.ranking.constituency.code) == ["uomini", "donne"])
      #expect(all.rankings.map(\.ranking.status) == [.tieOpen, .provisional])
      let men = all.rankings[0].ranking
      #expect(men.table.rows.map(\.entry.score) == [185, 185, 33, 17])
      #expect(men.table.rows.map(\.place) == [1, 1, 3, 4])
      #expect(men.table.leftOut.map(\.id.text) == ["M5"])
      #expect(men.result.voters == 420)
      #expect(all.rankings[1].ranking.table.leftOut.map(\.standing) == [.merged(into: d2)])
      let file = try #require(
        try await database.read { try $0.voteImport(all.rankings[0].file.id) })
      #expect(file.content == (try ParticipationWorld.fixture("idee-in-fuga.csv")))
      #expect(file.source.digest == Digest(of: file.content))
      #expect(try await world.read.published(of: world.process.slug)?.rankings.isEmpty == true)
    }
  }
  private var d2: ExternalID { ["D2"].compactMap { ExternalID($0) }[0] }

  @Test(arguments: TestEngine.all)
  func `is certified after the draw, with a digest that anyone can repeat`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      let men = try #require(try await imported(world).first)
      #expect(try await world.certify(men, by: world.giulia) == .refused(.tieStillOpen))
      #expect(
        try await world.resolve(Self.draw, of: men, by: world.giulia) == .resolved(.provisional))
      #expect(try await world.resolve(Self.draw, of: men, by: world.giulia) == .refused(.noSuchTie))
      let reading = try #require(try await world.read.one(men, for: world.giulia))
      #expect(reading.ranking.table.rows.prefix(2).map(\.entry.id.text) == ["M2", "M1"])
      #expect(reading.ranking.resolutions == [Self.draw])
      guard case .certified(let digest) = try await world.certify(men, by: world.giulia) else {
        Issue.record("not certified")
        return
      }
      #expect(try await world.certify(men, by: world.giulia) == .repeated(digest))
      let published = try #require(try await world.read.published(of: world.process.slug))
      let certificate = try #require(published.rankings.first?.certificate)
      #expect(published.rankings.count == 1)
      #expect(Digest(of: certificate.text) == digest)
      #expect(certificate.text.contains("row\t1\t185\tchosen\tM2\n"))
      #expect(try await acts(database) == ["certifyRanking", "importVotes", "resolveTie"])
      #expect(
        try await history(of: men, database) == [
          "-tieOpen", "tieOpen-provisional",
          "provisional-certified",
        ])
    }
  }

  @Test(arguments: TestEngine.all)
  func `twice changes nothing, and another file needs a reason`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      let ids = try await imported(world)
      #expect(try await world.importResult(world.request(), by: world.giulia) == .repeated(ids))
      let text = String(decoding: try ParticipationWorld.fixture("idee-in-fuga.csv"), as: UTF8.self)
      let corrected = Array(text.replacingOccurrences(of: ";33;", with: ";34;").utf8)
      let request = try world.request(bytes: corrected)
      #expect(
        try await world.importResult(request, by: world.giulia)
          == .alreadyRanked(["uomini", "donne"]))
      #expect(
        try await world.revise(request, because: "  ", by: world.giulia) == .reasonMissing)
      _ = try await world.certify(ids[1], by: world.giulia)
      world.clock.now = world.clock.now + .hours(1)
      let outcome = try await world.revise(
        request, because: "Una scheda letta male", by: world.giulia)
      guard case .done(.imported(let later)) = outcome else {
        Issue.record("not revised: \(outcome)")
        return
      }
      let all = try #require(try await world.read.all(of: world.process.slug, for: world.giulia))
      #expect(all.rankings.map(\.ranking.id) == [later[0], ids[0], later[1], ids[1]])
      #expect(
        all.rankings.map(\.ranking.status) == [.tieOpen, .superseded, .provisional, .superseded])
      #expect(all.rankings[0].ranking.table.rows[2].entry.score == 34)
      #expect(all.rankings[1].ranking.table.rows[2].entry.score == 33)
      let published = try #require(try await world.read.published(of: world.process.slug))
      #expect(published.rankings.map(\.ranking.id) == [ids[1]])
      #expect(
        try await world.revise(request, because: "Di nuovo", by: world.giulia)
          == .done(.repeated(later)))
    }
  }

  @Test(arguments: TestEngine.all)
  func `comes as one ballot file for each constituency too`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      for code in ["donne", "uomini"] {
        let request = try world.request("idee-in-fuga-\(code).pb", constituency: code)
        let outcome = try await world.importResult(request, by: world.giulia)
        guard case .imported(let ids) = outcome, let id = ids.first else {
          Issue.record("not imported: \(outcome)")
          return
        }
        if code == "uomini" { _ = try await world.resolve(Self.draw, of: id, by: world.giulia) }
        guard case .certified = try await world.certify(id, by: world.giulia) else {
          Issue.record("\(code) not certified")
          return
        }
      }
      let published = try #require(try await world.read.published(of: world.process.slug))
      #expect(published.rankings.map(\.ranking.constituency.code) == ["donne", "uomini"])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is not for everyone to touch, and a bad file writes nothing`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      let bad = try world.request(bytes: Array("project_id;votes\na;1,5\n".utf8))
      #expect(try await world.importResult(bad, by: world.stranger) == .notAllowed)
      let outcome = try await world.importResult(bad, by: world.giulia)
      #expect(
        outcome
          == .refused(VoteFileRefusal(line: 2, column: "votes", found: "1,5", .decimalComma)))
      #expect(
        try await world.read.all(of: world.process.slug, for: world.giulia)?.rankings.count == 0)
      #expect(try await acts(database).isEmpty)
      let men = try #require(try await imported(world).first)
      #expect(try await world.resolve(Self.draw, of: men, by: world.stranger) == .notAllowed)
      #expect(try await world.certify(men, by: world.stranger) == .notAllowed)
      #expect(try await world.read.one(men, for: world.stranger) == nil)
      #expect(try await world.read.all(of: world.process.slug, for: .visitor) == nil)
      #expect(try await world.read.processes(for: world.stranger).isEmpty)
      let cards = try await world.read.processes(for: world.giulia)
      #expect(cards.map(\.rankings) == [[.tieOpen: 1, .provisional: 1]])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is not certified when its rows or its file were tampered with`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      let women = try #require(try await imported(world).last)
      _ = try await database.write { tx in
        try tx.execute("UPDATE ranking_row SET votes = 52 WHERE votes = 51")
      }
      await #expect(throws: Fault.self) { try await world.certify(women, by: world.giulia) }
      try await database.write { tx in
        try tx.execute("UPDATE ranking_row SET votes = 51 WHERE votes = 52")
        try tx.execute("UPDATE vote_import SET content = \(Array("altro".utf8))")
      }
      await #expect(throws: Fault.self) { try await world.certify(women, by: world.giulia) }
    }
  }

  @Test(arguments: TestEngine.all)
  func `sent ten times at once is imported once`(engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let world = try await ParticipationWorld(database)
      let request = try world.request()
      let outcomes = try await withThrowingTaskGroup(of: ImportVoteResult.Outcome.self) { group in
        for _ in 0..<10 {
          group.addTask { try await world.importResult(request, by: world.giulia) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let firsts = outcomes.filter { if case .imported = $0 { true } else { false } }
      #expect(firsts.count == 1)
      #expect(
        outcomes.allSatisfy {
          switch $0 {
          case .imported, .repeated: true
          case .refused, .alreadyRanked, .noSuchProcess, .notAllowed: false
          }
        })
    }
  }

  private func acts(_ database: Database) async throws -> [String] {
    try await database.read { tx in
      try tx.rows("SELECT act FROM audit_record ORDER BY act") { try $0("act") }
    }
  }
  private func history(of id: Ranking.ID, _ database: Database) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        SELECT from_status, to_status FROM ranking_event WHERE ranking_id = \(id)
        """
      ) { row in
        let from: String? = try row("from_status")
        return "\(from ?? "")-\(try row("to_status", as: String.self))"
      }.sorted { $0.count < $1.count }
    }
  }
}

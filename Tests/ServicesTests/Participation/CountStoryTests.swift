// From imported ballots to a certified count, on both engines: the whole path and its refusals.
import Domain
import Foundation
import Literals
import Services
import Store
import Support
import Testing

@Suite struct `A count` {
  /// Costs 100 each, a budget for two; a has 3 votes, b and c 2: the tie decides.
  private static let ballots = """
    META
    key;value
    description;Prova
    country;Italy
    unit;Bollate
    instance;2026
    num_projects;3
    num_votes;4
    budget;200
    vote_type;approval
    rule;greedy
    date_begin;2026
    date_end;2026
    currency;EUR
    PROJECTS
    project_id;cost;name
    a;100;Orto
    b;100;Bar
    c;100;Coro
    VOTES
    voter_id;vote;age;sex
    RSSMRA80A01F205X;a,b;41;M
    BNCLRA75B41F205Y;c,a;50;F
    VRDGPP90C01F205Z;b;35;M
    NREGLI68D55F205W;a,c;57;F

    """

  private struct Table {
    let world: ParticipationWorld
    let counts: CountServices
    let ranking: Ranking.ID

    init(_ database: Database, _ ballots: String = `A count`.ballots) async throws {
      world = try await ParticipationWorld(database)
      counts = CountServices(
        database: database, clock: world.clock.port, entropy: world.entropy)
      let request = try world.request(
        "schede.pb", constituency: "uomini", winners: .all, bytes: Array(ballots.utf8))
      guard case .imported(let ids) = try await world.importResult(request, by: world.giulia),
        let id = ids.first
      else { throw Fault("the ballots were not imported") }
      ranking = id
    }

    func ordered(_ parameters: CountParameters, purchases: String? = nil) async throws
      -> VoteCount.ID
    {
      let request = OrderCount.Request(
        ranking: ranking, parameters: parameters, purchases: purchases.map { Array($0.utf8) })
      guard case .ordered(let id) = try await counts.order(request, by: world.giulia) else {
        throw Fault("the count was not ordered")
      }
      return id
    }
    func reading(_ id: VoteCount.ID) async throws -> VoteCountReading {
      guard let reading = try await counts.read.one(id, for: world.giulia) else {
        throw Fault("the count is not there")
      }
      return reading
    }
  }

  @Test(arguments: TestEngine.all)
  func `waits for a draw where a tie decides, and is public only when certified`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let table = try await Table(database)
      let (world, counts) = (table.world, table.counts)
      let id = try await table.ordered(CountParameters(.greedy))
      #expect(try await table.reading(id).count.status == .ordered)
      #expect(try await queued(database) == 1)
      #expect(try await counts.run(id) == .counted(.tieOpen))
      #expect(try await counts.run(id) == .nothingToDo)
      #expect(try await counts.certify(id, by: world.giulia) == .refused(.tieStillOpen))
      #expect(
        try await counts.draw("  ", for: id, by: world.giulia) == .refused(.wordsMissing))
      #expect(try await counts.draw("dadi 4 2", for: id, by: world.stranger) == .notAllowed)
      #expect(try await counts.draw("dadi 4 2", for: id, by: world.giulia) == .drawn)
      #expect(try await counts.run(id) == .counted(.counted))
      #expect(try await counts.read.certified(id) == nil)
      #expect(try await counts.read.files(of: id) == nil)
      #expect(try await counts.certify(id, by: world.stranger) == .notAllowed)
      guard case .certified(let digest) = try await counts.certify(id, by: world.giulia) else {
        Issue.record("not certified")
        return
      }
      #expect(try await counts.certify(id, by: world.giulia) == .repeated(digest))
      #expect(try await counts.stop(id, by: world.giulia) == .refused(.isOver))
      let reading = try #require(try await counts.read.certified(id))
      let result = try #require(reading.result)
      #expect(Digest(of: result.text) == digest)
      // The published file alone, the rule and the lot give the same bytes.
      let files = try #require(try await counts.read.files(of: id))
      let again = try Recount()(
        try Recount.Election(files.ballots), under: reading.count.parameters,
        lot: reading.count.lot.seed)
      #expect(String(decoding: again.certified.canonicalBytes, as: UTF8.self) == result.text)
      let published = String(decoding: files.ballots, as: UTF8.self)
      #expect(!published.contains("RSSMRA80A01F205X"))
      #expect(files.traits.isEmpty)
      let document = try #require(CountDocument(result.text))
      #expect(document.projects.count(where: \.isFunded) == 2)
      #expect(document.projects.first?.id.text == "a")
      #expect(document.projects.last?.missing == 1)
      #expect(
        try await Set(history(of: id, database)) == [
          "-ordered", "ordered-counting", "counting-tieOpen", "tieOpen-ordered",
          "ordered-counting", "counting-counted", "counted-certified",
        ])
    }
  }

  @Test(arguments: TestEngine.all)
  func `is one however often it is ordered, and another takes its place with a reason`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let table = try await Table(database)
      let (world, counts) = (table.world, table.counts)
      let id = try await table.ordered(CountParameters(.phragmen))
      let same = OrderCount.Request(
        ranking: table.ranking, parameters: CountParameters(.phragmen))
      #expect(try await counts.order(same, by: world.giulia) == .repeated(id))
      #expect(try await counts.order(same, by: world.stranger) == .notAllowed)
      #expect(try await counts.stop(id, by: world.giulia) == .stopped)
      #expect(try await counts.run(id) == .nothingToDo)

      var first = CountParameters(.ranking)
      first.places = 1
      let earlier = try await table.ordered(first)
      _ = try await counts.run(earlier)
      _ = try await counts.certify(earlier, by: world.giulia)
      first.places = 3
      let later = try await table.ordered(first)
      _ = try await counts.run(later)
      #expect(try await counts.certify(later, by: world.giulia) == .reasonMissing)
      guard
        case .certified = try await counts.certify(
          later, because: "I posti erano tre", by: world.giulia)
      else {
        Issue.record("not certified")
        return
      }
      #expect(try await table.reading(earlier).count.status == .superseded)
      #expect(try await counts.read.certified(earlier) != nil)
      #expect(
        try await counts.read.published(of: world.process.id).map(\.count.id) == [later])
      await #expect(throws: (any Error).self) {
        try await database.write { tx in
          try tx.execute("UPDATE vote_count SET certificate = 'x' WHERE id = \(later)")
        }
      }
    }
  }

  @Test(arguments: TestEngine.all)
  func `that does not fit the file fails with its reason, and purchases count with the votes`(
    engine: TestEngine
  ) async throws {
    try await engine.withDatabase { database in
      let table = try await Table(database)
      let counts = table.counts
      var wrong = CountParameters(.greedy)
      wrong.exclusiveSets = [["a", "zeta"].compactMap { ExternalID($0) }]
      let failed = try await table.ordered(wrong)
      #expect(try await counts.run(failed) == .ended(.failed))
      let unknown = try #require(ExternalID("zeta"))
      #expect(try await table.reading(failed).problem == .unknownProject(unknown))

      var farm = CountParameters(.votesAndPurchases)
      farm.purchases = PurchaseRule(votes: 1, of: 2, counting: .buyers)
      let bad = OrderCount.Request(
        ranking: table.ranking, parameters: farm, purchases: Array("x;y\n1;2\n".utf8))
      guard case .purchasesRefused = try await counts.order(bad, by: table.world.giulia) else {
        Issue.record("purchases without columns were taken")
        return
      }
      let id = try await table.ordered(
        farm, purchases: "project_id;buyer;bought_cents\nc;anna@example.org;500\nc;b;700\na;b;9\n")
      #expect(try await counts.run(id) == .counted(.counted))
      _ = try await counts.certify(id, by: table.world.giulia)
      let reading = try await table.reading(id)
      let files = try #require(try await counts.read.files(of: id))
      let purchases = try #require(files.purchases)
      #expect(
        String(decoding: purchases, as: UTF8.self)
          == "project_id;buyer;bought_cents\na;1;9\nc;1;500\nc;2;700\n")
      let again = try Recount()(
        try Recount.Election(files.ballots, purchases: purchases), under: reading.count.parameters)
      #expect(again.digest == reading.result?.digest)
      let document = try #require(CountDocument(reading.result?.text ?? ""))
      #expect(document.projects.map(\.id.text) == ["c", "a", "b"])
      #expect(document.projects.first?.bought?.buyers == 2)
    }
  }

  @Test(arguments: TestEngine.all)
  func `that takes long tells how far it is, and stops when asked`(engine: TestEngine) async throws
  {
    // Shares grow by one cent of a large currency: thousands of outcomes.
    let votes = (0..<60).map { "\($0);p\($0 % 12),p\($0 * 7 % 12),p\($0 * 5 % 11)" }
    let projects = (0..<12).map { "p\($0);\(9_000_000 + $0 * 1_234_567);P\($0)" }
    let text = Self.ballots.components(separatedBy: "PROJECTS")[0]
      .replacingOccurrences(of: "num_projects;3", with: "num_projects;12")
      .replacingOccurrences(of: "num_votes;4", with: "num_votes;60")
      .replacingOccurrences(of: "budget;200", with: "budget;90000000")
    let long =
      text + "PROJECTS\nproject_id;cost;name\n" + projects.joined(separator: "\n")
      + "\nVOTES\nvoter_id;vote\n" + votes.joined(separator: "\n") + "\n"
    try await engine.withDatabase { database in
      let table = try await Table(database, long)
      let counts = table.counts
      let id = try await table.ordered(CountParameters(.equalSharesAdd1))
      async let outcome = counts.run(id)
      while try await table.reading(id).count.status == .ordered {
        try await Task.sleep(for: .milliseconds(5))
      }
      let asked = try await counts.stop(id, by: table.world.giulia)
      let ended = try await outcome
      // Either it was still counting and stopped, or it was quicker than we.
      let wasQuicker = if case .counted = ended { true } else { false }
      #expect(wasQuicker || (asked == .asked && ended == .ended(.stopped)))
    }
  }

  private func queued(_ database: Database) async throws -> Int {
    try await database.read { tx in
      try tx.rows("SELECT COUNT(*) AS total FROM task WHERE kind = 'countVotes'") {
        try $0("total", as: Int.self)
      }.first ?? 0
    }
  }
  private func history(of id: VoteCount.ID, _ database: Database) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        SELECT from_status, to_status FROM vote_count_event
         WHERE vote_count_id = \(id) ORDER BY occurred_at, id
        """
      ) { row -> String in
        let from = try row("from_status", as: String?.self)
        return try "\(from ?? "")-\(row("to_status", as: String.self))"
      }
    }
  }
}

// What a rule may be told beside its name: sets, groups, the last one's clause, lots, places.
import Domain
import Testing

@Suite struct `A rule with an option` {
  /// Votes: a 4, b 3, c 2, d 1; a and c are parks, b and d schools.
  private func profile(budget: Int = 1000, costs: [Int] = [100, 200, 300, 400]) throws -> Profile {
    let names = ["a", "b", "c", "d"]
    let groups = ["parco", "scuola", "parco", "scuola"]
    let rows = names.indices.map { "\(names[$0]);\(costs[$0]);\(names[$0]);\(groups[$0])" }
    let text = VoteFixtures.election(
      meta: ["budget": String(budget)], projects: rows.joined(separator: "\n"),
      votes: "1;a,b,c,d\n2;a,b,c\n3;a,b\n4;a"
    ).replacing("project_id;cost;name\n", with: "project_id;cost;name;category\n")
    return Profile(try PabulibFile(Array(text.utf8)))
  }
  private func funded(_ profile: Profile, _ parameters: CountParameters) throws -> [String] {
    try parameters.count(profile).selected.map { profile.candidates[$0].id.text }
  }

  @Test func `funds at most one of each exclusive set, and says which one kept another out`()
    throws
  {
    let profile = try profile()
    var parameters = CountParameters(.greedy)
    parameters.exclusiveSets = [ids("a", "b"), ids("c", "d")]
    #expect(try funded(profile, parameters) == ["a", "c"])
    let verdicts = try parameters.count(profile).rounds.map(\.verdict)
    #expect(verdicts == [.funded, .excluded(by: 0), .funded, .excluded(by: 2)])
  }

  @Test func `does not count a rival that was itself left out`() throws {
    // b is too dear once a is taken, so it keeps nobody out.
    let profile = try profile(budget: 500, costs: [100, 450, 300, 100])
    var parameters = CountParameters(.greedy)
    parameters.exclusiveSets = [ids("b", "c")]
    #expect(try funded(profile, parameters) == ["a", "c", "d"])
  }

  @Test func `refuses a set that names no project of the file`() throws {
    let profile = try profile()
    let unknown = ids("zeta")
    var parameters = CountParameters(.greedy)
    parameters.exclusiveSets = [ids("a") + unknown]
    #expect(throws: CountRefusal.unknownProject(unknown[0])) { try parameters.count(profile) }
  }

  @Test func `funds so many of a group and no more`() throws {
    let profile = try profile()
    var parameters = CountParameters(.greedy)
    parameters.groupLimit = .init(column: .category, max: 1)
    #expect(try funded(profile, parameters) == ["a", "b"])
    parameters.groupLimit = .init(column: .category, max: 2)
    #expect(try funded(profile, parameters) == ["a", "b", "c", "d"])
    // No project has a district: no group, no limit.
    parameters.groupLimit = .init(column: .district, max: 1)
    #expect(try funded(profile, parameters).count == 4)
  }

  @Test(arguments: [
    (460, true),  // 160 of 200 are left: exactly 80 %
    (459, false),
    (500, true),
  ])
  func `funds the last one from four fifths of its cost, with what is left`(
    _ budget: Int, _ isFunded: Bool
  ) throws {
    let profile = try profile(budget: budget, costs: [100, 200, 200, 50])
    var parameters = CountParameters(.greedyNoSkip)
    parameters.lastFromPercent = 80
    let outcome = try parameters.count(profile)
    let verdicts = outcome.rounds.map(\.verdict)
    if budget == 500 {
      #expect(verdicts == [.funded, .funded, .funded, .tooExpensive])
    } else if isFunded {
      #expect(verdicts == [.funded, .funded, .fundedWithRest, .afterStop])
      #expect(outcome.cost == Int64(budget))
    } else {
      #expect(verdicts == [.funded, .funded, .tooExpensive, .afterStop])
    }
  }

  @Test func `takes equals in the order of the lot, which stands in the certificate`() throws {
    let text = VoteFixtures.election(
      meta: ["budget": "100"], projects: "a;100;\nb;100;\nc;100;", votes: "1;a\n2;b\n3;c")
    let bytes = Array(text.utf8)
    let file = try PabulibFile(bytes)
    let profile = Profile(file)
    var parameters = CountParameters(.greedy)
    #expect(try funded(profile, parameters) == ["a"])
    let tie = try #require(try parameters.count(profile).ties.first)
    #expect(tie.decides)
    parameters.drawnOrder = ids("c", "a", "b")
    #expect(try funded(profile, parameters) == ["c"])
    let digest = try #require(Digest(bytes: Array(repeating: 1, count: 32)))
    let certified = try CertifiedCount(
      try parameters.count(profile), of: file, profile,
      from: VoteSource(format: .pabulib, digest: digest, sizeBytes: bytes.count),
      under: parameters)
    let words = String(decoding: certified.canonicalBytes, as: UTF8.self)
    #expect(words.contains("\nlot\tc\ta\tb\n"))
    #expect(words.contains("\nfunded\tc\t100\n"))
    #expect(words.contains("\nmissing\ta\t1\n"))
    #expect(words.hasSuffix("\ncost\t100\t0\nend\n"))
  }

  @Test func `chooses so many places of a ranking, and shares the last among equals`() throws {
    let text = VoteFixtures.election(
      projects: "a;100;\nb;100;\nc;100;", votes: "1;a,b\n2;a,c\n3;a")
    let profile = Profile(try PabulibFile(Array(text.utf8)))
    var parameters = CountParameters(.ranking)
    parameters.places = 2
    let outcome = try parameters.count(profile)
    #expect(outcome.selected.count == 2)
    #expect(outcome.ties.map(\.decides) == [true])
  }
}

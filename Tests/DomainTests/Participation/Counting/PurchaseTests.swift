// A farm season: people vote for projects and buy from them; both make one published score.
import Domain
import Testing

@Suite struct `Votes and purchases` {
  /// Votes: orto 5, pane 3, miele 2.
  private static let text = VoteFixtures.election(
    projects: "orto;100;Orto sociale\npane;200;Forno\nmiele;300;Apiario",
    votes: "1;orto\n2;orto,pane\n3;orto,pane\n4;orto,pane,miele\n5;orto,miele")
  /// Buyers: orto 1, pane 2, miele 5. Money: orto 100, pane 30, miele 50 euro.
  private static let bought = """
    project_id;buyer;bought_cents;refunded_cents
    orto;anna;10000;
    pane;anna;1000;
    pane;bruno;2500;500
    miele;anna;1000;
    miele;bruno;1000;
    miele;carla;1000;0
    miele;dario;400;
    miele;dario;600;
    miele;elsa;1000;
    pane;elsa;700;700

    """

  private func profile(_ bought: String = bought) throws -> Profile {
    let file = try PabulibFile(Array(Self.text.utf8))
    let digest = try #require(Digest(bytes: Array(repeating: 2, count: 32)))
    var profile = Profile(file)
    profile.purchases = try Purchases(
      csv: Array(bought.utf8),
      from: VoteSource(format: .csv, digest: digest, sizeBytes: bought.utf8.count), of: file)
    return profile
  }
  private func parameters(
    _ votes: Int64, of parts: Int64, _ counting: PurchaseRule.Counting
  ) throws -> CountParameters {
    var parameters = CountParameters(.votesAndPurchases)
    let rule: PurchaseRule = try #require(
      PurchaseRule(votes: votes, of: parts, counting: counting))
    parameters.purchases = rule
    return parameters
  }
  private func order(_ parameters: CountParameters) throws -> [String] {
    let profile = try profile()
    return try parameters.count(profile).selected.map { profile.candidates[$0].id.text }
  }

  @Test func `are weighed as published: all votes, all buyers, or something between`() throws {
    #expect(try order(parameters(1, of: 1, .buyers)) == ["orto", "pane", "miele"])
    #expect(try order(parameters(0, of: 1, .buyers)) == ["miele", "pane", "orto"])
    // Half and half: orto 5/10 + 1/8, miele 2/10 + 5/8, pane 3/10 + 2/8.
    let outcome = try parameters(1, of: 2, .buyers).count(profile())
    let profile = try profile()
    #expect(outcome.selected.map { profile.candidates[$0].id.text } == ["miele", "orto", "pane"])
    #expect(
      outcome.rounds.map(\.strength.written) == ["0.412500", "0.312500", "0.275000"])
  }

  @Test func `count what is left after refunds, and no buyer above the cap`() throws {
    let totals = try parameters(1, of: 2, .money(perBuyerMaxCents: 1500)).count(profile()).purchases
    // By id: miele, orto, pane.
    #expect(totals.map(\.buyers) == [5, 1, 2])
    #expect(totals.map(\.cents) == [5000, 10000, 3000])
    #expect(totals.map(\.counted) == [5000, 1500, 2500])
    #expect(try order(parameters(0, of: 1, .money(perBuyerMaxCents: 1500))).first == "miele")
    #expect(try order(parameters(0, of: 1, .money(perBuyerMaxCents: 100_000))).first == "orto")
  }

  @Test func `share a place when the exact scores are equal, however they came about`() throws {
    // Thirds, which no decimal can hold: a 1/3·1/3 + 2/3·1/3, b the same from other sums.
    let file = try PabulibFile(
      Array(
        VoteFixtures.election(
          projects: "a;1;\nb;1;\nc;1;", votes: "1;a\n2;b\n3;c"
        ).utf8))
    let digest = try #require(Digest(bytes: Array(repeating: 2, count: 32)))
    var profile = Profile(file)
    profile.purchases = try Purchases(
      csv: Array("project_id,buyer,bought_cents\na,x,7\nb,y,7\nc,x,3\nc,y,4\n".utf8),
      from: VoteSource(format: .csv, digest: digest, sizeBytes: 1), of: file)
    var parameters = try parameters(1, of: 3, .money(perBuyerMaxCents: 100))
    parameters.places = 2
    let tie = try #require(try parameters.count(profile).ties.first)
    #expect(tie.projects.count == 3)
    #expect(tie.decides)
  }

  @Test func `stand in the certificate, both columns, with how many votes were missing`() throws {
    let file = try PabulibFile(Array(Self.text.utf8))
    let profile = try profile()
    var parameters = try parameters(1, of: 2, .buyers)
    parameters.places = 1
    let digest = try #require(Digest(bytes: Array(repeating: 1, count: 32)))
    let certified = try CertifiedCount(
      try parameters.count(profile), of: file, profile,
      from: VoteSource(format: .pabulib, digest: digest, sizeBytes: 1), under: parameters)
    let words = String(decoding: certified.canonicalBytes, as: UTF8.self)
    #expect(words.contains("\nparameter\tvotes-weigh\t1/2\nparameter\tpurchases-as\tbuyers\n"))
    #expect(words.contains("\npurchases\t" + String(repeating: "02", count: 32) + "\t"))
    #expect(words.contains("\nbought\tmiele\t5\t5000\t5\nbought\torto\t1\t10000\t1\n"))
    // orto wins with x more when (5+x)/(10+x) + 1/8 > 2/(10+x) + 5/8: 2(3+x) > 10+x, x > 4; at 4
    // both have the same, and by id miele comes first.
    #expect(words.contains("\nmissing\torto\t5\n"))
    #expect(words.contains("\nmissing\tpane\t"))
  }

  @Test(arguments: [
    ("project_id;buyer\norto;anna\n", VoteFileRefusal.Reason.columnMissing, 1),
    ("project_id;buyer;bought_cents\nuva;anna;10\n", .unknownProject, 2),
    ("project_id;buyer;bought_cents\norto;;10\n", .valueMissing, 2),
    ("project_id;buyer;bought_cents\norto;anna;10,50\n", .decimalComma, 2),
    ("project_id;buyer;bought_cents\norto;anna;-10\n", .negative, 2),
    (
      "project_id;buyer;bought_cents;refunded_cents\norto;a;10;\norto;a;0;20\n",
      .refundAbovePurchases, 3
    ),
  ])
  func `in a bad file are refused with line and reason`(
    _ text: String, _ reason: VoteFileRefusal.Reason, _ line: Int
  ) throws {
    do {
      _ = try profile(text)
      Issue.record("was read")
    } catch let refusal as VoteFileRefusal {
      #expect(refusal.reason == reason)
      #expect(refusal.line == line)
    }
  }

  @Test func `need their weights and their file`() throws {
    #expect(throws: CountRefusal.purchaseRuleMissing) {
      try CountParameters(.votesAndPurchases).count(profile())
    }
    let file = try PabulibFile(Array(Self.text.utf8))
    #expect(throws: CountRefusal.purchasesMissing) {
      try parameters(1, of: 2, .buyers).count(Profile(file))
    }
    #expect(PurchaseRule(votes: 3, of: 2, counting: .buyers) == nil)
    #expect(PurchaseRule(votes: 1, of: 0, counting: .buyers) == nil)
  }
}

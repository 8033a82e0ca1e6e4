// The farms' pantry: a season in which people vote for projects and buy from them, counted and
// certified, and the same ballots under Equal Shares, waiting for somebody to certify or stop.
import Domain
import Services
import Store

/// One process whose ballots are counted under a rule with purchases.
struct SharedPantry {
  private let world: DemoWorld
  private let facilitator: Actor

  init(_ world: DemoWorld, _ facilitator: Actor) {
    self.world = world
    self.facilitator = facilitator
  }

  private struct Product {
    let code: String
    let name: String
    let cost: Int
    let votes: Int
    let buyers: Int
  }
  /// The mill is second by votes and first with purchases.
  private static let products = [
    Product(code: "P1", name: "Miele del Ticino", cost: 3200, votes: 142, buyers: 18),
    Product(code: "P2", name: "Farina di grani antichi", cost: 5400, votes: 118, buyers: 41),
    Product(code: "P3", name: "Succhi e confetture", cost: 2800, votes: 97, buyers: 22),
    Product(code: "P4", name: "Zafferano della cascina", cost: 4100, votes: 61, buyers: 9),
    Product(code: "P5", name: "Uova in libertà", cost: 1900, votes: 86, buyers: 37),
  ]
  private static let budget = 9000
  private static let voters = 240
  private static let buyers = 60

  func make() async throws {
    guard let ranking = try await importBallots() else {
      throw Fault("the pantry's ballots were not taken")
    }
    let counts = CountServices(
      database: world.database, clock: world.clock.wall, entropy: world.chance.entropy)
    var season = CountParameters(.votesAndPurchases)
    season.purchases = PurchaseRule(votes: 3, of: 5, counting: .buyers)
    season.places = 2
    let certified = try await counted(counts, ranking, season, purchases: Self.purchases)
    guard case .certified = try await counts.certify(certified, by: facilitator) else {
      throw Fault("the pantry's count was not certified")
    }
    var shares = CountParameters(.equalSharesAdd1)
    shares.ties = .costVotesID
    _ = try await counted(counts, ranking, shares, purchases: nil)
  }

  private func counted(
    _ counts: CountServices, _ ranking: Ranking.ID, _ parameters: CountParameters,
    purchases: String?
  ) async throws -> VoteCount.ID {
    let request = OrderCount.Request(
      ranking: ranking, parameters: parameters, purchases: purchases.map { Array($0.utf8) })
    guard case .ordered(let id) = try await counts.order(request, by: facilitator),
      case .counted(.counted) = try await counts.run(id)
    else { throw Fault("the pantry's votes were not counted") }
    return id
  }

  private func importBallots() async throws -> Ranking.ID? {
    let (clock, entropy) = (world.clock.wall, world.chance.entropy)
    let now = clock.now
    guard let slug = Slug("dispensa-2026"), let sister = Slug(DemoProcess.socialFarm.slug) else {
      return nil
    }
    try await world.database.write { tx in
      guard let organisation = try tx.process(sister)?.organisation else { return }
      try tx.insert(
        Process(
          id: entropy.id(at: now), organisation: organisation, slug: slug,
          title: LocalText(italian: "La dispensa di tutti", english: "Everybody’s pantry"),
          summary: LocalText(
            italian: "Chi compra e chi vota sceglie insieme i prodotti della prossima stagione.",
            english: "Those who buy and those who vote choose next season’s products together.")),
        at: now)
    }
    let file = VoteFile(
      name: "dispensa-2026.pb", format: .pabulib, bytes: Array(Self.ballots.utf8))
    let importVotes = ImportVoteResult(database: world.database, clock: clock, entropy: entropy)
    guard
      case .imported(let rankings) = try await importVotes(
        .init(process: slug, file: file, winners: .all), by: facilitator)
    else { return nil }
    return rankings.first
  }

  /// Spread so that each project has exactly its votes, and each group of voters is large enough.
  private static var ballots: String {
    let projects = products.map { "\($0.code);\($0.cost);\($0.name)" }
    let ages = [25, 40, 66]
    let votes = (0..<voters).map { voter in
      let chosen = products.enumerated().filter { index, product in
        (voter * 7 + index * 31) % voters < product.votes
      }
      let names = chosen.map(\.element.code).joined(separator: ",")
      return "\(voter + 1);\(names);\(ages[voter % 3]);\(voter % 2 == 0 ? "F" : "M")"
    }
    return """
      META
      key;value
      description;La dispensa di tutti
      country;Italy
      unit;Pavia
      instance;2026
      num_projects;\(products.count)
      num_votes;\(voters)
      budget;\(budget)
      vote_type;approval
      rule;unknown
      date_begin;2026
      date_end;2026
      language;it
      currency;EUR
      PROJECTS
      project_id;cost;name
      \(projects.joined(separator: "\n"))
      VOTES
      voter_id;vote;age;sex
      \(votes.joined(separator: "\n"))

      """
  }

  private static var purchases: String {
    var lines = ["project_id;buyer;bought_cents;refunded_cents"]
    for (index, product) in products.enumerated() {
      for buyer in 0..<buyers where (buyer * 11 + index * 17) % buyers < product.buyers {
        lines.append("\(product.code);\(buyer);\(800 + buyer % 5 * 350);")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

// `campaign close`: how a campaign would end, or its ending.
import ArgumentParser
import Domain
import Foundation
import Services
import Store

struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Looks at campaigns and ends them.",
    subcommands: [Close.self])

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Decides a campaign whose deadline has passed, as the timetable would.",
      discussion: """
        With --dry-run nothing is written: it says what would happen if it were decided now, also
        before the deadline. Exit code 1: it cannot be decided.
        Example: raccolto campaign close pane-e-liberta --dry-run --json
        """)

    @Argument(help: "The campaign's name in its address.") var slug: String
    @Flag(help: "Say what would happen; write nothing.") var dryRun = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      guard let slug = Slug(slug) else {
        say("\(slug) is no campaign's name. Consider the last part of its page's address.")
        throw Ending.usage
      }
      let told = try await CLI.run {
        let database = try await Wiring.openExisting(Wiring.settings())
        let result: Result<CampaignTold, any Error>
        do { result = .success(try await close(slug, database)) } catch { result = .failure(error) }
        await database.close()
        return try result.get()
      }
      if json { try printJSON(told) } else { print(told.sentence) }
      if told.refusal != nil { throw Ending.refused }
    }

    private func close(_ slug: Slug, _ database: Database) async throws -> CampaignTold {
      let forecast = ForecastCampaign(database: database, clock: Wiring.clock)
      let found = try await forecast(slug, by: .operator)
      guard case .forecast(let told) = found else { return CampaignTold(slug, notNow: found) }
      if dryRun { return CampaignTold(told, isDryRun: true) }
      let (clock, entropy) = (Wiring.clock, Wiring.entropy)
      let turn = TurnCampaigns(database: database, clock: clock, entropy: entropy)
      _ = try await turn.close(told.campaign.id)
      let settle = SettleCampaign(database: database, clock: clock, entropy: entropy)
      switch try await settle(told.campaign.id) {
      case .settled: return CampaignTold(told, isDryRun: false)
      case .refused(let refusal): return CampaignTold(told, refused: refusal)
      case .noSuchCampaign: return CampaignTold(slug, notNow: .noSuchCampaign)
      }
    }
  }
}

/// How a campaign ends, for people and programs. Amounts in minor units.
private struct CampaignTold: Encodable {
  let campaign: String
  var dryRun = false
  var verdict: String?
  var state: String?
  var minimum: Int64?
  var confirmed: Int64?
  var pendingPledges: Int?
  var pendingAmount: Int64?
  var cardsToCharge: Int?
  var cardsAmount: Int64?
  var backers: Int?
  var toProject: Int64?
  var platformFee: Int64?
  var providerFees: Int64?
  var refunds: Int?
  var refundedAmount: Int64?
  var decidableAt: String?
  var digest: String?
  var currency: String?
  var refusal: String?

  init(_ slug: Slug, notNow outcome: ForecastCampaign.Outcome) {
    campaign = slug.text
    refusal =
      switch outcome {
      case .notRunning(let state): "it is \(state.rawValue)"
      case .noSuchCampaign: "there is no such campaign"
      case .notAllowed: "not allowed"
      case .forecast: "it cannot be decided"
      }
  }
  init(_ told: ForecastCampaign.Forecast, refused: CampaignRefusal) {
    self.init(told, isDryRun: false)
    refusal =
      switch refused {
      case .paymentsPending: "money promised in time may still arrive"
      case .notDue, .notFrom: "its deadline has not passed"
      case .authorCannotReview, .reasonMissing, .incomplete, .alreadyExtended, .wouldShorten,
        .cardsNameTheDay,
        .afterDeadline:
        "\(refused)"
      }
  }
  init(_ told: ForecastCampaign.Forecast, isDryRun: Bool) {
    campaign = told.campaign.slug.text
    dryRun = isDryRun
    let outcome = told.outcome
    (verdict, state) = (outcome.verdict.rawValue, outcome.state.rawValue)
    (minimum, confirmed) = (outcome.minimum.cents, outcome.confirmed.cents)
    (pendingPledges, pendingAmount) = (told.pending, outcome.pendingIgnored.cents)
    (cardsToCharge, cardsAmount) = (told.cards.count, told.cards.sum.cents)
    backers = told.backers
    (toProject, platformFee) = (told.toProject.cents, told.platformFee.cents)
    providerFees = told.providerFees.cents
    (refunds, refundedAmount) = (told.refunds.count, told.refunds.sum.cents)
    decidableAt = told.decidableAt?.rfc3339
    digest = Domain.Digest(of: outcome.inputs(of: told.campaign.id)).description
    currency = outcome.confirmed.currency.code
  }

  var sentence: String {
    func plain(_ cents: Int64?) -> String {
      let (whole, rest) = (cents ?? 0).quotientAndRemainder(dividingBy: 100)
      return "\(whole).\(rest < 10 ? "0" : "")\(rest) \(currency ?? "")"
    }
    if let refusal { return "\(campaign): \(refusal). Consider --dry-run for a forecast." }
    let money =
      state == CampaignState.succeeded.rawValue
      ? "\(plain(toProject)) to the project, \(plain(platformFee)) to the platform,"
        + " \(plain(providerFees)) to providers"
      : "\(refunds ?? 0) refunds of \(plain(refundedAmount)) in all"
    return "\(campaign): \(dryRun ? "would be " : "")\(state ?? "") (\(verdict ?? "")): "
      + "\(plain(confirmed)) of \(plain(minimum)), \(backers ?? 0) backers,"
      + " \(cardsToCharge ?? 0) saved cards of \(plain(cardsAmount)) to charge,"
      + " \(pendingPledges ?? 0) pledges of \(plain(pendingAmount)) not there; \(money)."
  }
}

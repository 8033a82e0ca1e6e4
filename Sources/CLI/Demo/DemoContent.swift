// What the demonstration is made of: organisations, votes and campaigns, as plain values.
import Domain

/// The words of one thing in both languages.
struct Bilingual: Sendable {
  let it: String
  let en: String
  init(_ it: String, _ en: String) { (self.it, self.en) = (it, en) }
}

/// An organisation, its process and the file with the result of its vote.
struct DemoProcess: Sendable {
  let organisation: String
  let organisationSlug: String
  let taxCode: String
  let place: String
  let about: Bilingual
  let slug: String
  let title: Bilingual
  let summary: Bilingual
  /// What people call those who voted, by the name that the file gives them.
  let constituencies: [String: Bilingual]
  /// The result as a facilitator imports it.
  let resultFile: String
  let result: String
  let points: [DemoPickUpPoint]
  let campaigns: [DemoCampaign]
}

struct DemoPickUpPoint: Sendable {
  let name: String
  let address: String
  let hours: Bilingual
}

/// Where a demonstration campaign stands when the data is made.
enum DemoStage: Sendable {
  case awaitingReview
  /// Open, with so many days left.
  case live(daysLeft: Int)
  /// Over, and decided by its rule.
  case ended
}

struct DemoCampaign: Sendable {
  /// Codes of the ranked projects it starts from.
  let projects: [String]
  let title: Bilingual
  let summary: Bilingual
  let story: Bilingual
  let picture: String
  let rule: FundingRule
  /// Saved cards are charged after the deadline, and only if the campaign succeeds.
  var charging = CardCharging.atOnce
  let stage: DemoStage
  let lines: [DemoLine]
  let rewards: [DemoReward]
  /// How many pledges to make, and what the usual one is.
  let pledges: Int
  let usualEuros: [Int64]
}

struct DemoLine: Sendable {
  let label: Bilingual
  let minimumEuros: Int64
  let optimumEuros: Int64
  init(_ label: Bilingual, _ minimumEuros: Int64, _ optimumEuros: Int64) {
    (self.label, self.minimumEuros, self.optimumEuros) = (label, minimumEuros, optimumEuros)
  }
}

struct DemoReward: Sendable {
  enum Delivery: Sendable {
    case none
    /// At the process's pick-up point with this index.
    case pickUp(Int)
    case shipping(euros: Int64)
  }
  let name: Bilingual
  let description: Bilingual
  var notice = Bilingual("", "")
  let minimumEuros: Int64
  let fairValueEuros: Int64
  var stock: Int?
  var limit: Int?
  var delivery = Delivery.none
  /// First and last day of delivery, counted in days from the day the data is made.
  var season: ClosedRange<Int>?
  var isPerishable = false
}

// Writes the mails that a change of a campaign calls for: to its owners, or to all its backers.
package import Domain
package import Store

/// Tells those concerned of one change of a campaign. Safe to run twice and to be interrupted:
/// each mail is written once, under a key of its own.
package struct TellCampaign: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let backers: PledgeLetters
  let owners: ReviewLetters

  /// Pledges of one transaction.
  static let batchMax = 50

  /// A row of a campaign's history.
  package typealias EventID = CampaignEventRow.ID

  package init(
    database: Database, clock: WallClock, entropy: Entropy,
    letters: (backers: PledgeLetters, owners: ReviewLetters)
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    (backers, owners) = letters
  }

  package enum Outcome: Hashable, Sendable {
    /// So many mails were written now.
    case told(Int)
    case noSuchEvent
  }

  package func callAsFunction(_ id: EventID) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    guard let step = try await database.read({ tx in try tx.campaignStep(id) }) else {
      return .noSuchEvent
    }
    switch CampaignNews(of: step.to) {
    case .reviewed: return .told(try await tellOwners(of: step, in: id, stamp))
    case .ended: return .told(try await tellBackers(of: step, stamp))
    case nil: return .told(0)
    }
  }

  private typealias Step = (campaign: Campaign.ID, to: CampaignState, reason: String)

  private func tellOwners(of step: Step, in event: EventID, _ stamp: Stamp) async throws -> Int {
    try await database.write { tx in
      guard let campaign = try tx.campaign(step.campaign),
        let texts = try tx.texts(of: campaign.id)
      else { return 0 }
      var people = try tx.owners(of: campaign.id)
      if people.isEmpty { people = [try tx.person(campaign.author)].compactMap(\.self) }
      var told = 0
      for owner in people {
        let letter = ReviewLetter(
          owner: owner, campaign: campaign, title: texts.title, decision: step.to,
          reason: step.reason)
        told += try owners.send(letter, about: event, in: tx, stamp) ? 1 : 0
      }
      return told
    }
  }

  /// Everybody whose money is there, a batch at a time: other work gets its turn in between.
  private func tellBackers(of step: Step, _ stamp: Stamp) async throws -> Int {
    let kind = try await letterKind(of: step)
    var told = 0
    for state in [PledgeState.confirmed, .closed] {
      var last: Pledge.ID?
      while true {
        let after = last
        let batch = try await database.write { tx in
          let ids = try tx.pledges(
            of: step.campaign, in: state, after: after, limit: Self.batchMax)
          var new = 0
          for pledge in try ids.compactMap({ try tx.pledge($0) }) {
            new += try backers.send(kind, about: pledge, in: tx, stamp) ? 1 : 0
          }
          return (ids: ids, new: new)
        }
        told += batch.new
        last = batch.ids.last
        if batch.ids.count < Self.batchMax { break }
      }
    }
    return told
  }

  private func letterKind(of step: Step) async throws -> PledgeLetter.Kind {
    if step.to == .cancelled { return .campaignCancelled }
    if step.to == .failed { return .campaignFailed }
    let verdict = try await database.read { tx in
      try tx.campaign(step.campaign).flatMap { try tx.outcome(of: $0)?.verdict }
    }
    return verdict == .belowTarget ? .campaignBelowTarget : .campaignSucceeded
  }
}

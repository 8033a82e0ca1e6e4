// What the desk does with sponsors' funds: make one, close one, take a promise back.
package import Domain
package import Store

/// The use cases of match funds.
package struct MatchFundDesk: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  /// A fund with its money and its promises.
  package struct Overview: Sendable {
    package let fund: MatchFund
    package let available: Money
    /// Once it is closed: what is still to go back to its sponsor, and what has gone.
    package let owed: Money
    package let returned: Money
    package let promises: [(campaign: CampaignCard, commitment: MatchCommitment)]
  }

  /// All funds, for who reads payments; nil for others.
  package func funds(for actor: Actor) async throws -> [Overview]? {
    guard actor.may(.readPayments, on: .platform) else { return nil }
    return try await database.read { tx in
      try tx.matchFunds().map { fund in
        let share = try tx.sponsorsShare(of: fund)
        return Overview(
          fund: fund, available: try tx.balance(of: .match(fund.id)),
          owed: share.released - share.returned, returned: share.returned,
          promises: try tx.commitments(of: fund.id).compactMap { one in
            try tx.campaignCard(one.campaign).map { (campaign: $0, commitment: one) }
          })
      }
    }
  }
  /// The campaigns that a new fund can be for.
  package func campaigns(for actor: Actor) async throws -> [CampaignCard] {
    guard actor.may(.manageMatchFunds, on: .platform) else { return [] }
    return try await database.read { tx in
      try tx.campaignCards(CampaignFilter(status: .open), limit: 200)
    }
  }

  package func card(of campaign: Campaign.ID) async throws -> CampaignCard? {
    try await database.read { tx in try tx.campaignCard(campaign) }
  }

  package struct Request: Sendable {
    package let sponsor: String
    package let rule: MatchRule
    package let campaign: Campaign.ID

    package init(sponsor: String, rule: MatchRule, campaign: Campaign.ID) {
      (self.sponsor, self.rule, self.campaign) = (sponsor, rule, campaign)
    }
  }
  package enum Created: Sendable {
    case created(MatchFund)
    case ruleNotSound
    /// Another fund of this sponsor's name is there already.
    case codeTaken
    case noSuchCampaign
    case notAllowed
  }

  /// Makes a fund; its money comes by bank and is matched to it at the desk.
  package func create(_ request: Request, by actor: Actor, requestID: String = "") async throws
    -> Created
  {
    guard actor.may(.manageMatchFunds, on: .platform) else { return .notAllowed }
    guard request.rule.isSound else { return .ruleNotSound }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    let fund = MatchFund(
      id: entropy.id(at: stamp.now), code: Slug(title: request.sponsor),
      sponsor: request.sponsor, rule: request.rule)
    return try await database.write { [stamp] tx in
      guard let card = try tx.campaignCard(request.campaign),
        CampaignFilter.Status.open.states.contains(card.state)
      else { return .noSuchCampaign }
      guard try tx.matchFund(code: fund.code) == nil else { return .codeTaken }
      try tx.insert(fund, for: [card.id], by: actor.person, at: stamp.now)
      try tx.record(
        .manageMatchFunds, on: .init("match_fund", fund.id.description), stamp,
        detail: ["step": "create"])
      return .created(fund)
    }
  }

  package enum Closed: Hashable, Sendable {
    /// So much goes back to the sponsor.
    case closed(left: Money)
    case alreadyClosed
    /// A campaign of its still runs: what was promised there may come back.
    case stillPromising
    case noSuchFund
    case notAllowed
  }

  /// Closes a fund whose campaigns have all ended: what it has left is the sponsor's again.
  package func close(_ code: Slug, by actor: Actor, requestID: String = "") async throws -> Closed {
    guard actor.may(.manageMatchFunds, on: .platform) else { return .notAllowed }
    var stamp = Stamp(at: clock.now, by: actor, entropy)
    stamp.requestID = requestID
    return try await database.write { [stamp] tx in
      guard let found = try tx.matchFund(code: code),
        let fund = try tx.matchFundLocked(found.id)
      else { return .noSuchFund }
      guard fund.state == .open else { return .alreadyClosed }
      guard try !tx.commitments(of: fund.id).contains(where: \.isMoving) else {
        return .stillPromising
      }
      let left = try tx.release(fund.id, stamp)
      try tx.close(fund.id, at: stamp.now)
      try tx.record(
        .manageMatchFunds, on: .init("match_fund", fund.id.description), stamp,
        detail: ["step": "close", "cents": "\(left.cents)"])
      return .closed(left: left)
    }
  }

  package enum ClawedBack: Hashable, Sendable {
    case clawedBack(Money)
    /// It is not due: while the campaign runs, its rule decides.
    case notDue
    /// The project does not hold so much any more: recover it from the project.
    case alreadyPaidOut
    case reasonMissing
    case noSuchPromise
    case notAllowed
  }

  /// Takes a promise that was due back from the project, with a reason.
  /// A fund that is closed keeps nothing: it goes on to the sponsor.
  package func clawBack(
    _ code: Slug, from campaign: Campaign.ID, because reason: String, by actor: Actor
  ) async throws -> ClawedBack {
    guard actor.may(.manageMatchFunds, on: .platform) else { return .notAllowed }
    guard !reason.isEmpty else { return .reasonMissing }
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      // The campaign first, as refunds and payouts take it.
      guard try tx.campaignLocked(campaign) != nil, let found = try tx.matchFund(code: code),
        let fund = try tx.matchFundLocked(found.id),
        var commitment = try tx.commitment(of: fund.id, to: campaign)
      else { return .noSuchPromise }
      guard commitment.state == .due, commitment.committed.isPositive else { return .notDue }
      let amount = commitment.committed
      let held: Account = .project(campaign, amount.currency)
      guard try tx.balance(of: held) >= amount else { return .alreadyPaidOut }
      try tx.move(
        -amount, &commitment, from: held, cause: .matchFund(fund.id), stamp)
      commitment.state = .clawedBack
      try tx.update(commitment)
      if fund.state == .closed { _ = try tx.release(fund.id, stamp) }
      try tx.record(
        .manageMatchFunds, on: .init("match_fund", fund.id.description), stamp,
        detail: ["step": "clawBack", "reason": reason, "cents": "\(amount.cents)"])
      return .clawedBack(amount)
    }
  }

  /// What can be taken back from a campaign, for who may; nil when there is nothing.
  package func due(_ code: Slug, from campaign: Campaign.ID, for actor: Actor) async throws
    -> MatchOnPage?
  {
    guard actor.may(.manageMatchFunds, on: .platform) else { return nil }
    return try await database.read { tx in
      try tx.matches(of: campaign).first {
        $0.fund.code == code && $0.commitment.state == .due && $0.commitment.committed.isPositive
      }
    }
  }
}

extension Transaction {
  /// Gives what a fund has left back to its sponsor: it waits for a transfer. Call under its lock.
  fileprivate func release(_ fund: MatchFund.ID, _ stamp: Stamp) throws -> Money {
    let left = try balance(of: .match(fund))
    guard left.isPositive else { return left }
    let movements = try commitments(of: fund).reduce(0) { $0 + $1.movements }
    _ = try post(
      try JournalEntry.matchReleased(stamp.header(.matchFund(fund)), of: fund, left),
      key: .matchReleased(fund, after: movements), by: stamp.actor, at: stamp.now)
    return left
  }
}

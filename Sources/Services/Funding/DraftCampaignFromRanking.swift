// From a certified ranking to the draft of a campaign: linked for ever to the places it comes from.
package import Domain
package import Store

/// Drafts a campaign for one or more projects that stand in a certified ranking.
package struct DraftCampaignFromRanking: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let fees: FeeRule

  /// `fees` is the price of this installation today.
  package init(
    database: Database, clock: WallClock, entropy: Entropy, fees: FeeRule = .standard
  ) {
    (self.database, self.clock, self.entropy, self.fees) = (database, clock, entropy, fees)
  }

  /// A project in its ranking.
  package struct Pick: Hashable, Sendable {
    package let ranking: Ranking.ID
    package let project: Project.ID

    package init(ranking: Ranking.ID, project: Project.ID) {
      self.ranking = ranking
      self.project = project
    }
  }
  package enum Outcome: Hashable, Sendable {
    case drafted(Slug)
    case nothingPicked
    /// One of them stands in no certified ranking.
    case notCertified
    /// One of them has a campaign already.
    case hasCampaign(Slug)
    /// They belong to more than one organisation.
    case ofTwoOrganisations
    case notAllowed
  }

  /// The places that a campaign may start from, for those who may draft one.
  package func places(for actor: Actor) async throws -> [CertifiedPlace] {
    try await database.read { tx in
      try tx.certifiedPlaces().filter { actor.may(.createCampaign, on: $0.location) }
    }
  }

  package func callAsFunction(_ picks: [Pick], by actor: Actor) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      var places: [CertifiedPlace] = []
      for pick in picks {
        guard let place = try tx.certifiedPlace(of: pick.project, in: pick.ranking) else {
          return .notCertified
        }
        guard actor.may(.createCampaign, on: place.location) else { return .notAllowed }
        if let campaign = place.campaign { return .hasCampaign(campaign) }
        if !places.contains(where: { $0.source.project == pick.project }) { places.append(place) }
      }
      guard let first = places.first else { return .nothingPicked }
      guard let author = actor.person else { return .notAllowed }
      guard places.allSatisfy({ $0.organisation == first.organisation }) else {
        return .ofTwoOrganisations
      }
      return .drafted(try draft(places, first, by: author, tx, stamp))
    }
  }

  private func draft(
    _ places: [CertifiedPlace], _ first: CertifiedPlace, by author: Person.ID, _ tx: Transaction,
    _ stamp: Stamp
  ) throws -> Slug {
    var campaign = Campaign(
      id: entropy.id(at: stamp.now), organisation: first.organisation,
      slug: try freeSlug(first.source.title, tx), author: author)
    campaign.fees = fees
    let titles = places.map(\.source.title).joined(separator: " + ")
    let summaries = places.map(\.summary).filter { !$0.isEmpty }.joined(separator: "\n\n")
    try tx.insert(
      campaign,
      CampaignTexts(
        title: LocalText(italian: String(titles.prefix(CampaignTexts.titleMax))),
        summary: LocalText(italian: String(summaries.prefix(CampaignTexts.summaryMax))),
        story: LocalText(italian: summaries)),
      at: stamp.now)
    for place in places { try tx.insert(place.source, of: campaign.id) }
    let lines = places.filter { $0.cost?.isPositive ?? false }.enumerated().map { index, place in
      BudgetLine(
        id: entropy.id(at: stamp.now), position: index + 1,
        title: LocalText(italian: place.source.title), minimum: place.cost ?? .zero,
        optimum: place.cost ?? .zero)
    }
    try tx.replaceBudget(of: campaign.id, with: lines)
    try tx.record(
      CampaignEventRow(
        id: entropy.id(at: stamp.now), campaign: campaign.id, step: (nil, .draft),
        reason: "", by: stamp.actor, at: stamp.now))
    // Who drafts a campaign answers for it until somebody else is named.
    _ = try tx.insert(
      Grant(
        id: entropy.id(at: stamp.now), person: author, role: .campaignOwner,
        scope: .campaign(campaign.id.description), by: author, at: stamp.now))
    try tx.record(
      .createCampaign, on: AuditRecord.Object("campaign", campaign.id.description), stamp,
      detail: ["ranking": first.source.ranking.description])
    return campaign.slug
  }

  private func freeSlug(_ title: String, _ tx: Transaction) throws -> Slug {
    let wanted = Slug(title: title)
    if try !tx.isTaken(wanted) { return wanted }
    for number in 2...99 {
      let next = Slug(title: "\(wanted.text) \(number)")
      if try !tx.isTaken(next) { return next }
    }
    return Slug(title: "\(wanted.text.prefix(40)) \(entropy.token(bytes: 8))")
  }
}

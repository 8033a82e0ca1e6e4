// Accepts a pledge: its reward is reserved in the same transaction, and one form is one pledge.
package import Domain
package import Store

/// Places a pledge for a campaign, by anybody.
package struct PlacePledge: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let vault: Vault
  let letters: PledgeLetters

  package init(
    database: Database, clock: WallClock, entropy: Entropy, vault: Vault, letters: PledgeLetters
  ) {
    self.vault = vault
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
  }

  /// What a donor sends.
  package struct Request: Sendable {
    package let campaign: Slug
    package let reward: Reward.ID?
    /// Shipping not included.
    package let amount: Money
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let visibility: Visibility
    package var taxCode: TaxCode?
    package var address: PostalAddress?
    package let method: PaymentMethod
    /// The key of the form: the same form is the same pledge.
    package let formToken: String
    /// Who sends it; a pledge belongs to its address, whoever that is.
    package var actor = Actor.visitor

    package init(
      campaign: Slug, reward: Reward.ID?, amount: Money,
      donor: (email: EmailAddress, name: String, language: Language, visibility: Visibility),
      method: PaymentMethod, formToken: String
    ) {
      self.campaign = campaign
      self.reward = reward
      self.amount = amount
      (email, name, language, visibility) = donor
      self.method = method
      self.formToken = formToken
    }
  }

  package enum Outcome: Sendable {
    case placed(Pledge)
    /// This form was sent before: the pledge it made then.
    case repeated(Pledge)
    case refused(PledgeRefusal)
    /// This form was sent before and said something else.
    case formReused
    /// Somebody acts in a person's place: money is the person's own.
    case notInPlace
    case noSuchCampaign
  }

  package func callAsFunction(_ request: Request) async throws -> Outcome {
    guard request.actor.may(.placePledge, on: .platform) else { return .notInPlace }
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    let papers = try Papers(for: request, stamp, vault)
    do {
      return try await placed(request, papers, stamp)
    } catch StoreRefusal.notUnique {
      // The same form arrived twice at once and the other was first: its pledge is there now. (Or
      // a reference came up a second time: new ones are drawn.)
      let others = try Papers(for: request, stamp, vault)
      return try await placed(request, others, stamp)
    }
  }

  /// One transaction. A refusal takes back what it wrote: whoever is refused leaves no trace.
  private func placed(
    _ request: Request, _ papers: Papers, _ stamp: Stamp
  ) async throws -> Outcome {
    do {
      return try await database.write { tx in try place(request, papers, stamp, tx) }
    } catch let declined as Declined {
      return .refused(declined.refusal)
    }
  }
  private struct Declined: Error { let refusal: PledgeRefusal }

  private func place(
    _ request: Request, _ papers: Papers, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Outcome {
    guard let campaign = try tx.campaign(request.campaign), campaign.state.isPublic else {
      return .noSuchCampaign
    }
    let reward = try lockedReward(request, campaign, tx)
    if let earlier = try tx.pledge(fromForm: request.formToken) {
      return earlier.keys.formDigest == papers.keys.formDigest ? .repeated(earlier) : .formReused
    }
    if request.reward != nil, reward == nil { return .refused(.unknownReward) }
    let backer = try tx.backer(papers.backer, at: stamp.now)
    let choice = try reward.map { reward in
      RewardOnOffer(
        reward: reward, taken: reward.stock == nil ? 0 : try tx.taken(of: reward.id),
        takenByDonor: reward.limitPerDonor == nil
          ? 0 : try tx.taken(of: reward.id, by: backer.id))
    }
    let split: PriceSplit
    do throws(PledgeRefusal) {
      split = try campaign.accept(
        PledgeOffer(amount: request.amount, hasAddress: request.address != nil), for: choice,
        at: stamp.now)
    } catch { throw Declined(refusal: error) }
    var pledge = Pledge(
      id: papers.id, to: campaign.id, for: reward?.id,
      Pledge.Promise(
        split: split, donor: donor(request, backer, reward), method: request.method,
        keys: papers.keys), at: stamp.now)
    try tx.insert(pledge)
    if let sealed = papers.taxCode { try tx.keepTaxCode(sealed, of: pledge.id) }
    try tx.record(
      PledgeEventRow(
        id: entropy.id(at: stamp.now), pledge: pledge.id, step: (nil, .reserved), reason: "placed",
        by: stamp.actor, at: stamp.now))
    try tx.move(&pledge, on: .startPayment, stamp)
    let kind: PledgeLetter.Kind =
      request.method == .card ? .received : .transferInstructions
    try letters.send(kind, about: pledge, in: tx, stamp)
    return .placed(pledge)
  }

  /// The wanted reward; under its lock where it can run out.
  private func lockedReward(_ request: Request, _ campaign: Campaign, _ tx: Transaction) throws
    -> Reward?
  {
    guard let id = request.reward else { return nil }
    guard let reward = try tx.reward(id)?.reward, reward.campaign == campaign.id else {
      return nil
    }
    if reward.stock == nil, reward.limitPerDonor == nil { return reward }
    return try tx.rewardLocked(id, of: campaign.id)
  }

  private func donor(_ request: Request, _ backer: Backer, _ reward: Reward?) -> Donor {
    Donor(
      backer: backer, name: request.name, language: request.language,
      visibility: request.visibility,
      address: reward?.delivery.kind == .shipping ? request.address : nil)
  }

  /// What is drawn before the transaction, which may run twice.
  private struct Papers: Sendable {
    let id: Pledge.ID
    let backer: Backer
    let keys: PledgeKeys
    /// Sealed for this pledge alone; nil when none was given.
    let taxCode: [UInt8]?

    init(for request: Request, _ stamp: Stamp, _ vault: Vault) throws {
      let pledge: Pledge.ID = stamp.entropy.id(at: stamp.now)
      id = pledge
      taxCode = try request.taxCode.map { try vault.sealed($0.text, of: pledge, stamp.entropy) }
      backer = Backer(id: stamp.entropy.id(at: stamp.now), email: request.email)
      keys = PledgeKeys(
        reference: PersonReference(random: stamp.entropy.bytes(8)),
        transferReference: RFReference(random: stamp.entropy.bytes(8)),
        accessKey: stamp.entropy.token(bytes: 20),
        form: (request.formToken, request.digest(vault)))
    }
  }
}

extension PlacePledge.Request {
  /// Of everything that was sent, each part with its length, so that nothing runs together. The
  /// fiscal code counts by its keyed mark: nobody who reads the digest finds it by trying.
  func digest(_ vault: Vault) -> Digest {
    let code = taxCode.map { vault.mark($0.text, for: .fiscalCode).description }
    let parts: [String] = [
      campaign.text, reward?.description ?? "", String(amount.cents), amount.currency.code,
      email.text, name, language.rawValue, "\(visibility.namePublic)",
      "\(visibility.amountPublic)", "\(visibility.nameToOrganisation)", code ?? "",
      address?.street ?? "", address?.postcode ?? "", address?.city ?? "",
      address?.province ?? "", method.rawValue,
    ]
    return Digest(of: parts.map { "\($0.utf8.count):\($0)" }.joined())
  }
}

// Moving in from another platform: its awaited payments become pledges that the same events follow.
package import Domain
package import Store

/// Takes a file of awaited payments. The same file again changes nothing; nobody is written to.
package struct ImportExpected: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    case imported(new: Int, repeated: Int)
    case refused(ExpectedRefusal)
    case notAllowed
  }

  /// Entries of one transaction.
  static let batch = 500
  /// An awaited payment has no end of its own.
  static let patience = Instant.Span.days(3650)

  package func callAsFunction(
    _ bytes: [UInt8], by actor: Actor, isDryRun: Bool = false
  ) async throws -> Outcome {
    guard actor.may(.importStatement, on: .platform) else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    do throws(ExpectedRefusal) {
      let payments = try ExpectedPayment.read(bytes)
      return try await take(payments, isDryRun, stamp)
    } catch { return .refused(error) }
  }

  private func take(
    _ payments: [ExpectedPayment], _ isDryRun: Bool, _ stamp: Stamp
  ) async throws(ExpectedRefusal) -> Outcome {
    do {
      // All is looked at before anything is written: a bad file leaves no trace.
      let new = try await database.read { tx in try check(payments, tx) }
      if isDryRun || new.isEmpty {
        return .imported(new: new.count, repeated: payments.count - new.count)
      }
      let holding = try await database.write { tx in try holdingCampaign(stamp, tx) }
      var made = 0
      for start in stride(from: 0, to: new.count, by: Self.batch) {
        let part = new[start..<min(start + Self.batch, new.count)]
        made += try await database.write { tx in
          try part.filter { try take($0, holding, stamp, tx) }.count
        }
      }
      return .imported(new: made, repeated: payments.count - made)
    } catch let refusal as ExpectedRefusal {
      throw refusal
    } catch { throw ExpectedRefusal(.unreadable, "\(error)") }
  }

  private func check(
    _ payments: [ExpectedPayment], _ tx: Transaction
  ) throws -> [ExpectedPayment] {
    var known: Set<Slug> = []
    var new: [ExpectedPayment] = []
    for (index, payment) in payments.enumerated() {
      if let slug = payment.campaign, !known.contains(slug) {
        guard try tx.campaign(slug) != nil else {
          throw ExpectedRefusal(.noSuchCampaign, entry: index + 1, slug.text)
        }
        known.insert(slug)
      }
      guard let earlier = try tx.imported(payment.pledgeID) else {
        new.append(payment)
        continue
      }
      guard earlier.digest == Digest(of: payment.content) else {
        throw ExpectedRefusal(.differs, entry: index + 1, payment.pledgeID)
      }
    }
    return new
  }

  /// False when another import was quicker.
  private func take(
    _ expected: ExpectedPayment, _ holding: Campaign.ID, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Bool {
    guard try tx.imported(expected.pledgeID) == nil else { return false }
    let campaign = try expected.campaign.flatMap { try tx.campaign($0)?.id } ?? holding
    var pledge = try pledge(expected, campaign, stamp, tx)
    try tx.insert(pledge)
    try tx.record(
      PledgeEventRow(
        id: entropy.id(at: stamp.now), pledge: pledge.id, step: (nil, .reserved),
        reason: "imported", by: stamp.actor, at: stamp.now))
    pledge.expiresAt = nil
    try tx.move(&pledge, on: .startPayment, stamp)
    // Nobody is told to hurry by us: another platform made the promise.
    pledge.expiresAt = nil
    try tx.update(pledge)
    var paying: Payment.ID?
    if let provider = expected.provider, let reference = expected.paymentID {
      let payment = try tx.importedPayment(of: pledge, at: provider, reference, stamp)
      paying = payment.id
    }
    try tx.insert(
      expected,
      as: ImportedPayment(pledge: pledge.id, to: paying, digest: Digest(of: expected.content)),
      at: stamp.now)
    return true
  }

  private func pledge(
    _ expected: ExpectedPayment, _ campaign: Campaign.ID, _ stamp: Stamp, _ tx: Transaction
  ) throws -> Pledge {
    let named = expected.reference.flatMap { RFReference($0) }
    let isFree = try named.map { try !tx.isTaken($0) } ?? false
    let donor = Digest(
      of: expected.donorName + "\n" + expected.donorIBAN + "\n" + campaign.description)
    // RFC 2606: no such domain can exist, so no mail ever leaves for it.
    guard let email = EmailAddress("\(donor.description.prefix(24))@\(EmailAddress.nowhere)") else {
      throw Fault("an address made of a digest is one")
    }
    let backer = try tx.backer(
      Backer(id: entropy.id(at: stamp.now), email: email), at: stamp.now)
    return Pledge(
      id: entropy.id(at: stamp.now), to: campaign, for: nil,
      Pledge.Promise(
        split: PriceSplit(amount: expected.amount, reward: nil),
        donor: Donor(
          backer: backer, name: String(expected.donorName.prefix(Donor.nameMax)),
          language: .italian,
          visibility: Visibility(
            namePublic: false, amountPublic: false, nameToOrganisation: true)),
        method: expected.provider == nil ? .bankTransfer : .card,
        keys: PledgeKeys(
          reference: PersonReference(random: entropy.bytes(8)),
          transferReference: (isFree ? named : nil) ?? RFReference(random: entropy.bytes(8)),
          accessKey: entropy.token(bytes: 20),
          form: ("import:\(expected.pledgeID)", Digest(of: expected.content)))),
      at: stamp.now)
  }
}

extension Transaction {
  /// A payment that was started elsewhere, known by its provider's id.
  func importedPayment(
    of pledge: Pledge, at provider: ProviderName, _ reference: String, _ stamp: Stamp
  ) throws -> Payment {
    let earlier = try payments(of: pledge.id)
    var payment = Payment(
      id: stamp.entropy.id(at: stamp.now), of: (pledge.id, pledge.campaign), at: provider,
      attempt: (earlier.first?.attempt ?? 0) + 1,
      Payment.Terms(
        amount: pledge.total, shipping: pledge.split.shipping, createdAt: stamp.now,
        expiresAt: stamp.now + ImportExpected.patience))
    payment.providerReference = reference
    try insert(payment)
    return payment
  }
}

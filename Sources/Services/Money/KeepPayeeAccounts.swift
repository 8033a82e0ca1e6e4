// The accounts that organisations are paid to: one person enters, another verifies, then it rests.
package import Domain
package import Store

/// Enters and verifies accounts.
package struct KeepPayeeAccounts: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    case entered(PayeeAccount.ID)
    case verified
    case refused(PayeeAccountRefusal)
    case notFound
    /// A second factor has to be shown first.
    case notProved
    case notAllowed
  }

  /// From now on money goes there and nowhere else, once it is verified and has rested.
  package func enter(
    _ iban: String, holder: String, for slug: Slug, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.proposePayout, on: .platform), let person = actor.person else {
      return .notAllowed
    }
    guard let iban = IBAN(iban) else { return .refused(.ibanWrong) }
    guard iban.isInSEPA else { return .refused(.outsideSEPA) }
    guard !holder.isEmpty, holder.count <= PayeeAccount.holderMax else {
      return .refused(.holderMissing)
    }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    return try await database.write { tx in
      guard let campaign = try tx.campaign(slug) else { return .notFound }
      let account = PayeeAccount(
        id: stamp.entropy.id(at: stamp.now), of: campaign.organisation, iban, holder: holder,
        entered: (person, stamp.now))
      try tx.insert(account)
      try tx.record(
        .proposePayout, on: .init("payee_account", account.id.description), stamp,
        detail: ["iban": iban.masked])
      return .entered(account.id)
    }
  }

  /// Another person has seen the document with this account on it.
  package func verify(
    _ id: PayeeAccount.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.approvePayout, on: .platform) else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    return try await database.write { tx in
      guard var account = try tx.payeeAccount(id) else { return .notFound }
      guard account.verifiedBy == nil else { return .refused(.alreadyVerified) }
      guard let person = actor.person, person != account.enteredBy else {
        return .refused(.needsAnotherPerson)
      }
      (account.verifiedBy, account.verifiedAt) = (person, stamp.now)
      try tx.verify(account)
      try tx.record(
        .approvePayout, on: .init("payee_account", id.description), stamp,
        detail: ["iban": account.iban.masked])
      return .verified
    }
  }
}

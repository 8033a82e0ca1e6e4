// Setting up one's second factor: a secret for the phone, the first right code, recovery codes.
package import Domain
import Store

/// Sets up, renews and removes one's own factor.
package struct EnrolFactor: Sendable {
  private let parts: FactorParts

  init(_ parts: FactorParts) { self.parts = parts }

  /// Where someone stands.
  package enum Standing: Sendable {
    case none
    /// A secret that waits for its first code: for the phone, as text and as an address.
    case begun(secret: String, address: String)
    case confirmed(FactorState)
  }
  package enum BeginOutcome: Hashable, Sendable {
    case begun
    case enrolledAlready
    /// Who stole an open session must not add a factor of their own: sign in again first.
    case signInTooOld
    /// Who has a passkey shows it first: a link by mail alone must not add what stands above it.
    case notProved
    /// Somebody acts in the person's place.
    case notInPlace
  }
  package enum ConfirmOutcome: Sendable {
    /// The recovery codes, shown once: only their marks are kept.
    case confirmed(recoveryCodes: [String])
    case wrong
    case tooSoon(until: Instant)
    case enrolledAlready
    case notBegun
    case signInTooOld
    /// Somebody acts in the person's place.
    case notInPlace
  }
  package enum ChangeOutcome: Sendable {
    case removed
    case renewed(recoveryCodes: [String])
    case notProved
    case noFactor
    /// Somebody acts in the person's place.
    case notInPlace
  }

  package func standing(of signedIn: SignedIn) async throws -> Standing {
    // The secret of a factor is shown to nobody else.
    guard signedIn.isOneself else { return .none }
    let person = signedIn.person
    let found = try await parts.database.read { tx in
      (try tx.secondFactor(of: person.id), try tx.factorState(of: person.id))
    }
    if let state = found.1 { return .confirmed(state) }
    guard let (factor, sealed) = found.0, factor.isBegun(in: signedIn, at: parts.clock.now) else {
      return .none
    }
    let codes = try parts.codes(sealed, of: person.id)
    return .begun(
      secret: codes.text, address: codes.address(of: person.email?.text ?? person.name))
  }

  /// Makes a secret; one that was never confirmed is forgotten.
  package func begin(by signedIn: SignedIn) async throws -> BeginOutcome {
    guard signedIn.isOneself else { return .notInPlace }
    let now = parts.clock.now
    guard signedIn.isFresh(at: now) else { return .signInTooOld }
    let id = signedIn.person.id
    let sealed = try parts.vault.seal(
      parts.entropy.bytes(FactorRules.secretBytes), for: .factorSecret, of: id.description,
      parts.entropy)
    let factor = SecondFactor(of: id, times: (now, nil), lastStep: 0, wrong: (0, nil))
    return try await parts.database.write { tx in
      guard try signedIn.actor.hasProved(at: now) || !tx.canProve(id) else {
        return .notProved
      }
      return try tx.begin(factor, sealed: sealed) ? .begun : .enrolledAlready
    }
  }

  /// The first right code makes the factor count, from now on, everywhere.
  package func confirm(
    _ typed: String, by signedIn: SignedIn, requestID: String
  ) async throws -> ConfirmOutcome {
    guard signedIn.isOneself else { return .notInPlace }
    let stamp = parts.stamp(signedIn.actor, requestID)
    guard signedIn.isFresh(at: stamp.now) else { return .signInTooOld }
    let (parts, person) = (parts, signedIn.person)
    return try await parts.database.write { tx in
      guard let (factor, sealed) = try tx.secondFactorLocked(of: person.id) else {
        return .notBegun
      }
      guard !factor.isConfirmed else { return .enrolledAlready }
      guard factor.isBegun(in: signedIn, at: stamp.now) else { return .notBegun }
      if let until = factor.closedUntil(at: stamp.now) { return .tooSoon(until: until) }
      guard
        let step = try parts.codes(sealed, of: person.id).step(
          of: typed, at: stamp.now, after: factor.lastStep),
        try tx.takeStep(step, of: person.id, at: stamp.now)
      else {
        try tx.noteWrongCode(of: person.id, at: stamp.now)
        return .wrong
      }
      let codes = try parts.renewCodes(of: person, stamp, in: tx)
      try tx.noteProof(signedIn.session, at: stamp.now)
      try tx.record(.enrolFactor, on: .init("person", person.id.description), stamp)
      try tx.tell(person, .factorAdded, parts.letters, stamp)
      return .confirmed(recoveryCodes: codes)
    }
  }

  /// New recovery codes; the earlier ones are worth nothing.
  package func renew(by signedIn: SignedIn, requestID: String) async throws -> ChangeOutcome {
    guard signedIn.isOneself else { return .notInPlace }
    let stamp = parts.stamp(signedIn.actor, requestID)
    guard signedIn.actor.hasProved(at: stamp.now) else { return .notProved }
    let (parts, person) = (parts, signedIn.person)
    return try await parts.database.write { tx in
      guard try tx.factorState(of: person.id) != nil else { return .noFactor }
      let codes = try parts.renewCodes(of: person, stamp, in: tx)
      try tx.record(
        .enrolFactor, on: .init("person", person.id.description), stamp,
        detail: ["step": "renewCodes"])
      try tx.tell(person, .recoveryCodesRenewed, parts.letters, stamp)
      return .renewed(recoveryCodes: codes)
    }
  }

  /// Removes one's own factor: whoever shows it may, for another phone or for good.
  package func remove(by signedIn: SignedIn, requestID: String) async throws -> ChangeOutcome {
    guard signedIn.isOneself else { return .notInPlace }
    let stamp = parts.stamp(signedIn.actor, requestID)
    guard signedIn.actor.hasProved(at: stamp.now) else { return .notProved }
    let (letters, person) = (parts.letters, signedIn.person)
    return try await parts.database.write { tx in
      guard try tx.removeFactor(of: person.id) else { return .noFactor }
      try tx.record(.removeFactor, on: .init("person", person.id.description), stamp)
      try tx.tell(person, .factorRemoved, letters, stamp)
      return .removed
    }
  }
}

extension FactorParts {
  /// Ten new codes of 80 random bits, as they are written down.
  fileprivate func renewCodes(
    of person: Person, _ stamp: Stamp, in tx: Transaction
  ) throws -> [String] {
    let codes = (0..<FactorRules.recoveryCodes).map { _ in entropy.token(bytes: 10) }
    try tx.replaceRecoveryCodes(
      of: person.id,
      with: codes.map { vault.mark("\(person.id) \($0)", for: .recoveryCode) }, at: stamp.now)
    return codes.map(RecoveryCode.grouped)
  }
}

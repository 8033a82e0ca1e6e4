// What all use cases of second factors stand on, and the one place where a code is judged.
import Domain
import Store

/// Their common ground.
struct FactorParts: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let vault: Vault
  let letters: SecurityLetters

  func stamp(_ actor: Actor, _ requestID: String) -> Stamp {
    Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
  }
  /// The codes of a sealed secret.
  func codes(_ sealed: [UInt8], of person: Person.ID) throws -> TimeCode {
    guard let secret = vault.open(sealed, for: .factorSecret, of: person.description) else {
      throw Fault("a second factor cannot be opened. Consider RACCOLTO_VAULT_KEY")
    }
    return TimeCode(secret: secret)
  }

  /// How a code was judged.
  enum Verdict: Hashable, Sendable {
    case right
    case wrong
    /// Nothing was looked at.
    case tooSoon(until: Instant)
    case noFactor
  }

  /// Judges a code of a confirmed factor, or a recovery code in its place. A right one is used up;
  /// a wrong one is counted; guesses of one person come one after the other.
  func judge(_ typed: String, of person: Person, _ stamp: Stamp, in tx: Transaction) throws
    -> Verdict
  {
    guard let (factor, sealed) = try tx.secondFactorLocked(of: person.id), factor.isConfirmed else {
      return .noFactor
    }
    if let until = factor.closedUntil(at: stamp.now) { return .tooSoon(until: until) }
    if let code = RecoveryCode.normalised(typed) {
      let mark = vault.mark("\(person.id) \(code)", for: .recoveryCode)
      if try tx.useRecoveryCode(mark, of: person.id, at: stamp.now) {
        try tx.forgetWrongCodes(of: person.id)
        let left = try tx.factorState(of: person.id)?.recoveryCodesLeft ?? 0
        try tx.tell(person, .recoveryCodeUsed(left: left), letters, stamp)
        return .right
      }
    } else if let step = try codes(sealed, of: person.id).step(
      of: typed, at: stamp.now, after: factor.lastStep),
      try tx.takeStep(step, of: person.id, at: stamp.now)
    {
      return .right
    }
    try tx.noteWrongCode(of: person.id, at: stamp.now)
    return .wrong
  }
}

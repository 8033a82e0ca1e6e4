// A way in that two people claim: an administrator reads who they are, asks them, and decides.
// What the other did under it stays theirs: pledges, votes, roles and sessions are not moved.
package import Domain
import Store

/// Reads and decides conflicts.
package struct DecideConflict: Sendable {
  package static let reasonMax = 300
  private let parts: FactorParts

  init(_ parts: FactorParts) { self.parts = parts }

  package struct Request: Sendable {
    package let conflict: CredentialConflict.ID
    package let ruling: ConflictRuling
    package let reason: String
    package init(_ conflict: CredentialConflict.ID, _ ruling: ConflictRuling, because: String) {
      (self.conflict, self.ruling, reason) = (conflict, ruling, because)
    }
  }
  package enum Outcome: Hashable, Sendable {
    case decided
    /// Decided before, or never there.
    case notWaiting
    /// Meanwhile whoever claims it has another of its kind, or a third person has it.
    case notPossible
    case reasonMissing
    /// Another administrator decides about one's own.
    case notOnesOwn
    case notProved
    case notAllowed
  }

  /// What waits, then what was decided lately; nil when not allowed.
  package func list(for actor: Actor) async throws -> [ContestedCredential]? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await parts.database.read { tx in try tx.contested() }
  }
  /// One of them; nil when there is none, or not allowed.
  package func one(
    _ id: CredentialConflict.ID, for actor: Actor
  ) async throws -> ContestedCredential? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await parts.database.read { tx in try tx.contested(only: id).first }
  }

  /// Both people are told. Whoever loses a way in is signed out everywhere.
  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String
  ) async throws -> Outcome {
    let stamp = parts.stamp(actor, requestID)
    guard actor.may(.decideConflict, on: .platform) else { return .notAllowed }
    guard !request.reason.isEmpty, request.reason.count <= Self.reasonMax else {
      return .reasonMissing
    }
    guard actor.hasProved(at: stamp.now) else { return .notProved }
    let parts = parts
    return try await parts.database.write { tx in
      guard let waiting = try tx.waitingConflict(request.conflict) else { return .notWaiting }
      let conflict = waiting.conflict
      guard actor.person != conflict.claimant, actor.person != conflict.holder else {
        return .notOnesOwn
      }
      guard let claimant = try tx.personLocked(conflict.claimant),
        let holder = try tx.personLocked(conflict.holder)
      else { return .notWaiting }
      switch request.ruling {
      case .refused:
        try tx.tell(
          claimant, .claimRefused(conflict.kind, reason: request.reason), parts.letters, stamp)
      case .moved:
        let move = Move(
          waiting: waiting, people: (claimant, holder), reason: request.reason, parts: parts)
        guard try move.carryOut(stamp, in: tx) else { return .notPossible }
      }
      try tx.decide(
        conflict.id, request.ruling, because: request.reason, by: actor.person, at: stamp.now)
      try tx.record(
        .decideConflict, on: .init("credential_conflict", conflict.id.description), stamp,
        detail: [
          "decision": request.ruling.rawValue, "reason": request.reason,
          "kind": conflict.kind.rawValue, "claimant": conflict.claimant.description,
          "holder": conflict.holder.description,
        ])
      return .decided
    }
  }
}

/// A way in on its way from one person to another.
private struct Move {
  let waiting: WaitingConflict
  let people: (claimant: Person, holder: Person)
  let reason: String
  let parts: FactorParts

  /// False when it cannot go there.
  func carryOut(_ stamp: Stamp, in tx: Transaction) throws -> Bool {
    let (claimant, holder) = people
    let kind = waiting.conflict.kind
    let moved: Bool
    switch kind {
    case .identity: moved = try identity(stamp, in: tx)
    case .address: moved = try address(stamp, in: tx)
    }
    guard moved else { return false }
    _ = try tx.endSessions(of: holder.id, at: stamp.now)
    // To the addresses that both had before: the mailbox of one may be what moves.
    try tx.tell(
      holder, .claimMoved(kind, here: false, reason: reason), parts.letters, stamp)
    let now = try tx.person(claimant.id) ?? claimant
    try tx.tell(now, .claimMoved(kind, here: true, reason: reason), parts.letters, stamp)
    try tx.enqueue(QueuedTask(.bindIdentity, claimant.id.description), stamp)
    return true
  }

  private func identity(_ stamp: Stamp, in tx: Transaction) throws -> Bool {
    let current = try tx.person(markedBy: waiting.mark)?.id
    guard try tx.fiscalIdentitySince(of: people.claimant.id) == nil,
      current == nil || current == people.holder.id
    else { return false }
    if current != nil { _ = try tx.unbindFiscalCode(of: people.holder.id) }
    return try tx.bind(
      people.claimant.id, mark: waiting.mark, sealed: waiting.sealed, at: stamp.now)
  }

  private func address(_ stamp: Stamp, in tx: Transaction) throws -> Bool {
    let owner = people.claimant.id.description
    guard
      let bytes = parts.vault.open(waiting.sealed, for: .contestedAddress, of: owner),
      let email = EmailAddress(String(decoding: bytes, as: UTF8.self))
    else {
      throw Fault("a contested address cannot be opened. Consider RACCOLTO_VAULT_KEY")
    }
    let current = try tx.person(at: email)?.id
    guard people.claimant.email == nil, current == nil || current == people.holder.id else {
      return false
    }
    if current != nil { try tx.takeAddress(of: people.holder.id, at: stamp.now) }
    return try tx.giveAddress(email, to: people.claimant.id, at: stamp.now)
  }
}

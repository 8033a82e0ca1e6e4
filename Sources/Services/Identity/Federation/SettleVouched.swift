// What becomes of whoever was vouched for, inside one transaction: a session of theirs, or the
// reason why this person gets none.
import Domain
import Store

/// An answer that is believed, on its way to a session.
struct VouchedArrival: Sendable {
  let federation: FederationParts
  let asked: SamlRequestRow
  let vouching: Vouching
  /// The secret of the session that may begin, and the browser it is for.
  let browser: (secret: String, device: Device)
  /// Whoever comes for the first time becomes this person.
  let newcomer: Person

  private var code: String { vouching.person.fiscalCode.text }
  private var mark: Digest { federation.vault.mark(code, for: .fiscalCode) }

  enum Ending: Sendable {
    case begun(SessionRow)
    case mismatch(SamlMismatch)
    /// The answer, or the assertion in it, came before.
    case seenBefore

    /// How the register of exchanges names it.
    func outcome(of purpose: SamlPurpose) -> String {
      switch self {
      case .mismatch(let mismatch): mismatch.rawValue
      case .seenBefore: SamlRefusal.seenBefore.rawValue
      case .begun:
        switch purpose {
        case .signIn: "signedIn"
        case .link: "linked"
        case .prove: "proved"
        }
      }
    }
  }

  /// Settles the answer by what it was asked for.
  func settle(in tx: Transaction, at now: Instant, requestID: String) throws -> Ending {
    for id in [vouching.responseID, vouching.assertionID] {
      let seen = Digest(of: "\(asked.request.provider) \(id)")
      guard try tx.see(seen, until: vouching.validUntil) else { return .seenBefore }
    }
    let person: Person
    switch asked.purpose {
    case .signIn: person = try comer(in: tx, at: now)
    case .link, .prove:
      guard let asker = try asker(in: tx, at: now) else { return .mismatch(.sessionOver) }
      let stamp = stamp(of: asker, at: now, requestID)
      let mismatch =
        asked.purpose == .link
        ? try link(to: asker, stamp, in: tx) : try prove(asker, at: now, in: tx)
      if let mismatch { return .mismatch(mismatch) }
      person = asker
    }
    return .begun(try begin(of: person, stamp(of: person, at: now, requestID), in: tx))
  }

  private func stamp(of person: Person, at now: Instant, _ requestID: String) -> Stamp {
    Stamp(
      at: now, by: .person(person.id, grants: []), federation.entropy, requestID: requestID)
  }

  /// Whoever has this fiscal code; the newcomer, if nobody has.
  private func comer(in tx: Transaction, at now: Instant) throws -> Person {
    if let known = try tx.person(markedBy: mark) {
      try tx.touchFiscalIdentity(known.id, at: now)
      return known
    }
    guard try tx.insert(newcomer), try bind(newcomer, at: now, in: tx) else {
      // Two first sign-ins at once, on two machines: the transaction runs again, finds the other.
      throw Fault("a fiscal code was bound meanwhile", retryable: true)
    }
    return newcomer
  }

  /// Whose session asked, if it still lives: the answer comes without that session's cookie.
  private func asker(in tx: Transaction, at now: Instant) throws -> Person? {
    guard let session = try asked.previousSession.flatMap({ try tx.session($0) }),
      session.expiresAt > now, session.lastSeenAt > now - SessionRules.idle
    else { return nil }
    return try tx.personLocked(session.person)
  }

  /// The same person came back, or did not.
  private func prove(
    _ asker: Person, at now: Instant, in tx: Transaction
  ) throws -> SamlMismatch? {
    guard try tx.person(markedBy: mark)?.id == asker.id else { return .otherPerson }
    try tx.touchFiscalIdentity(asker.id, at: now)
    return nil
  }

  /// Binds the fiscal code to who asked, unless it is somebody else's.
  private func link(
    to asker: Person, _ stamp: Stamp, in tx: Transaction
  ) throws -> SamlMismatch? {
    let holder = try tx.person(markedBy: mark)
    if holder?.id == asker.id {
      try tx.touchFiscalIdentity(asker.id, at: stamp.now)
      return nil
    }
    guard try tx.fiscalIdentitySince(of: asker.id) == nil else { return .otherIdentity }
    if let holder {
      try contest(asker, holder, stamp, in: tx)
      return .conflict
    }
    guard try bind(asker, at: stamp.now, in: tx) else {
      throw Fault("a fiscal code was bound meanwhile", retryable: true)
    }
    try tx.record(
      .addCredential, on: .init("person", asker.id.description), stamp,
      detail: [
        "kind": CredentialKind.identity.rawValue, "scheme": asked.request.scheme.rawValue,
      ])
    try tx.tell(asker, .identityAdded(asked.request.scheme), federation.letters, stamp)
    return nil
  }

  private func contest(
    _ asker: Person, _ holder: Person, _ stamp: Stamp, in tx: Transaction
  ) throws {
    let conflict = CredentialConflict(
      id: stamp.entropy.id(at: stamp.now), .identity, between: (asker.id, holder.id),
      vouchedBy: .init(provider: asked.request.provider, scheme: asked.request.scheme),
      at: stamp.now)
    _ = try tx.insert(
      WaitingConflict(conflict, mark: mark, sealed: try sealed(for: asker.id)))
  }

  private func bind(_ person: Person, at now: Instant, in tx: Transaction) throws -> Bool {
    try tx.bind(person.id, mark: mark, sealed: try sealed(for: person.id), at: now)
  }
  private func sealed(for person: Person.ID) throws -> [UInt8] {
    try federation.vault.seal(
      Array(code.utf8), for: .fiscalCode, of: person.description, federation.entropy)
  }

  /// The session of whoever was vouched for. From level 2 on the provider has asked for a second
  /// factor itself; below it ours is asked for, if there is one.
  private func begin(of person: Person, _ stamp: Stamp, in tx: Transaction) throws -> SessionRow {
    let previous = try asked.previousSession.flatMap { try tx.session($0) }
    var begun = SessionRow.begun(
      by: person.id, after: previous, secret: browser.secret, on: browser.device, stamp)
    if vouching.level >= .two {
      begun.provedAt = stamp.now
    } else if try tx.factorState(of: person.id) != nil {
      begun.waitingUntil = stamp.now + ProveFactor.waitsFor
    }
    if begun.waitingUntil == nil, let previous {
      try tx.endReplacedSession(previous.tokenHash, at: stamp.now)
    }
    try tx.insert(begun)
    try tx.insert(
      SamlSessionRow(
        session: begun.tokenHash, provider: asked.request.provider,
        scheme: asked.request.scheme, vouched: (vouching.level, vouching.subject),
        at: stamp.now))
    guard begun.waitingUntil == nil else { return begun }
    try tx.record(
      .signIn, on: .init("session", begun.tokenHash.description), stamp,
      detail: [
        "scheme": asked.request.scheme.rawValue, "level": "\(vouching.level.rawValue)",
      ])
    try tx.enqueue(QueuedTask(.bindIdentity, person.id.description), stamp)
    return begun
  }
}

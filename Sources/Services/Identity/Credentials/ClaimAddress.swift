// Adds a mail address to who has none: a link goes there, and comes back to the browser that asked.
package import Domain
import Store

/// One mail to an address that someone says is theirs.
package struct AddressLetter: Sendable {
  /// Who asks.
  package let person: Person
  /// The secret of the link, known only to this mail.
  package let token: String
  package let language: Language
  package let minutes: Int
}

/// Writes the words of the mail.
package struct AddressLetters: Sendable {
  let write: @Sendable (AddressLetter) -> MailContent

  package init(_ write: @escaping @Sendable (AddressLetter) -> MailContent) { self.write = write }
}

/// Adds a mail address as a way in.
package struct ClaimAddress: Sendable {
  /// The link can be used for so long.
  package static let validFor = Instant.Span.minutes(15)
  /// So many mails in that time for one person.
  static let claimsMax = 4

  private let parts: FactorParts
  private let letters: AddressLetters

  init(_ parts: FactorParts, _ letters: AddressLetters) {
    self.parts = parts
    self.letters = letters
  }

  package enum AskOutcome: Hashable, Sendable {
    /// A mail left; the same whether or not somebody else has the address.
    case asked
    /// There is an address; it is taken away first.
    case hasOne
    case tooMany
    case missing(MissingProof)
  }
  package enum ConfirmOutcome: Hashable, Sendable {
    case added
    /// Somebody else has it here: administrators decide.
    case conflict
    /// Used before, too old, or not of this browser: told the same.
    case notValid
  }

  package func ask(
    _ email: EmailAddress, by signedIn: SignedIn, language: Language, requestID: String
  ) async throws -> AskOutcome {
    guard signedIn.isOneself else { return .missing(.oneself) }
    let (stamp, letters) = (parts.stamp(signedIn.actor, requestID), letters)
    let token = parts.entropy.token()
    return try await parts.database.write { tx in
      guard let person = try tx.personLocked(signedIn.person.id), person.email == nil else {
        return .hasOne
      }
      let hasFactor = try tx.canProve(person.id)
      if let missing = signedIn.missingToChangeWaysIn(hasFactor: hasFactor, at: stamp.now) {
        return .missing(missing)
      }
      let lately = try tx.addressClaims(of: person.id, since: stamp.now - Self.validFor)
      guard lately < Self.claimsMax else { return .tooMany }
      try tx.insert(
        AddressClaimRow(
          tokenHash: Digest(of: token), by: person.id, in: Digest(of: signedIn.formSecret),
          email: email, times: (stamp.now, stamp.now + Self.validFor)))
      let content = letters.write(
        AddressLetter(
          person: person, token: token, language: language,
          minutes: Int(Self.validFor.milliseconds / 60_000)))
      try tx.queue(
        OutgoingMailRow(
          id: stamp.entropy.id(at: stamp.now),
          kind: ("addressClaim", "addressClaim:\(Digest(of: token))"), to: (email, ""),
          language: language, words: (content.subject, content.text, content.html ?? ""),
          at: stamp.now), stamp)
      return .asked
    }
  }

  /// The address of a link that could be used now by this session: for the page with the button,
  /// which uses nothing. Nil for every other.
  package func claimed(_ token: String, by signedIn: SignedIn) async throws -> EmailAddress? {
    let now = parts.clock.now
    return try await parts.database.read { tx in
      try tx.claim(token, of: signedIn, at: now)?.email
    }
  }

  /// The button was pressed, in the browser that asked and the session, or one that followed it.
  package func confirm(
    _ token: String, by signedIn: SignedIn, requestID: String
  ) async throws -> ConfirmOutcome {
    let (parts, stamp) = (parts, parts.stamp(signedIn.actor, requestID))
    return try await parts.database.write { tx in
      guard let claim = try tx.claim(token, of: signedIn, at: stamp.now),
        try tx.useAddressClaim(claim.tokenHash, at: stamp.now),
        try tx.personLocked(claim.person)?.email == nil
      else { return .notValid }
      if let holder = try tx.person(at: claim.email) {
        try parts.contest(claim, holder, stamp, in: tx)
        return .conflict
      }
      guard try tx.giveAddress(claim.email, to: claim.person, at: stamp.now),
        let person = try tx.person(claim.person)
      else { throw Fault("an address was taken meanwhile", retryable: true) }
      try tx.record(
        .addCredential, on: .init("person", person.id.description), stamp,
        detail: ["kind": CredentialKind.address.rawValue])
      try tx.tell(person, .addressAdded, parts.letters, stamp)
      try tx.enqueue(QueuedTask(.bindIdentity, person.id.description), stamp)
      return .added
    }
  }
}

extension Transaction {
  /// A claim, if it is of this session's browser and person.
  fileprivate func claim(
    _ token: String, of signedIn: SignedIn, at now: Instant
  ) throws -> AddressClaimRow? {
    guard let claim = try addressClaim(Digest(of: token), at: now),
      claim.person == signedIn.person.id, claim.browserHash == Digest(of: signedIn.formSecret)
    else { return nil }
    return claim
  }
}

extension FactorParts {
  fileprivate func contest(
    _ claim: AddressClaimRow, _ holder: Person, _ stamp: Stamp, in tx: Transaction
  ) throws {
    let conflict = CredentialConflict(
      id: stamp.entropy.id(at: stamp.now), .address, between: (claim.person, holder.id),
      vouchedBy: nil, at: stamp.now)
    let text = claim.email.text
    let sealed = try vault.seal(
      Array(text.utf8), for: .contestedAddress, of: claim.person.description, stamp.entropy)
    _ = try tx.insert(
      WaitingConflict(
        conflict, mark: vault.mark(text.lowercased(), for: .contestedAddress), sealed: sealed))
  }
}

// Sends a one-time link to someone known here. Whoever asks learns nothing from the answer.
package import Domain
package import Store

/// Asks for a sign-in link by mail.
package struct RequestSignInLink: Sendable {
  /// A link can be used for so long.
  package static let validFor = Instant.Span.minutes(15)
  /// So many links in that time for one person; more are not sent.
  static let linksMax = 4

  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy
  private let letters: SignInLetters

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: SignInLetters
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
  }

  package struct Request: Sendable {
    package let email: EmailAddress
    package let language: Language
    /// Where to go after signing in: a path of this site.
    package let nextPath: String
    /// The browser that asks: in another one the link says first whose sign-in it is.
    package var browser: Digest?
    package init(email: EmailAddress, language: Language, nextPath: String) {
      self.email = email
      self.language = language
      self.nextPath = nextPath
    }
  }
  /// The same whether or not the address is known, and whether or not a mail was sent.
  package enum Outcome: Sendable { case asked }

  package func callAsFunction(_ request: Request) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    let letters = letters
    try await database.write { tx in
      guard let person = try tx.person(at: request.email),
        try tx.signInLinks(of: person.id, since: stamp.now - Self.validFor) < Self.linksMax
      else { return }
      let token = stamp.entropy.token()
      var link = SignInLinkRow(
        tokenHash: Digest(of: token), person: person.id, nextPath: request.nextPath,
        createdAt: stamp.now, expiresAt: stamp.now + Self.validFor)
      link.mailedAt = stamp.now
      link.browserHash = request.browser
      try tx.insert(link)
      let letter = SignInLetter(
        person: person, token: token, language: request.language,
        expiresAt: stamp.now + Self.validFor,
        minutes: Int(Self.validFor.milliseconds / 60_000))
      let content = letters.write(letter)
      try tx.queue(
        OutgoingMailRow(
          id: stamp.entropy.id(at: stamp.now),
          kind: ("signInLink", "signInLink:\(Digest(of: token))"),
          to: (person.email ?? request.email, person.name), language: request.language,
          words: (content.subject, content.text, content.html ?? ""), at: stamp.now), stamp)
    }
    return .asked
  }

  /// A link for someone, printed where only the operator sees it. Nil when nobody is at the
  /// address. The token goes into the path of the confirmation page.
  package func issueForOperator(
    to email: EmailAddress, nextPath: String, validFor: Instant.Span = validFor
  ) async throws -> String? {
    let now = clock.now
    let token = entropy.token()
    return try await database.write { tx in
      guard let person = try tx.person(at: email) else { return nil }
      try tx.insert(
        SignInLinkRow(
          tokenHash: Digest(of: token), person: person.id, nextPath: nextPath, createdAt: now,
          expiresAt: now + validFor))
      return token
    }
  }
}

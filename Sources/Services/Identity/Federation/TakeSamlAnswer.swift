// Takes an identity provider's answer: one answer for each request, from the browser that asked,
// believed only when every rule holds; then whoever is vouched for is signed in.
package import Domain
import Store

/// Ends a sign-in by SPID or CIE.
package struct TakeSamlAnswer: Sendable {
  /// DPCM of 24 October 2014, article 13: requests and answers are kept for 24 months.
  static let keptFor = Instant.Span.days(731)

  private let federation: FederationParts

  init(_ federation: FederationParts) { self.federation = federation }

  package struct Answer: Sendable {
    /// The `SAMLResponse` field as it came.
    package let field: String
    /// The mark of the login in this browser.
    package let browserMark: String?
    /// The mark of a minor's sign-in in this browser, if one waits.
    package var minorMark: String?
    package let language: Language
    package let requestID: String
    package var device = Device.unknown

    package init(field: String, browserMark: String?, language: Language, requestID: String) {
      self.field = field
      self.browserMark = browserMark
      self.language = language
      self.requestID = requestID
    }
    var marks: [String] { [browserMark, minorMark].compactMap(\.self) }
  }
  package enum Outcome: Sendable {
    /// The secret of the new session, for the cookie, and where to go.
    case signedIn(token: String, nextPath: String)
    /// Vouched for at the level of a password, and this person has a second factor here: it has to
    /// follow. The secret opens nothing by itself.
    case codeNeeded(token: String, nextPath: String)
    /// SPID or CIE is bound to who was signed in; the session has a new secret.
    case linked(token: String, nextPath: String)
    /// The same person showed who they are once more; the session has a new secret.
    case proved(token: String, nextPath: String)
    /// Believed, but not the person who asked, or not theirs to bind: nothing changed for anybody.
    case mismatch(SamlMismatch, nextPath: String)
    /// The provider's own ending; the person may try again.
    case declined(SamlDecline, nextPath: String)
    case refused(SamlRefusal)
  }

  /// The session that this browser had when it asked, if any, ends.
  package func callAsFunction(_ answer: Answer) async throws -> Outcome {
    let now = federation.clock.now
    let opened: any OpenedAnswer
    do throws(SamlRefusal) { opened = try federation.gateway.open(answer.field) } catch {
      return try await refuse(error, at: now)
    }
    let asked: SamlRequestRow
    switch try await take(opened.inResponseTo, from: answer.marks, at: now) {
    case .success(let row): asked = row
    case .failure(let refusal): return try await refuse(refusal, at: now)
    }
    guard let provider = try await federation.book.provider(asked.request.provider) else {
      return try await refuse(.unknownProvider, of: (asked, opened), at: now)
    }
    let believed: BelievedAnswer
    do throws(SamlRefusal) {
      believed = try opened.believed(for: asked.request, from: provider, at: now)
    } catch {
      return try await refuse(error, of: (asked, opened), at: now)
    }
    switch believed {
    case .declined(let decline):
      let row = try exchange((asked, opened), decline.rawValue, responseID: "", at: now)
      try await federation.database.write { tx in try tx.insert(row) }
      return .declined(decline, nextPath: asked.nextPath)
    case .vouched(let vouching):
      return try await signIn(vouching, (asked, opened), answer, at: now)
    }
  }

  /// Takes the request's one answer. Another browser's answer takes nothing: whoever learnt the id
  /// could otherwise spoil a login.
  private func take(
    _ id: String, from marks: [String], at now: Instant
  ) async throws -> Result<SamlRequestRow, SamlRefusal> {
    try await federation.database.write { tx in
      guard let row = try tx.samlRequest(id) else { return .failure(.noSuchRequest) }
      guard marks.contains(where: { row.browserHash == Digest(of: $0) }) else {
        return .failure(.otherBrowser)
      }
      guard row.expiresAt > now else { return .failure(.requestOver) }
      return try tx.answerSamlRequest(id, at: now) ? .success(row) : .failure(.answeredBefore)
    }
  }

  /// Whether nothing that a browser's mark ties waits for its answer any more.
  package func isSpent(_ browserMark: String) async throws -> Bool {
    let (now, hash) = (federation.clock.now, Digest(of: browserMark))
    return try await federation.database.read { tx in try !tx.hasSamlRequest(of: hash, at: now) }
  }

  private typealias Pair = (asked: SamlRequestRow, answer: any OpenedAnswer)

  private func signIn(
    _ vouching: Vouching, _ pair: Pair, _ answer: Answer, at now: Instant
  ) async throws -> Outcome {
    let entropy = federation.entropy
    var row = try exchange(pair, "", responseID: vouching.responseID, at: now)
    row.assertionID = vouching.assertionID
    row.subject = vouching.subject
    let secret = entropy.token(bytes: 32)
    let arrival = VouchedArrival(
      federation: federation, asked: pair.asked, vouching: vouching,
      browser: (secret, answer.device),
      newcomer: Person(
        id: entropy.id(at: now), email: nil, name: vouching.person.name,
        language: answer.language, createdAt: now))
    let purpose = pair.asked.purpose
    let ending = try await federation.database.write { [row] tx in
      let ending = try arrival.settle(in: tx, at: now, requestID: answer.requestID)
      var row = row
      row.outcome = ending.outcome(of: purpose)
      if case .seenBefore = ending { return ending }
      try tx.insert(row)
      return ending
    }
    let nextPath = pair.asked.nextPath
    switch ending {
    case .seenBefore: return try await refuse(.seenBefore, of: pair, at: now)
    case .mismatch(let mismatch): return .mismatch(mismatch, nextPath: nextPath)
    case .begun(let session):
      guard session.waitingUntil == nil else {
        return .codeNeeded(token: secret, nextPath: nextPath)
      }
      return switch purpose {
      case .signIn: .signedIn(token: secret, nextPath: nextPath)
      case .link: .linked(token: secret, nextPath: nextPath)
      case .prove: .proved(token: secret, nextPath: nextPath)
      }
    }
  }

  private func exchange(
    _ pair: Pair, _ outcome: String, responseID: String, at now: Instant
  ) throws -> SamlExchangeRow {
    let sealed = try federation.vault.seal(
      pair.answer.xml, for: .samlExchange, of: pair.asked.request.id, federation.entropy)
    return SamlExchangeRow(
      id: federation.entropy.id(at: now), of: pair.asked, outcome: outcome,
      response: (responseID, sealed), times: (now, now + Self.keptFor))
  }

  private func refuse(
    _ refusal: SamlRefusal, of pair: Pair? = nil, at now: Instant
  ) async throws -> Outcome {
    var row = SamlRefusalRow(id: federation.entropy.id(at: now), at: now, reason: refusal)
    if let pair {
      row.requestID = pair.asked.request.id
      row.provider = pair.asked.request.provider
      row.sealed = try federation.vault.seal(
        pair.answer.xml, for: .samlExchange, of: pair.asked.request.id, federation.entropy)
    }
    try await federation.database.write { [row] tx in try tx.insert(row) }
    return .refused(refusal)
  }
}

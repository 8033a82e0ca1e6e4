// Binds SPID or CIE to who is signed in: begins here, ends where the answer is taken.
package import Domain
import Store

/// Sends someone who is signed in to their provider, to bind what it vouches for.
package struct LinkIdentity: Sendable {
  private let federation: FederationParts
  private let start: StartSamlSignIn

  init(_ federation: FederationParts, _ start: StartSamlSignIn) {
    self.federation = federation
    self.start = start
  }

  package struct Request: Sendable {
    /// The provider's entity id.
    package let provider: String
    /// Where to go afterwards: a path of this site.
    package let nextPath: String
    /// The mark of a login that this browser has begun already; nil for none.
    package let browserMark: String?

    package init(provider: String, nextPath: String, browserMark: String?) {
      self.provider = provider
      self.nextPath = nextPath
      self.browserMark = browserMark
    }
  }
  package enum Outcome: Sendable {
    /// Where to go, with the mark that ties the answer to this browser and how long it is good.
    case ask(OutgoingSaml, browserMark: String, seconds: Int)
    case noSuchProvider
    /// Who finds an open session must not make it theirs.
    case missing(MissingProof)
  }

  /// The answer binds only while this very session lives, in this browser.
  package func callAsFunction(
    _ asked: Request, by signedIn: SignedIn
  ) async throws -> Outcome {
    let person = signedIn.person.id
    let hasFactor = try await federation.database.read { tx in
      try tx.canProve(person)
    }
    let now = federation.clock.now
    if let missing = signedIn.missingToChangeWaysIn(hasFactor: hasFactor, at: now) {
      return .missing(missing)
    }
    var request = StartSamlSignIn.Request(
      provider: asked.provider, nextPath: asked.nextPath, browserMark: asked.browserMark)
    request.purpose = .link
    request.previousSession = signedIn.session
    // A form of ours leads there, so a form leads on.
    request.binding = .post
    switch try await start(request) {
    case .ask(let message, let mark, let seconds):
      return .ask(message, browserMark: mark, seconds: seconds)
    case .noSuchProvider: return .noSuchProvider
    }
  }
}

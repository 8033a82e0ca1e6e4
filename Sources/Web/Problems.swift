// Refusals as people and programs are told them: one value, a page or RFC 9457's problem+json.
package import Domain
import Phrases
import Services

/// Why something was not done. Handlers may return it (`.problem`) or throw it.
package struct Problem: Error, Sendable {
  /// The HTTP status.
  package let status: Int
  /// Names the kind for programs; the last part of its `type`: `/problems/below-minimum`.
  package let code: String
  /// Seconds after which it is worth trying again.
  package var retryAfterSeconds: Int?
  /// What is wrong with which field.
  package var fields: [FieldProblem] = []
  /// Which pace was exceeded, for the RateLimit fields.
  var pace: Pace?
  let words: @Sendable (Language) -> Words

  /// What is said: a title of a few words, and a sentence on what to do.
  package struct Words: Hashable, Sendable {
    package let title: String
    package let detail: String
    package init(_ title: String, _ detail: String) {
      self.title = title
      self.detail = detail
    }
  }

  package init(_ status: Int, _ code: String, words: @escaping @Sendable (Language) -> Words) {
    self.status = status
    self.code = code
    self.words = words
  }
  /// From a phrase book: title and detail as members.
  init(
    _ status: Int, _ code: String,
    _ title: @escaping @Sendable (ProblemPhrases) -> String,
    _ detail: @escaping @Sendable (ProblemPhrases) -> String
  ) {
    self.init(status, code) { language in
      let say = ProblemPhrases[language]
      return Words(title(say), detail(say))
    }
  }
}

extension Problem {
  package static let notFound = Problem(404, "not-found", \.notFound, \.notFoundDetail)
  package static let gone = Problem(410, "gone", \.gone, \.goneDetail)
  /// Asked for by somebody who acts in another's place: only the person themselves can.
  package static let notInPlace = Problem(403, "not-in-place", \.notInPlace, \.notInPlaceDetail)
  /// Signed in, and not allowed, where the existence of the page is no secret.
  package static let notAllowed = Problem(403, "not-allowed", \.notAllowed, \.notAllowedDetail)
  /// Not signed in, for programs; people are sent to sign in instead.
  package static let notSignedIn = Problem(401, "not-signed-in", \.notSignedIn, \.notSignedInDetail)
  /// The form's token is missing, or another visitor's.
  package static let staleForm = Problem(403, "stale-form", \.staleForm, \.staleFormDetail)
  /// The form was sent from another site.
  package static let otherSite = Problem(403, "other-site", \.otherSite, \.otherSiteDetail)
  package static let malformed = Problem(400, "malformed", \.malformed, \.malformedDetail)
  package static let tooLarge = Problem(413, "too-large", \.tooLarge, \.tooLargeDetail)
  package static let tooSlow = Problem(408, "too-slow", \.tooSlow, \.tooSlowDetail)
  package static let wrongMethod = Problem(405, "wrong-method", \.wrongMethod, \.wrongMethodDetail)
  package static let unsupportedType = Problem(
    415, "unsupported-type", \.unsupportedType, \.unsupportedTypeDetail)
  /// Something went wrong on our side; the incident is the request's id.
  package static let incident = Problem(500, "incident", \.incident, \.incidentDetail)
  /// Away for a moment: a database, a provider.
  package static let unavailable: Problem = {
    var problem = Problem(503, "unavailable", \.unavailable, \.unavailableDetail)
    problem.retryAfterSeconds = 10
    return problem
  }()
  /// The problems that any address can have.
  static let ofTheShell: [Problem] = [
    .notFound, .gone, .notAllowed, .notInPlace, .notSignedIn, .staleForm, .otherSite, .malformed,
    .tooLarge,
    .tooSlow, .wrongMethod, .unsupportedType, .incident, .unavailable,
    .tooMany(retryAfterSeconds: 1),
  ]
  /// Those that have a page of their own for whoever writes a program.
  static let explained = ofTheShell + WebhookRefusal.allCases.map(webhook)

  /// Too many requests of one kind.
  package static func tooMany(retryAfterSeconds: Int) -> Problem {
    var problem = Problem(429, "too-many", \.tooMany, \.tooManyDetail)
    problem.retryAfterSeconds = retryAfterSeconds
    return problem
  }
}

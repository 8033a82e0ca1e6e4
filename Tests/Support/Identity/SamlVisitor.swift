// What a browser does between us and an identity provider: carries the question there and the
// answer back.
package import Domain
import Foundation
package import SAML
package import Services

/// A question on its way, with what the browser keeps.
package struct SamlErrand: Sendable {
  package let question: TestQuestion
  package let browserMark: String

  package init(question: TestQuestion, browserMark: String) {
    (self.question, self.browserMark) = (question, browserMark)
  }
}

extension SamlWorld {
  /// Starts a sign-in and reads what the provider is asked.
  package func begin(
    _ services: FederationServices, at provider: TestProvider, mark: String? = nil,
    _ change: (inout StartSamlSignIn.Request) -> Void = { _ in }
  ) async throws -> SamlErrand {
    var request = StartSamlSignIn.Request(
      provider: provider.entityID, nextPath: "/it/profilo", browserMark: mark)
    change(&request)
    guard case .ask(let message, let mark, _) = try await services.start(request),
      case .redirect(let url) = message.way,
      let question = question(in: url, of: provider)
    else { throw Fault("\(provider.entityID) was not asked") }
    return SamlErrand(question: question, browserMark: mark)
  }

  /// The question in a redirect's address.
  package func question(in url: String, of provider: TestProvider) -> TestQuestion? {
    let items = URLComponents(string: url)?.queryItems ?? []
    guard let field = items.first(where: { $0.name == "SAMLRequest" })?.value else { return nil }
    return provider.question(field, binding: .redirect, acs: service.acs)
  }

  /// A provider's good answer as the form's field.
  package func reply(
    to question: TestQuestion, about person: VouchedPerson = SamlWorld.giulia, at now: Instant,
    by pair: SamlKeys.Pair = SamlKeys.provider, _ change: (inout TestAnswer) -> Void = { _ in }
  ) throws -> String {
    var answer = TestAnswer(
      to: question, from: Self.providerID, at: now,
      Entropy { count in
        (0..<count).map { _ in UInt8.random(in: 0...255) }
      })
    answer.person = person
    change(&answer)
    return base64(try answer.signed(by: pair.key))
  }

  /// Brings an answer to us.
  package func bring(
    _ field: String, of errand: SamlErrand, to services: FederationServices
  ) async throws -> TakeSamlAnswer.Outcome {
    try await services.take(
      .init(
        field: field, browserMark: errand.browserMark, language: .italian, requestID: "test"))
  }
}

// The port to SAML: what is asked of the adapter that writes, reads and verifies its messages.
package import Domain

/// An identity provider as its metadata describes it.
package struct IdentityProvider: Hashable, Sendable {
  package let entityID: String
  package let name: String
  package let scheme: IdentityScheme
  /// The certificates (DER) whose keys it signs with; several during a roll-over.
  package let certificates: [[UInt8]]
  package let signOn: [SamlBinding: String]
  package let logout: [SamlBinding: String]

  package init(
    entityID: String, name: String, scheme: IdentityScheme, certificates: [[UInt8]],
    signOn: [SamlBinding: String], logout: [SamlBinding: String]
  ) {
    self.entityID = entityID
    self.name = name
    self.scheme = scheme
    self.certificates = certificates
    self.signOn = signOn
    self.logout = logout
  }
}

/// A message on its way out, through the browser.
package struct OutgoingSaml: Sendable {
  package enum Way: Sendable {
    case redirect(url: String)
    /// A form that the browser posts; it works with a button alone.
    case form(action: String, fields: [(name: String, value: String)])
  }
  /// The whole message, for the register.
  package let xml: [UInt8]
  package let way: Way
  package init(xml: [UInt8], way: Way) { (self.xml, self.way) = (xml, way) }
}

/// An answer that was read and not yet believed.
package protocol OpenedAnswer: Sendable {
  /// The request it says it answers. Proves nothing: it only finds what we asked.
  var inResponseTo: String { get }
  var xml: [UInt8] { get }
  /// Believes the answer or refuses it: signature by this provider's keys and no others, then every
  /// rule of SPID's table, read only from the bytes that were signed.
  func believed(
    for request: SamlRequest, from provider: IdentityProvider, at now: Instant
  ) throws(SamlRefusal) -> BelievedAnswer
}

/// What a believed answer says.
package enum BelievedAnswer: Sendable {
  case vouched(Vouching)
  /// The provider reports an ending without a person.
  case declined(SamlDecline)
}

/// Who signed in, how surely, and the ids that may not come again.
package struct Vouching: Sendable {
  package let person: VouchedPerson
  package let level: IdentityLevel
  package let subject: SamlSubject
  package let responseID: String
  package let assertionID: String
  /// Until when the assertion could be shown again.
  package let validUntil: Instant

  package init(
    person: VouchedPerson, level: IdentityLevel, subject: SamlSubject,
    ids: (response: String, assertion: String), validUntil: Instant
  ) {
    self.person = person
    self.level = level
    self.subject = subject
    (responseID, assertionID) = (ids.response, ids.assertion)
    self.validUntil = validUntil
  }
}

/// A logout message as the browser brought it. What is read of it is read from the very bytes whose
/// signature holds: nobody decodes a query before that.
package enum IncomingLogout: Sendable {
  /// The query exactly as it was sent.
  case redirect(query: String)
  /// The fields of the form.
  case post(message: String, relayState: String?)
}

/// A verified request of a provider to end someone's sessions.
package struct LogoutOrder: Sendable {
  package let id: String
  package let provider: IdentityProvider
  /// The provider's name for whoever is logged out; its index is not read here.
  package let subject: SamlSubject
  /// Which of that name's sessions; all of them when the provider names none.
  package let sessionIndexes: [String]
  /// Goes back with the answer.
  package let relayState: String?
  /// Until when it would be believed once more, if it were not remembered.
  package let validUntil: Instant

  package init(
    id: String, provider: IdentityProvider,
    of who: (subject: SamlSubject, sessionIndexes: [String]), relayState: String?,
    validUntil: Instant
  ) {
    (self.id, self.provider, self.relayState) = (id, provider, relayState)
    (subject, sessionIndexes) = who
    self.validUntil = validUntil
  }
}

/// Writes, reads and verifies SAML. Pure work on bytes: it reaches nothing outside.
package protocol SamlGateway: Sendable {
  /// The signed metadata of our service in a scheme; nil where we are not part of it.
  func metadata(of scheme: IdentityScheme) throws -> [UInt8]?
  /// The providers that a metadata document describes: one, or a list of them.
  func providers(in metadata: [UInt8], scheme: IdentityScheme) throws(SamlRefusal)
    -> [IdentityProvider]
  /// Writes a request for a provider; nil when it offers no binding that we know.
  func ask(
    _ request: SamlRequest, of provider: IdentityProvider, binding: SamlBinding?,
    relayState: String
  ) throws -> OutgoingSaml?
  /// Reads the `SAMLResponse` field: refuses by structure whatever no provider writes.
  func open(_ field: String) throws(SamlRefusal) -> any OpenedAnswer

  /// Asks a provider to end its session; nil when it knows no logout.
  func askLogout(
    _ subject: SamlSubject, id: String, at provider: IdentityProvider, now: Instant
  ) throws -> OutgoingSaml?
  /// Verifies a provider's request to log someone out, as strictly as an answer.
  func logoutOrder(
    _ message: IncomingLogout, from providers: [IdentityProvider], at now: Instant
  ) throws(SamlRefusal) -> LogoutOrder
  /// Answers that request with success; nil when the provider names no place for it.
  func answer(_ order: LogoutOrder, id: String, now: Instant) throws -> OutgoingSaml?
}

/// A request as the test provider receives it.
package struct SamlQuestion: Sendable {
  package let field: String
  package let binding: SamlBinding
  /// Where the answer goes.
  package let acs: String
  package init(field: String, binding: SamlBinding, acs: String) {
    (self.field, self.binding, self.acs) = (field, binding, acs)
  }
}

/// How a test sign-in ends.
package enum SamlTestEnding: Sendable {
  case vouched(VouchedPerson)
  case declined(SamlDecline)
}

/// The identity provider of demonstrations and tests. There is none in production.
package protocol SamlTestProvider: Sendable {
  var entityID: String { get }
  func metadata() -> [UInt8]
  /// The answer's field; nil for what is no request.
  func answer(
    _ question: SamlQuestion, _ ending: SamlTestEnding, at now: Instant, _ entropy: Entropy
  ) throws -> String?
}

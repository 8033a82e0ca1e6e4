// SPID's table of what an answer must say, in the order of the rules: one function a group.
import Domain
import Services

/// The rules, with what the answer is compared with.
struct AnswerRules {
  /// How far two clocks may be apart.
  static let skew = Instant.Span.seconds(60)

  let request: SamlRequest
  let provider: IdentityProvider
  let service: ServiceProvider
  let now: Instant

  /// What the Response itself says: id, version, time, place, who.
  func checkResponse(_ response: XMLElement) throws(SamlRefusal) {
    try checkHead(response)
    guard response.attributes["InResponseTo"] == request.id else { throw .noSuchRequest }
    guard response.attributes["Destination"] == service.acs else { throw .wrongDestination }
    guard let issuer = response.only("Issuer", Namespace.assertion),
      issuer.text == provider.entityID,
      [nil, Identifier.entity].contains(issuer.attributes["Format"])
    else { throw .wrongIssuer }
  }

  /// ID, Version and IssueInstant, of Response and Assertion alike.
  private func checkHead(_ element: XMLElement) throws(SamlRefusal) {
    guard let id = element.attributes["ID"], !id.isEmpty else { throw .wrongShape }
    guard element.attributes["Version"] == "2.0" else { throw .wrongVersion }
    guard let issued = SamlInstant.read(element.attributes["IssueInstant"]),
      issued >= request.issuedAt - Self.skew, issued <= now + Self.skew
    else { throw .wrongInstant }
  }

  /// The provider's own ending; nil when it says success.
  func decline(_ response: XMLElement) throws(SamlRefusal) -> SamlDecline? {
    guard let status = response.only("Status", Namespace.protocols),
      let code = status.only("StatusCode", Namespace.protocols),
      let value = code.attributes["Value"], !value.isEmpty
    else { throw .wrongStatus }
    let hasAssertion = response.only("Assertion", Namespace.assertion) != nil
    if value == Identifier.success {
      guard code.children.isEmpty else { throw .wrongStatus }
      return nil
    }
    guard !hasAssertion, value.hasPrefix("urn:oasis:names:tc:SAML:2.0:status:") else {
      throw .wrongStatus
    }
    let message = status.only("StatusMessage", Namespace.protocols)?.text ?? ""
    let prefix = "ErrorCode "
    guard message.hasPrefix(prefix) else { return .service }
    return SamlDecline(rawValue: String(message.dropFirst(prefix.count)).lowercased()) ?? .service
  }

  /// Everything an Assertion must say; it has been read from the bytes that were signed.
  func vouching(
    _ assertion: XMLElement, responseID: String
  ) throws(SamlRefusal) -> Vouching {
    try checkHead(assertion)
    try checkIssuer(assertion)
    let (subject, until) = try subject(assertion)
    let conditionsEnd = try checkConditions(assertion)
    let (level, index) = try authentication(assertion)
    let person = try VouchedAttributes(assertion).person(in: request.scheme)
    return Vouching(
      person: person, level: level,
      subject: SamlSubject(
        nameID: subject.0, nameQualifier: subject.1, sessionIndex: index),
      ids: (responseID, assertion.attributes["ID"] ?? ""),
      validUntil: max(until, conditionsEnd) + Self.skew)
  }

  /// With Format entity in SPID; the Ministry's provider of CIE leaves it out.
  private func checkIssuer(_ assertion: XMLElement) throws(SamlRefusal) {
    guard let issuer = assertion.only("Issuer", Namespace.assertion),
      issuer.text == provider.entityID
    else { throw .wrongIssuer }
    guard provider.mayWrite(issuerFormat: issuer.attributes["Format"]) else { throw .wrongIssuer }
  }

  /// Name and qualifier of the subject, and until when its one confirmation holds.
  private func subject(
    _ assertion: XMLElement
  ) throws(SamlRefusal) -> ((String, String), Instant) {
    guard let subject = assertion.only("Subject", Namespace.assertion),
      let nameID = subject.only("NameID", Namespace.assertion), let name = nameID.text,
      !name.isEmpty, nameID.attributes["Format"] == Identifier.transient,
      let qualifier = nameID.attributes["NameQualifier"]?.trimmed, !qualifier.isEmpty,
      let confirmation = subject.only("SubjectConfirmation", Namespace.assertion),
      confirmation.attributes["Method"] == Identifier.bearer,
      let data = confirmation.only("SubjectConfirmationData", Namespace.assertion)
    else { throw .wrongSubject }
    guard data.attributes["Recipient"] == service.acs else { throw .wrongRecipient }
    guard data.attributes["InResponseTo"] == request.id else { throw .noSuchRequest }
    guard let end = SamlInstant.read(data.attributes["NotOnOrAfter"]), end > now - Self.skew else {
      throw .wrongSubject
    }
    if let start = data.attributes["NotBefore"] {
      guard let start = SamlInstant.read(start), start <= now + Self.skew else {
        throw .wrongSubject
      }
    }
    return ((name, qualifier), end)
  }

  /// Every AudienceRestriction must name us: several are all meant.
  private func checkConditions(_ assertion: XMLElement) throws(SamlRefusal) -> Instant {
    guard let conditions = assertion.only("Conditions", Namespace.assertion),
      let start = SamlInstant.read(conditions.attributes["NotBefore"]), start <= now + Self.skew,
      let end = SamlInstant.read(conditions.attributes["NotOnOrAfter"]), end > now - Self.skew
    else { throw .wrongConditions }
    let restrictions = conditions.all("AudienceRestriction", Namespace.assertion)
    guard !restrictions.isEmpty else { throw .wrongAudience }
    for restriction in restrictions {
      let audiences = restriction.all("Audience", Namespace.assertion).map(\.text)
      guard audiences.contains(service.entityID) else { throw .wrongAudience }
    }
    return end
  }

  /// The level that was reached: at least the one asked. And the provider's session, if it has one.
  private func authentication(
    _ assertion: XMLElement
  ) throws(SamlRefusal) -> (IdentityLevel, String?) {
    guard let statement = assertion.only("AuthnStatement", Namespace.assertion),
      let context = statement.only("AuthnContext", Namespace.assertion),
      let reference = context.only("AuthnContextClassRef", Namespace.assertion)?.text,
      let level = IdentityLevel(classReference: reference), level >= request.level
    else { throw .wrongLevel }
    return (level, statement.attributes["SessionIndex"])
  }
}

extension IdentityProvider {
  private static let ministry = "https://idserver.servizicie.interno.gov.it/"

  /// Format entity in SPID; the Ministry's provider of CIE leaves it out.
  func mayWrite(issuerFormat format: String?) -> Bool {
    format == Identifier.entity || (format == nil && entityID.hasPrefix(Self.ministry))
  }
}

/// The attributes of an Assertion: each once, with one value of plain text.
private struct VouchedAttributes {
  private static let valueBytesMax = 1000
  private var values: [String: String] = [:]

  init(_ assertion: XMLElement) throws(SamlRefusal) {
    guard let statement = assertion.only("AttributeStatement", Namespace.assertion) else {
      throw .wrongAttributes
    }
    for attribute in statement.children {
      guard attribute.has("Attribute", Namespace.assertion),
        let name = attribute.attributes["Name"], values[name] == nil,
        attribute.children.count == 1,
        let value = attribute.only("AttributeValue", Namespace.assertion)?.text,
        value.utf8.count <= Self.valueBytesMax
      else { throw .wrongAttributes }
      values[name] = value
    }
  }

  /// What was asked for is there: CIE's minimum set has the date of birth too, as text.
  func person(in scheme: IdentityScheme) throws(SamlRefusal) -> VouchedPerson {
    switch scheme {
    case .spid: break
    case .cie:
      guard CivilDate(values["dateOfBirth"] ?? "") != nil else { throw .wrongAttributes }
    }
    let prefix = "TINIT-"
    guard let number = values["fiscalNumber"], number.hasPrefix(prefix),
      let code = TaxCode(String(number.dropFirst(prefix.count))), code.text.utf8.count == 16,
      let given = values["name"], !given.isEmpty,
      let family = values["familyName"], !family.isEmpty
    else { throw .wrongAttributes }
    return VouchedPerson(fiscalCode: code, givenName: given, familyName: family)
  }
}

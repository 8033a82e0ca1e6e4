// An identity provider for demonstrations and tests: it vouches for whoever one likes. Wired only
// where nothing is real.
import CXMLSec
package import Domain
import FoundationEssentials
package import Services

/// What a service asked of the test provider.
package struct TestQuestion: Sendable {
  package let requestID: String
  /// The service's entity id, and where its answers go.
  package let service: String
  package let acs: String
  package let level: IdentityLevel

  package init(requestID: String, service: String, acs: String, level: IdentityLevel) {
    self.requestID = requestID
    self.service = service
    self.acs = acs
    self.level = level
  }
}

/// Writes metadata and signed answers as a real provider would.
package struct TestProvider: SamlTestProvider {
  package let entityID: String
  /// Where requests are sent to.
  package let place: String
  private let keys: ServiceProvider.Keys

  package init(entityID: String, place: String, keys: ServiceProvider.Keys) {
    self.entityID = entityID
    self.place = place
    self.keys = keys
  }

  /// Its metadata, with every certificate it has.
  package func metadata() -> [UInt8] {
    let descriptors = keys.certificates.map { certificate in
      """
      <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\
      \(Data(certificate).base64EncodedString())</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
      </md:KeyDescriptor>
      """
    }
    let services = ["SingleLogoutService", "SingleSignOnService"].flatMap { name in
      [Identifier.redirect, Identifier.post].map {
        "<md:\(name) Binding=\"\($0)\" Location=\"\(place.escapedForXML)\"/>"
      }
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <md:EntityDescriptor xmlns:md="\(Namespace.metadata)" xmlns:ds="\(Namespace.signature)"\
       entityID="\(entityID.escapedForXML)"><md:IDPSSODescriptor\
       protocolSupportEnumeration="\(Namespace.protocols)" WantAuthnRequestsSigned="true">\
      \(descriptors.joined())\(services.joined())</md:IDPSSODescriptor><md:Organization>\
      <md:OrganizationName xml:lang="it">Gestore di prova</md:OrganizationName>\
      <md:OrganizationDisplayName xml:lang="it">Gestore di prova</md:OrganizationDisplayName>\
      <md:OrganizationURL xml:lang="it">\(entityID.escapedForXML)</md:OrganizationURL>\
      </md:Organization></md:EntityDescriptor>
      """.utf8)
  }

  /// Reads a request in either binding; nil for anything else. It believes whatever it reads.
  package func question(_ field: String, binding: SamlBinding, acs: String) -> TestQuestion? {
    guard let data = Data(base64Encoded: field, options: .ignoreUnknownCharacters) else {
      return nil
    }
    var xml = Array(data)
    if binding == .redirect {
      let packed = xml
      guard
        let text = try? Signatures.bytes(
          "a request cannot be unpacked",
          { held in raccolto_inflate(packed, packed.count, 65536, &held) })
      else { return nil }
      xml = text
    }
    guard let root = try? XMLTree.read(xml, .message), let id = root.attributes["ID"],
      root.has("AuthnRequest", Namespace.protocols),
      let issuer = root.only("Issuer", Namespace.assertion)?.text,
      let reference = root.only("RequestedAuthnContext", Namespace.protocols)?
        .only("AuthnContextClassRef", Namespace.assertion)?.text,
      let level = IdentityLevel(classReference: reference)
    else { return nil }
    return TestQuestion(requestID: id, service: issuer, acs: acs, level: level)
  }

  /// The answer to a question, ready for the form's field.
  package func answer(
    _ question: SamlQuestion, _ ending: SamlTestEnding, at now: Instant, _ entropy: Entropy
  ) throws -> String? {
    guard
      let asked = self.question(question.field, binding: question.binding, acs: question.acs)
    else { return nil }
    var answer = TestAnswer(to: asked, from: entityID, at: now, entropy)
    switch ending {
    case .vouched(let person): answer.person = person
    case .declined(let decline): answer.decline = decline
    }
    return Data(try answer.signed(by: keys.privateKey)).base64EncodedString()
  }
}

/// An answer with every value open to change, for whoever plays the provider.
package struct TestAnswer: Sendable {
  package var issuer: String
  package var inResponseTo: String
  package var destination: String
  package var recipient: String
  package var audience: String
  package var level: IdentityLevel
  package var person: VouchedPerson?
  package var decline: SamlDecline?
  package var responseID: String
  package var assertionID: String
  package var nameID: String
  package var sessionIndex: String?
  package var issuedAt: Instant
  package var validUntil: Instant
  /// Texts inside the two signatures that replace the usual template.
  package var responseSignature: String
  package var assertionSignature: String
  package var attributes: [(name: String, value: String)] = []

  package init(
    to question: TestQuestion, from issuer: String, at now: Instant, _ entropy: Entropy
  ) {
    self.issuer = issuer
    inResponseTo = question.requestID
    (destination, recipient) = (question.acs, question.acs)
    audience = question.service
    level = question.level
    responseID = "_" + entropy.token()
    assertionID = "_" + entropy.token()
    nameID = "_" + entropy.token()
    sessionIndex = question.level == .one ? "_" + entropy.token() : nil
    (issuedAt, validUntil) = (now, now + .minutes(5))
    responseSignature = Signatures.template(over: responseID)
    assertionSignature = Signatures.template(over: assertionID)
  }

  /// The document with its signatures still to be made.
  package var xml: String {
    """
    <samlp:Response xmlns:samlp="\(Namespace.protocols)" xmlns:saml="\(Namespace.assertion)"\
     ID="\(responseID)" Version="2.0" IssueInstant="\(issuedAt.rfc3339)"\
     InResponseTo="\(inResponseTo)" Destination="\(destination)"><saml:Issuer\
     Format="\(Identifier.entity)">\(issuer)</saml:Issuer>\(responseSignature)\(status)\
    \(decline == nil ? assertion : "")</samlp:Response>
    """
  }

  private var status: String {
    guard let decline else {
      return "<samlp:Status><samlp:StatusCode Value=\"\(Identifier.success)\"/></samlp:Status>"
    }
    let code = "urn:oasis:names:tc:SAML:2.0:status"
    return """
      <samlp:Status><samlp:StatusCode Value="\(code):Responder"><samlp:StatusCode\
       Value="\(code):AuthnFailed"/></samlp:StatusCode>\
      <samlp:StatusMessage>ErrorCode \(decline.rawValue)</samlp:StatusMessage></samlp:Status>
      """
  }

  /// The Assertion alone.
  package var assertion: String {
    let until = validUntil.rfc3339
    return """
      <saml:Assertion xmlns:saml="\(Namespace.assertion)" ID="\(assertionID)" Version="2.0"\
       IssueInstant="\(issuedAt.rfc3339)"><saml:Issuer\
       Format="\(Identifier.entity)">\(issuer)</saml:Issuer>\(assertionSignature)\
      <saml:Subject><saml:NameID Format="\(Identifier.transient)" NameQualifier="\(issuer)">\
      \(nameID)</saml:NameID><saml:SubjectConfirmation Method="\(Identifier.bearer)">\
      <saml:SubjectConfirmationData Recipient="\(recipient)" InResponseTo="\(inResponseTo)"\
       NotOnOrAfter="\(until)"/></saml:SubjectConfirmation></saml:Subject>\
      <saml:Conditions NotBefore="\(issuedAt.rfc3339)" NotOnOrAfter="\(until)">\
      <saml:AudienceRestriction><saml:Audience>\(audience)</saml:Audience>\
      </saml:AudienceRestriction></saml:Conditions>\
      <saml:AuthnStatement AuthnInstant="\(issuedAt.rfc3339)"\
      \(sessionIndex.map { " SessionIndex=\"\($0)\"" } ?? "")><saml:AuthnContext>\
      <saml:AuthnContextClassRef>\(level.classReference)</saml:AuthnContextClassRef>\
      </saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>\(values)\
      </saml:AttributeStatement></saml:Assertion>
      """
  }

  private var values: String {
    let known = person.map {
      [
        ("name", $0.givenName), ("familyName", $0.familyName),
        ("fiscalNumber", "TINIT-\($0.fiscalCode.text)"), ("dateOfBirth", "1980-01-01"),
      ]
    }
    return ((known ?? []) + attributes).map { name, value in
      """
      <saml:Attribute Name="\(name)"><saml:AttributeValue\
       xmlns:xs="http://www.w3.org/2001/XMLSchema"\
       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">\
      \(value.escapedForXML)</saml:AttributeValue></saml:Attribute>
      """
    }.joined()
  }

  /// The document, Assertion first, then Response; an ending without a person comes unsigned.
  package func signed(by key: String) throws -> [UInt8] {
    if decline != nil {
      var plain = self
      plain.responseSignature = ""
      return Array(plain.xml.utf8)
    }
    return try Self.signed(xml, by: key, ids: [assertionID, responseID])
  }

  /// Fills in the templates of these elements, one after the other.
  package static func signed(_ xml: String, by key: String, ids: [String]) throws -> [UInt8] {
    try ids.reduce(Array(xml.utf8)) { document, id in
      try Signatures.signed(String(decoding: document, as: UTF8.self), id: id, key: key)
    }
  }

  /// The template that `signed` fills in.
  package static func template(over id: String) -> String { Signatures.template(over: id) }
}

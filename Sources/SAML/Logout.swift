// Single Logout: ours to a provider, and a provider's to us, verified as strictly as an answer.
import CXMLSec
import Domain
import Foundation
import Services

enum Logout {
  static func request(
    _ subject: SamlSubject, id: String, at place: String, now: Instant,
    _ sides: (service: ServiceProvider, provider: IdentityProvider)
  ) -> OutgoingMessage {
    OutgoingMessage(
      text: { signature in
        """
        <samlp:LogoutRequest xmlns:samlp="\(Namespace.protocols)"\
         xmlns:saml="\(Namespace.assertion)" ID="\(id)" Version="2.0"\
         IssueInstant="\(now.rfc3339)" Destination="\(place.escapedForXML)"\
         Reason="urn:oasis:names:tc:SAML:2.0:logout:user">\
        \(AuthnRequest.issuer(sides.service))\(signature)\
        <saml:NameID Format="\(Identifier.transient)"\
         NameQualifier="\(subject.nameQualifier.escapedForXML)">\
        \(subject.nameID.escapedForXML)</saml:NameID>\
        \(subject.sessionIndex.map {
          "<samlp:SessionIndex>\($0.escapedForXML)</samlp:SessionIndex>"
        } ?? "")</samlp:LogoutRequest>
        """
      }, id: id, field: .request, relayState: nil)
  }

  static func response(
    to order: LogoutOrder, id: String, at place: String, now: Instant, _ service: ServiceProvider
  ) -> OutgoingMessage {
    OutgoingMessage(
      text: { signature in
        """
        <samlp:LogoutResponse xmlns:samlp="\(Namespace.protocols)"\
         xmlns:saml="\(Namespace.assertion)" ID="\(id)" Version="2.0"\
         IssueInstant="\(now.rfc3339)" Destination="\(place.escapedForXML)"\
         InResponseTo="\(order.id.escapedForXML)">\
        \(AuthnRequest.issuer(service))\(signature)\
        <samlp:Status><samlp:StatusCode Value="\(Identifier.success)"/></samlp:Status>\
        </samlp:LogoutResponse>
        """
      }, id: id, field: .response, relayState: order.relayState)
  }
}

/// A provider's LogoutRequest on its way to being believed.
struct IncomingLogoutRequest {
  private static let bytesMax = 64 * 1024
  /// So old may one be: no pending request of ours bounds it.
  private static let ageMax = Instant.Span.minutes(5)
  /// Sessions of one name that are ended at once.
  private static let indexesMax = 50

  let message: IncomingLogout
  let providers: [IdentityProvider]
  let service: ServiceProvider.Lookup

  func order(at now: Instant) throws(SamlRefusal) -> LogoutOrder {
    switch message {
    case .redirect(let query):
      let signed = try SignedQuery(query)
      let xml = try inflated(try base64(signed.message))
      let (root, provider) = try opened(xml)
      // In this binding the signature stands in the query alone.
      guard root.only("Signature", Namespace.signature) == nil else { throw .signatureShape }
      try signed.check(by: provider.certificates)
      return try order(root, provider, signed.relayState, now)
    case .post(let field, let relayState):
      let xml = try base64(field)
      let (root, provider) = try opened(xml)
      guard let id = root.attributes["ID"], root.only("Signature", Namespace.signature) != nil
      else { throw .unsigned }
      let bytes = try Signatures.signedBytes(of: id, in: xml, by: provider.certificates)
      return try order(try XMLTree.read(bytes, .message), provider, relayState, now)
    }
  }

  /// The document and the provider whose keys it has to be signed with. Nothing is believed yet.
  private func opened(_ xml: [UInt8]) throws(SamlRefusal) -> (XMLElement, IdentityProvider) {
    let root = try XMLTree.read(xml, .message)
    guard root.has("LogoutRequest", Namespace.protocols) else { throw .wrongRoot }
    try SignatureShape.check(root)
    guard let issuer = root.only("Issuer", Namespace.assertion)?.text,
      let provider = providers.first(where: { $0.entityID == issuer })
    else { throw .unknownProvider }
    return (root, provider)
  }

  private func order(
    _ root: XMLElement, _ provider: IdentityProvider, _ relayState: String?, _ now: Instant
  ) throws(SamlRefusal) -> LogoutOrder {
    guard root.has("LogoutRequest", Namespace.protocols), let id = root.attributes["ID"],
      !id.isEmpty
    else { throw .wrongShape }
    guard root.attributes["Version"] == "2.0" else { throw .wrongVersion }
    guard let issued = SamlInstant.read(root.attributes["IssueInstant"]),
      issued <= now + AnswerRules.skew, issued >= now - Self.ageMax
    else { throw .wrongInstant }
    if let end = root.attributes["NotOnOrAfter"] {
      guard let end = SamlInstant.read(end), end > now - AnswerRules.skew else {
        throw .wrongInstant
      }
    }
    guard root.attributes["Destination"] == service(provider.scheme)?.slo else {
      throw .wrongDestination
    }
    guard let issuer = root.only("Issuer", Namespace.assertion),
      issuer.text == provider.entityID, provider.mayWrite(issuerFormat: issuer.attributes["Format"])
    else { throw .wrongIssuer }
    return LogoutOrder(
      id: id, provider: provider, of: try who(root), relayState: relayState,
      validUntil: issued + Self.ageMax + AnswerRules.skew)
  }

  /// The one NameID, transient as ours all are, and every SessionIndex.
  private func who(_ root: XMLElement) throws(SamlRefusal) -> (SamlSubject, [String]) {
    guard let nameID = root.only("NameID", Namespace.assertion), let name = nameID.text,
      !name.isEmpty, nameID.attributes["Format"] == Identifier.transient
    else { throw .wrongSubject }
    let indexes = root.all("SessionIndex", Namespace.protocols)
    guard indexes.count <= Self.indexesMax else { throw .tooMany }
    let subject = SamlSubject(
      nameID: name, nameQualifier: nameID.attributes["NameQualifier"]?.trimmed ?? "",
      sessionIndex: nil)
    return (subject, indexes.compactMap(\.text).filter { !$0.isEmpty })
  }

  private func base64(_ text: String) throws(SamlRefusal) -> [UInt8] {
    guard text.utf8.count <= Self.bytesMax else { throw .tooLarge }
    let plain = text.utf8.filter { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 }
    guard let data = Data(base64Encoded: Data(plain)), !data.isEmpty else { throw .notBase64 }
    return Array(data)
  }

  private func inflated(_ packed: [UInt8]) throws(SamlRefusal) -> [UInt8] {
    var held = raccolto_bytes()
    let code = raccolto_inflate(packed, packed.count, Self.bytesMax, &held)
    defer { raccolto_bytes_free(held) }
    guard code == Int32(RACCOLTO_XMLSEC_OK) else { throw .notXML }
    return Array(UnsafeBufferPointer(start: held.bytes, count: held.count))
  }
}

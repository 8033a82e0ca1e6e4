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
    to order: LogoutOrder, id: String, at place: String, now: Instant,
    _ about: (service: ServiceProvider, relayState: String?)
  ) -> OutgoingMessage {
    OutgoingMessage(
      text: { signature in
        """
        <samlp:LogoutResponse xmlns:samlp="\(Namespace.protocols)"\
         xmlns:saml="\(Namespace.assertion)" ID="\(id)" Version="2.0"\
         IssueInstant="\(now.rfc3339)" Destination="\(place.escapedForXML)"\
         InResponseTo="\(order.id.escapedForXML)">\
        \(AuthnRequest.issuer(about.service))\(signature)\
        <samlp:Status><samlp:StatusCode Value="\(Identifier.success)"/></samlp:Status>\
        </samlp:LogoutResponse>
        """
      }, id: id, field: .response, relayState: about.relayState)
  }
}

/// A provider's LogoutRequest on its way to being believed.
struct IncomingLogoutRequest {
  private static let bytesMax = 64 * 1024
  /// So old may one be: no pending request of ours bounds it.
  private static let ageMax = Instant.Span.minutes(5)

  let message: IncomingLogout
  let providers: [IdentityProvider]
  let service: ServiceProvider.Lookup

  func order(at now: Instant) throws(SamlRefusal) -> LogoutOrder {
    let xml = try unpacked()
    let root = try XMLTree.read(xml, .message)
    guard root.has("LogoutRequest", Namespace.protocols) else { throw .wrongRoot }
    try SignatureShape.check(root)
    guard let issuer = root.only("Issuer", Namespace.assertion)?.text,
      let provider = providers.first(where: { $0.entityID == issuer })
    else { throw .unknownProvider }
    let believed: XMLElement
    switch message.binding {
    case .redirect:
      try checkQuery(provider)
      believed = root
    case .post:
      guard let id = root.attributes["ID"], root.only("Signature", Namespace.signature) != nil
      else { throw .unsigned }
      let bytes = try Signatures.signedBytes(of: id, in: xml, by: provider.certificates)
      believed = try XMLTree.read(bytes, .message)
    }
    return try order(believed, provider, now)
  }

  private func order(
    _ root: XMLElement, _ provider: IdentityProvider, _ now: Instant
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
    guard root.only("Issuer", Namespace.assertion)?.text == provider.entityID else {
      throw .wrongIssuer
    }
    guard let nameID = root.only("NameID", Namespace.assertion), let name = nameID.text,
      !name.isEmpty
    else { throw .wrongSubject }
    let index = root.all("SessionIndex", Namespace.protocols).first?.text
    return LogoutOrder(
      id: id, provider: provider,
      subject: SamlSubject(
        nameID: name, nameQualifier: nameID.attributes["NameQualifier"] ?? "", sessionIndex: index))
  }

  private func unpacked() throws(SamlRefusal) -> [UInt8] {
    guard message.message.utf8.count <= Self.bytesMax else { throw .tooLarge }
    let plain = message.message.utf8.filter { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 }
    guard let data = Data(base64Encoded: Data(plain)), !data.isEmpty else { throw .notBase64 }
    guard message.binding == .redirect else { return Array(data) }
    var held = raccolto_bytes()
    let packed = Array(data)
    let code = raccolto_inflate(packed, packed.count, Self.bytesMax, &held)
    defer { raccolto_bytes_free(held) }
    guard code == Int32(RACCOLTO_XMLSEC_OK) else { throw .notXML }
    return Array(UnsafeBufferPointer(start: held.bytes, count: held.count))
  }

  /// The signature over the query exactly as it was sent: SAMLRequest, RelayState, SigAlg.
  private func checkQuery(_ provider: IdentityProvider) throws(SamlRefusal) {
    var found: [String: Substring] = [:]
    for pair in message.query.split(separator: "&") {
      let name = String(pair.prefix { $0 != "=" })
      guard found.updateValue(pair, forKey: name) == nil else { throw .repeated }
    }
    guard let request = found["SAMLRequest"], let algorithm = found["SigAlg"],
      let signature = found["Signature"]
    else { throw .unsigned }
    guard let bits = Algorithm.signatures[value(algorithm)] else { throw .forbiddenAlgorithm }
    guard let bytes = Data(base64Encoded: value(signature)) else { throw .notBase64 }
    let text = [request, found["RelayState"], algorithm].compactMap { $0 }.joined(separator: "&")
    guard
      Signatures.holds(Array(bytes), over: Array(text.utf8), bits: bits, by: provider.certificates)
    else { throw .wrongSignature }
  }

  private func value(_ pair: Substring) -> String {
    let text = pair.drop { $0 != "=" }.dropFirst()
    return String(text).replacing("+", with: " ").removingPercentEncoding ?? ""
  }
}

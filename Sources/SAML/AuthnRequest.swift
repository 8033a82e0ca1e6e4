// The request for authentication as SPID and CIE want it.
import Domain
import FoundationEssentials
import Services

enum AuthnRequest {
  static func message(
    _ request: SamlRequest, to place: String, service: ServiceProvider, relayState: String
  ) -> OutgoingMessage {
    OutgoingMessage(
      text: { text(request, to: place, service, $0) }, id: request.id, field: .request,
      relayState: relayState)
  }

  /// Level 1 may use the provider's session; above it, and always with CIE, people prove themselves
  /// anew.
  private static func text(
    _ request: SamlRequest, to place: String, _ service: ServiceProvider, _ signature: String
  ) -> String {
    let forces = request.level > .one || request.scheme == .cie
    return """
      <samlp:AuthnRequest xmlns:samlp="\(Namespace.protocols)"\
       xmlns:saml="\(Namespace.assertion)" ID="\(request.id)" Version="2.0"\
       IssueInstant="\(request.issuedAt.rfc3339)" Destination="\(place.escapedForXML)"\
      \(forces ? " ForceAuthn=\"true\"" : "") AssertionConsumerServiceIndex="0"\
       AttributeConsumingServiceIndex="0">\(issuer(service))\(signature)\
      <samlp:NameIDPolicy Format="\(Identifier.transient)"/>\
      <samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>\
      \(request.level.classReference)</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>\
      </samlp:AuthnRequest>
      """
  }

  static func issuer(_ service: ServiceProvider) -> String {
    let id = service.entityID.escapedForXML
    return """
      <saml:Issuer xmlns:saml="\(Namespace.assertion)" Format="\(Identifier.entity)"\
       NameQualifier="\(id)">\(id)</saml:Issuer>
      """
  }
}

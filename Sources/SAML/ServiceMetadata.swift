// Our signed metadata: one EntityDescriptor by the rules of SPID (Avviso 29) or of CIE.
import Crypto
import Domain
import FoundationEssentials

struct ServiceMetadata {
  let service: ServiceProvider

  /// The signed document. Its ID follows from its content: the same bytes until something changes.
  func document() throws -> [UInt8] {
    let digest = SHA256.hash(data: Array(text(id: "", signature: "").utf8))
    let id =
      "_"
      + digest.prefix(16).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
      .joined()
    let certificate = service.keys.certificates.first.map { Data($0).base64EncodedString() } ?? ""
    let template = Signatures.template(over: id, certificate: certificate)
    return try Signatures.signed(
      text(id: id, signature: template), id: id, key: service.keys.privateKey)
  }

  private func text(id: String, signature: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <md:EntityDescriptor xmlns:md="\(Namespace.metadata)" xmlns:ds="\(Namespace.signature)"\
    \(namespaces) entityID="\(service.entityID.escapedForXML)" ID="\(id)">\(signature)\
    <md:SPSSODescriptor protocolSupportEnumeration="\(Namespace.protocols)"\
     AuthnRequestsSigned="true" WantAssertionsSigned="true">\
    \(service.keys.certificates.map(keyDescriptor).joined())\
    \(logout(Identifier.post))\(logout(Identifier.redirect))\
    <md:NameIDFormat>\(Identifier.transient)</md:NameIDFormat>\
    <md:AssertionConsumerService index="0" isDefault="true" Binding="\(Identifier.post)"\
     Location="\(service.acs.escapedForXML)"/>\
    \(attributes)</md:SPSSODescriptor>\(organisation)\(contacts)</md:EntityDescriptor>
    """
  }

  private var namespaces: String {
    switch service.profile {
    case .spidPrivate:
      " xmlns:spid=\"\(Namespace.spid)\" xmlns:fpa=\"\(Namespace.invoicing)\""
    case .spidPublic: " xmlns:spid=\"\(Namespace.spid)\""
    case .ciePrivate: " xmlns:cie=\"\(Namespace.cie)\""
    }
  }

  private func keyDescriptor(_ certificate: [UInt8]) -> String {
    """
    <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\
    \(Data(certificate).base64EncodedString())\
    </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    """
  }

  private func logout(_ binding: String) -> String {
    "<md:SingleLogoutService Binding=\"\(binding)\" Location=\"\(service.slo.escapedForXML)\"/>"
  }

  /// The least that a vote or a receipt needs; CIE always gives its own minimum set.
  private var attributes: String {
    let names: [String] =
      switch service.profile {
      case .spidPrivate, .spidPublic: ["name", "familyName", "fiscalNumber"]
      case .ciePrivate: ["name", "familyName", "dateOfBirth", "fiscalNumber"]
      }
    let requested = names.map {
      """
      <md:RequestedAttribute Name="\($0)"\
       NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic" isRequired="true"/>
      """
    }
    return """
      <md:AttributeConsumingService index="0">\
      <md:ServiceName xml:lang="it">\(service.organisation.displayName.escapedForXML)\
      </md:ServiceName>\(requested.joined())</md:AttributeConsumingService>
      """
  }

  private var organisation: String {
    let who = service.organisation
    func both(_ name: String, _ value: String) -> String {
      ["it", "en"].map { "<md:\(name) xml:lang=\"\($0)\">\(value.escapedForXML)</md:\(name)>" }
        .joined()
    }
    return """
      <md:Organization>\(both("OrganizationName", who.name))\
      \(both("OrganizationDisplayName", who.displayName))\
      \(both("OrganizationURL", who.url))</md:Organization>
      """
  }

  private var contacts: String {
    let who = service.organisation
    switch service.profile {
    case .spidPublic:
      return contact(
        "other",
        extensions: "<spid:IPACode>\(who.ipaCode.escapedForXML)</spid:IPACode><spid:Public/>")
    case .spidPrivate:
      return contact(
        "other",
        extensions: """
          <spid:VATNumber>\(who.vatNumber.escapedForXML)</spid:VATNumber>\
          <spid:FiscalCode>\(who.fiscalCode.escapedForXML)</spid:FiscalCode><spid:Private/>
          """) + contact("billing", extensions: billing)
    case .ciePrivate:
      return contact(
        "administrative",
        extensions: """
          <cie:Private/><cie:VATNumber>\(who.vatNumber.escapedForXML)</cie:VATNumber>\
          <cie:FiscalCode>\(who.fiscalCode.escapedForXML)</cie:FiscalCode>\
          <cie:NACE2Code>\(who.naceCode.escapedForXML)</cie:NACE2Code>\
          <cie:Municipality>\(who.municipality.escapedForXML)</cie:Municipality>
          """)
    }
  }

  private func contact(_ kind: String, extensions: String) -> String {
    let who = service.organisation
    return """
      <md:ContactPerson contactType="\(kind)"><md:Extensions>\(extensions)</md:Extensions>\
      <md:Company>\(who.name.escapedForXML)</md:Company>\
      <md:EmailAddress>\(who.email.escapedForXML)</md:EmailAddress>\
      <md:TelephoneNumber>\(who.phone.escapedForXML)</md:TelephoneNumber></md:ContactPerson>
      """
  }

  /// Providers invoice private services: whom, and where.
  private var billing: String {
    let who = service.organisation
    return """
      <fpa:CessionarioCommittente><fpa:DatiAnagrafici><fpa:IdFiscaleIVA>\
      <fpa:IdPaese>\(who.vatNumber.prefix(2))</fpa:IdPaese>\
      <fpa:IdCodice>\(String(who.vatNumber.dropFirst(2)).escapedForXML)</fpa:IdCodice>\
      </fpa:IdFiscaleIVA><fpa:Anagrafica><fpa:Denominazione>\(who.name.escapedForXML)\
      </fpa:Denominazione></fpa:Anagrafica></fpa:DatiAnagrafici><fpa:Sede>\
      <fpa:Indirizzo>\(who.address.street.escapedForXML)</fpa:Indirizzo>\
      <fpa:CAP>\(who.address.postalCode.escapedForXML)</fpa:CAP>\
      <fpa:Comune>\(who.address.city.escapedForXML)</fpa:Comune>\
      <fpa:Provincia>\(who.address.province.escapedForXML)</fpa:Provincia>\
      <fpa:Nazione>IT</fpa:Nazione></fpa:Sede></fpa:CessionarioCommittente>
      """
  }
}

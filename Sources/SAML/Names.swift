// The names that SAML, XML signatures and the Italian federations use.

enum Namespace {
  static let protocols = "urn:oasis:names:tc:SAML:2.0:protocol"
  static let assertion = "urn:oasis:names:tc:SAML:2.0:assertion"
  static let metadata = "urn:oasis:names:tc:SAML:2.0:metadata"
  static let signature = "http://www.w3.org/2000/09/xmldsig#"
  static let exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
  static let spid = "https://spid.gov.it/saml-extensions"
  static let invoicing = "https://spid.gov.it/invoicing-extensions"
  static let cie = "https://www.cartaidentita.interno.gov.it/saml-extensions"
}

enum Algorithm {
  static let exclusive = Namespace.exclusive
  static let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
  static let rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
  static let sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
  /// The signatures that are believed, with the bits of their digest.
  static let signatures = [
    rsaSHA256: 256,
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384": 384,
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": 512,
  ]
  static let digests: Set<String> = [
    sha256, "http://www.w3.org/2001/04/xmldsig-more#sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512",
  ]
}

enum Identifier {
  static let entity = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity"
  static let transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
  static let bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer"
  static let success = "urn:oasis:names:tc:SAML:2.0:status:Success"
  static let post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
  static let redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
}

// libxmlsec1 behind two questions: which bytes does this provider sign, and sign these for us.
import CXMLSec
import Domain

enum Signatures {
  /// The bytes of the element with this ID as they were signed by one of the certificates' keys:
  /// the canonical text that libxmlsec1 digested, without the signature itself.
  static func signedBytes(
    of id: String, in document: [UInt8], by certificates: [[UInt8]]
  ) throws(SamlRefusal) -> [UInt8] {
    for certificate in certificates {
      var held = raccolto_bytes()
      let code = document.withUnsafeBufferPointer { document in
        certificate.withUnsafeBufferPointer { certificate in
          raccolto_xml_verify(
            document.baseAddress, document.count, id, certificate.baseAddress, certificate.count,
            &held)
        }
      }
      defer { raccolto_bytes_free(held) }
      if code == Int32(RACCOLTO_XMLSEC_OK) { return held.copied }
    }
    throw .wrongSignature
  }

  /// Whether a redirect's query was signed by one of the certificates' keys.
  static func holds(
    _ signature: [UInt8], over text: [UInt8], bits: Int, by certificates: [[UInt8]]
  ) -> Bool {
    certificates.contains { certificate in
      raccolto_rsa_verify(
        text, text.count, Int32(bits), signature, signature.count, certificate,
        certificate.count) == Int32(RACCOLTO_XMLSEC_OK)
    }
  }

  /// The document with its template filled in.
  static func signed(_ document: String, id: String, key: String) throws -> [UInt8] {
    try bytes("a message could not be signed") { held in
      raccolto_xml_sign(
        Array(document.utf8), document.utf8.count, id, key, key.utf8.count, &held)
    }
  }

  /// RSA-SHA256 over a text.
  static func signature(over text: String, key: String) throws -> [UInt8] {
    try bytes("a query could not be signed") { held in
      raccolto_rsa_sign(Array(text.utf8), text.utf8.count, key, key.utf8.count, &held)
    }
  }

  /// What a C function hands out, or a fault with these words.
  static func bytes(
    _ what: String, _ make: (inout raccolto_bytes) -> Int32
  ) throws -> [UInt8] {
    var held = raccolto_bytes()
    let code = make(&held)
    defer { raccolto_bytes_free(held) }
    guard code == Int32(RACCOLTO_XMLSEC_OK) else { throw Fault("\(what) (\(code))") }
    return held.copied
  }

  /// The template that libxmlsec1 fills in: enveloped, exclusive C14N, RSA-SHA256.
  static func template(over id: String, certificate: String = "") -> String {
    let keyInfo =
      certificate.isEmpty
      ? ""
      : "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate>"
        + "</ds:X509Data></ds:KeyInfo>"
    return """
      <ds:Signature xmlns:ds="\(Namespace.signature)"><ds:SignedInfo>\
      <ds:CanonicalizationMethod Algorithm="\(Algorithm.exclusive)"/>\
      <ds:SignatureMethod Algorithm="\(Algorithm.rsaSHA256)"/>\
      <ds:Reference URI="#\(id)"><ds:Transforms>\
      <ds:Transform Algorithm="\(Algorithm.enveloped)"/>\
      <ds:Transform Algorithm="\(Algorithm.exclusive)"/></ds:Transforms>\
      <ds:DigestMethod Algorithm="\(Algorithm.sha256)"/><ds:DigestValue/></ds:Reference>\
      </ds:SignedInfo><ds:SignatureValue/>\(keyInfo)</ds:Signature>
      """
  }
}

extension raccolto_bytes {
  fileprivate var copied: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }
}

// What a certificate says, reading PEM files, and making a certificate for development.
import CXMLSec
package import Domain
import FoundationEssentials
import Glibc

/// What matters of an X.509 certificate here.
package struct Certificate: Hashable, Sendable {
  /// SAML's trust is in keys: a shorter one is not used.
  static let rsaBitsMin = 2048

  package let expiresAt: Instant
  /// Zero for a key of another kind.
  package let rsaBits: Int
  /// Whether the private key that was given beside it is its own.
  package let ownsKey: Bool

  /// Nil for what is no certificate (DER).
  package static func read(_ der: [UInt8], key: String = "") -> Certificate? {
    var facts = raccolto_certificate()
    let code = raccolto_certificate_read(
      der, der.count, key.isEmpty ? nil : key, key.utf8.count, &facts)
    guard code == Int32(RACCOLTO_XMLSEC_OK) else { return nil }
    return Certificate(
      expiresAt: Instant(milliseconds: facts.not_after * 1000), rsaBits: Int(facts.rsa_bits),
      ownsKey: facts.has_key == 1)
  }

  /// The certificates (DER) of a PEM text, in its order.
  package static func all(inPEM text: String) throws -> [[UInt8]] {
    let end = "-----END CERTIFICATE-----"
    let blocks = text.split(separator: "-----BEGIN CERTIFICATE-----").filter { $0.contains(end) }
    return try blocks.map { block in
      let pem = "-----BEGIN CERTIFICATE-----" + block
      return try Signatures.bytes("a certificate cannot be read") { held in
        raccolto_certificate_der(pem, pem.utf8.count, &held)
      }
    }
  }

  /// Whom a development certificate names.
  package struct Wish: Sendable {
    package let organisation: String
    /// `VATIT-…` or `PA:IT-…`.
    package let organisationIdentifier: String
    package let locality: String
    /// Our entity id.
    package let uri: String
    package let isPublic: Bool

    package init(
      organisation: String, identifier: String, locality: String, uri: String, isPublic: Bool
    ) {
      self.organisation = organisation
      organisationIdentifier = identifier
      self.locality = locality
      self.uri = uri
      self.isPublic = isPublic
    }
  }

  /// A key and its self-signed certificate (both PEM) by the profile of AgID's Avviso 29. Public
  /// bodies may use such a one; private ones replace it by AgID's federation certificate.
  package static func make(_ wish: Wish, days: Int = 1095) throws -> (key: String, pem: String) {
    var (key, certificate) = (raccolto_bytes(), raccolto_bytes())
    let sector = wish.isPublic ? "1.3.76.16.4.2.1" : "1.3.76.16.4.3.1"
    let texts = [
      wish.organisation, wish.organisation, wish.locality, "IT", wish.uri,
      wish.organisationIdentifier, "1.3.76.16.6,\(sector)",
    ]
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var asked = raccolto_certificate_wish(
      common_name: copies[0], organisation: copies[1], locality: copies[2], country: copies[3],
      uri: copies[4], organisation_identifier: copies[5], policy: copies[6], days: Int32(days),
      bits: 2048)
    let code = raccolto_certificate_make(&asked, &key, &certificate)
    defer {
      raccolto_bytes_free(key)
      raccolto_bytes_free(certificate)
    }
    guard code == Int32(RACCOLTO_XMLSEC_OK) else {
      throw Fault("no certificate could be made (\(code))")
    }
    return (key.text, certificate.text)
  }
}

extension raccolto_bytes {
  fileprivate var text: String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

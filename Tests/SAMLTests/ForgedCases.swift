// Forged answers by family: wrapping, keys, algorithms, transforms, texts, parsers. Each names the
// mistake that would let it in.
import Domain
import SAML
import Support
import Testing

/// One forged answer.
struct ForgedCase: Sendable, CustomTestStringConvertible {
  let name: String
  let mistake: Carelessness
  let make: @Sendable (Forge) throws -> String
  var testDescription: String { name }

  init(
    _ name: String, _ mistake: Carelessness, _ make: @escaping @Sendable (Forge) throws -> String
  ) {
    self.name = name
    self.mistake = mistake
    self.make = make
  }

  static let all = wrapping + keys + algorithms + transforms + texts + parsers + rules

  /// A copy with other data is put where the reader looks (XSW).
  static let wrapping = [
    ForgedCase("evil before the original", .readsFirst) { forge in
      try forge.wrapped { original, evil in evil + original }
    },
    ForgedCase("evil after the original", .readsLast) { forge in
      try forge.wrapped { original, evil in original + evil }
    },
    ForgedCase("original in Extensions", .readsLast) { forge in
      try forge.wrapped { original, evil in
        "<samlp:Extensions>\(original)</samlp:Extensions>\(evil)"
      }
    },
    ForgedCase("original in an element of no meaning", .readsLast) { forge in
      try forge.wrapped { original, evil in "<x xmlns=\"urn:x\">\(original)</x>\(evil)" }
    },
    ForgedCase("original in the Advice of the evil one", .readsLast) { forge in
      try forge.wrapped { original, evil in
        evil.replacing(
          "</saml:Conditions>", with: "</saml:Conditions><saml:Advice>\(original)</saml:Advice>")
      }
    },
    ForgedCase("original behind the evil one's attributes", .readsFirst) { forge in
      try forge.wrapped { original, evil in
        evil.replacing(
          "</saml:AttributeStatement>",
          with: """
            <saml:Attribute Name="x"><saml:AttributeValue>\(original)</saml:AttributeValue>\
            </saml:Attribute></saml:AttributeStatement>
            """)
      }
    },
    ForgedCase("evil wears the original's signature", .readsLast) { forge in
      try forge.wrapped { original, evil in
        let (signature, rest) = try forge.taken(apart: original)
        let worn = evil.replacing("<saml:Subject>", with: signature + "<saml:Subject>")
        return "<samlp:Extensions>\(rest)</samlp:Extensions>\(worn)"
      }
    },
    ForgedCase("signature beside the Assertion it signs", .readsLast) { forge in
      try forge.wrapped { original, evil in
        let (signature, rest) = try forge.taken(apart: original)
        return "\(signature)\(rest)\(evil)"
      }
    },
    ForgedCase("the same ID twice, evil first", .readsFirst) { forge in
      try forge.wrapped { original, evil in
        "<samlp:Extensions>\(evil)</samlp:Extensions>\(original)"
      }
    },
    ForgedCase("an evil Response around the original one", .readsFirst) { forge in
      let original = try forge.signed(
        forge.mine.xml, [forge.mine.assertionID, forge.mine.responseID])
      let inside = try forge.cut("samlp:Response", from: original)
      return forge.hers.xml.replacing(
        "</samlp:Response>", with: "<samlp:Extensions>\(inside)</samlp:Extensions></samlp:Response>"
      )
    },
    ForgedCase("an Assertion of another namespace", .readsFirst) { forge in
      try forge.wrapped { original, evil in
        evil.replacing("saml:", with: "e:").replacing(
          "xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"", with: "xmlns:e=\"urn:e\"")
          + original
      }
    },
    ForgedCase("an EncryptedAssertion beside it", .readsLast) { forge in
      try forge.wrapped { original, evil in
        "<saml:EncryptedAssertion>\(original)</saml:EncryptedAssertion>\(evil)"
      }
    },
  ]

  /// The key comes from the wrong place.
  static let keys = [
    ForgedCase("a key of the attacker's own, its certificate in KeyInfo", .believesKeyInfo) {
      forge in
      try forge.oddlySigned(by: SamlKeys.attacker) { withKeyInfo($0, certificate) }
    },
    ForgedCase("a certificate with the provider's own names", .believesKeyInfo) { forge in
      var answer = forge.herSigned
      answer.assertionSignature = withKeyInfo(answer.assertionSignature, certificate)
      answer.responseSignature = withKeyInfo(answer.responseSignature, certificate)
      return try forge.signed(
        answer.xml, [answer.assertionID, answer.responseID], by: SamlKeys.attacker)
    },
    ForgedCase("the key of another provider we know", .takesAnyProvidersKey) { forge in
      try forge.oddlySigned(by: SamlKeys.otherProvider) { $0 }
    },
    ForgedCase("another provider's answer in its own name", .takesAnyProvidersKey) { forge in
      var answer = forge.herSigned
      answer.issuer = SamlWorld.otherID
      answer.responseSignature = ""
      return try forge.signed(answer.xml, [answer.assertionID], by: SamlKeys.otherProvider)
    },
    ForgedCase("no signature at all", .needsNoSignature) { $0.hers.xml },
    ForgedCase("only the Response signed", .checksOnlyTheSignature) { forge in
      var answer = forge.herSigned
      answer.assertionSignature = ""
      return try forge.signed(answer.xml, [answer.responseID])
    },
    ForgedCase("an empty signature value", .needsNoSignature) { forge in
      var answer = forge.herSigned
      answer.responseSignature = ""
      return answer.xml
    },
    ForgedCase("a signature over other content", .needsNoSignature) { forge in
      try forge.signedAssertionOnly().replacing(
        SamlWorld.mario.fiscalCode.text, with: SamlWorld.giulia.fiscalCode.text)
    },
  ]

  private static var certificate: String { base64(SamlKeys.attacker.der) }

  static func withKeyInfo(_ template: String, _ certificate: String) -> String {
    template.replacing(
      "</ds:Signature>",
      with: """
        <ds:KeyInfo><ds:X509Data><ds:X509Certificate>\(certificate)</ds:X509Certificate>\
        </ds:X509Data></ds:KeyInfo></ds:Signature>
        """)
  }

  /// The verifier obeys what the message says about algorithms.
  static let algorithms = [
    ForgedCase("HMAC with the public key as its secret", .believesHMAC) { try $0.hmac { $0 } },
    ForgedCase("an HMAC cut short", .believesHMAC) { forge in
      try forge.hmac {
        $0.replacing(
          "hmac-sha256\"/>",
          with: "hmac-sha256\"><ds:HMACOutputLength>128</ds:HMACOutputLength></ds:SignatureMethod>")
      }
    },
    ForgedCase("RSA with SHA-1", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned {
        $0.replacing(
          "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
          with: "http://www.w3.org/2000/09/xmldsig#rsa-sha1")
      }
    },
    ForgedCase("a digest by SHA-1", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned {
        $0.replacing(
          "http://www.w3.org/2001/04/xmlenc#sha256", with: "http://www.w3.org/2000/09/xmldsig#sha1")
      }
    },
    ForgedCase("inclusive canonical form", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned {
        $0.replacing(
          "CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
          with:
            "CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"")
      }
    },
    ForgedCase("canonical form that keeps comments", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned { $0.replacing("xml-exc-c14n#\"", with: "xml-exc-c14n#WithComments\"") }
    },
  ]

  /// Transforms that change what is signed.
  static let transforms = [
    ForgedCase("an XPath that leaves the attributes unsigned", .checksOnlyTheSignature) { forge in
      var answer = forge.mine
      answer.responseSignature = ""
      answer.assertionSignature = inserting(
        """
        <ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>\
        not(ancestor-or-self::*[local-name()='AttributeStatement'])</ds:XPath></ds:Transform>
        """, into: answer.assertionSignature)
      return try forge.signed(answer.xml, [answer.assertionID]).replacing(
        SamlWorld.mario.fiscalCode.text, with: SamlWorld.giulia.fiscalCode.text)
    },
    ForgedCase("an XPath filter of the second version", .checksOnlyTheSignature) { forge in
      var answer = forge.mine
      answer.responseSignature = ""
      answer.assertionSignature = inserting(
        """
        <ds:Transform Algorithm="http://www.w3.org/2002/06/xmldsig-filter2"><f:XPath\
         xmlns:f="http://www.w3.org/2002/06/xmldsig-filter2" Filter="subtract">\
        //*[local-name()='AttributeStatement']</f:XPath></ds:Transform>
        """, into: answer.assertionSignature)
      return try forge.signed(answer.xml, [answer.assertionID]).replacing(
        SamlWorld.mario.fiscalCode.text, with: SamlWorld.giulia.fiscalCode.text)
    },
    ForgedCase("a style sheet that writes a constant", .checksOnlyTheSignature) { forge in
      var answer = forge.mine
      answer.responseSignature = ""
      answer.assertionSignature = answer.assertionSignature.replacing(
        "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>",
        with: """
          <ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116">\
          <s:stylesheet xmlns:s="http://www.w3.org/1999/XSL/Transform" version="1.0">\
          <s:template match="/"><same/></s:template></s:stylesheet></ds:Transform>
          """)
      return try forge.signed(answer.xml, [answer.assertionID]).replacing(
        SamlWorld.mario.fiscalCode.text, with: SamlWorld.giulia.fiscalCode.text)
    },
    ForgedCase("the whole document as the reference", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned { text in
        text.replacing("URI=\"#\(forge.herSigned.assertionID)\"", with: "URI=\"\"")
      }
    },
    ForgedCase("a second reference", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned { text in
        guard let start = text.firstRange(of: "<ds:Reference"),
          let end = text.firstRange(of: "</ds:Reference>")
        else { return text }
        let reference = String(text[start.lowerBound..<end.upperBound])
        return text.replacing(reference, with: reference + reference)
      }
    },
    ForgedCase("a second SignedInfo with the digest of other content", .takesTheLastSignedInfo) {
      forge in
      try forge.twiceInformed { $0 + $1 }
    },
    ForgedCase("an Object in the signature", .checksOnlyTheSignature) { forge in
      try forge.oddlySigned {
        $0.replacing("</ds:Signature>", with: "<ds:Object>x</ds:Object></ds:Signature>")
      }
    },
  ]

  private static func inserting(_ transform: String, into template: String) -> String {
    let exclusive = "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
    return template.replacing(exclusive, with: transform + exclusive)
  }
}

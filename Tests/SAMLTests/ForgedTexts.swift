// Forged answers, continued: texts that are cut, documents that parsers read differently, and every
// rule beside the signature broken once.
import Domain
import SAML
import Support

extension ForgedCase {
  /// The provider signed a code of which Giulia's is the beginning; a gap ends the text there.
  private static func gap(_ name: String, _ gap: String) -> ForgedCase {
    ForgedCase(name, .readsTextToTheFirstGap) { forge in
      var answer = forge.world.answer(about: SamlWorld.mario)
      answer.person = nil
      answer.responseSignature = ""
      let code = "TINIT-\(SamlWorld.giulia.fiscalCode.text)"
      answer.attributes = [
        ("name", "Mario"), ("familyName", "Rossi"), ("fiscalNumber", code + "XYZ"),
      ]
      return try forge.signed(answer.xml, [answer.assertionID])
        .replacing(code + "XYZ", with: code + gap + "XYZ")
    }
  }

  static let texts = [
    gap("a comment in the fiscal number", "<!-- -->"),
    ForgedCase("an instruction in the fiscal number", .readsTextToTheFirstGap) { forge in
      // Canonical form keeps instructions: this one was there when the provider signed.
      try forge.broken({ _ in }) {
        $0.replacing(
          SamlWorld.giulia.fiscalCode.text, with: "\(SamlWorld.giulia.fiscalCode.text)<?x y?>XYZ")
      }
    },
    gap("CDATA in the fiscal number", "<![CDATA[]]>"),
    ForgedCase("a comment in the digest", .checksOnlyTheSignature) { forge in
      try forge.broken({ _ in }).replacing("<ds:DigestValue>", with: "<ds:DigestValue><!-- x -->")
    },
  ]

  static let parsers = [
    ForgedCase("a document type", .checksOnlyTheSignature) { forge in
      inserting("<!DOCTYPE x [<!ELEMENT x ANY>]>", before: try forge.broken { _ in })
    },
    ForgedCase("an entity for the fiscal number", .expandsAndReadsAnything) { forge in
      let code = SamlWorld.giulia.fiscalCode.text
      return inserting(
        "<!DOCTYPE x [<!ENTITY e '\(code)'>]>",
        before: forge.hers.xml.replacing("TINIT-\(code)", with: "TINIT-&e;"))
    },
    ForgedCase("a file as an entity", .expandsAndReadsAnything) { forge in
      inserting(
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
        before: forge.hers.xml.replacing("Giulia", with: "&e;"))
    },
    ForgedCase("entities that multiply", .expandsAndReadsAnything) { forge in
      var type = "<!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaaaaaaaa'>"
      for step in 1...4 {
        let before = String(repeating: "&a\(step - 1);", count: 10)
        type += "<!ENTITY a\(step) '\(before)'>"
      }
      return inserting(type + "]>", before: forge.hers.xml.replacing("Giulia", with: "&a4;"))
    },
    ForgedCase("thousands of levels", .expandsAndReadsAnything) { forge in
      let (open, close) = (
        String(repeating: "<y>", count: 3000), String(repeating: "</y>", count: 3000)
      )
      return forge.hers.xml.replacing("<saml:Subject>", with: "\(open)\(close)<saml:Subject>")
    },
    ForgedCase("tens of thousands of elements", .expandsAndReadsAnything) { forge in
      forge.hers.xml.replacing(
        "<saml:Subject>", with: String(repeating: "<y/>", count: 20_000) + "<saml:Subject>")
    },
    ForgedCase("thousands of namespaces", .expandsAndReadsAnything) { forge in
      let declarations = (0..<3000).map { " xmlns:n\($0)=\"urn:n\($0)\"" }.joined()
      return forge.hers.xml.replacing("<saml:Subject>", with: "<saml:Subject\(declarations)>")
    },
    ForgedCase("more than an answer may be", .expandsAndReadsAnything) { forge in
      forge.hers.xml.replacing("Giulia", with: String(repeating: "G", count: 400_000))
    },
    ForgedCase("an ID of another namespace", .needsNoSignature) { forge in
      forge.hers.xml.replacing(
        "<saml:Assertion ", with: "<saml:Assertion xmlns:e=\"urn:e\" e:ID=\"_other\" ")
    },
    ForgedCase("an xml:id", .needsNoSignature) { forge in
      forge.hers.xml.replacing("<saml:Assertion ", with: "<saml:Assertion xml:id=\"_other\" ")
    },
    ForgedCase("a relative namespace, for which canonical form is empty", .needsNoSignature) {
      forge in
      forge.hers.xml.replacing("<saml:Subject>", with: "<saml:Subject xmlns:r=\"relative\">")
    },
    ForgedCase("an instruction before the root", .checksOnlyTheSignature) { forge in
      "<?xml-stylesheet href='x'?>" + plain(try forge.broken { _ in })
    },
    ForgedCase("something after the root", .checksOnlyTheSignature) { forge in
      try forge.broken { _ in } + "<!-- end -->"
    },
    ForgedCase("an encoding that hides tags", .needsNoSignature) { forge in
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + plain(forge.hers.xml)
    },
  ]

  private static func plain(_ text: String) -> String {
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return text }
    return String(text[end.upperBound...])
  }
  private static func inserting(_ type: String, before text: String) -> String {
    type + plain(text)
  }

  /// Rightly signed, and wrong in one thing that must be checked beside the signature.
  static let rules = [
    rule("an Assertion of version 1.1") { _ in
    } text: {
      let id = Forge().herSigned.assertionID
      return $0.replacing("ID=\"\(id)\" Version=\"2.0\"", with: "ID=\"\(id)\" Version=\"1.1\"")
    },
    rule("issued an hour ago") { $0.issuedAt = SamlWorld.now - .hours(1) },
    rule("issued in an hour") { $0.issuedAt = SamlWorld.now + .hours(1) },
    rule("over for an hour") { $0.validUntil = SamlWorld.now - .hours(1) },
    rule("for another audience") { $0.audience = "https://other-service.example" },
    rule("to another recipient") { $0.recipient = "https://other-service.example/acs" },
    rule("to another destination") { $0.destination = "https://other-service.example/acs" },
    rule("to another request") { $0.inResponseTo = "_another" },
    rule("to no request") { _ in
    } text: {
      $0.replacing(#/ InResponseTo="[^"]*"/#, with: "")
    },
    rule("at a lower level") { $0.level = .one },
    rule("at a level of no scheme") { _ in
    } text: {
      $0.replacing("https://www.spid.gov.it/SpidL2", with: "urn:oasis:SpidL2")
    },
    rule("from another issuer") { $0.issuer = SamlWorld.otherID },
    rule("without conditions") { _ in
    } text: {
      without("saml:Conditions", $0)
    },
    rule("without a subject's confirmation") { _ in
    } text: {
      without("saml:SubjectConfirmation", $0)
    },
    rule("without a statement of authentication") { _ in
    } text: {
      without("saml:AuthnStatement", $0)
    },
    rule("confirmed by another method") { _ in
    } text: {
      $0.replacing("cm:bearer", with: "cm:sender-vouches")
    },
    rule("two audience restrictions of which one is another's") { _ in
    } text: {
      $0.replacing(
        "</saml:AudienceRestriction>",
        with: """
          </saml:AudienceRestriction><saml:AudienceRestriction><saml:Audience>https://x.example\
          </saml:Audience></saml:AudienceRestriction>
          """)
    },
    rule("a fiscal number twice") { $0.attributes = [("fiscalNumber", "TINIT-VRDLCU75T10F205B")] },
    rule("success with a doubt") { _ in
    } text: {
      $0.replacing(
        "status:Success\"/>",
        with: "status:Success\"><samlp:StatusCode Value=\"urn:x\"/></samlp:StatusCode>")
    },
    rule("an error with a person") { _ in
    } text: {
      $0.replacing("status:Success", with: "status:Responder")
    },
  ]

  private static func rule(
    _ name: String, _ change: @escaping @Sendable (inout TestAnswer) -> Void,
    text: @escaping @Sendable (String) -> String = { $0 }
  ) -> ForgedCase {
    ForgedCase(name, .checksOnlyTheSignature) { try $0.broken(change, text) }
  }

  private static func without(_ name: String, _ text: String) -> String {
    guard let cut = try? Forge().cut(name, from: text) else { return text }
    return text.replacing(cut, with: "")
  }
}

// What identity providers may write differently, and must be understood: each signs in the person.
import Domain
import Foundation
import SAML
import Services
import Support
import Testing

@Suite struct LegalVariationTests {
  private static let world = SamlWorld()
  private static let giulia = SamlWorld.giulia

  /// A variation: how the answer differs before it is signed, and how its text after.
  struct Variation: Sendable, CustomTestStringConvertible {
    let name: String
    var key = SamlKeys.provider.key
    var change: @Sendable (inout TestAnswer) -> Void = { _ in }
    var template: @Sendable (String) -> String = { $0 }
    var document: @Sendable (String) -> String = { $0 }
    var signs: @Sendable (TestAnswer) -> [String] = { [$0.assertionID, $0.responseID] }
    var testDescription: String { name }
  }

  static let all: [Variation] = [
    Variation(name: "as it comes"),
    Variation(name: "the new one of two keys", key: SamlKeys.providerNext.key),
    Variation(
      name: "only the Assertion signed", change: { $0.responseSignature = "" },
      signs: { [$0.assertionID] }),
    Variation(
      name: "a PrefixList, as OpenSAML writes it",
      template: {
        $0.replacing(
          "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>",
          with: """
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">\
            <ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#"\
             PrefixList="xs"/></ds:Transform>
            """)
      },
      document: {
        $0.replacing(
          "<samlp:Response ", with: "<samlp:Response xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
        )
      }),
    Variation(
      name: "SHA-512",
      template: {
        $0.replacing("xmldsig-more#rsa-sha256", with: "xmldsig-more#rsa-sha512")
          .replacing("xmlenc#sha256", with: "xmlenc#sha512")
      }),
    Variation(
      name: "an empty certificate in KeyInfo",
      template: {
        $0.replacing(
          "<ds:SignatureValue/>",
          with: """
            <ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data>\
            </ds:KeyInfo>
            """)
      }),
    Variation(
      name: "decimals in instants",
      document: { text in
        text.replacing(
          "IssueInstant=\"\(SamlWorld.now.rfc3339)\"",
          with: "IssueInstant=\"\(SamlWorld.now.rfc3339.dropLast()).123456Z\"")
      }),
    Variation(name: "a padded NameID", change: { $0.nameID = "\n      \($0.nameID)\n    " }),
    Variation(name: "a higher level", change: { $0.level = .three }),
    Variation(
      name: "a session index", change: { $0.sessionIndex = "_session" }),
    Variation(
      name: "an XML declaration",
      document: { "<?xml version='1.0' encoding='utf-8'?>\n" + $0 }),
    Variation(
      name: "more attributes than were asked",
      change: { $0.attributes = [("email", "giulia@esempio.it"), ("gender", "F")] }),
    Variation(
      name: "other prefixes",
      document: {
        $0.replacing("saml:", with: "a:").replacing("xmlns:saml=", with: "xmlns:a=")
          .replacing("samlp:", with: "p:").replacing("xmlns:samlp=", with: "xmlns:p=")
      }),
    Variation(
      name: "the Response's Issuer without Format",
      document: { text in
        guard
          let at = text.firstRange(
            of: " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\"")
        else { return text }
        return text.replacingCharacters(in: at, with: "")
      }),
    Variation(
      name: "two audience restrictions that both name us",
      document: { text in
        let restriction = """
          <saml:AudienceRestriction><saml:Audience>https://raccolto.example/spid/metadata\
          </saml:Audience></saml:AudienceRestriction>
          """
        return text.replacing(restriction, with: restriction + restriction)
      }),
  ]

  @Test(arguments: all)
  func `a legal answer is believed`(_ variation: Variation) throws {
    var answer = Self.world.answer(about: Self.giulia)
    variation.change(&answer)
    answer.assertionSignature = variation.template(answer.assertionSignature)
    if !answer.responseSignature.isEmpty {
      answer.responseSignature = variation.template(answer.responseSignature)
    }
    let text = variation.document(answer.xml)
    let document = try TestAnswer.signed(text, by: variation.key, ids: variation.signs(answer))
    switch Self.world.verdict(document) {
    case .success(.vouched(let vouching)): #expect(vouching.person == Self.giulia)
    case let other: Issue.record("\(variation.name): \(other)")
    }
  }

  @Test func `a clock that is a minute fast or slow does not matter`() throws {
    let document = try Self.world.answer(about: Self.giulia).signed(by: SamlKeys.provider.key)
    for seconds in [-59, 0, 59] {
      let now = SamlWorld.now + .seconds(seconds)
      #expect(Self.world.signedIn(document, at: now) == Self.giulia, "\(seconds) s")
    }
    #expect(Self.world.signedIn(document, at: SamlWorld.now + .seconds(-61)) == nil)
    #expect(Self.world.signedIn(document, at: SamlWorld.now + .minutes(7)) == nil)
  }

  @Test func `base64 may be wrapped as mail wraps it`() throws {
    let document = try Self.world.answer(about: Self.giulia).signed(by: SamlKeys.provider.key)
    var lines: [Substring] = []
    var rest = base64(document)[...]
    while !rest.isEmpty {
      lines.append(rest.prefix(76))
      rest = rest.dropFirst(76)
    }
    let opened = try Self.world.gateway.open(lines.joined(separator: "\r\n"))
    let believed = try opened.believed(
      for: Self.world.request(), from: try Self.world.known(Self.world.provider), at: SamlWorld.now)
    guard case .vouched(let vouching) = believed else {
      Issue.record("not believed")
      return
    }
    #expect(vouching.person == Self.giulia)
  }

  @Test(arguments: SamlDecline.allCases.filter { $0 != .service })
  func `an ending without a person is told as such`(_ decline: SamlDecline) throws {
    var answer = Self.world.answer(about: Self.giulia)
    answer.decline = decline
    let document = try answer.signed(by: SamlKeys.provider.key)
    guard case .success(.declined(let told)) = Self.world.verdict(document) else {
      Issue.record("not told: \(Self.world.verdict(document))")
      return
    }
    #expect(told == decline)
  }
}

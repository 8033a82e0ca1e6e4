// The attacker's workshop: Mario holds a good answer about himself, and wants one about Giulia.
import Domain
import Foundation
import SAML
import Support

/// What a forged answer is made of.
struct Forge: Sendable {
  var world = SamlWorld()

  /// Mario's own answer before it is signed.
  var mine: TestAnswer { world.answer(about: SamlWorld.mario) }
  /// Giulia's, as Mario writes it: no signature.
  var hers: TestAnswer {
    var answer = world.answer(about: SamlWorld.giulia)
    answer.assertionID = "_evil"
    answer.responseID = "_evilResponse"
    (answer.assertionSignature, answer.responseSignature) = ("", "")
    return answer
  }
  /// Giulia's with room for signatures: as if her provider had signed it.
  var herSigned: TestAnswer { world.answer(about: SamlWorld.giulia) }

  /// Mario's answer with its Assertion alone signed by the provider: what wrapping needs.
  func signedAssertionOnly() throws -> String {
    var answer = mine
    answer.responseSignature = ""
    return try signed(answer.xml, [answer.assertionID])
  }
  func signed(
    _ text: String, _ ids: [String], by pair: SamlKeys.Pair = SamlKeys.provider
  ) throws -> String {
    String(decoding: try TestAnswer.signed(text, by: pair.key, ids: ids), as: UTF8.self)
  }

  /// The element of that name, from its first tag to its last.
  func cut(_ name: String, from text: String) throws -> String {
    guard let start = text.firstRange(of: "<\(name) ") ?? text.firstRange(of: "<\(name)>"),
      let end = text.ranges(of: "</\(name)>").last
    else { throw Fault("no \(name) to cut") }
    return String(text[start.lowerBound..<end.upperBound])
  }

  /// Mario's signed answer with its Assertion replaced by what `make` builds of it and Giulia's.
  func wrapped(_ make: (_ original: String, _ evil: String) throws -> String) throws -> String {
    let text = try signedAssertionOnly()
    let original = try cut("saml:Assertion", from: text)
    return text.replacing(original, with: try make(original, hers.assertion))
  }

  /// The signature of an Assertion and the rest of it.
  func taken(apart assertion: String) throws -> (signature: String, rest: String) {
    let signature = try cut("ds:Signature", from: assertion)
    return (signature, assertion.replacing(signature, with: ""))
  }

  /// Giulia's answer signed with a changed template, as if her provider had done so.
  func oddlySigned(
    by pair: SamlKeys.Pair = SamlKeys.provider, _ change: (String) -> String
  ) throws -> String {
    var answer = herSigned
    answer.responseSignature = ""
    answer.assertionSignature = change(answer.assertionSignature)
    return try signed(answer.xml, [answer.assertionID], by: pair)
  }

  /// Giulia's Assertion with the signature over Mario's, into which a second SignedInfo is written
  /// that fits hers.
  func twiceInformed(_ join: (_ genuine: String, _ own: String) -> String) throws -> String {
    let genuine = try cut("ds:Signature", from: try signedAssertionOnly())
    var answer = herSigned
    answer.responseSignature = ""
    let text = try signed(answer.xml, [answer.assertionID], by: SamlKeys.attacker)
    let worn = try cut("ds:Signature", from: text)
    let first = try cut("ds:SignedInfo", from: genuine)
    let second = try cut("ds:SignedInfo", from: worn)
    return text.replacing(worn, with: genuine.replacing(first, with: join(first, second)))
  }

  /// Giulia's answer, wholly signed, with one rule broken.
  func broken(
    _ change: (inout TestAnswer) -> Void, _ text: (String) -> String = { $0 }
  ) throws -> String {
    var answer = herSigned
    answer.responseSignature = ""
    change(&answer)
    return try signed(text(answer.xml), [answer.assertionID])
  }

  /// HMAC-SHA256 with the provider's certificate as its secret, by Debian's xmlsec1.
  func hmac(_ template: (String) -> String) throws -> String {
    var answer = herSigned
    answer.responseSignature = ""
    answer.assertionSignature = template(
      answer.assertionSignature.replacing("rsa-sha256", with: "hmac-sha256"))
    let file = CarelessVerifier.file(Data(answer.xml.utf8), "xml")
    defer { try? FileManager.default.removeItem(at: file) }
    let done = try Oracle.run(
      URL(filePath: "/usr/bin/xmlsec1"),
      [
        "--sign", "--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:assertion:Assertion", "--hmackey",
        CarelessVerifier.pem(SamlKeys.provider), file.path,
      ])
    return String(decoding: done, as: UTF8.self)
  }
}

// Nobody is signed in by a forged answer. Each forgery first proves itself: a verifier with the one
// mistake it is made for would let it in, so a refusal is not a refusal of nonsense.
import Domain
import SAML
import Support
import Testing

@Suite struct ForgedAnswerTests {
  private static let forge = Forge()
  /// A refusal costs less than this, whatever the document.
  private static let secondsMax = 0.5

  @Test(arguments: ForgedCase.all)
  func `a forged answer signs nobody in`(_ forged: ForgedCase) throws {
    let document = Array(try forged.make(Self.forge).utf8)
    let duped = CarelessVerifier(mistake: forged.mistake).signedIn(document)
    #expect(
      duped?.contains(SamlWorld.giulia.fiscalCode.text) == true,
      "the forgery is not even dangerous to a verifier that \(forged.mistake.rawValue)")

    let clock = ContinuousClock()
    let started = clock.now
    let verdict = Self.forge.world.verdict(document)
    let took = clock.now - started
    guard case .failure = verdict else {
      Issue.record("\(forged.name): \(verdict)")
      return
    }
    #expect(took < .seconds(Self.secondsMax), "it took \(took)")
  }

  @Test func `the honest answer passes the careless and us`() throws {
    let document = Array(try Self.forge.broken { _ in }.utf8)
    let code = "TINIT-\(SamlWorld.giulia.fiscalCode.text)"
    #expect(CarelessVerifier(mistake: .checksOnlyTheSignature).signedIn(document) == code)
    #expect(Self.forge.world.signedIn(document) == SamlWorld.giulia)
  }

  @Test func `any changed byte of a signed Assertion is noticed`() throws {
    let text = try Self.forge.broken { _ in }
    let honest = Array(text.utf8)
    let assertion = try Self.forge.cut("saml:Assertion", from: text)
    let start = try #require(text.firstRange(of: assertion)).lowerBound.utf16Offset(in: text)
    for step in stride(from: 0, to: assertion.utf8.count, by: 7) {
      var changed = honest
      changed[start + step] ^= 0x01
      if let person = Self.forge.world.signedIn(changed) {
        // White space inside base64 and tags may change without changing what is signed.
        #expect(person == SamlWorld.giulia, "byte \(step)")
      }
    }
  }
}

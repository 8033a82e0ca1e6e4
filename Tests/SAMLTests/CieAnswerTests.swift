// CIE's minimum set has the date of birth, as text: an answer without it is not what was asked for.
import Domain
import SAML
import Services
import Support
import Testing

@Suite struct CieAnswerTests {
  private func verdict(_ change: (String) -> String) throws -> SamlRefusal? {
    let world = SamlWorld()
    let us = ServiceProvider(
      profile: .ciePrivate, entityID: world.service.entityID, acs: world.service.acs,
      slo: world.service.slo, about: (world.service.organisation, world.service.keys))
    let gateway = Gateway([us])
    let request = SamlRequest(
      id: world.requestID, provider: SamlWorld.providerID, scheme: .cie, level: .two,
      issuedAt: SamlWorld.now)
    var answer = world.answer(about: SamlWorld.giulia)
    answer.responseSignature = ""
    let document = try TestAnswer.signed(
      change(answer.xml), by: SamlKeys.provider.key, ids: [answer.assertionID])
    let provider = try gateway.providers(in: world.provider.metadata(), scheme: .cie)[0]
    do throws(SamlRefusal) {
      _ = try gateway.open(base64(document)).believed(
        for: request, from: provider, at: SamlWorld.now)
      return nil
    } catch { return error }
  }

  @Test func `the date of birth is there, and is a date`() throws {
    #expect(try verdict { $0 } == nil)
    for bad in ["", "1980-02-30", "01/01/1980", "yesterday"] {
      #expect(
        try verdict { $0.replacing("1980-01-01", with: bad) } == .wrongAttributes, "\(bad)")
    }
    #expect(
      try verdict { $0.replacing("Name=\"dateOfBirth\"", with: "Name=\"other\"") }
        == .wrongAttributes)
  }
}

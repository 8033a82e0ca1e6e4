// How many answers of an identity provider are verified in a second, every rule included: writes
// the answer and its certificate into a folder for the yardstick, then measures.
import Domain
import Foundation
import SAML
import Services

@main
enum VerifiedSignIns {
  private static let now = Instant(milliseconds: 1_795_000_000_000)

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let seconds = Double(arguments[2]) else {
      print("usage: VerifiedSignIns FOLDER SECONDS")
      exit(2)
    }
    let folder = URL(filePath: arguments[1])
    let made = try Certificate.make(
      .init(
        organisation: "provider", identifier: "VATIT-12345670017", locality: "Bologna",
        uri: "https://provider.example", isPublic: false))
    let keys = ServiceProvider.Keys(
      privateKey: made.key, certificates: try Certificate.all(inPEM: made.pem))
    let (gateway, request, provider) = try federation(keys)
    let document = try answer(to: request, keys)
    try Data(document).write(to: folder.appending(path: "answer.xml"))
    try Data(made.pem.utf8).write(to: folder.appending(path: "certificate.pem"))
    let field = Data(document).base64EncodedString()
    let clock = ContinuousClock()
    let started = clock.now
    var count = 0
    while clock.now - started < .seconds(seconds) {
      let opened = try gateway.open(field)
      guard case .vouched = try opened.believed(for: request, from: provider, at: now) else {
        throw Fault("the answer is not believed")
      }
      count += 1
    }
    let took = (clock.now - started) / Duration.seconds(1)
    print(String(format: "%.1f", Double(count) / took))
  }

  private static func federation(
    _ keys: ServiceProvider.Keys
  ) throws -> (Gateway, SamlRequest, IdentityProvider) {
    let base = "https://raccolto.example"
    let organisation = ServiceProvider.Organisation(
      name: "R", displayName: "R", url: base, contact: ("a@b.it", "+39"),
      address: .init(street: "", postalCode: "", city: "", province: ""))
    let gateway = Gateway([
      ServiceProvider(
        profile: .spidPrivate, entityID: "\(base)/spid/metadata", acs: "\(base)/spid/acs",
        slo: "\(base)/spid/slo", about: (organisation, keys))
    ])
    let id = "https://provider.example"
    let test = TestProvider(entityID: id, place: "\(id)/sso", keys: keys)
    let request = SamlRequest(
      id: "_0123456789abcdef0123456789abcdef", provider: id, scheme: .spid, level: .two,
      issuedAt: now)
    return (gateway, request, try gateway.providers(in: test.metadata(), scheme: .spid)[0])
  }

  private static func answer(
    to request: SamlRequest, _ keys: ServiceProvider.Keys
  ) throws -> [UInt8] {
    let base = "https://raccolto.example"
    var answer = TestAnswer(
      to: TestQuestion(
        requestID: request.id, service: "\(base)/spid/metadata", acs: "\(base)/spid/acs",
        level: .two), from: request.provider, at: now,
      Entropy { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    guard let code = TaxCode("RSSMRA80A01H501U") else { throw Fault("no fiscal code") }
    answer.person = VouchedPerson(fiscalCode: code, givenName: "Mario", familyName: "Rossi")
    return try answer.signed(by: keys.privateKey)
  }
}

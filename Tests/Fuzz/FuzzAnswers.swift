// libFuzzer on the reader and the verifier of answers: any bytes, and templates that are signed
// after they were damaged, so that what lies behind a good signature is reached too. `make fuzz`
// runs it.
import Domain
import Foundation
import SAML
import Services

/// What every input is tried against.
private struct Target: Sendable {
  let gateway: Gateway
  let provider: IdentityProvider
  let service: ServiceProvider
  let key: String
  let request = SamlRequest(
    id: "_0123456789abcdef0123456789abcdef", provider: "https://provider.example", scheme: .spid,
    level: .two, issuedAt: Target.now)
  static let now = Instant(milliseconds: 1_795_000_000_000)

  static let shared: Target = {
    do { return try Target() } catch { fatalError("the target cannot be made: \(error)") }
  }()

  init() throws {
    let base = "https://raccolto.example"
    let made = try Certificate.make(
      .init(
        organisation: "provider", identifier: "VATIT-12345670017", locality: "Bologna",
        uri: "https://provider.example", isPublic: false))
    key = made.key
    let keys = ServiceProvider.Keys(
      privateKey: made.key, certificates: try Certificate.all(inPEM: made.pem))
    let organisation = ServiceProvider.Organisation(
      name: "R", displayName: "R", url: base, contact: ("a@b.it", "+39"),
      address: .init(street: "", postalCode: "", city: "", province: ""))
    service = ServiceProvider(
      profile: .spidPrivate, entityID: "\(base)/spid/metadata", acs: "\(base)/spid/acs",
      slo: "\(base)/spid/slo", about: (organisation, keys))
    gateway = Gateway([service])
    let test = TestProvider(
      entityID: "https://provider.example", place: "https://provider.example/sso", keys: keys)
    provider = try gateway.providers(in: test.metadata(), scheme: .spid)[0]
  }

  /// The person that a document signs in, if any.
  func signedIn(_ document: [UInt8]) -> VouchedPerson? {
    let field = Data(document).base64EncodedString()
    guard let opened = try? gateway.open(field),
      let believed = try? opened.believed(for: request, from: provider, at: Self.now),
      case .vouched(let vouching) = believed
    else { return nil }
    return vouching.person
  }

  /// Mario's answer, the only one that the provider ever signed; and as a template, unsigned.
  func seeds() throws -> [[UInt8]] {
    guard let code = TaxCode("RSSMRA80A01H501U") else { return [] }
    var answer = TestAnswer(
      to: TestQuestion(
        requestID: request.id, service: service.entityID, acs: service.acs, level: .two),
      from: provider.entityID, at: Self.now,
      Entropy { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    answer.person = VouchedPerson(fiscalCode: code, givenName: "Mario", familyName: "Rossi")
    var declined = answer
    declined.decline = .nr25
    return [
      try answer.signed(by: key), Array(answer.xml.utf8), try declined.signed(by: key),
      Array(answer.xml.replacing("TINIT-", with: "TINIT-<!-- -->").utf8),
      Array("<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>".utf8),
    ]
  }

  func run(_ bytes: [UInt8]) {
    if let person = signedIn(bytes), person.fiscalCode.text != "RSSMRA80A01H501U" {
      fatalError("a forged answer was believed")
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.contains("<ds:DigestValue/>")
    else { return }
    for id in text.split(separator: "ID=\"").dropFirst().prefix(2) {
      let name = String(id.prefix { $0 != "\"" })
      guard let signed = try? TestAnswer.signed(text, by: key, ids: [name]) else { continue }
      _ = signedIn(signed)
    }
  }
}

/// Writes the first inputs into the folder that the last argument names.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzStart(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>
) -> CInt {
  let folder = String(cString: arguments.pointee[Int(count.pointee) - 1])
  for (index, seed) in ((try? Target.shared.seeds()) ?? []).enumerated() {
    try? Data(seed).write(to: URL(filePath: folder).appending(path: "seed-\(index).xml"))
  }
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  Target.shared.run(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

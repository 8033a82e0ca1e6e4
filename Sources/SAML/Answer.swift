// An identity provider's answer: opened by its shape, believed by its signature.
import Domain
import Services
import FoundationEssentials

/// A Response that has the shape of one. Nothing in it is believed yet.
struct Answer: OpenedAnswer {
  static let fieldBytesMax = 256 * 1024

  let xml: [UInt8]
  let inResponseTo: String
  /// The document as it came; only its structure and what the Response itself says is read here.
  private let root: XMLElement
  private let service: ServiceProvider.Lookup

  /// Opens the `SAMLResponse` field: base64, with the line breaks that RFC 2045 allows.
  init(field: String, service: @escaping ServiceProvider.Lookup) throws(SamlRefusal) {
    guard !field.isEmpty else { throw .missing }
    guard field.utf8.count <= Self.fieldBytesMax else { throw .tooLarge }
    let packed = field.utf8.filter { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 }
    guard let data = Data(base64Encoded: Data(packed)), !data.isEmpty else { throw .notBase64 }
    xml = Array(data)
    self.service = service
    root = try XMLTree.read(xml, .message)
    guard root.has("Response", Namespace.protocols) else { throw .wrongRoot }
    try Self.checkStructure(root)
    guard let id = root.attributes["InResponseTo"], !id.isEmpty else { throw .noSuchRequest }
    inResponseTo = id
  }

  /// One Assertion at most, where it belongs; nothing encrypted; nothing foreign beside it.
  private static func checkStructure(_ root: XMLElement) throws(SamlRefusal) {
    var assertions = 0
    var isEncrypted = false
    root.walk { element in
      if element.name == "Assertion" { assertions += 1 }
      if element.name.hasPrefix("Encrypted") { isEncrypted = true }
    }
    let here = root.all("Assertion", Namespace.assertion).count
    guard assertions == here, here <= 1, !isEncrypted else { throw .wrongShape }
    let known: [(String, String)] = [
      ("Issuer", Namespace.assertion), ("Signature", Namespace.signature),
      ("Extensions", Namespace.protocols), ("Status", Namespace.protocols),
      ("Assertion", Namespace.assertion),
    ]
    for (name, namespace) in known where root.all(name, namespace).count > 1 { throw .wrongShape }
    guard root.children.allSatisfy({ child in known.contains { child.has($0.0, $0.1) } }) else {
      throw .wrongShape
    }
    try SignatureShape.check(root)
  }

  func believed(
    for request: SamlRequest, from provider: IdentityProvider, at now: Instant
  ) throws(SamlRefusal) -> BelievedAnswer {
    guard let service = service(request.scheme) else { throw .unknownProvider }
    let rules = AnswerRules(request: request, provider: provider, service: service, now: now)
    // An error comes unsigned; nobody is signed in by it, whoever wrote it.
    try rules.checkResponse(root)
    if let decline = try rules.decline(root) { return .declined(decline) }

    guard let assertion = root.only("Assertion", Namespace.assertion) else { throw .wrongShape }
    if root.only("Signature", Namespace.signature) != nil {
      let response = try signed(root, provider)
      try rules.checkResponse(response)
      guard try rules.decline(response) == nil else { throw .wrongStatus }
    }
    guard assertion.only("Signature", Namespace.signature) != nil else { throw .unsigned }
    // From here on only what the provider signed is read, parsed anew from those very bytes.
    let believed = try signed(assertion, provider)
    return .vouched(try rules.vouching(believed, responseID: root.attributes["ID"] ?? ""))
  }

  /// The element as its provider signed it.
  private func signed(
    _ element: XMLElement, _ provider: IdentityProvider
  ) throws(SamlRefusal) -> XMLElement {
    guard let id = element.attributes["ID"], !id.isEmpty else { throw .signatureShape }
    let bytes = try Signatures.signedBytes(of: id, in: xml, by: provider.certificates)
    let read = try XMLTree.read(bytes, .message)
    guard read.has(element.name, element.namespace), read.attributes["ID"] == id else {
      throw .wrongReference
    }
    return read
  }
}

// A verifier with the mistakes of the published bypasses, one by one: what a forged answer must get
// past to be worth refusing. It asks Debian's xmlsec1 command about signatures, as others do.
import CXML
import Foundation
import SAML
import Support

/// One mistake.
enum Carelessness: String, Sendable {
  /// Some signature in the document holds, and the first Assertion anywhere is read.
  case readsFirst
  /// The same, and the last one is read.
  case readsLast
  /// Signatures are right, and none of the rules beside them is checked.
  case checksOnlyTheSignature
  /// No signature is asked for.
  case needsNoSignature
  /// The key comes from the message.
  case believesKeyInfo
  /// Any provider's key will do.
  case takesAnyProvidersKey
  /// A public key serves as the secret of an HMAC.
  case believesHMAC
  /// Of a text only what stands before a comment or instruction is read.
  case readsTextToTheFirstGap
  /// The signature is that of the first SignedInfo, the digest comes from the last.
  case takesTheLastSignedInfo
  /// Entities are expanded, and a document of any size is read.
  case expandsAndReadsAnything
}

struct CarelessVerifier {
  let mistake: Carelessness

  /// The fiscal number that it would sign in; nil if even it refuses.
  func signedIn(_ document: [UInt8]) -> String? {
    switch mistake {
    case .readsFirst, .checksOnlyTheSignature, .readsTextToTheFirstGap:
      guard holds(document, ["--pubkey-cert-pem", pem(SamlKeys.provider)]) else { return nil }
      return read(document).first
    case .readsLast:
      guard holds(document, ["--pubkey-cert-pem", pem(SamlKeys.provider)]) else { return nil }
      return read(document).last
    case .needsNoSignature: return read(document).first
    case .believesKeyInfo:
      guard holds(document, ["--insecure", "--enabled-key-data", "x509"]) else { return nil }
      return read(document).first
    case .takesAnyProvidersKey:
      let keys = [SamlKeys.provider, SamlKeys.otherProvider]
      guard keys.contains(where: { holds(document, ["--pubkey-cert-pem", pem($0)]) }) else {
        return nil
      }
      return read(document).first
    case .believesHMAC:
      guard holds(document, ["--hmackey", pem(SamlKeys.provider)]) else { return nil }
      return read(document).first
    case .takesTheLastSignedInfo:
      return SplitVerifier(text: String(decoding: document, as: UTF8.self)).holds()
        ? read(document).first : nil
    case .expandsAndReadsAnything: return read(document).first
    }
  }

  /// Whether xmlsec1 finds a signature that holds under this key.
  private func holds(_ document: [UInt8], _ key: [String]) -> Bool {
    let ids = ["protocol:Response", "assertion:Assertion"].flatMap {
      ["--id-attr:ID", "urn:oasis:names:tc:SAML:2.0:\($0)"]
    }
    let file = Self.file(Data(document), "xml")
    defer { try? FileManager.default.removeItem(at: file) }
    let done = try? Oracle.run(
      URL(filePath: "/usr/bin/xmlsec1"), ["--verify"] + ids + key + [file.path])
    return done != nil
  }

  /// The fiscal numbers of all Assertions, in the order of the document.
  private func read(_ document: [UInt8]) -> [String] {
    xmlInitParser()
    let anything = mistake == .expandsAndReadsAnything
    let options =
      XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
      | XML_PARSE_NOENT.rawValue | (anything ? XML_PARSE_HUGE.rawValue : 0)
    let text = document.map { CChar(bitPattern: $0) }
    guard let doc = xmlReadMemory(text, Int32(text.count), nil, nil, Int32(options)) else {
      return []
    }
    defer { xmlFreeDoc(doc) }
    var found: [String] = []
    collect(xmlDocGetRootElement(doc), &found)
    return found
  }

  private func collect(_ first: xmlNodePtr?, _ found: inout [String]) {
    var node = first
    while let element = node {
      if element.pointee.type == XML_ELEMENT_NODE {
        let name = String(cString: element.pointee.name)
        if name == "Attribute", attribute("Name", of: element) == "fiscalNumber",
          let value = firstElement(in: element)
        {
          found.append(content(of: value))
        }
        collect(element.pointee.children, &found)
      }
      node = element.pointee.next
    }
  }

  private func firstElement(in parent: xmlNodePtr) -> xmlNodePtr? {
    var node = parent.pointee.children
    while let child = node {
      if child.pointee.type == XML_ELEMENT_NODE { return child }
      node = child.pointee.next
    }
    return nil
  }

  private func content(of element: xmlNodePtr) -> String {
    let place = mistake == .readsTextToTheFirstGap ? element.pointee.children : element
    guard let place, let text = xmlNodeGetContent(place) else { return "" }
    defer { free(text) }
    return String(cString: text)
  }

  private func attribute(_ name: String, of element: xmlNodePtr) -> String? {
    guard let value = xmlGetProp(element, name) else { return nil }
    defer { free(value) }
    return String(cString: value)
  }

  private func pem(_ pair: SamlKeys.Pair) -> String { Self.pem(pair) }

  /// A certificate as a file, once for each key.
  static func pem(_ pair: SamlKeys.Pair) -> String {
    let name = "raccolto-\(getpid())-\(abs(pair.pem.hashValue)).pem"
    let file = URL.temporaryDirectory.appending(path: name)
    if !FileManager.default.fileExists(atPath: file.path) {
      try? Data(pair.pem.utf8).write(to: file, options: .atomic)
    }
    return file.path
  }
  static func file(_ data: Data, _ ending: String) -> URL {
    let file = URL.temporaryDirectory.appending(path: "forged-\(UUID().uuidString).\(ending)")
    try? data.write(to: file)
    return file
  }
}

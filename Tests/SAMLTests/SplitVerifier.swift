// The verifier of CVE-2025-29774: the signature is checked over the first SignedInfo, the digest is
// taken from the last one.
import CXML
import Domain
import Foundation
import Services
import Support

struct SplitVerifier {
  let text: String

  func holds() -> Bool {
    guard let first = cut("ds:SignedInfo")?.first, let last = cut("ds:SignedInfo")?.last,
      let value = inside("ds:SignatureValue", of: text),
      let digest = inside("ds:DigestValue", of: last),
      let assertion = cut("saml:Assertion")?.first, let signature = cut("ds:Signature")?.first
    else { return false }
    let bare = assertion.replacing(signature, with: "")
    guard let read = canonical(bare), base64(Digest(of: read).bytes) == digest else { return false }
    let named = first.replacing(
      "<ds:SignedInfo>", with: "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">")
    guard let signed = canonical(named), let bytes = Data(base64Encoded: value) else {
      return false
    }
    return isSigned(signed, bytes)
  }

  /// By Debian's openssl, with the provider's key.
  private func isSigned(_ signed: [UInt8], _ signature: Data) -> Bool {
    let openssl = URL(filePath: "/usr/bin/openssl")
    let files = [Data(signed), signature].map { CarelessVerifier.file($0, "bin") }
    let certificate = CarelessVerifier.pem(SamlKeys.provider)
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    guard
      let key = try? Oracle.run(openssl, ["x509", "-pubkey", "-noout", "-in", certificate])
    else { return false }
    let publicKey = CarelessVerifier.file(key, "pem")
    defer { try? FileManager.default.removeItem(at: publicKey) }
    let done = try? Oracle.run(
      openssl,
      ["dgst", "-sha256", "-verify", publicKey.path, "-signature", files[1].path, files[0].path])
    return done != nil
  }

  /// Every element of that name, from its tag to its end; nil where there is none.
  private func cut(_ name: String) -> [String]? {
    let starts = text.ranges(of: "<\(name)").filter { range in
      [" ", ">"].contains(text[range.upperBound...].prefix(1))
    }
    let ends = text.ranges(of: "</\(name)>")
    guard !starts.isEmpty, starts.count == ends.count else { return nil }
    return zip(starts, ends).map { String(text[$0.lowerBound..<$1.upperBound]) }
  }

  private func inside(_ name: String, of text: String) -> String? {
    guard let start = text.firstRange(of: "<\(name)>"), let end = text.firstRange(of: "</\(name)>")
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace })
  }

  /// The element by itself in exclusive canonical form.
  private func canonical(_ element: String) -> [UInt8]? {
    let bytes = Array(element.utf8).map { CChar(bitPattern: $0) }
    guard let doc = xmlReadMemory(bytes, Int32(bytes.count), nil, nil, 0) else { return nil }
    defer { xmlFreeDoc(doc) }
    var out: UnsafeMutablePointer<xmlChar>?
    let exclusive = Int32(XML_C14N_EXCLUSIVE_1_0.rawValue)
    let count = xmlC14NDocDumpMemory(doc, nil, exclusive, nil, 0, &out)
    guard count > 0, let out else { return nil }
    defer { free(out) }
    return Array(UnsafeBufferPointer(start: out, count: Int(count)))
  }
}

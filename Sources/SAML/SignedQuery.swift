// A query of the redirect binding: split once, and what is read of it is what its signature covers.
import Domain
import Foundation

/// `SAMLRequest=…[&RelayState=…]&SigAlg=…&Signature=…`, in this order and nothing else: the signed
/// text is the query itself up to its signature, so that no second parser can see another message.
struct SignedQuery {
  private static let order = ["SAMLRequest", "RelayState", "SigAlg", "Signature"]

  /// The message, still packed, and what goes back with the answer.
  let message: String
  let relayState: String?
  private let text: String
  private let algorithm: String
  private let signature: String

  init(_ query: String) throws(SamlRefusal) {
    var pairs: [(name: String, value: Substring)] = []
    for pair in query.split(separator: "&", omittingEmptySubsequences: false) {
      guard let equals = pair.firstIndex(of: "=") else { throw .wrongShape }
      let name = String(pair[..<equals])
      guard !pairs.contains(where: { $0.name == name }) else { throw .repeated }
      pairs.append((name, pair[pair.index(after: equals)...]))
    }
    let names = pairs.map(\.name)
    guard Set(["SAMLRequest", "SigAlg", "Signature"]).isSubset(of: names) else { throw .unsigned }
    guard names == Self.order || names == Self.order.filter({ $0 != "RelayState" }) else {
      throw .wrongShape
    }
    var values: [String: String] = [:]
    for (name, value) in pairs {
      guard let value = String(value).replacing("+", with: " ").removingPercentEncoding else {
        throw .wrongShape
      }
      values[name] = value
    }
    message = values["SAMLRequest"] ?? ""
    relayState = values["RelayState"]
    algorithm = values["SigAlg"] ?? ""
    signature = values["Signature"] ?? ""
    text = query.range(of: "&Signature=").map { String(query[..<$0.lowerBound]) } ?? ""
  }

  /// Refuses the query if none of these keys signed it.
  func check(by certificates: [[UInt8]]) throws(SamlRefusal) {
    guard let bits = Algorithm.signatures[algorithm] else { throw .forbiddenAlgorithm }
    let packed = signature.utf8.filter { $0 != 32 && $0 != 10 && $0 != 13 }
    guard let bytes = Data(base64Encoded: Data(packed)), !bytes.isEmpty else { throw .notBase64 }
    guard Signatures.holds(Array(bytes), over: Array(text.utf8), bits: bits, by: certificates)
    else { throw .wrongSignature }
  }
}

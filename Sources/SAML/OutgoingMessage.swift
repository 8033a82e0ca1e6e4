// Sends a message through the browser: signed in the query, or signed inside and posted by a form.
import CXMLSec
import Domain
import FoundationEssentials
import Services

/// A message and how it leaves.
struct OutgoingMessage {
  enum Field: String { case request = "SAMLRequest", response = "SAMLResponse" }

  /// The text with a place for the signature; in the redirect binding none stands inside.
  let text: (_ signature: String) -> String
  let id: String
  let field: Field
  let relayState: String?

  func sent(to place: String, binding: SamlBinding, keys: ServiceProvider.Keys) throws
    -> OutgoingSaml
  {
    switch binding {
    case .redirect: try redirect(to: place, keys)
    case .post: try form(to: place, keys)
    }
  }

  private func redirect(to place: String, _ keys: ServiceProvider.Keys) throws -> OutgoingSaml {
    let xml = Array(text("").utf8)
    let packed = try Signatures.bytes("a message could not be packed") { held in
      raccolto_deflate(xml, xml.count, &held)
    }
    var query = "\(field.rawValue)=" + Data(packed).base64EncodedString().quoted
    if let relayState { query += "&RelayState=" + relayState.quoted }
    query += "&SigAlg=" + Algorithm.rsaSHA256.quoted
    let signature = try Signatures.signature(over: query, key: keys.privateKey)
    query += "&Signature=" + Data(signature).base64EncodedString().quoted
    let url = place + (place.contains("?") ? "&" : "?") + query
    return OutgoingSaml(xml: xml, way: .redirect(url: url))
  }

  private func form(to place: String, _ keys: ServiceProvider.Keys) throws -> OutgoingSaml {
    let certificate = keys.certificates.first.map { Data($0).base64EncodedString() } ?? ""
    let template = Signatures.template(over: id, certificate: certificate)
    let xml = try Signatures.signed(text(template), id: id, key: keys.privateKey)
    var fields = [(field.rawValue, Data(xml).base64EncodedString())]
    if let relayState { fields.append(("RelayState", relayState)) }
    return OutgoingSaml(xml: xml, way: .form(action: place, fields: fields))
  }
}

extension String {
  /// Percent-encoded as Python's quote_plus does it: the providers sign what they decode anew.
  fileprivate var quoted: String {
    utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _: text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

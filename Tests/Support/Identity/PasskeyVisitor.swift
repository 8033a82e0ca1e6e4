// Somebody at a browser with an authenticator: PyPI fido2 writes what it says (Tests/Oracles).
import Domain
import Foundation
import Services

/// A device whose key follows from its name.
package struct TestDevice: Sendable {
  package let name: String
  /// The site that its browser believes to be at.
  package var origin: String
  /// What it counts; 0 for one that does not.
  package var count = 0
  /// User present and user verified.
  package var flags = 5
  /// Whose passkey it holds, as the site called them.
  package var handle = ""

  package init(_ name: String, at origin: String) {
    (self.name, self.origin) = (name, origin)
  }

  private struct Errand: Encodable {
    let `do` = "answer"
    let device, origin, handle: String
    let count, flags: Int
    let options: [String: Value]
  }
  /// What a page asks, read as far as the device has to.
  private enum Value: Codable {
    case text(String), object([String: Value]), other

    init(from decoder: any Decoder) throws {
      let here = try decoder.singleValueContainer()
      if let text = try? here.decode(String.self) {
        self = .text(text)
      } else {
        self = (try? here.decode([String: Value].self)).map(Value.object) ?? .other
      }
    }
    func encode(to encoder: any Encoder) throws {
      var here = encoder.singleValueContainer()
      switch self {
      case .text(let text): try here.encode(text)
      case .object(let object): try here.encode(object)
      case .other: try here.encodeNil()
      }
    }
  }

  /// The device's answer to what a page asks of the browser. It thinks on a thread of its own, so
  /// that no server waits for it.
  package func answer(to options: String) async throws -> String {
    let asked = try JSONDecoder().decode([String: Value].self, from: Data(options.utf8))
    let errand = Errand(
      device: name, origin: origin, handle: handle, count: count, flags: flags, options: asked)
    let input = try JSONEncoder().encode(errand)
    let line = try await withCheckedThrowingContinuation { continuation in
      Thread {
        continuation.resume(with: Result { try Oracle.answer(of: "passkey.py", to: input) })
      }.start()
    }
    return String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The device once it holds a passkey that a page has asked it to make.
  package func holding(_ options: String) throws -> TestDevice {
    let asked = try JSONDecoder().decode([String: Value].self, from: Data(options.utf8))
    guard case .object(let user) = asked["user"], case .text(let id) = user["id"],
      let bytes = Base64URL.bytes(of: id)
    else { throw Fault("the page does not say for whom") }
    var device = self
    device.handle = String(decoding: bytes, as: UTF8.self)
    return device
  }
}

extension TestBrowser {
  /// What the page asks of the browser.
  package func passkeyOptions() throws -> String {
    guard let options = page.elements("div").compactMap({ $0["data-options"] }).first else {
      throw Fault("the page asks for no passkey: \(page.main)")
    }
    return options
  }

  /// Adds a passkey through the profile; answers the device that holds it.
  package func addPasskey(_ device: TestDevice) async throws -> TestDevice {
    try await open("/it/profilo/passkey")
    try await submit("Aggiungi una passkey")
    let options = try passkeyOptions()
    try fill(["nome": device.name, "passkey": try await device.answer(to: options)])
    let reply = try await submit(following: true)
    guard reply.text.contains("Passkey aggiunta.") else { throw Fault("not added: \(page.main)") }
    return try device.holding(options)
  }

  /// Asks to sign in by passkey, and fills in what the device answers, without sending it.
  package func askPasskey(_ device: TestDevice) async throws {
    try await open("/it/accedi?torna=/it/profilo")
    try await submit("Entra con una passkey")
    try fill(["passkey": try await device.answer(to: try passkeyOptions())])
  }
}

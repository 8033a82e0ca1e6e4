// Somebody at a browser with an authenticator: sets up a second factor through the pages.
package import Domain
import Foundation
import Services

extension TestBrowser {
  /// Sets up a second factor through the profile; answers the recovery codes. The key is the one on
  /// the page, the clock the server's unless a test moves its own.
  @discardableResult
  package func enrolFactor(at now: Instant? = nil) async throws -> [String] {
    let secret = try await beginFactor()
    try fill(["codice": try Self.code(of: secret, at: now ?? Instant(Date()))])
    let page = try await submit("Conferma").page
    let codes = page.elements("code").map(\.text).filter { $0.contains("-") }
    guard codes.count == 10 else { throw Fault("no recovery codes: \(page.main)") }
    return codes
  }

  /// The key of a factor that was begun, as the page shows it.
  package func beginFactor() async throws -> String {
    try await open("/it/profilo/secondo-fattore")
    try await submit("Attiva", following: true)
    guard let key = page.elements("code").map(\.text).first(where: { $0.count == 39 }) else {
      throw Fault("no key on the page: \(page.main)")
    }
    return key
  }

  /// The code of a key as somebody types it from the page.
  package static func code(of key: String, at now: Instant) throws -> String {
    TimeCode(secret: try bytes(of: key)).code(at: FactorRules.step(at: now))
  }

  /// Base 32 back to bytes, written here so that the product needs no reader.
  package static func bytes(of key: String) throws -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (held, buffer, bytes): (Int, Int, [UInt8]) = (0, 0, [])
    for letter in key where letter != " " {
      guard let value = alphabet.firstIndex(of: letter) else { throw Fault("\(letter) in a key") }
      buffer = (buffer << 5 | value) & 0xFFFF
      held += 5
      if held >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: buffer >> (held - 8)))
        held -= 8
      }
    }
    return bytes
  }
}

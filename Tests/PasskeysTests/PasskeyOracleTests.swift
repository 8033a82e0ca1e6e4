// Passkeys against PyPI's fido2: what its structures say is read, and where its server does not
// believe an answer ours does not either. Where we are stricter, the case says so and proves it.
import Domain
import Foundation
import Passkeys
import Services
import Support
import Testing

/// The site that the tests' passkeys are for, and the challenge that they answer.
enum Asked {
  static let challenge = Base64URL.text(of: (1...32).map { UInt8($0) })
  static func place() throws -> PasskeyPlace {
    try #require(PasskeyPlace(publicURL: "http://localhost:8080"))
  }

  struct Case: Decodable, Sendable {
    let name: String
    let what: String
    let field: String
    let believed: Bool
    let registered: String
  }
  static func cases() throws -> [Case] { try made.get() }
  private static let made = Result { try make() }
  private static func make() throws -> [Case] {
    let asked = [
      "do": "vectors", "site": "localhost", "origin": "http://localhost:8080",
      "challenge": challenge,
    ]
    let lines = try Oracle.answer(of: "passkey.py", to: try JSONEncoder().encode(asked))
    return try lines.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Case.self, from: $0)
    }
  }

  /// The passkey in an answer that adds one.
  static func added(_ field: String) throws(PasskeyRefusal) -> NewPasskey {
    guard let place = try? place() else { throw .otherSite }
    let answer = try AddAnswer(field, at: place)
    guard answer.clientData.challenge == challenge else { throw .otherChallenge }
    return try FidoReader().passkey(in: answer.attestation, for: place)
  }
  /// What an answer says that uses it.
  static func used(_ field: String, _ known: NewPasskey) throws(PasskeyRefusal) -> PasskeyState {
    guard let place = try? place() else { throw .otherSite }
    let answer = try UseAnswer(field, at: place)
    guard answer.clientData.challenge == challenge else { throw .otherChallenge }
    guard answer.credential == known.credential else { throw .unknownPasskey }
    return try FidoReader().verify(answer.assertion, by: known.key, for: place)
  }
}

@Suite struct PasskeyOracleTests {
  @Test func `fido2's server and ours agree, answer by answer`() throws {
    let cases = try Asked.cases()
    for one in cases where !one.what.hasPrefix("stricter") {
      let isBelieved = Self.isBelieved(one)
      #expect(isBelieved == one.believed, "\(one.what), \(one.name)")
    }
    let counts = Dictionary(grouping: cases) { "\($0.what) \($0.believed)" }.mapValues(\.count)
    #expect(counts["add true"] == 6 && counts["use true"] == 9, "\(counts)")
    #expect((counts["add false"] ?? 0) >= 70 && (counts["use false"] ?? 0) >= 70, "\(counts)")
  }

  @Test func `ours is stricter where fido2's says so, and nowhere else`() throws {
    let cases = try Asked.cases().filter { $0.what.hasPrefix("stricter") }
    #expect(cases.count == 19)
    for one in cases {
      #expect(one.believed && !Self.isBelieved(one), "\(one.what), \(one.name)")
    }
  }

  @Test func `what an authenticator says of itself arrives`() throws {
    let cases = try Asked.cases()
    for kind in PasskeyKey.Algorithm.allCases {
      func field(_ name: String, _ what: String) throws -> Asked.Case {
        try #require(cases.first { $0.name == "\(kind.rawValue), \(name)" && $0.what == what })
      }
      let plain = try Asked.added(field("good", "add").field)
      #expect(plain.key.algorithm == kind && plain.credential.count == 32)
      #expect(plain.state == PasskeyState(signCount: 0, mayBackUp: false, isBackedUp: false))
      let counting = try Asked.added(field("good, backed up, counting", "add").field)
      #expect(counting.state == PasskeyState(signCount: 9, mayBackUp: true, isBackedUp: true))
      let used = try Asked.used(field("good", "use").field, plain)
      #expect(used == PasskeyState(signCount: 7, mayBackUp: false, isBackedUp: false))
    }
  }

  private static func isBelieved(_ one: Asked.Case) -> Bool {
    if one.what.hasSuffix("add") { return (try? Asked.added(one.field)) != nil }
    guard let known = try? Asked.added(one.registered) else { return false }
    return (try? Asked.used(one.field, known)) != nil
  }
}

// Bytes that nobody's authenticator wrote: cut, bent and random, all refused, and nothing falls.
import Domain
import Foundation
import Passkeys
import Services
import Support
import Testing

@Suite struct HostilePasskeyTests {
  private static func good(_ what: String) throws -> [Asked.Case] {
    try Asked.cases().filter { $0.what == what && $0.name.hasSuffix(", good") }
  }

  @Test func `no beginning of a good answer is an answer`() throws {
    let place = try Asked.place()
    for one in try Self.good("add") {
      let whole = try AddAnswer(one.field, at: place).attestation
      for count in 0..<whole.count {
        #expect(throws: PasskeyRefusal.self) {
          try FidoReader().passkey(in: Array(whole.prefix(count)), for: place)
        }
      }
    }
  }

  @Test func `no answer with one bit turned holds`() throws {
    let place = try Asked.place()
    for one in try Self.good("use") {
      let known = try Asked.added(one.registered)
      let said = try UseAnswer(one.field, at: place).assertion
      for bit in 0..<said.authenticatorData.count * 8 {
        var data = said.authenticatorData
        data[bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(!holds(said.clientDataHash, data, said.signature, known), "bit \(bit)")
      }
      for bit in 0..<said.signature.count * 8 {
        var signature = said.signature
        signature[bit / 8] ^= 1 << UInt8(bit % 8)
        let isHeld = holds(said.clientDataHash, said.authenticatorData, signature, known)
        #expect(!isHeld, "\(one.name), bit \(bit) of the signature")
      }
    }
  }

  private func holds(
    _ hash: Digest, _ data: [UInt8], _ signature: [UInt8], _ known: NewPasskey
  ) -> Bool {
    let said = PasskeyAssertion(
      clientDataHash: hash, authenticatorData: data, signature: signature)
    guard let place = try? Asked.place() else { return true }
    return (try? FidoReader().verify(said, by: known.key, for: place)) != nil
  }

  /// Room for two thousand million items would take seconds to make, each time.
  @Test func `a declared size costs nothing until it is there`() throws {
    let place = try Asked.place()
    let cases = try Asked.cases().filter { $0.what == "add" && $0.name.contains(" of 2^") }
    #expect(cases.count == 27)
    let started = ContinuousClock().now
    for _ in 0..<100 {
      for one in cases {
        let attestation = try AddAnswer(one.field, at: place).attestation
        #expect(throws: PasskeyRefusal.malformed) {
          try FidoReader().passkey(in: attestation, for: place)
        }
      }
    }
    #expect(ContinuousClock().now - started < .seconds(20))
  }

  /// Half of them begin as a good one does, so that they reach the inner readers.
  @Test func `twenty thousand random texts are refused within seconds`() throws {
    var ids = SeededIDs(seed: 2)
    let place = try Asked.place()
    let models = try Self.good("add").map { try AddAnswer($0.field, at: place).attestation }
    let known = try Asked.added(try #require(try Self.good("add").first).field)
    let started = ContinuousClock().now
    for round in 0..<20_000 {
      let noise = ids.bytes(1 + round % 400)
      var bytes = noise
      if round.isMultiple(of: 2) {
        bytes = models[round % models.count]
        for (index, byte) in noise.prefix(6).enumerated() {
          bytes[(Int(byte) &* 31 &+ index &* 97) % bytes.count] = noise[index * 7 % noise.count]
        }
        // The altered place may be the AAGUID or the id, which may be anything.
        _ = try? FidoReader().passkey(in: bytes, for: place)
      } else {
        #expect(throws: PasskeyRefusal.self) { try FidoReader().passkey(in: bytes, for: place) }
      }
      #expect(!holds(Digest(of: noise), bytes, noise, known))
    }
    #expect(ContinuousClock().now - started < .seconds(30))
  }

  @Test(arguments: [
    "", ".", "....", "a.b", "AA.AA.AA.AA.AA", "=.=", "AA..AA", "\u{e8}.\u{e8}",
    String(repeating: "A", count: 200_000) + ".AA", String(repeating: ".", count: 9000),
  ])
  func `a field that is no answer is malformed`(_ field: String) throws {
    let place = try Asked.place()
    #expect(throws: PasskeyRefusal.malformed) { try AddAnswer(field, at: place) }
    #expect(throws: PasskeyRefusal.malformed) { try UseAnswer(field, at: place) }
  }

  @Test(
    arguments: [
      ("https://raccolto.example", "raccolto.example", "https://raccolto.example"),
      ("https://Raccolto.Example:443/", "raccolto.example", "https://raccolto.example"),
      ("https://dona.xn--citt-3na.example:8443", "dona.xn--citt-3na.example", nil),
      ("http://localhost:8080", "localhost", "http://localhost:8080"),
    ] as [(String, String, String?)])
  func `passkeys are made for a name`(_ url: String, _ host: String, _ origin: String?) throws {
    let place = try #require(PasskeyPlace(publicURL: url))
    #expect(place.host == host && place.origin == origin ?? url)
  }

  @Test(arguments: [
    "http://127.0.0.1:8080", "https://10.0.0.7", "https://[::1]:8443", "http://raccolto.example",
    "raccolto.example", "ftp://localhost", "https://", "https://a..b", "https://user@example.org",
  ])
  func `and for nothing else`(_ url: String) {
    #expect(PasskeyPlace(publicURL: url) == nil)
  }
}

// Randomness as a dependency: the system's in production, a seed in the demonstration and tests.
package import Domain

/// Answers random bytes, fit for keys and tokens when wired to the system's source.
package struct Entropy: Sendable {
  private let read: @Sendable (Int) -> [UInt8]

  package init(_ read: @escaping @Sendable (Int) -> [UInt8]) { self.read = read }

  /// So many random bytes.
  package func bytes(_ count: Int) -> [UInt8] { read(count) }
  /// A new identity, sortable by the instant of its making.
  package func id<Owner>(at instant: Instant) -> ID<Owner> { ID(at: instant, random: bytes(10)) }
  /// A token of 128 bits or more, as lower-case base 32 without padding: safe in URLs and forms.
  package func token(bytes count: Int = 16) -> String { Base32.text(of: bytes(count)) }
}

/// RFC 4648's base 32, lower case, without padding.
enum Base32 {
  static func text(of bytes: [UInt8]) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var text: [UInt8] = []
    var held = 0
    var buffer = 0
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      held += 8
      while held >= 5 {
        text.append(alphabet[buffer >> (held - 5) & 31])
        held -= 5
      }
    }
    if held > 0 { text.append(alphabet[buffer << (5 - held) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }
}

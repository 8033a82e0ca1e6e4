// Values as bytes that mean one thing only: each text with its length, each number of fixed size.

/// Bytes to be hashed. A text is one byte (0 for none, 1), then its length as four bytes, then its
/// UTF-8; a number is eight bytes; all numbers big-endian. The first byte is the version.
package struct CanonicalBytes: Sendable {
  package private(set) var bytes: [UInt8]

  package init(version: UInt8, capacity: Int = 512) {
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes.append(version)
  }

  package mutating func add(_ text: String?) {
    guard let text else {
      bytes.append(0)
      return
    }
    bytes.append(1)
    withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { bytes += $0 }
    bytes += text.utf8
  }
  package mutating func add(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
  }
  /// As they are: for digests, which always have 32 bytes.
  package mutating func add(_ digest: Digest) { bytes += digest.bytes }
}

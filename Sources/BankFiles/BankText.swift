// The characters of files that do not say in which encoding they are.
import Domain

enum BankText {
  /// UTF-8 with or without its mark, else Windows-1252, which Italian banks still write.
  static func decode(_ bytes: [UInt8]) throws(StatementRefusal) -> [Unicode.Scalar] {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return Array(text.unicodeScalars) }
    return try windows(body)
  }

  /// One line of a file whose fields are counted in bytes: UTF-8, else Windows-1252.
  static func line(_ bytes: ArraySlice<UInt8>, number: Int) throws(StatementRefusal) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    do throws(StatementRefusal) {
      return String(String.UnicodeScalarView(try windows(bytes)))
    } catch { throw StatementRefusal(at: StatementPlace(line: number), error.reason) }
  }

  private static func windows(_ body: ArraySlice<UInt8>) throws(StatementRefusal)
    -> [Unicode.Scalar]
  {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(body.count)
    for byte in body {
      guard (0x80...0x9F).contains(byte) else {
        scalars.append(Unicode.Scalar(byte))
        continue
      }
      guard let scalar = windows1252[Int(byte) - 0x80] else {
        throw StatementRefusal(.wrongEncoding)
      }
      scalars.append(scalar)
    }
    return scalars
  }

  /// 0x80 to 0x9F; the five undefined places are nil.
  private static let windows1252: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡",
    "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—",
    "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}

/// The lines of a file, one after the other, never all at once; CR, LF or both end a line.
struct BankLines {
  static let bytesMax = 4_096

  private let bytes: [UInt8]
  private var place = 0
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The next line with its number from 1; nil at the end. Control characters are refused, but
  /// for those that old transmissions put around a file.
  mutating func next() throws(StatementRefusal) -> (text: String, number: Int)? {
    guard place < bytes.count else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
    let content = bytes[start..<place]
    if place < bytes.count {
      place += bytes[place] == 13 && place + 1 < bytes.count && bytes[place + 1] == 10 ? 2 : 1
    }
    number += 1
    guard content.count <= Self.bytesMax else {
      throw StatementRefusal(
        at: StatementPlace(line: number), .tooMuchText(max: Self.bytesMax))
    }
    let envelope: Set<UInt8> = [1, 3, 26]
    guard content.allSatisfy({ $0 >= 32 || $0 == 9 || envelope.contains($0) }) else {
      throw StatementRefusal(at: StatementPlace(line: number), .notWellFormed)
    }
    let isPlain = content.allSatisfy { $0 >= 32 }
    let kept = isPlain ? content : ArraySlice(content.filter { !envelope.contains($0) })
    return (try BankText.line(kept, number: number), number)
  }
}

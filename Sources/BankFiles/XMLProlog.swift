// What is looked at before an XML parser sees a file: encoding and document type.
import Domain
import Glibc

enum XMLProlog {
  /// Refuses encodings in which a document type could hide from the search below, text that is
  /// not in its declared encoding, and any document type or entity declaration.
  static func check(_ bytes: [UInt8]) throws(StatementRefusal) {
    let declared = declaredEncoding(bytes)
    switch declared {
    case "utf-8", "us-ascii":
      guard bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) != nil }) else {
        throw StatementRefusal(.wrongEncoding)
      }
    case "iso-8859-1", "iso-8859-15", "windows-1252": break
    case _: throw StatementRefusal(.wrongEncoding)
    }
    for mark in ["<!DOCTYPE", "<!ENTITY"] {
      if let line = line(of: Array(mark.utf8), in: bytes) {
        throw StatementRefusal(at: StatementPlace(line: line), .documentType)
      }
    }
  }

  /// From `<?xml version="1.0" encoding="…"?>`, in lower case; UTF-8 when it says nothing.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard let declaration = head.split(separator: "?>", maxSplits: 1).first,
      declaration.contains("<?xml"),
      let after = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first
    else { return "utf-8" }
    let quotes: Set<Character> = ["\"", "'"]
    let parts = after.split(maxSplits: 2, omittingEmptySubsequences: false) { quotes.contains($0) }
    return parts.count > 1 ? parts[1].lowercased() : ""
  }

  /// The line in which a mark first stands, in any case of letters.
  private static func line(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      guard var place = UnsafeRawPointer(buffer.baseAddress) else { return nil }
      let end = place + buffer.count
      while let found = memchr(place, Int32(mark[0]), place.distance(to: end)) {
        let here = UnsafeRawPointer(found)
        guard here.distance(to: end) >= mark.count else { return nil }
        let isHere = mark.indices.allSatisfy {
          here.load(fromByteOffset: $0, as: UInt8.self) & 0xDF == mark[$0] & 0xDF
        }
        if isHere {
          let before = buffer.prefix(buffer.count - here.distance(to: end))
          return 1 + before.count { $0 == 10 }
        }
        place = here + 1
      }
      return nil
    }
  }
}

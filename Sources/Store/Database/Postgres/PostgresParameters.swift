// The values of one statement in the form libpq takes them.
import CPostgres
import Literals

/// Numbers, booleans and texts as text, blobs as they are; each with its type, so that the server
/// does not guess (`$1 - 60000` would make it a 32-bit number).
struct PostgresParameters {
  private(set) var types: [Oid] = []
  private var bytes: [UInt8] = []
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ values: [SQLValue]) throws {
    for value in values {
      switch value {
      case .null:
        types.append(0)
        starts.append(nil)
        lengths.append(0)
        formats.append(0)
      case .int(let number): append(String(number).utf8, PostgresType.int8)
      case .bool(let flag): append((flag ? "t" : "f").utf8, PostgresType.boolean)
      case .text(let text):
        try refuseNUL(in: text)
        append(text.utf8, PostgresType.text)
      case .blob(let blob): append(blob, PostgresType.bytes, format: 1)
      }
    }
  }

  private mutating func append(_ part: some Sequence<UInt8>, _ type: Oid, format: Int32 = 0) {
    types.append(type)
    formats.append(format)
    starts.append(bytes.count)
    let before = bytes.count
    bytes += part
    lengths.append(Int32(bytes.count - before))
    bytes.append(0)
  }

  /// Valid while the closure runs.
  func withPointers<T>(
    _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> T
  ) -> T {
    bytes.withUnsafeBytes { buffer in
      let pointers = starts.map { start in
        start.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
      }
      return body(pointers, lengths, formats)
    }
  }
}

// The bytes of certified documents: lines of fields, escaped so that no content can fake a line.

/// UTF-8 lines ended by LF, their fields separated by tabs. Backslash, tab, LF and CR inside a
/// field are written `\\`, `\t`, `\n`, `\r`.
struct CanonicalText {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ fields: String...) { line(fields) }

  mutating func line(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      for byte in field.utf8 { append(byte) }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\\"): bytes += Array(#"\\"#.utf8)
    case UInt8(ascii: "\t"): bytes += Array(#"\t"#.utf8)
    case UInt8(ascii: "\n"): bytes += Array(#"\n"#.utf8)
    case UInt8(ascii: "\r"): bytes += Array(#"\r"#.utf8)
    case _: bytes.append(byte)
    }
  }
}

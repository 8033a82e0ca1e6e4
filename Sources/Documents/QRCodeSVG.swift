// Draws QR codes as one SVG path, by libqrencode.
import CQRCode
import Services

/// Draws codes with error correction M, which is what EPC069-12 asks for.
package struct QRCodeSVG: QRRenderer {
  /// Dots of white around the code, as ISO/IEC 18004 requires.
  static let quietZone = 4

  package init() {}

  /// Safe as it is: the title is escaped, everything else is digits and fixed marks.
  package func svg(of text: String, title: String) -> String? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 2_000,
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let dots = code.pointee.data else { return nil }
    let side = width + 2 * Self.quietZone
    let path = (0..<width).reduce(into: "") { path, row in
      path += Self.runs(of: row, UnsafeBufferPointer(start: dots + row * width, count: width))
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(side) \(side)" \
      shape-rendering="crispEdges"><title>\(Self.escaped(title))</title>\
      <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
      """
  }

  /// The dark dots of one row as rectangles of height one; the lowest bit says dark.
  private static func runs(of row: Int, _ dots: UnsafeBufferPointer<UInt8>) -> String {
    var path = ""
    var column = 0
    while column < dots.count {
      guard dots[column] & 1 == 1 else {
        column += 1
        continue
      }
      let start = column
      while column < dots.count, dots[column] & 1 == 1 { column += 1 }
      let length = column - start
      path += "M\(start + quietZone) \(row + quietZone)h\(length)v1h-\(length)z"
    }
    return path
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      // XML has no way to write other control characters.
      case _ where scalar.value < 32 || (0xFFFE...0xFFFF).contains(scalar.value): escaped += " "
      case _: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}

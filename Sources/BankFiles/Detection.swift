// Tells the formats apart by their first bytes, and names the common ones that are not read.
package import Domain

extension StatementFormat {
  /// The format of a file; throws when it is empty, binary, or of a kind that is not read.
  package static func detect(_ bytes: [UInt8]) throws(StatementRefusal) -> StatementFormat {
    let start = bytes.prefix(4)
    for (mark, name) in knownMarks where start.starts(with: mark) {
      throw StatementRefusal(.unknownFormat(name))
    }
    // Sixteen-bit text has a mark, and a NUL beside each plain letter.
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw StatementRefusal(.wrongEncoding)
    }
    guard !bytes.contains(0) else { throw StatementRefusal(.holdsNUL) }
    let body = bytes.drop { [0xEF, 0xBB, 0xBF, 1, 32, 9, 10, 13].contains($0) }
    guard let first = body.first else { throw StatementRefusal(.empty) }
    if first == UInt8(ascii: "<") { return .camt053 }
    if looksLikeMT940(body) { return .mt940 }
    if body.prefix(120).starts(with: Array("RH".utf8)), !body.prefix(120).contains(59) {
      return .cbiRH
    }
    let firstRows = body.prefix(8192)
    guard firstRows.contains(where: { [59, 44, 9, 124].contains($0) }) else {
      throw StatementRefusal(.unknownFormat(nil))
    }
    return .csv
  }

  /// `:20:` at the beginning of a line, after a few lines of a bank's or of SWIFT's envelope.
  private static func looksLikeMT940(_ body: ArraySlice<UInt8>) -> Bool {
    body.prefix(1_024).split { [1, 10, 13].contains($0) }.prefix(MT940Reader.envelopeLinesMax)
      .contains { $0.starts(with: ":20:".utf8) || $0.starts(with: "{1:F".utf8) }
  }

  private static let knownMarks: [([UInt8], String)] = [
    (Array("%PDF".utf8), "PDF"), ([0x50, 0x4B, 3, 4], "XLSX / ZIP"), ([0xD0, 0xCF, 0x11], "XLS"),
    ([0x1F, 0x8B], "gzip"),
  ]
}

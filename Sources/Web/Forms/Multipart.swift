// multipart/form-data (RFC 7578): fields and files between boundaries, strictly read.

enum Multipart {
  private static let partHeadBytesMax = 4096

  /// The fields and files of a body; throws for anything not well formed.
  static func parse(
    _ bytes: [UInt8], contentType: String, limit: BodyLimit
  ) throws(Problem) -> FormBody {
    guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.count)
    else { throw .malformed }
    let delimiter = Array("\r\n--\(boundary)".utf8)
    // The first delimiter may stand at the very start, without a line end before it.
    let body = Array("\r\n".utf8) + bytes
    var form = FormBody()
    guard var at = find(delimiter, in: body, from: 0) else { throw .malformed }
    while true {
      at += delimiter.count
      if body[at...].starts(with: "--".utf8) { return form }
      guard body[at...].starts(with: "\r\n".utf8), form.count < limit.fieldsMax,
        let next = find(delimiter, in: body, from: at)
      else { throw .malformed }
      try add(Array(body[min(at + 2, next)..<next]), to: &form)
      at = next
    }
  }

  private static func add(_ part: [UInt8], to form: inout FormBody) throws(Problem) {
    let gap = Array("\r\n\r\n".utf8)
    guard let end = find(gap, in: part, from: 0), end <= partHeadBytesMax,
      let head = String(validating: part[..<end], as: UTF8.self)
    else { throw .malformed }
    let content = Array(part[(end + gap.count)...])
    let lines = head.split(separator: "\r\n").map(String.init)
    func field(_ name: String) -> String? {
      lines.first { $0.lowercased().hasPrefix("\(name):") }
        .map { $0.dropFirst(name.count + 1).trimmed }
    }
    guard let disposition = field("content-disposition"), disposition.hasPrefix("form-data"),
      let name = parameter("name", of: disposition), !name.isEmpty
    else { throw .malformed }
    if let file = parameter("filename", of: disposition) {
      if file.isEmpty && content.isEmpty { return }
      form.add(
        UploadedFile(
          name: String(file.prefix(200)), type: field("content-type") ?? "", bytes: content),
        as: name)
    } else {
      guard !content.contains(0), let text = String(validating: content, as: UTF8.self) else {
        throw .malformed
      }
      form.add(name, text)
    }
  }

  /// `name="value"` or `name=value` in a header field.
  private static func parameter(_ name: String, of field: String) -> String? {
    var isQuoted = false
    // A semicolon between quotes belongs to the value: "estratto; conto.csv".
    let pieces = field.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
    for piece in pieces.dropFirst() {
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, halves[0].trimmed.lowercased() == name else { continue }
      let value = halves[1].trimmed
      guard value.hasPrefix("\"") else { return value }
      guard value.count >= 2, value.hasSuffix("\"") else { return nil }
      return String(value.dropFirst().dropLast()).replacing("%22", with: "\"")
        .replacing("\\\"", with: "\"")
    }
    return nil
  }

  private static func find(_ needle: [UInt8], in hay: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, hay.count >= needle.count else { return nil }
    var at = start
    while at <= hay.count - needle.count {
      guard let hit = hay[at...(hay.count - needle.count)].firstIndex(of: first) else { return nil }
      if hay[hit..<(hit + needle.count)].elementsEqual(needle) { return hit }
      at = hit + 1
    }
    return nil
  }
}

// What a form sent: fields in their order, files, and nothing that was not well formed.
import Hummingbird

/// A file that came with a form.
package struct UploadedFile: Hashable, Sendable {
  /// The name it had on the sender's machine: for showing only, never for paths.
  package let name: String
  /// What the browser says it is: not to be trusted.
  package let type: String
  package let bytes: [UInt8]
}

/// The fields of a form.
package struct FormBody: Sendable {
  private var fields: [(name: String, value: String)] = []
  private var files: [String: UploadedFile] = [:]

  /// The first value of a field as it was sent; nil if there is none.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
  /// The field without white space around it; empty if there is none.
  package func text(_ name: String) -> String { self[name]?.trimmed ?? "" }
  /// All values of a field: several boxes of one name.
  package func all(_ name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }
  /// Every field as it was sent, in its order.
  var pairs: [(name: String, value: String)] { fields }
  /// Whether a box was ticked.
  package func isTicked(_ name: String) -> Bool { self[name] != nil }
  /// A file that was chosen; nil if the field was left empty.
  package func file(_ name: String) -> UploadedFile? { files[name] }

  /// The hidden field with the form's random key.
  package static let tokenField = "chiave"
  /// The form's random key, which makes sending it twice count once; nil if missing or malformed.
  package var token: String? {
    self[Self.tokenField].flatMap { token in
      (20...64).contains(token.utf8.count)
        && token.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        ? token : nil
    }
  }

  package init() {}
  /// From names and values, for pages that fill a form themselves.
  package init(_ fields: KeyValuePairs<String, String>) {
    self.fields = fields.map { ($0.key, $0.value) }
  }

  mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }
  mutating func add(_ file: UploadedFile, as name: String) { files[name] = file }
  var count: Int { fields.count + files.count }
}

extension FormBody {
  /// Reads a request's form of either encoding, or of the one without files. Malformed is 400,
  /// another type 415.
  static func read(
    _ request: Request, limit: BodyLimit, takesFiles: Bool = true
  ) async throws -> FormBody {
    let type = request.headers[.contentType] ?? ""
    let kind = type.split(separator: ";").first.map { $0.trimmed.lowercased() } ?? ""
    let kinds = ["application/x-www-form-urlencoded"] + (takesFiles ? ["multipart/form-data"] : [])
    guard kinds.contains(kind) else {
      throw Problem.unsupportedType
    }
    let bytes = try await limit.read(request)
    if kind == "multipart/form-data" {
      return try Multipart.parse(bytes, contentType: type, limit: limit)
    }
    return try urlEncoded(bytes, limit: limit)
  }

  /// `a=1&b=due+parole`; throws for broken triplets, text that is not UTF-8, too many fields.
  static func urlEncoded(_ bytes: [UInt8], limit: BodyLimit) throws(Problem) -> FormBody {
    var form = FormBody()
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard form.count < limit.fieldsMax, let first = halves.first,
        let name = decodePercent(first, plusIsBlank: true), !name.isEmpty,
        let value = halves.count == 2 ? decodePercent(halves[1], plusIsBlank: true) : ""
      else { throw .malformed }
      form.add(name, value)
    }
    return form
  }
}

/// Decodes percent triplets; nil for a broken one, for a NUL, and for what is not UTF-8.
func decodePercent(_ bytes: some Collection<UInt8>, plusIsBlank: Bool) -> String? {
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  var rest = bytes.makeIterator()
  while let byte = rest.next() {
    switch byte {
    case UInt8(ascii: "+") where plusIsBlank: plain.append(32)
    case UInt8(ascii: "%"):
      guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit)
      else { return nil }
      plain.append(high << 4 | low)
    case _: plain.append(byte)
    }
  }
  return plain.contains(0) ? nil : String(validating: plain, as: UTF8.self)
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  case _: nil
  }
}

extension String {
  /// The text without percent triplets; nil if they are broken.
  var percentDecoded: String? { decodePercent(Array(utf8), plusIsBlank: false) }
}

// Totals as another program writes them: a JSON array, one object a project.
import FoundationEssentials

extension VoteResult {
  /// Reads an array of objects with the fields that CSV has as columns. Ids are strings, votes whole numbers,
  /// `cost` a string such as "12500.00" or whole euros; a field it does not know is refused.
  package init(json bytes: [UInt8]) throws(VoteFileRefusal) {
    try VoteFileText.check(bytes)
    let lines = lineOfEachElement(in: bytes)
    let objects: [JSONRow]
    do {
      objects = try JSONDecoder().decode([JSONRow].self, from: Data(bytes))
    } catch {
      throw VoteFileRefusal(error, lines: lines)
    }
    var rows: [ImportedRow] = []
    for (index, object) in objects.enumerated() {
      rows.append(try object.row(line: index < lines.count ? lines[index] : 1))
    }
    self = try ImportedRanking.result(of: rows)
  }
}

/// One object, strictly.
private struct JSONRow: Decodable {
  let id: String
  let votes: Int64
  let constituency: String?
  let position: Int64?
  let name: String?
  let summary: String?
  let cost: String?
  let voters: Int64?
  let status: String?
  let mergedInto: String?

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Field.self)
    for field in values.allKeys where field.column == nil {
      throw UnknownField(name: field.stringValue, path: decoder.codingPath)
    }
    id = try values.decode(String.self, forKey: Field(.id))
    votes = try values.decode(Int64.self, forKey: Field(.votes))
    constituency = try values.decodeIfPresent(String.self, forKey: Field(.constituency))
    position = try values.decodeIfPresent(Int64.self, forKey: Field(.position))
    name = try values.decodeIfPresent(String.self, forKey: Field(.name))
    summary = try values.decodeIfPresent(String.self, forKey: Field(.summary))
    if let euros = try? values.decodeIfPresent(Int64.self, forKey: Field(.cost)) {
      cost = String(euros)
    } else {
      cost = try values.decodeIfPresent(String.self, forKey: Field(.cost))
    }
    voters = try values.decodeIfPresent(Int64.self, forKey: Field(.voters))
    status = try values.decodeIfPresent(String.self, forKey: Field(.status))
    mergedInto = try values.decodeIfPresent(String.self, forKey: Field(.mergedInto))
  }

  func row(line: Int) throws(VoteFileRefusal) -> ImportedRow {
    let id = try ImportedRanking.id(id, line: line)
    for (field, number) in [("votes", votes), ("position", position), ("voters", voters)] {
      guard let number else { continue }
      let found = String(number)
      guard number >= 0 else {
        throw VoteFileRefusal(line: line, column: field, found: found, .negative)
      }
      guard number <= VoteFileLimits.amountMax else {
        throw VoteFileRefusal(
          line: line, column: field, found: found,
          .numberTooLarge(max: VoteFileLimits.amountMax))
      }
    }
    var row = ImportedRow(line: line, id: id, votes: votes)
    row.constituency = constituency ?? ""
    row.position = position
    row.name = name ?? ""
    row.summary = summary ?? ""
    row.voters = voters
    if let cost { row.cost = try ImportedRanking.cost(cost, line: line) }
    row.standing = try ImportedRanking.standing(
      status ?? "", mergedInto: mergedInto ?? "", line: line)
    return row
  }
}

private struct Field: CodingKey {
  let stringValue: String
  var column: ImportedRanking.Column? { ImportedRanking.Column(rawValue: stringValue) }
  var intValue: Int? { nil }
  init(_ column: ImportedRanking.Column) { stringValue = column.rawValue }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

private struct UnknownField: Error {
  let name: String
  let path: [any CodingKey]
}

extension VoteFileRefusal {
  /// What the decoder objected to, at the line on which the object concerned begins.
  fileprivate init(_ error: any Error, lines: [Int]) {
    func line(of path: [any CodingKey]) -> Int {
      guard let index = path.first?.intValue, index < lines.count else { return lines.last ?? 1 }
      return lines[index]
    }
    if let unknown = error as? UnknownField {
      self.init(line: line(of: unknown.path), column: unknown.name, .unknownField)
      return
    }
    guard let error = error as? DecodingError else {
      self.init(line: lines.last ?? 1, .notJSON)
      return
    }
    switch error {
    case .typeMismatch(let type, let context):
      self.init(
        line: line(of: context.codingPath), column: context.codingPath.last?.stringValue,
        .wrongType(expected: Self.name(of: type)))
    case .valueNotFound(_, let context):
      self.init(
        line: line(of: context.codingPath), column: context.codingPath.last?.stringValue,
        .valueMissing)
    case .keyNotFound(let key, let context):
      self.init(line: line(of: context.codingPath), column: key.stringValue, .valueMissing)
    case .dataCorrupted(let context) where context.codingPath.count > 1:
      self.init(
        line: line(of: context.codingPath), column: context.codingPath.last?.stringValue,
        .notANumber)
    case .dataCorrupted: self.init(line: lines.last ?? 1, .notJSON)
    @unknown default: self.init(line: lines.last ?? 1, .notJSON)
    }
  }

  private static func name(of type: any Any.Type) -> String {
    if type == String.self { return "string" }
    if type == Int64.self { return "integer" }
    return type == [JSONRow].self ? "array" : "object"
  }
}

/// The line on which each element of the outermost array begins, as far as the brackets hold.
private func lineOfEachElement(in bytes: [UInt8]) -> [Int] {
  var lines: [Int] = []
  var line = 1
  var depth = 0
  var isText = false
  var isEscaped = false
  for byte in bytes {
    if byte == 10 { line += 1 }
    if isText {
      if isEscaped { isEscaped = false; continue }
      if byte == UInt8(ascii: "\\") { isEscaped = true }
      if byte == UInt8(ascii: "\"") { isText = false }
      continue
    }
    switch byte {
    case UInt8(ascii: "\""): isText = true
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if depth == 1 { lines.append(line) }
      depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    case _: continue
    }
  }
  return lines
}

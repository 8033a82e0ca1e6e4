// Totals as another program writes them: a JSON array, one object a project.
import FoundationEssentials

extension VoteResult {
  /// Reads an array of objects with CSV's columns as fields. Ids are strings, votes whole numbers,
  /// `cost` a string such as "12500.00" or whole euros; an unknown field is refused.
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
      throw Misfit(path: decoder.codingPath, field: field.stringValue, reason: .unknownField)
    }
    func text(_ column: ImportedRanking.Column) throws -> String? {
      try values.decodeIfPresent(String.self, forKey: Field(column))
    }
    /// The decoder names no field when a number has a fraction, so it is named here.
    func number(_ column: ImportedRanking.Column) throws -> Int64? {
      do {
        return try values.decodeIfPresent(Int64.self, forKey: Field(column))
      } catch DecodingError.typeMismatch(let type, let context) {
        throw DecodingError.typeMismatch(type, context)
      } catch {
        throw Misfit(path: decoder.codingPath, field: column.rawValue, reason: .notANumber)
      }
    }
    id = try values.decode(String.self, forKey: Field(.id))
    guard let votes = try number(.votes) else {
      throw Misfit(path: decoder.codingPath, field: "votes", reason: .valueMissing)
    }
    self.votes = votes
    constituency = try text(.constituency)
    position = try number(.position)
    name = try text(.name)
    summary = try text(.summary)
    if let euros = try? number(.cost) { cost = String(euros) } else { cost = try text(.cost) }
    voters = try number(.voters)
    status = try text(.status)
    mergedInto = try text(.mergedInto)
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

/// What a field of one object is not.
private struct Misfit: Error {
  let path: [any CodingKey]
  let field: String
  let reason: VoteFileRefusal.Reason
}

extension VoteFileRefusal {
  /// What the decoder objected to, at the line on which the object concerned begins.
  fileprivate init(_ error: any Error, lines: [Int]) {
    func line(of path: [any CodingKey]) -> Int {
      guard let index = path.first?.intValue, index < lines.count else { return lines.last ?? 1 }
      return lines[index]
    }
    if let misfit = error as? Misfit {
      self.init(line: line(of: misfit.path), column: misfit.field, misfit.reason)
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
        .wrongType(expected: context.codingPath.isEmpty ? "array" : Self.name(of: type)))
    case .valueNotFound(_, let context):
      self.init(
        line: line(of: context.codingPath), column: context.codingPath.last?.stringValue,
        .valueMissing)
    case .keyNotFound(let key, let context):
      self.init(line: line(of: context.codingPath), column: key.stringValue, .valueMissing)
    case .dataCorrupted: self.init(line: lines.last ?? 1, .notJSON)
    @unknown default: self.init(line: lines.last ?? 1, .notJSON)
    }
  }

  private static func name(of type: any Any.Type) -> String {
    if type == String.self { return "string" }
    if type == Int64.self { return "integer" }
    return "object"
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

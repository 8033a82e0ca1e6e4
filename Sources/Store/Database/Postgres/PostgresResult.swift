// One answer of libpq: its rows as values, or its error as ours.
import CPostgres
import Domain
import Literals

/// Owns a `PGresult` and clears it.
struct PostgresResult: ~Copyable {
  private let result: OpaquePointer?

  init(_ result: OpaquePointer?) { self.result = result }
  deinit { PQclear(result) }

  var isSuccess: Bool {
    let status = PQresultStatus(result)
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK
  }
  /// Nothing of the pipeline comes after it.
  var endsPipeline: Bool { PQresultStatus(result) == PGRES_PIPELINE_SYNC }
  /// The command as the server names what it did: `INSERT 0 1`, `COMMIT`, `ROLLBACK`.
  var command: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

  func answer() throws -> Answer {
    let width = PQnfields(result)
    let columns = (0..<width).map { String(cString: PQfname(result, $0)) }
    let types = (0..<width).map { PQftype(result, $0) }
    var answer = Answer()
    answer.rows.reserveCapacity(Int(PQntuples(result)))
    for row in 0..<PQntuples(result) {
      let values = try (0..<width).map { column in
        try value(row, column, type: types[Int(column)], name: columns[Int(column)])
      }
      answer.rows.append(Row(columns: columns, values: values))
    }
    if !command.hasPrefix("SELECT") {
      answer.changed = Int(String(cString: PQcmdTuples(result))) ?? 0
    }
    return answer
  }

  /// The error this result carries; `connectionMessage` when the server said nothing.
  func error(_ connectionMessage: String) -> PostgresError {
    PostgresError(
      state: field("C"), constraint: field("n"),
      message: field("M") ?? connectionMessage)
  }

  private func field(_ letter: Unicode.Scalar) -> String? {
    PQresultErrorField(result, Int32(letter.value)).map { String(cString: $0) }
  }

  private func value(_ row: Int32, _ column: Int32, type: Oid, name: String) throws -> SQLValue {
    if PQgetisnull(result, row, column) == 1 { return .null }
    let count = Int(PQgetlength(result, row, column))
    let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: count)
    let text = String(decoding: bytes, as: UTF8.self)
    switch type {
    case PostgresType.boolean: return .bool(text == "t")
    case PostgresType.bytes: return .blob(Self.decoded(hex: bytes.dropFirst(2)))
    case PostgresType.int2, PostgresType.int4, PostgresType.int8, PostgresType.oid,
      PostgresType.numeric, PostgresType.float4, PostgresType.float8:
      guard let number = Int64(text) else {
        throw Fault("column \(name) holds a fraction; only whole numbers are read")
      }
      return .int(number)
    default: return .text(text)
    }
  }

  private static func decoded(hex digits: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var index = digits.startIndex
    while index + 1 < digits.endIndex {
      bytes.append(value(digits[index]) << 4 | value(digits[index + 1]))
      index += 2
    }
    return bytes
  }
}

/// The object identifiers of PostgreSQL's built-in types that we bind or read.
enum PostgresType {
  static let boolean: Oid = 16
  static let bytes: Oid = 17
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
  static let oid: Oid = 26
  static let float4: Oid = 700
  static let float8: Oid = 701
  static let numeric: Oid = 1700
}

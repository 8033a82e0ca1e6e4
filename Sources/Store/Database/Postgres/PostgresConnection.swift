// One connection to PostgreSQL, used by one thread: prepared statements, transactions, settings.
import CPostgres
import Domain
import Literals

final class PostgresConnection: Connection {
  let dialect = Dialect.postgres
  private let link: OpaquePointer?
  /// Names of the statements prepared here, by their text and the types of their parameters.
  private var prepared: [Prepared: String] = [:]
  /// The `BEGIN` that has not been sent: it travels with the first statement.
  private var opening: String?
  /// What would help against the first error since `begin`.
  private(set) var remedy = PostgresError.Remedy.none

  private struct Prepared: Hashable {
    let text: String
    let types: [Oid]
  }

  /// Transactions since statements were last forgotten.
  private var begun = 0

  /// How many statements stay prepared before all are forgotten and prepared anew.
  private static let preparedMax = 500
  /// After how many transactions as well: the server keeps a statement's plan, and one made while a
  /// table was nearly empty reads all of it for ever.
  private static let begunMax = 500

  /// Connects; throws a retryable `Fault` when the server cannot be reached.
  init(url: String) throws {
    let keys = ["dbname", "connect_timeout", "fallback_application_name", "client_encoding"]
    link = withCStrings(keys) { keys in
      withCStrings([url, "5", "raccolto", "UTF8"]) { PQconnectdbParams(keys, $0, 1) }
    }
    // When this throws, the object is complete, so `deinit` closes the link.
    guard PQstatus(link) == CONNECTION_OK else {
      throw Fault(
        "cannot reach PostgreSQL: \(lastMessage)"
          + " Consider RACCOLTO_DATABASE_URL, and whether the server is up.", retryable: true)
    }
    PQsetNoticeProcessor(link, { _, _ in }, nil)
    try command(settings)
  }
  deinit { PQfinish(link) }

  /// A number that differs between the connections of a server, to spread retries.
  var spread: UInt32 { UInt32(bitPattern: PQbackendPID(link)) &* 2_654_435_761 >> 16 }

  func begin(readOnly: Bool) throws {
    remedy = .none
    opening = nil
    if prepared.count > Self.preparedMax || begun >= Self.begunMax { try forgetPrepared() }
    begun += 1
    opening =
      readOnly
      ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL READ COMMITTED"
  }
  func commit() throws {
    // Nothing was asked of the server.
    if opening != nil { return opening = nil }
    guard try command("COMMIT") == "COMMIT" else {
      throw Fault("PostgreSQL rolled the transaction back at its commit")
    }
  }
  /// Leaves a transaction after an error; a connection that cannot is lost.
  func rollBack() {
    opening = nil
    if PQtransactionStatus(link) == PQTRANS_IDLE { return }
    let before = remedy
    do {
      try command("ROLLBACK")
      remedy = before
    } catch { remedy = .reconnect }
  }
  func forgetPrepared() throws {
    (prepared, begun) = ([:], 0)
    try command("DEALLOCATE ALL")
  }

  func run(_ sql: SQL) throws -> Answer {
    let (text, values) = sql.rendered(for: .postgres)
    let parameters = try PostgresParameters(values)
    let statement = Prepared(text: text, types: parameters.types)
    if let begin = opening, let name = prepared[statement] {
      opening = nil
      return try run(name, parameters, after: begin)
    }
    if let begin = opening {
      opening = nil
      try command(begin)
    }
    let name = try prepared[statement] ?? prepare(statement)
    let result = PostgresResult(
      parameters.withPointers { pointers, lengths, formats in
        PQexecPrepared(link, name, Int32(values.count), pointers, lengths, formats, 0)
      })
    try check(result)
    return try result.answer()
  }

  /// Sends both at once and waits once: a round trip less in every transaction (libpq, "Pipeline
  /// Mode"). When the first fails, the server passes over the second.
  private func run(
    _ name: String, _ parameters: PostgresParameters, after begin: String
  ) throws -> Answer {
    guard PQenterPipelineMode(link) == 1 else { throw lost() }
    let isSent = parameters.withPointers { pointers, lengths, formats in
      PQsendQueryParams(link, begin, 0, nil, nil, nil, nil, 0) == 1
        && PQsendQueryPrepared(
          link, name, Int32(pointers.count), pointers, lengths, formats, 0) == 1
    }
    guard isSent, PQpipelineSync(link) == 1 else { throw lost() }
    let begun = nextOfPipeline()
    let result = nextOfPipeline()
    let synced = PostgresResult(PQgetResult(link))
    guard synced.endsPipeline, PQexitPipelineMode(link) == 1 else { throw lost() }
    try check(begun)
    try check(result)
    return try result.answer()
  }

  /// The answer to one statement of a pipeline, and the null that ends it.
  private func nextOfPipeline() -> PostgresResult {
    let result = PostgresResult(PQgetResult(link))
    _ = PostgresResult(PQgetResult(link))
    return result
  }

  /// The connection broke outside any answer.
  private func lost() -> Fault {
    remedy = .reconnect
    return Fault("PostgreSQL (no connection): \(lastMessage)", retryable: true)
  }

  private func prepare(_ statement: Prepared) throws -> String {
    let name = "s\(prepared.count)"
    let result = PostgresResult(
      PQprepare(
        link, name, statement.text, Int32(statement.types.count), statement.types))
    try check(result)
    prepared[statement] = name
    return name
  }

  /// Runs a text without parameters; answers what the server says it did.
  @discardableResult
  private func command(_ text: String) throws -> String {
    let result = PostgresResult(PQexec(link, text))
    try check(result)
    return result.command
  }

  private func check(_ result: borrowing PostgresResult) throws {
    if result.isSuccess { return }
    let error = result.error(lastMessage)
    if remedy == .none { remedy = PQstatus(link) == CONNECTION_OK ? error.remedy : .reconnect }
    throw error.asError
  }

  private var lastMessage: String {
    let text = String(cString: PQerrorMessage(link))
    return text.split(separator: "\n").joined(separator: " ")
  }
}

/// What every connection is set to, whatever the server's defaults. A lock is waited for shortly, a
/// statement has an end, and an acknowledged write is on disk.
private let settings = """
  SET lock_timeout = '5s';
  SET statement_timeout = '30s';
  SET idle_in_transaction_session_timeout = '60s';
  SET synchronous_commit = on;
  SET timezone = 'UTC';
  SET bytea_output = 'hex';
  SET client_min_messages = warning
  """

/// The texts as a null-terminated array of C strings, for as long as the closure runs.
private func withCStrings<T>(
  _ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> T
) -> T {
  var bytes: [CChar] = []
  let starts = texts.map { text in
    defer { bytes += text.utf8CString }
    return bytes.count
  }
  return bytes.withUnsafeBufferPointer { buffer in
    body(starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil])
  }
}

// What the tests of the queue share: a clock that is set by hand, runners, small handlers.
import Crypto
import Domain
import Logging
import Store
import Support
import Synchronization
import Testing
import Work

/// A clock that stands still until it is moved.
final class HandClock: Sendable {
  private let instant: Mutex<Instant>

  init(_ text: String = "2026-11-21T10:00:00Z") {
    instant = Mutex(Instant(rfc3339: text) ?? Instant(milliseconds: 0))
  }
  var now: Instant { instant.withLock { $0 } }
  func advance(_ span: Instant.Span) { instant.withLock { $0 = $0 + span } }
  func set(_ text: String) { instant.withLock { $0 = Instant(rfc3339: text) ?? $0 } }
}

/// What handlers saw.
final class Notes: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// A database with a clock, from which runners and tasks are made.
struct Bench: Sendable {
  let database: Database
  let clock = HandClock()
  let notes = Notes()

  func runner(
    _ name: String = "runner", handlers: [Handler], timetable: Timetable = Timetable([]),
    workers: Int = 4
  ) -> Runner {
    Runner(
      database, handlers: handlers,
      pools: ["money", "mail"].map { Runner.Pool(queue: $0, workers: workers) },
      timetable: timetable,
      Runner.Surroundings(
        name: name, now: { clock.now }, entropy: { Bench.bytes($0) },
        logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
  }

  /// A handler that notes the argument of each task.
  func noting(_ kind: String = "note") -> Handler {
    Handler(kind) { context in
      notes.add(context.arguments)
      return .done
    }
  }

  func task(_ kind: String = "note", _ argument: String = "{}", queue: String = "money") -> NewTask
  {
    NewTask(
      id: StoredTask.ID(at: clock.now, random: Bench.bytes(10)),
      StoredTask.Work(queue: queue, kind: kind, arguments: argument), at: clock.now)
  }

  @discardableResult
  func enqueue(_ task: NewTask) async throws -> StoredTask.ID {
    _ = try await database.write { try $0.enqueue(task) }
    return task.id
  }

  func status(_ id: StoredTask.ID) async throws -> StoredTask.Status? {
    try await database.read { try $0.task(id)?.status }
  }

  static func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255) } }
}

extension TestEngine {
  func withBench(_ body: (Bench) async throws -> Void) async throws {
    try await withDatabase { try await body(Bench(database: $0)) }
  }
}

// Works through the queues: claims tasks, runs their jobs, records how they ended. Knows no job.
package import Domain
package import Logging
import ServiceLifecycle
package import Store
import Synchronization

/// Runs until the process is asked to stop; several may share one database.
package final class Runner: Service {
  /// A line of tasks and how many of them run at once.
  package struct Pool: Sendable {
    package let queue: String
    package let workers: Int

    package init(queue: String, workers: Int) {
      self.queue = queue
      self.workers = workers
    }
  }

  /// What surrounds a runner.
  package struct Surroundings: Sendable {
    /// Names this process among those that share the database; never used twice.
    package let name: String
    package let now: @Sendable () -> Instant
    /// Answers so many random bytes.
    package let entropy: @Sendable (Int) -> [UInt8]
    package let logger: Logger

    package init(
      name: String, now: @escaping @Sendable () -> Instant,
      entropy: @escaping @Sendable (Int) -> [UInt8], logger: Logger
    ) {
      self.name = name
      self.now = now
      self.entropy = entropy
      self.logger = logger
    }
  }

  /// How long a claim holds without a heartbeat, and the pace of everything else.
  enum Pace {
    static let lease = Instant.Span.seconds(60)
    static let heartbeat = Duration.seconds(20)
    static let poll = Duration.seconds(1)
    static let rescue = Instant.Span.seconds(15)
    static let purge = Instant.Span.hours(1)
    static let stop = Duration.seconds(30)
    /// Done tasks are kept this long.
    static let retention = Instant.Span.days(7)
  }

  let database: Database
  let handlers: [String: Handler]
  let pools: [Pool]
  let timetable: Timetable
  let surroundings: Surroundings
  let running = RunningTasks()
  let leader: Leader

  package init(
    _ database: Database, handlers: [Handler], pools: [Pool], timetable: Timetable,
    _ surroundings: Surroundings
  ) {
    self.database = database
    self.handlers = Dictionary(handlers.map { ($0.kind, $0) }) { first, _ in first }
    precondition(self.handlers.count == handlers.count, "two handlers for one kind of task")
    self.pools = pools
    self.timetable = timetable
    self.surroundings = surroundings
    leader = Leader(database, surroundings)
  }

  /// Claims up to `room` due tasks of a queue, within the limits of their kinds.
  func claim(from queue: String, room: Int) async throws -> [StartedTask] {
    let now = surroundings.now()
    var claims: [TaskClaim] = []
    let free = handlers.values.filter { $0.limits.concurrency == .free }.map(\.kind).sorted()
    if !free.isEmpty { claims.append(claim(queue, free, room)) }
    for handler in handlers.values.sorted(by: { $0.kind < $1.kind }) {
      guard handler.limits.concurrency != .free else { continue }
      let places = handler.limits.concurrency.count - running.count(of: handler.kind)
      if places > 0 { claims.append(claim(queue, [handler.kind], places)) }
    }
    let all = claims
    let claimed = try await database.write { tx in
      var claimed: [ClaimedTask] = []
      for claim in all where claimed.count < room {
        claimed += try tx.claim(claim.limited(to: room - claimed.count), at: now)
      }
      return claimed
    }
    return claimed.map { running.begin($0) }
  }
  private func claim(_ queue: String, _ kinds: [String], _ limit: Int) -> TaskClaim {
    TaskClaim(
      queue: queue, kinds: kinds, limit: limit, owner: surroundings.name, lease: Pace.lease)
  }

  /// Runs every due task of every queue in this order, one after another, until none is due; for
  /// tests and the demonstration. Answers how many attempts were made.
  @discardableResult
  package func drain(attemptsMax: Int = 10_000) async throws -> Int {
    var attempts = 0
    var found = true
    while found {
      found = false
      for pool in pools {
        for task in try await claim(from: pool.queue, room: 1) {
          found = true
          attempts += 1
          try await perform(task)
          if attempts >= attemptsMax { throw Fault("the queue does not become empty") }
        }
      }
    }
    return attempts
  }

  /// Enqueues what the timetable has due, without asking who leads; for tests and demonstrations.
  @discardableResult
  package func tick() async throws -> [String] {
    let surroundings = surroundings
    return try await timetable.enqueueDue(in: database, at: surroundings.now()) {
      surroundings.newTaskID()
    }
  }
}

extension Runner.Surroundings {
  func newTaskID() -> StoredTask.ID { StoredTask.ID(at: now(), random: entropy(10)) }
}

extension TaskClaim {
  fileprivate func limited(to room: Int) -> TaskClaim {
    TaskClaim(queue: queue, kinds: kinds, limit: min(limit, room), owner: owner, lease: lease)
  }
}

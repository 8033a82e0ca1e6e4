// How long to wait before an attempt is repeated, and how much a job may take.
package import Domain

/// When a failed task is tried again.
package struct Retries: Hashable, Sendable {
  /// How often a task is started before it is discarded.
  package let attempts: Int
  /// The longest wait.
  package let longest: Instant.Span

  /// Waits attempt⁴ seconds, give or take a tenth, never longer than `upTo`: 1 s, 16 s, 81 s …;
  /// twenty attempts span more than three days.
  package static func exponential(attempts: Int, upTo longest: Instant.Span) -> Retries {
    Retries(attempts: attempts, longest: longest)
  }
  /// One attempt only.
  package static let never = Retries(attempts: 1, longest: .seconds(0))

  /// The wait after an attempt (1, 2, …). `chance` spreads what failed together; any byte.
  func wait(after attempt: Int, chance: UInt8) -> Instant.Span {
    let tries = Int64(min(attempt, 1000))
    let base = min(tries * tries * tries * tries * 1000, longest.milliseconds)
    let jitter = base / 10 * (Int64(chance) - 127) / 128
    return .milliseconds(min(base + jitter, longest.milliseconds))
  }
}

/// What one run of a job may take.
package struct Limits: Hashable, Sendable {
  /// How many objects a run handles; the rest waits for the next one.
  package let perRun: Int
  /// After this an attempt is given up and counted as failed.
  package let timeout: Instant.Span
  package let concurrency: Concurrency

  /// How many of a kind run at once in one process.
  package enum Concurrency: Hashable, Sendable {
    case one
    case atMost(Int)
    /// As many as its queue has workers.
    case free

    var count: Int {
      switch self {
      case .one: 1
      case .atMost(let count): count
      case .free: .max
      }
    }
  }

  package init(
    perRun: Int = 200, timeout: Instant.Span = .minutes(5), concurrency: Concurrency = .free
  ) {
    self.perRun = perRun
    self.timeout = timeout
    self.concurrency = concurrency
  }
}

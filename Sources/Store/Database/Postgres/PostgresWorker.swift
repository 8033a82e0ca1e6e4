// One thread and its connection: runs closures, tries again after conflicts, reconnects.
import Domain
import Glibc

/// Lives on its own thread until the line is closed.
final class PostgresWorker {
  private let url: String
  private let line: WaitingLine
  private var connection: PostgresConnection?

  /// How often a closure is run when conflicts or lost connections undo it.
  static let attemptsMax = 6

  init(url: String, line: WaitingLine) {
    self.url = url
    self.line = line
  }

  /// Starts the thread; `ended` is called on it at its end.
  static func start(url: String, line: WaitingLine, ended: @escaping @Sendable () -> Void) {
    let start = ThreadStart {
      PostgresWorker(url: url, line: line).serve()
      ended()
    }
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(start).toOpaque())
    precondition(code == 0, "a thread for a database connection can be made")
    pthread_detach(thread)
  }

  private final class ThreadStart {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private func serve() {
    while let item = line.next() {
      switch item {
      case .read(let work): perform(work, readOnly: true, attempts: 2)
      case .write(let work): perform(work, readOnly: false, attempts: Self.attemptsMax)
      }
    }
    connection = nil
  }

  /// How one run of a closure ended.
  private enum Ending {
    case settled
    /// Nothing was kept; another run may succeed.
    case undone(any Error)
    case failed(any Error)
  }

  private func perform(_ work: PendingWork, readOnly: Bool, attempts: Int) {
    for attempt in 1...attempts {
      switch run(work, readOnly: readOnly) {
      case .settled: return
      case .failed(let error): return work.fail(error)
      case .undone(let error):
        if attempt == attempts { return work.fail(error) }
        pause(before: attempt + 1)
      }
    }
  }

  private func run(_ work: PendingWork, readOnly: Bool) -> Ending {
    let link: PostgresConnection
    do { link = try connection ?? PostgresConnection(url: url) } catch { return .failed(error) }
    connection = link
    let settle: PendingWork.Settle
    do {
      try link.begin(readOnly: readOnly)
      settle = try work.run(Transaction(on: link))
    } catch { return ending(of: error, on: link) }
    do { try link.commit() } catch {
      guard link.remedy == .reconnect, !readOnly else { return ending(of: error, on: link) }
      connection = nil
      return .failed(
        Fault("PostgreSQL went away during a commit: its outcome is unknown", retryable: true))
    }
    settle(nil)
    return .settled
  }

  /// Cleans up after an error before the commit, when nothing was kept.
  private func ending(of error: any Error, on link: PostgresConnection) -> Ending {
    link.rollBack()
    switch link.remedy {
    case .none: return .failed(error)
    case .tryAgain: return .undone(error)
    case .prepareAgain:
      do { try link.forgetPrepared() } catch { connection = nil }
      return .undone(error)
    case .reconnect:
      connection = nil
      return .undone(error)
    }
  }

  /// Waits 5 ms, 10 ms, 20 ms …, each up to twice as long, differently on each connection.
  private func pause(before attempt: Int) {
    let base = UInt32(5_000) << UInt32(min(attempt - 2, 6))
    usleep(base + (connection?.spread ?? 0) % base)
  }
}

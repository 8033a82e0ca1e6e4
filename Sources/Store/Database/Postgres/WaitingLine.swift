// The line in which closures wait for a connection's thread.
import Dispatch
import Domain
import Synchronization

/// What a worker is asked to do.
enum PostgresWork: Sendable {
  case read(PendingWork)
  case write(PendingWork)

  var work: PendingWork {
    switch self {
    case .read(let work), .write(let work): work
    }
  }
}

/// First come, first served; bounded; threads sleep while it is empty.
final class WaitingLine: Sendable {
  private struct Places {
    var arriving: [PostgresWork] = []
    /// The next ones, last first.
    var leaving: [PostgresWork] = []
    var isClosed = false

    mutating func next() -> PostgresWork? {
      if leaving.isEmpty {
        leaving = arriving.reversed()
        arriving = []
      }
      return leaving.popLast()
    }
  }
  private let places = Mutex(Places())
  /// One for each that waits; once the line is closed, one more that whoever leaves hands on.
  private let arrival = DispatchSemaphore(value: 0)

  /// Queues the work, or fails it when the line is full or closed.
  func append(_ item: PostgresWork) {
    let fault = places.withLock { places -> Fault? in
      if places.isClosed { return Fault("the database is closed") }
      if places.arriving.count + places.leaving.count >= waitingMax {
        return Fault("too many transactions are waiting", retryable: true)
      }
      places.arriving.append(item)
      return nil
    }
    if let fault { item.work.fail(fault) } else { arrival.signal() }
  }

  /// The next work; waits for it; nil when the line is closed and empty.
  func next() -> PostgresWork? {
    arrival.wait()
    let item = places.withLock { $0.next() }
    if item == nil { arrival.signal() }
    return item
  }

  /// Takes no more; what waits is still served.
  func close() {
    let wasClosed = places.withLock { places in
      defer { places.isClosed = true }
      return places.isClosed
    }
    if !wasClosed { arrival.signal() }
  }
}

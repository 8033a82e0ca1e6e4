// The line in which closures wait for a connection's thread.
import Domain
import Glibc

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

/// First come, first served; bounded; threads sleep while it is empty. Guarded by its own lock,
/// which is why it may be shared (`@unchecked`).
final class WaitingLine: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var arriving: [PostgresWork] = []
  /// The next ones, last first.
  private var leaving: [PostgresWork] = []
  private var isClosed = false

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
  }
  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(lock)
    arrival.deallocate()
    lock.deallocate()
  }

  /// Queues the work, or fails it when the line is full or closed.
  func append(_ item: PostgresWork) {
    pthread_mutex_lock(lock)
    let fault: Fault? =
      isClosed
      ? Fault("the database is closed")
      : arriving.count + leaving.count >= waitingMax
        ? Fault("too many transactions are waiting", retryable: true) : nil
    if fault == nil {
      arriving.append(item)
      pthread_cond_signal(arrival)
    }
    pthread_mutex_unlock(lock)
    if let fault { item.work.fail(fault) }
  }

  /// The next work; waits for it; nil when the line is closed and empty.
  func next() -> PostgresWork? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while arriving.isEmpty, leaving.isEmpty, !isClosed { pthread_cond_wait(arrival, lock) }
    if leaving.isEmpty {
      leaving = arriving.reversed()
      arriving = []
    }
    return leaving.popLast()
  }

  /// Takes no more; what waits is still served.
  func close() {
    pthread_mutex_lock(lock)
    isClosed = true
    pthread_cond_broadcast(arrival)
    pthread_mutex_unlock(lock)
  }
}

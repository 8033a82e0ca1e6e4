// A closure that waits for its turn on a connection, with the caller who waits for its answer.

/// One read or write on its way: what to run, and how its caller learns the ending.
struct PendingWork: Sendable {
  /// Tells the caller the ending: nil when the closure's changes are durable.
  typealias Settle = @Sendable ((any Error)?) -> Void

  /// Runs the closure. The answer is kept back in `Settle` until the engine knows the ending, so
  /// an engine may run a closure again after a conflict.
  let run: @Sendable (Transaction) throws -> Settle
  /// Tells the caller that there is no answer.
  let fail: @Sendable (any Error) -> Void

  /// Hands the closure to `submit` and waits until it is settled.
  static func answer<T: Sendable>(
    of body: @escaping @Sendable (Transaction) throws -> T,
    submit: (PendingWork) -> Void
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      submit(
        PendingWork(
          run: { tx in
            let value = try body(tx)
            try tx.finish()
            return { error in
              if let error {
                continuation.resume(throwing: error)
              } else {
                continuation.resume(returning: value)
              }
            }
          },
          fail: { continuation.resume(throwing: $0) }))
    }
  }
}

/// How many closures may wait for a connection before callers are turned away.
let waitingMax = 10_000

/// Text that holds a NUL cannot be stored: PostgreSQL has no place for it.
func refuseNUL(in text: String) throws {
  if text.utf8.contains(0) { throw StoreRefusal.refused("a text holds a NUL character") }
}

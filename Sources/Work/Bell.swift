// A bell that can be rung from anywhere, and a count that can be changed from anywhere.
import Synchronization

/// Rings are not counted: one is kept until somebody listens.
final class Bell: Sendable {
  let rings: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (rings, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }
  func ring() { continuation.yield() }
  /// Nobody is woken any more.
  func end() { continuation.finish() }
}

/// A number that several tasks change.
final class Count: Sendable {
  private let number = Atomic(0)

  var value: Int { number.load(ordering: .acquiring) }
  func add(_ change: Int) { number.add(change, ordering: .acquiringAndReleasing) }
}

// Time as a dependency: nothing below the wiring asks the system what time it is.
package import Domain

/// Answers the present instant.
package struct WallClock: Sendable {
  private let read: @Sendable () -> Instant

  package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

  /// The present instant.
  package var now: Instant { read() }
  /// The day that it is in Rome.
  package var today: CivilDate { CivilDate(of: now) }
}

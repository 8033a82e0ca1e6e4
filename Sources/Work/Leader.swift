// Whether this process leads: it trusts its own term only as long as the clock surely allows.
import Domain
import Store
import Synchronization

/// One contender for a term of leading.
final class Leader: Sendable {
  private let database: Database
  private let surroundings: Runner.Surroundings
  private let held = Mutex<(term: LeaderTerm, until: Instant)?>(nil)

  static let term = Instant.Span.seconds(30)
  /// Renewed when less than this is left.
  static let renewal = Instant.Span.seconds(20)
  /// Not trusted in its last seconds: a clock may differ, a transaction may take a while.
  static let margin = Instant.Span.seconds(5)

  init(_ database: Database, _ surroundings: Runner.Surroundings) {
    self.database = database
    self.surroundings = surroundings
  }

  /// Whether this process leads now; stands for election or renews when needed.
  func leads() async throws -> Bool {
    let now = surroundings.now()
    let name = surroundings.name
    if let (term, until) = held.withLock({ $0 }) {
      if now + Self.renewal < until { return true }
      let isRenewed = try await database.write { try $0.renew(term, at: now, for: Self.term) }
      held.withLock { $0 = isRenewed ? (term, now + Self.term - Self.margin) : nil }
      return isRenewed
    }
    let term = try await database.write { tx in
      try tx.elect(name, of: "runner", at: now, for: Self.term)
    }
    guard let term else { return false }
    held.withLock { $0 = (term, now + Self.term - Self.margin) }
    return true
  }

  /// Lets another lead at once.
  func resign() async throws {
    guard let (term, _) = held.withLock({ $0 }) else { return }
    held.withLock { $0 = nil }
    try await database.write { try $0.resign(term) }
  }
}

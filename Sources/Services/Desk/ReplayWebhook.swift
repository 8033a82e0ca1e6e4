// Somebody at the desk lets provider events be looked at again: the same unique task as at first.
package import Domain
import Store

/// Puts one event back into the inbox. However often and by however many it is asked, one task
/// waits.
package struct ReplayWebhook: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package enum Outcome: Hashable, Sendable {
    case replayed
    /// It had just come, or somebody was faster: nothing was changed.
    case waitsAlready
    /// There is none, or none for this person.
    case notFound
  }

  package func callAsFunction(_ id: WebhookEvent.ID, by desk: DeskActor) async throws -> Outcome {
    guard desk.actor.may(.replayWebhook, on: .platform) else { return .notFound }
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      try tx.replay(id, by: desk, at: now, entropy)
    }
  }
}

/// Puts all given-up events of a type back into the inbox, so many at a time.
package struct ReplayDeadWebhooks: Sendable {
  /// More than these are for another click: one transaction stays short.
  package static let limit = 200

  let database: Database
  let clock: WallClock
  let entropy: Entropy

  /// How many are tried again; nil when this person may not.
  package func callAsFunction(ofType type: String, by desk: DeskActor) async throws -> Int? {
    guard desk.actor.may(.replayWebhook, on: .platform) else { return nil }
    let (now, entropy) = (clock.now, entropy)
    return try await database.write { tx in
      let dead = try tx.deadWebhooks(ofType: type, limit: Self.limit)
      return try dead.filter { try tx.replay($0, by: desk, at: now, entropy) == .replayed }.count
    }
  }
}

extension Transaction {
  fileprivate func replay(
    _ id: WebhookEvent.ID, by desk: DeskActor, at now: Instant, _ entropy: Entropy
  ) throws -> ReplayWebhook.Outcome {
    guard let status = try reopenWebhook(id) else { return .notFound }
    let task = QueuedTask(.applyWebhook, id.description)
    let isNew = try enqueue(task, Stamp(at: now, by: desk.actor, entropy))
    let isSooner =
      try !isNew && hastenTask(task.kind.rawValue, keyed: task.subject, at: now)
    guard status != .received || isNew || isSooner else { return .waitsAlready }
    try insert(
      desk.record(
        .replayWebhook, AuditRecord.Object("webhook_event", id.description),
        ["from": status.rawValue], at: now, entropy))
    return .replayed
  }
}

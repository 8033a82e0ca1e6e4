// The scheduler of a simulation: takes due tasks, dies over some of them, tries failed ones again.
import Domain
import Services
import Store

extension Simulation {
  /// Does so many due tasks. With `crashes`, some runs die after the job and before the queue knows
  /// of it; the task comes again when its lease is over.
  @discardableResult
  func work(upTo count: Int, crashes: Bool) async throws -> String {
    var done: [String] = []
    for _ in 0..<count {
      let now = town.now
      let claimed = try await town.database.write { tx in
        _ = try tx.rescueTasks(at: now)
        return try ["webhooks", "money"].flatMap { queue in
          try tx.claim(
            TaskClaim(
              queue: queue, kinds: QueuedTask.Kind.allCases.map(\.rawValue), limit: 1,
              owner: "town", lease: .minutes(1)), at: now)
        }
      }
      if claimed.isEmpty { break }
      for task in claimed { done.append(try await perform(task, crashes: crashes, at: now)) }
    }
    return done.joined(separator: " ")
  }

  private func perform(_ task: ClaimedTask, crashes: Bool, at now: Instant) async throws -> String {
    let kind = task.work.kind
    // Taken, and then the machine is gone before anything is done.
    if crashes, dice.happens(5) {
      mishaps["work lost", default: 0] += 1
      return "\(kind):lost"
    }
    do {
      try await job(task)
    } catch let fault as Fault where fault.retryable {
      _ = try await town.database.write {
        try $0.retry(task.lease, at: now + .minutes(1), error: fault.what)
      }
      return "\(kind):again"
    }
    if crashes, dice.happens(8) {
      mishaps["work done and forgotten", default: 0] += 1
      return "\(kind):died"
    }
    _ = try await town.database.write { try $0.complete(task.lease, at: now) }
    return kind
  }

  /// As the jobs do it. Kinds that move no money are left out.
  private func job(_ task: ClaimedTask) async throws {
    let subject = QueuedTask.subject(of: task.work.arguments) ?? ""
    let money = town.money
    switch QueuedTask.Kind(rawValue: task.work.kind) {
    case .applyWebhook?:
      if let id = WebhookEvent.ID(subject) {
        _ = try await money.applyWebhook(id, isLastAttempt: false)
      }
    case .confirmPayment?:
      if let id = Payment.ID(subject) { _ = try await money.confirmPayment(id) }
    case .confirmCard?:
      if let id = CardMandate.ID(subject) { _ = try await money.confirmCard(id) }
    case .deliverSandboxEvent?:
      if let id = SandboxDelivery.ID(subject) { try await money.sandbox?.deliver(id) }
    case .settleSandboxPayments?: _ = try await money.sandbox?.shop.settleDue(limit: 10)
    case _: break
    }
  }
}

// One attempt: runs the job within its time, and records how it ended under the task's lease.
import Domain
import Logging
import Metrics
import Store

extension Runner {
  /// Runs a claimed task to its recorded end. Throws only when the end cannot be recorded; the
  /// lease then expires and the task is rescued.
  func perform(_ started: StartedTask) async throws {
    let task = started.task
    defer { running.end(task.lease) }
    let kind = task.work.kind
    guard let handler = handlers[kind] else { return }
    var logger = surroundings.logger
    logger[metadataKey: "task"] = "\(task.lease.id)"
    logger[metadataKey: "kind"] = "\(kind)"
    logger[metadataKey: "attempt"] = "\(task.lease.attempt)"
    let context = JobContext(
      lease: task.lease, arguments: task.work.arguments, attemptsMax: task.attemptsMax,
      enqueuedAt: task.createdAt, logger: logger)

    let start = ContinuousClock.now
    let ending = await Self.attempt(handler, context, started.abort)
    let outcome = handler.outcome(of: ending, task, surroundings)
    let isRecorded = try await record(outcome, task.lease)
    let duration = ContinuousClock.now - start

    Timer(label: "raccolto_task_duration", dimensions: [("kind", kind), ("outcome", outcome.name)])
      .recordNanoseconds(Int64(duration / .nanoseconds(1)))
    logger[metadataKey: "outcome"] = "\(outcome.name)"
    logger[metadataKey: "milliseconds"] = "\(Int(duration / .milliseconds(1)))"
    if !isRecorded {
      Counter(label: "raccolto_task_lease_lost", dimensions: [("kind", kind)]).increment()
      logger.warning("task lost its lease")
    } else if let reason = outcome.reason {
      logger.warning("task did not succeed", metadata: ["reason": "\(reason)"])
    } else {
      logger.debug("task ended")
    }
  }

  /// The first of: the job's end, its timeout, an abort.
  private static func attempt(
    _ handler: Handler, _ context: JobContext, _ abort: AsyncStream<Abort>
  ) async -> Result<TaskOutcome, any Error> {
    await withTaskGroup(of: Result<TaskOutcome, any Error>?.self) { group in
      group.addTask {
        do { return .success(try await handler.run(context)) } catch { return .failure(error) }
      }
      group.addTask {
        let limit = handler.limits.timeout
        guard (try? await Task.sleep(for: .milliseconds(limit.milliseconds))) != nil else {
          return nil
        }
        return .success(.retry("took longer than \(limit.milliseconds / 1000) s"))
      }
      group.addTask {
        for await reason in abort { return .failure(reason) }
        return nil
      }
      defer { group.cancelAll() }
      for await ending in group {
        if let ending { return ending }
      }
      return .failure(CancellationError())
    }
  }

  /// False when the lease was lost, so nothing was recorded.
  private func record(_ outcome: RecordedOutcome, _ lease: TaskLease) async throws -> Bool {
    let now = surroundings.now()
    return try await database.write { tx in
      switch outcome {
      case .done: try tx.complete(lease, at: now)
      case .retried(let at, let error): try tx.retry(lease, at: at, error: error)
      case .discarded(let error): try tx.discard(lease, at: now, error: error)
      case .snoozed(let until, let note): try tx.snooze(lease, until: until, note: note)
      case .released: try tx.release(lease)
      case .lost: false
      }
    }
  }
}

/// What is written about an attempt.
enum RecordedOutcome: Sendable {
  case done
  case retried(at: Instant, error: String)
  case discarded(error: String)
  case snoozed(until: Instant, note: String)
  /// Given back by a runner that stops.
  case released
  /// Somebody else holds the lease.
  case lost

  var name: String {
    switch self {
    case .done: "done"
    case .retried: "retried"
    case .discarded: "discarded"
    case .snoozed: "snoozed"
    case .released: "released"
    case .lost: "lost"
    }
  }
  /// Why it did not succeed, where that is worth a warning.
  var reason: String? {
    switch self {
    case .retried(_, let error), .discarded(let error): error
    case .done, .snoozed, .released, .lost: nil
    }
  }
}

extension Handler {
  /// What to record: a failure waits and is tried again until the attempts are used up.
  fileprivate func outcome(
    of ending: Result<TaskOutcome, any Error>, _ task: ClaimedTask,
    _ surroundings: Runner.Surroundings
  ) -> RecordedOutcome {
    func failed(_ error: String) -> RecordedOutcome {
      let error = String(error.prefix(1000))
      if task.lease.attempt >= task.attemptsMax { return .discarded(error: error) }
      let wait = retries.wait(after: task.lease.attempt, chance: surroundings.entropy(1)[0])
      return .retried(at: surroundings.now() + wait, error: error)
    }
    switch ending {
    case .success(.done): return .done
    case .success(.retry(let reason)): return failed(reason)
    case .success(.discard(let reason)): return .discarded(error: String(reason.prefix(1000)))
    case .success(.snooze(let until, let reason)): return .snoozed(until: until, note: reason)
    case .failure(Abort.stopping): return .released
    case .failure(Abort.leaseLost): return .lost
    case .failure(let error): return failed("\(error)")
    }
  }
}

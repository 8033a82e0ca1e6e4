// The runner's loops: one for each queue, the heartbeat, the leader's duties, and the clean stop.
import Domain
import Logging
import Metrics
import ServiceLifecycle
import Store

extension Runner {
  package func run() async throws {
    let bells = Dictionary(uniqueKeysWithValues: pools.map { ($0.queue, Bell()) })
    let stopping = Bell()
    let number = database.taskSignal.listen { queues in
      for queue in queues { bells[queue]?.ring() }
    }
    defer { database.taskSignal.stop(number) }

    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        for pool in pools {
          if let bell = bells[pool.queue] { group.addTask { await self.serve(pool, bell) } }
        }
        // The loops below end with this inner group; the queues' loops end with their bells.
        await withTaskGroup(of: Void.self) { loops in
          loops.addTask { await self.everyPoll { bells[$0]?.ring() } }
          loops.addTask { await self.lead() }
          loops.addTask { for await _ in stopping.rings { return } }
          await loops.next()
          loops.cancelAll()
        }
        for bell in bells.values { bell.end() }
        await finishOrRelease()
      }
    } onGracefulShutdown: {
      stopping.ring()
    }
    do { try await leader.resign() } catch {
      surroundings.logger.warning("could not resign", metadata: ["error": "\(error)"])
    }
  }

  /// Claims and runs a queue's tasks whenever its bell rings and a worker is free.
  private func serve(_ pool: Pool, _ bell: Bell) async {
    await withDiscardingTaskGroup { group in
      let busy = Count()
      for await _ in bell.rings {
        let room = pool.workers - busy.value
        guard room > 0 else { continue }
        do {
          for task in try await claim(from: pool.queue, room: room) {
            busy.add(1)
            group.addTask {
              do { try await self.perform(task) } catch {
                self.surroundings.logger.error(
                  "a task's end was not recorded", metadata: ["error": "\(error)"])
              }
              busy.add(-1)
              // A place is free: there may be more.
              bell.ring()
            }
          }
        } catch {
          surroundings.logger.warning(
            "could not claim tasks", metadata: ["queue": "\(pool.queue)", "error": "\(error)"])
        }
      }
    }
  }

  /// Looks for due tasks every second, because a signal may be lost or come from elsewhere.
  private func everyPoll(_ ring: (String) -> Void) async {
    let start = ContinuousClock.now
    var nextHeartbeat = start + Pace.heartbeat
    while !Task.isCancelled {
      let now = surroundings.now()
      await logged("poll") {
        for queue in try await database.read({ try $0.dueQueues(at: now) }) { ring(queue) }
      }
      if ContinuousClock.now >= nextHeartbeat {
        nextHeartbeat = .now + Pace.heartbeat
        await logged("heartbeat") { try await heartbeat() }
        await logged("measure") { try await measure() }
      }
      try? await Task.sleep(for: Pace.poll)
    }
  }

  /// Lengthens the leases of what runs here; a job whose lease is gone is stopped.
  func heartbeat() async throws {
    let leases = running.leases
    guard !leases.isEmpty else { return }
    let until = surroundings.now() + Pace.lease
    let name = surroundings.name
    let held = try await database.write { tx in
      try tx.extendLeases(of: leases.map(\.id), owner: name, until: until)
    }
    running.abort(.leaseLost) { leases.contains($0) && !held.contains($0.id) }
  }

  private func measure() async throws {
    let now = surroundings.now()
    for queue in try await database.read({ try $0.queueConditions(at: now) }) {
      let dimensions = [("queue", queue.queue)]
      let age = queue.oldestDueAt.map { (now - $0).milliseconds } ?? 0
      Gauge(label: "raccolto_queue_due", dimensions: dimensions).record(queue.due)
      Gauge(label: "raccolto_queue_discarded", dimensions: dimensions).record(queue.discarded)
      Gauge(label: "raccolto_queue_oldest_age_seconds", dimensions: dimensions)
        .record(Double(age) / 1000)
    }
  }

  /// The duties of the one leader, for as long as it leads.
  private func lead() async {
    var nextRescue = surroundings.now()
    var nextPurge = surroundings.now()
    while !Task.isCancelled {
      await logged("lead") {
        guard try await leader.leads() else { return }
        try await tick()
        let now = surroundings.now()
        if now >= nextRescue {
          nextRescue = now + Pace.rescue
          try await rescue()
        }
        if now >= nextPurge {
          nextPurge = now + Pace.purge
          _ = try await database.write {
            try $0.purgeTasks(finishedBefore: now - Pace.retention)
          }
        }
      }
      try? await Task.sleep(for: Pace.poll)
    }
  }

  /// Frees tasks whose runner fell silent.
  @discardableResult
  func rescue() async throws -> Int {
    let now = surroundings.now()
    let rescued = try await database.write { try $0.rescueTasks(at: now) }
    if rescued > 0 {
      Counter(label: "raccolto_task_rescued").increment(by: rescued)
      surroundings.logger.warning("tasks rescued", metadata: ["count": "\(rescued)"])
    }
    return rescued
  }

  /// Waits for what runs; what takes too long is stopped and given back. The heartbeat is over, but
  /// every lease still holds for longer than this waits.
  private func finishOrRelease() async {
    let deadline = ContinuousClock.now + Pace.stop
    while !running.leases.isEmpty, ContinuousClock.now < deadline {
      try? await Task.sleep(for: .milliseconds(20))
    }
    running.stop()
  }

  private func logged(_ what: Logger.Message, _ body: () async throws -> Void) async {
    do { try await body() } catch is CancellationError {} catch {
      surroundings.logger.warning(what, metadata: ["error": "\(error)"])
    }
  }
}

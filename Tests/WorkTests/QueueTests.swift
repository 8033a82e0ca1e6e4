// The life of a task in the database: enqueued with its cause, claimed once, fenced by its lease.
import Domain
import Store
import Support
import Testing
import Work

@Suite struct QueueTests {
  func claim(_ limit: Int, by owner: String) -> TaskClaim {
    TaskClaim(
      queue: "money", kinds: ["note"], limit: limit, owner: owner, lease: .seconds(60))
  }

  @Test(arguments: TestEngine.all)
  func `a task exists only if its cause does`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let task = bench.task()
      await #expect(throws: CancellationError.self) {
        try await bench.database.write { tx in
          try tx.enqueue(task)
          throw CancellationError()
        }
      }
      let status = try await bench.status(task.id)
      #expect(status == nil)
    }
  }

  @Test(arguments: TestEngine.all)
  func `of tasks with one key only one waits or runs`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      var (first, second, third) = (bench.task(), bench.task(), bench.task())
      (first.uniqueKey, second.uniqueKey, third.uniqueKey) = ("plg_1", "plg_1", "plg_1")
      let (one, two, three) = (first, second, third)
      let taken = try await bench.database.write { [try $0.enqueue(one), try $0.enqueue(two)] }
      #expect(taken == [true, false])
      let claimed = try await bench.database.write { tx in
        try tx.claim(claim(5, by: "a"), at: bench.clock.now)
      }
      #expect(claimed.map(\.lease.id) == [one.id])
      let whileRunning = try await bench.database.write { try $0.enqueue(three) }
      #expect(!whileRunning)
      let lease = claimed[0].lease
      let after = try await bench.database.write { tx in
        try tx.complete(lease, at: bench.clock.now)
        return try tx.enqueue(three)
      }
      #expect(after)
    }
  }

  @Test(arguments: TestEngine.all)
  func `runners that claim at once share no task`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let tasks = (0..<60).map { _ in bench.task() }
      try await bench.database.write { tx in for task in tasks { try tx.enqueue(task) } }
      let claimed = try await withThrowingTaskGroup(of: [StoredTask.ID].self) { group in
        for owner in ["a", "b", "c", "d"] {
          group.addTask {
            var mine: [StoredTask.ID] = []
            while true {
              let batch = try await bench.database.write { tx in
                try tx.claim(claim(4, by: owner), at: bench.clock.now)
              }
              if batch.isEmpty { return mine }
              mine += batch.map(\.lease.id)
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(claimed.count == 60)
      #expect(Set(claimed) == Set(tasks.map(\.id)))
    }
  }

  @Test(arguments: TestEngine.all)
  func `the urgent and the older go first, the later ones wait`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let usual = bench.task()
      bench.clock.advance(.seconds(1))
      var urgent = bench.task()
      urgent.priority = -1
      var later = bench.task()
      later.runAt = bench.clock.now + .minutes(5)
      for task in [later, usual, urgent] { try await bench.enqueue(task) }
      let claimed = try await bench.database.write { tx in
        try tx.claim(claim(5, by: "a"), at: bench.clock.now)
      }
      #expect(claimed.map(\.lease.id) == [urgent.id, usual.id])
    }
  }

  @Test(arguments: TestEngine.all)
  func `a runner that lost its lease changes nothing`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let id = try await bench.enqueue(bench.task())
      let zombie = try await bench.database.write { tx in
        try tx.claim(claim(1, by: "a"), at: bench.clock.now)[0].lease
      }
      bench.clock.advance(.seconds(61))
      let now = bench.clock.now
      let rescued = try await bench.database.write { try $0.rescueTasks(at: now) }
      #expect(rescued == 1)
      // The same process may be the one that claims it again: the attempt tells the two apart.
      let second = try await bench.database.write { tx in
        try tx.claim(claim(1, by: "a"), at: now)[0].lease
      }
      let late = try await bench.database.write { tx in
        [
          try tx.complete(zombie, at: now), try tx.retry(zombie, at: now, error: "late"),
          try tx.discard(zombie, at: now, error: "late"),
          try tx.snooze(zombie, until: now, note: "late"), try tx.release(zombie),
        ]
      }
      #expect(late == [false, false, false, false, false])
      let status = try await bench.status(id)
      #expect(status == .running)
      let completed = try await bench.database.write { try $0.complete(second, at: now) }
      #expect(completed)
    }
  }

  @Test(arguments: TestEngine.all)
  func `a heartbeat keeps a lease and tells which are lost`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let ids = [
        try await bench.enqueue(bench.task()), try await bench.enqueue(bench.task()),
      ]
      let leases = try await bench.database.write { tx in
        try tx.claim(claim(2, by: "a"), at: bench.clock.now).map(\.lease)
      }
      let now = bench.clock.now
      let held = try await bench.database.write { tx in
        try tx.complete(leases[0], at: now)
        return try tx.extendLeases(of: ids, owner: "a", until: now + .minutes(10))
      }
      #expect(held == [leases[1].id])
      bench.clock.advance(.minutes(5))
      let later = bench.clock.now
      let rescued = try await bench.database.write { try $0.rescueTasks(at: later) }
      #expect(rescued == 0)
    }
  }

  @Test(arguments: TestEngine.all)
  func `the desk sees, retries and cancels what was given up`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let id = try await bench.enqueue(bench.task())
      let now = bench.clock.now
      try await bench.database.write { tx in
        let lease = try tx.claim(claim(1, by: "a"), at: now)[0].lease
        _ = try tx.discard(lease, at: now, error: "unknown payment")
      }
      let conditions = try await bench.database.read { try $0.queueConditions(at: now) }
      #expect(conditions.map(\.discarded) == [1])
      let given = try await bench.database.read { try $0.tasks(.discarded) }
      #expect(given.map(\.history.lastError) == ["unknown payment"])
      let retried = try await bench.database.write { tx in
        try tx.retryTask(id, at: now, note: "Giulia looked")
      }
      #expect(retried)
      let waiting = try await bench.database.read { try $0.queueConditions(at: now) }
      #expect(waiting.map(\.due) == [1] && waiting[0].oldestDueAt == now)
      let ends = try await bench.database.write { tx in
        [
          try tx.cancelTask(id, at: now, note: "no longer needed"),
          try tx.cancelTask(id, at: now, note: "again"),
        ]
      }
      #expect(ends == [true, false])
    }
  }

  @Test(arguments: TestEngine.all)
  func `old done tasks go, discarded ones stay`(engine: TestEngine) async throws {
    try await engine.withBench { bench in
      let (done, bad) = (bench.task(), bench.task())
      for task in [done, bad] { try await bench.enqueue(task) }
      let now = bench.clock.now
      let purged = try await bench.database.write { tx in
        for task in try tx.claim(claim(2, by: "a"), at: now) {
          if task.lease.id == done.id {
            try tx.complete(task.lease, at: now)
          } else {
            try tx.discard(task.lease, at: now, error: "bad")
          }
        }
        return try tx.purgeTasks(finishedBefore: now + .seconds(1))
      }
      #expect(purged == 1)
      let left = try await bench.status(bad.id)
      #expect(left == .discarded)
    }
  }
}

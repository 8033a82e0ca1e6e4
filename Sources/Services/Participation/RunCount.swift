// Does a count that was ordered: minutes of arithmetic on a thread of its own, told while it runs.
package import Domain
import Foundation
package import Store
import Synchronization

/// What the job calls. A count that was interrupted begins again: it always gives the same.
package struct RunCount: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  /// How often progress is written and a wish to stop is heard.
  private static let pace = Duration.milliseconds(500)

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
  }

  package enum Outcome: Hashable, Sendable {
    case counted(CountStatus)
    /// Somebody asked to stop, or the rule does not fit the file.
    case ended(CountStatus)
    /// It was counted, stopped or certified meanwhile.
    case nothingToDo
    case noSuchCount
  }

  package func callAsFunction(_ id: VoteCount.ID) async throws -> Outcome {
    guard let begun = try await begin(id) else { return .noSuchCount }
    guard let work = begun else { return .nothingToDo }
    let run = CountRun()
    let result = await withTaskCancellationHandler {
      await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await self.tell(run, of: id) }
        let result = await run.start(work)
        group.cancelAll()
        return result
      }
    } onCancel: {
      run.stop()
    }
    // An interrupted attempt is no wish of a person's: the task is tried again.
    try Task.checkCancellation()
    return try await finish(id, result)
  }

  /// Nil if there is no such count; nil inside if nothing is to be done.
  private func begin(_ id: VoteCount.ID) async throws -> CountRun.Work?? {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx -> CountRun.Work?? in
      guard let status = try tx.countStatusLocked(id), let reading = try tx.voteCount(id),
        let inputs = try tx.inputs(of: id)
      else { return nil }
      guard status.isUnderWay, let next = try? status.after(.begun) else { return .some(nil) }
      if status != next { try tx.move(id, event(from: status, to: next, stamp)) }
      let process = reading.process
      let year = String(CivilDate(of: reading.orderedAt).description.prefix(4))
      return CountRun.Work(
        original: .init(ballots: inputs.ballots, purchases: inputs.purchases),
        parameters: reading.count.parameters, lot: reading.count.lot.seed,
        names: [
          "description": process.title.italian, "country": "Italy", "unit": process.title.italian,
          "instance": year, "date_begin": year, "date_end": year, "language": "it",
        ])
    }
  }

  private func tell(_ run: CountRun, of id: VoteCount.ID) async throws {
    while !Task.isCancelled {
      try await Task.sleep(for: Self.pace)
      let progress = run.progress
      if try await database.write({ tx in try tx.note(progress, of: id) }) { run.stop() }
    }
  }

  private func finish(
    _ id: VoteCount.ID, _ result: Result<CountedVote, Recount.Refusal>
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      guard let status = try tx.countStatusLocked(id), status == .counting else {
        return .nothingToDo
      }
      switch result {
      case .success(let counted):
        let next = try status.after(.counted(tieDecides: counted.needsLot))
        try tx.keep(
          CountResultRow(
            ballots: counted.ballots, purchases: counted.purchases,
            text: String(decoding: counted.certified.canonicalBytes, as: UTF8.self),
            digest: counted.digest),
          of: id, at: stamp.now)
        try tx.move(id, event(from: status, to: next, stamp, counted.digest.description))
        return .counted(next)
      case .failure(.count(.stopped)):
        let next = try status.after(.stopped)
        try tx.move(id, event(from: status, to: next, stamp))
        return .ended(next)
      case .failure(.count(let refusal)):
        let next = try status.after(.failed)
        try tx.note(problem: refusal, of: id)
        try tx.move(id, event(from: status, to: next, stamp, refusal.code))
        return .ended(next)
      case .failure(.file(let refusal)), .failure(.purchases(let refusal)):
        throw Fault("the files of count \(id) cannot be read any more: \(refusal.reason)")
      }
    }
  }

  private func event(
    from: CountStatus, to: CountStatus, _ stamp: Stamp, _ reason: String = ""
  ) -> CountEventRow {
    CountEventRow(
      id: entropy.id(at: stamp.now), step: (from, to), reason: reason, by: nil, at: stamp.now)
  }
}

/// One count on its thread, seen from outside.
private final class CountRun: Sendable {
  struct Work: Sendable {
    let original: Recount.Original
    let parameters: CountParameters
    let lot: [UInt8]?
    let names: [String: String]
  }
  private let state = Mutex(
    (progress: CountProgress(outcomes: 0, raisedBy: 0, cost: 0), isStopped: false))

  var progress: CountProgress { state.withLock { $0.progress } }
  func stop() { state.withLock { $0.isStopped = true } }

  /// Never on a thread of the concurrency pool, which has as few as there are processors.
  func start(_ work: Work) async -> Result<CountedVote, Recount.Refusal> {
    await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: self.count(work))
      }
      thread.name = "count"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  private func count(_ work: Work) -> Result<CountedVote, Recount.Refusal> {
    do throws(Recount.Refusal) {
      return .success(
        try Recount().publishing(
          work.original, under: work.parameters, lot: work.lot, names: work.names
        ) { progress in
          self.state.withLock {
            $0.progress = progress
            return !$0.isStopped
          }
        })
    } catch { return .failure(error) }
  }
}

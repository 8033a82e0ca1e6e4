// What for: opens the phases of processes on their first day, with census and rule published, and
// closes them after their last.
// Why it may run twice: a phase that has moved on is skipped under its own lock.
// When it fails: phases open or close later than they say; run it again from the desk, or turn the
// phase by hand.
import Domain
import Services
import Work

/// Opens and closes phases by the calendar.
struct TurnPhasesJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: TurnPhases.batchMax, concurrency: .one)

  let turnPhases: TurnPhases

  func run(_ context: JobContext) async throws -> TaskOutcome {
    _ = try await turnPhases()
    return .done
  }
}

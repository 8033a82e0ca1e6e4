// What for: charges saved cards after a campaign's deadline, tries again those that failed, writes
// to their owners, lets go of the cards that are not needed.
// Why it may run twice: a payment's key is stored before the call; the same key charges once.
// When it fails: campaigns wait for their money, at most seven days after their deadline.
import Domain
import Logging
import Services
import Work

/// Charges saved cards, a few hundred a minute.
struct ChargeCardsJob: Job {
  static let trigger = Trigger.every(.minutes(1))
  static let retries = Retries.never
  static let limits = Limits(perRun: 200, timeout: .minutes(10), concurrency: .one)

  let chargeCards: ChargeCards

  func run(_ context: JobContext) async throws -> TaskOutcome {
    let done = try await chargeCards(limit: Self.limits.perRun)
    if done.silent > 0 {
      context.logger.warning("no answer about cards", metadata: ["count": "\(done.silent)"])
    }
    return .done
  }
}

/// Brings the saving of one card up to date.
struct ConfirmCardJob: Job {
  static let retries = Retries.exponential(attempts: 12, upTo: .hours(6))
  static let limits = Limits(timeout: .minutes(1))

  let confirmCard: ConfirmCard

  func run(_ context: JobContext) async throws -> TaskOutcome {
    guard let id = context.subject.flatMap({ CardMandate.ID($0) }) else {
      return .discard("its subject is no saved card")
    }
    switch try await confirmCard(id) {
    case .saved, .nothingNew: return .done
    case .noSuchMandate: return .discard("no such card, or its provider is not wired any more")
    }
  }
}

// Lines that came before what they are about was known, or before the money they moved.
import Domain
import Store

/// Looks again at lines that wait and books those that need no person now. Safe at any time.
package struct BookWaitingLines: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  let booking: LineBooking

  /// Lines of one run; the rest waits for the next.
  package static let linesMax = 500

  /// Answers how many lines were booked.
  @discardableResult
  package func callAsFunction() async throws -> Int {
    let lines = try await database.read { try $0.linesToTryAgain(limit: Self.linesMax) }
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    var booked = 0
    for line in lines where try await book(line, stamp) { booked += 1 }
    return booked
  }

  private func book(_ line: StatementLine, _ stamp: Stamp) async throws -> Bool {
    let booking = booking
    return try await database.write { tx in
      try tx.lockStatements()
      guard let current = try tx.currentMatchLocked(of: line.id), current.status == .waiting else {
        return false
      }
      return try booking.bookUnasked(line, in: tx, stamp) { try tx.retire(current.id) }
    }
  }
}

extension LineBooking {
  /// Books what is known without a person and is no pledge: our own transfers and providers'. What
  /// the ledger refuses, because money that moved is not in it yet, waits: answers false.
  func bookUnasked(
    _ line: StatementLine, in tx: Transaction, _ stamp: Stamp,
    first makeRoom: () throws -> Void = {}
  ) throws -> Bool {
    do {
      return try tx.attempt {
        try makeRoom()
        let isBooked =
          try bookTransfer(line, in: tx, stamp) || bookSettlement(line, in: tx, stamp)
        if !isBooked { throw NotKnown() }
        return true
      }
    } catch is NotKnown {
      return false
    } catch StoreRefusal.refused {
      return false
    }
  }

  private struct NotKnown: Error {}
}

// The account that a card provider keeps with us, written by looking at what happened at the
// sandbox: captures with their fees, refunds, disputes, and its transfers to our bank.
import Domain
import Literals
import Store
import Synchronization

/// The provider's own book. Raccolto reads it line by line and has to come to the same sum.
package final class ProviderBook: Sendable {
  struct Settlement: Sendable {
    let reference: String
    let amount: Money
    let items: [ProviderMovement]
    var status: ProviderSettlement.Status
  }
  private struct Book: Sendable {
    var lines: [ProviderMovement] = []
    var written: Set<String> = []
    /// Lines that no settlement holds yet.
    var waiting: [ProviderMovement] = []
    var settlements: [Settlement] = []
  }
  private let book = Mutex(Book())

  package init() {}

  /// Writes what is new at the sandbox.
  func look(at database: Database, now: Instant) async throws {
    let found = try await database.read { tx in try tx.happened(at: now) }
    book.withLock { book in
      for line in found where book.written.insert(line.reference).inserted {
        book.lines.append(line)
        book.waiting.append(line)
      }
    }
  }
  /// All that the account holds, and what it holds of each payment before the fees of captures.
  var net: Money { book.withLock { $0.lines.reduce(.zero) { $0 + $1.net } } }
  var netOfPayments: [String: Int64] {
    book.withLock { book in
      book.lines.reduce(into: [:]) { sums, line in
        guard let payment = line.payment else { return }
        sums[payment, default: 0] += (line.kind == .capture ? line.gross : line.net).cents
      }
    }
  }

  // Transfers to our bank.

  /// Sends all that it owes us; nil when it owes nothing.
  func settle(at now: Instant) -> Settlement? {
    book.withLock { book in
      let amount = book.waiting.reduce(Money.zero) { $0 + $1.net }
      guard amount.isPositive else { return nil }
      let made = Settlement(
        reference: "po_\(book.settlements.count + 1)", amount: amount, items: book.waiting,
        status: .inTransit)
      book.settlements.append(made)
      book.waiting = []
      book.lines.append(Self.line(of: made, .settlement, -amount, at: now))
      return made
    }
  }
  /// Ends the oldest transfer that is on its way: it arrives, or the money is owed again.
  func end(_ reference: String, as status: ProviderSettlement.Status, at now: Instant) {
    book.withLock { book in
      guard let at = book.settlements.firstIndex(where: { $0.reference == reference }) else {
        return
      }
      book.settlements[at].status = status
      guard status == .failed else { return }
      let made = book.settlements[at]
      let back = Self.line(of: made, .settlementFailed, made.amount, at: now)
      book.lines.append(back)
      book.waiting.append(back)
    }
  }
  var onTheWay: Settlement? {
    book.withLock { $0.settlements.first { $0.status == .inTransit } }
  }
  private static func line(
    of made: Settlement, _ kind: ProviderMovement.Kind, _ amount: Money, at now: Instant
  ) -> ProviderMovement {
    ProviderMovement(
      reference: "\(made.reference):\(kind.rawValue)", kind, object: made.reference, payment: nil,
      amounts: (amount, .zero), at: now)
  }

  // What its API answers.

  func movements(from: Instant, until: Instant) -> [ProviderMovement] {
    book.withLock { $0.lines.filter { $0.createdAt >= from && $0.createdAt < until } }
  }
  func movements(of settlement: String) -> [ProviderMovement] {
    book.withLock { book in
      guard let made = book.settlements.first(where: { $0.reference == settlement }) else {
        return []
      }
      return made.items
        + book.lines.filter { $0.object == settlement && $0.kind == .settlement }
    }
  }
  func settlement(_ reference: String) -> ProviderSettlement? {
    book.withLock { book in
      book.settlements.first { $0.reference == reference }.map {
        ProviderSettlement(
          reference: $0.reference, $0.amount, status: $0.status, arrivesOn: nil, isLive: false)
      }
    }
  }
}

extension Transaction {
  /// Every line that the sandbox's tables have given rise to, with a name that stays the same.
  fileprivate func happened(at now: Instant) throws -> [ProviderMovement] {
    func lines(
      _ sql: SQL, _ kind: ProviderMovement.Kind, _ amounts: (Int64) -> (Int64, Int64)
    ) throws -> [ProviderMovement] {
      try rows(sql) { row in
        let id: String = try row("id")
        let (gross, fee) = amounts(try row("amount_cents"))
        return ProviderMovement(
          reference: "\(id):\(kind.rawValue)", kind, object: id, payment: try row("payment_id"),
          amounts: (Money(cents: gross), Money(cents: fee)), at: now)
      }
    }
    let fee = SandboxDispute.fee.cents
    return try lines(
      """
      SELECT id, id AS payment_id, amount_cents FROM sandbox_payment
       WHERE status = 'succeeded' ORDER BY id
      """, .capture
    ) { ($0, 25 + $0 * 15 / 1_000) }
      + lines(
        "SELECT id, payment_id, amount_cents FROM sandbox_refund ORDER BY id", .refund
      ) { (-$0, 0) }
      + lines(
        """
        SELECT id, payment_id, amount_cents FROM sandbox_refund
         WHERE status = 'failed' ORDER BY id
        """, .refundFailed
      ) { ($0, 0) }
      + lines(
        "SELECT id, payment_id, amount_cents FROM sandbox_dispute ORDER BY id",
        .disputeWithdrawn
      ) { (-$0, fee) }
      + lines(
        """
        SELECT id, payment_id, amount_cents FROM sandbox_dispute
         WHERE status = 'won' ORDER BY id
        """, .disputeReinstated
      ) { ($0, -fee) }
  }
}

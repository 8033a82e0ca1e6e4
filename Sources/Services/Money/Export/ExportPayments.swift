// Every payment at a provider as one line of CSV: what was taken, given back and lost.
import Domain
package import Store

/// Writes payments piece by piece, so that a million of them need no more memory than a thousand.
package struct ExportPayments: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// Payments of one piece.
  static let batch = 1000

  /// Answers how many there are. Amounts are in minor units.
  package func callAsFunction(_ write: (String) throws -> Void) async throws -> Int {
    try write("payment_id,pledge_id,captured,refunded,disputed_lost,currency\r\n")
    var (count, last) = (0, Payment.ID?.none)
    while true {
      let after = last
      let page = try await database.read { tx in
        try tx.exportedPayments(after: after, limit: Self.batch)
      }
      try write(page.map(line).joined())
      count += page.count
      guard page.count == Self.batch, let end = page.last?.id else { return count }
      last = end
    }
  }

  private func line(_ payment: ExportedPayment) -> String {
    let cells = [
      defused(payment.paymentID), defused(payment.pledgeID), "\(payment.captured.cents)",
      "\(payment.refunded.cents)", "\(payment.disputedLost.cents)",
      payment.captured.currency.code,
    ]
    return cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A spreadsheet runs what begins like a formula (OWASP, CSV injection): an id that others chose
  /// gets an apostrophe before it, which is shown and not run.
  private func defused(_ id: String) -> String {
    guard let first = id.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return id
    }
    return "'" + id
  }

  /// RFC 4180: quotes around what would be taken apart.
  private func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { [10, 13, 34, 44].contains($0) }) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

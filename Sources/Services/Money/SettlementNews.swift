// What a provider's transfer to our bank does here: announced, and taken back when it fails.
import Domain
import Store

/// Applies settlements. Each is booked once, and taken back at most once.
struct SettlementNews {
  let provider: any PaymentProvider
  let stamp: Stamp

  func apply(
    _ found: ProviderSettlement, cause: Cause, in tx: Transaction
  ) throws -> PaymentNews.Ending {
    guard found.isLive == provider.isLive else {
      try open(.liveMode, found, expected: "live \(provider.isLive)", in: tx)
      return .mismatch(.liveMode)
    }
    guard found.amount.isPositive, found.amount.currency == .euro else {
      try open(.amount, found, expected: "", in: tx)
      return .mismatch(.amount)
    }
    let key = JournalKey.payout(provider.name, found.reference)
    var booked = false
    if try tx.journalEntry(under: key) == nil {
      let entry = try JournalEntry.payoutAnnounced(header(cause), by: provider.name, found.amount)
      _ = try tx.post(entry, key: key, by: stamp.actor, at: stamp.now)
      booked = true
    }
    switch found.status {
    case .announced, .inTransit, .paid: return booked ? .booked : .nothingNew
    case .failed, .cancelled:
      return try takeBack(found, key, cause, in: tx) || booked ? .booked : .nothingNew
    }
  }

  /// It did not arrive: the provider owes it to us again.
  private func takeBack(
    _ found: ProviderSettlement, _ key: JournalKey, _ cause: Cause, in tx: Transaction
  ) throws -> Bool {
    guard let id = try tx.journalEntry(under: key), let entry = try tx.journalEntry(id),
      try tx.reversal(of: id) == nil
    else { return false }
    // No statement may tell of it at the same moment.
    try tx.lockStatements()
    // The bank has it and the provider says that it failed: a person asks the provider, or says
    // which line of a statement took it back.
    guard try tx.receivedSettlement(found.reference) == nil else {
      try open(.settlementFailed, found, expected: "on the statement", in: tx)
      return false
    }
    let reversal = try JournalEntry.reversal(header(cause), of: entry)
    _ = try tx.post(reversal, key: .reversal(of: id), by: stamp.actor, at: stamp.now)
    try tx.closeGone(
      [.settlementFailed], about: found.reference, because: .returned, at: stamp.now)
    return true
  }

  private func header(_ cause: Cause) -> JournalEntry.Header {
    JournalEntry.Header(
      id: stamp.entropy.id(at: stamp.now), effectiveOn: CivilDate(of: stamp.now), cause: cause)
  }

  private func open(
    _ kind: MoneyException.Kind, _ found: ProviderSettlement, expected: String,
    in tx: Transaction
  ) throws {
    try tx.open(
      MoneyException(
        id: stamp.entropy.id(at: stamp.now), kind: kind, payment: nil,
        objectID: found.reference, expected: expected,
        found: "\(found.amount.cents) \(found.amount.currency) \(found.status.rawValue)",
        openedAt: stamp.now))
  }
}

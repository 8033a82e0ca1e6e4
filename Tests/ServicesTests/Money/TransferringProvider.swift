// The sandbox with a transfer to our bank, for tests of what providers send us.
import Domain
import Payments
import Services

/// The sandbox with a transfer of 10 € to our bank on the first day, and a fee on the eleventh.
struct TransferringProvider: SandboxInDisguise {
  let inner: SandboxProvider
  var isSilent = false
  let day: Instant
  var status = ProviderSettlement.Status.paid
  /// Whether it has closed its transfer: only then it says what it is made of.
  var isClosed = false

  func movements(from: Instant, until: Instant) async throws -> [ProviderMovement] {
    var lines = [
      transfer,
      ProviderMovement(
        reference: "txn_2", .fee, object: "", payment: nil, amounts: (.euro(-1), .zero),
        at: day + .days(11)),
    ]
    if status == .failed {
      lines.append(
        ProviderMovement(
          reference: "txn_3", .settlementFailed, object: "po_1", payment: nil,
          amounts: (.euro(10), .zero), at: day + .days(12)))
    }
    return lines.filter { $0.createdAt >= from && $0.createdAt < until }
  }
  private var transfer: ProviderMovement {
    ProviderMovement(
      reference: "txn_1", .settlement, object: "po_1", payment: nil,
      amounts: (.euro(-10), .zero), at: day + .days(1))
  }
  func movements(of settlement: String) async throws -> [ProviderMovement] {
    guard isClosed, settlement == "po_1" else { return [] }
    let gathered = ProviderMovement(
      reference: "txn_0", .other, object: "", payment: nil, amounts: (.euro(10), .zero),
      at: day + .hours(1))
    return [gathered, transfer]
  }
  func settlement(_ reference: String) async throws -> ProviderSettlement? {
    if isSilent { throw Fault("nobody answers", retryable: true) }
    return ProviderSettlement(
      reference: reference, .euro(10), status: status, arrivesOn: nil, isLive: false)
  }
}

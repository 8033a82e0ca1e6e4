// What goes back of a payment at Stripe: refunds, and disputes with their fees.
package import Domain
package import Services

extension StripeProvider {
  /// Stripe forgets a key after a day: a refund that bears our id is looked for first.
  package func refund(_ order: RefundOrder) async throws -> ProviderRefund {
    let ours = order.refund.description
    if let made = try await refunds(of: order.payment).first(where: { $0.ours == ours }) {
      return made
    }
    var form = StripeForm()
    form.add(Kind(order.payment) == .charge ? "charge" : "payment_intent", order.payment)
    form.add("amount", order.amount.cents)
    form.add("metadata[\(StripeNames.refund)]", ours)
    let made = try await post("/v1/refunds", form, key: order.idempotencyKey)
    return try read { try made.refund() }
  }

  /// A payment with all that went back of it; only one that was taken has any.
  func withReturns(
    _ payment: ProviderPayment, isDisputed: Bool
  ) async throws -> ProviderPayment {
    guard payment.status == .succeeded, Kind(payment.reference) != .session else { return payment }
    var payment = payment
    payment.refunds = try await refunds(of: payment.reference)
    if isDisputed {
      let found = try await client.list("/v1/disputes", filter(payment.reference))
      payment.disputes = try read { try found.reversed().map { try $0.dispute() } }
    }
    return payment
  }

  /// The payment that a refund or a dispute is of, as it is now.
  func payment(of collection: String, _ reference: String) async throws -> ProviderPayment? {
    guard let object = try await client.get(path(collection, reference)),
      let of = object.paymentIntent?.id ?? object.charge?.id
    else { return nil }
    return try await payment(of, isDisputed: collection == "disputes" ? true : nil)
  }

  private func refunds(of payment: String) async throws -> [ProviderRefund] {
    let found = try await client.list("/v1/refunds", filter(payment))
    return try read { try found.reversed().map { try $0.refund() } }
  }
  private func filter(_ payment: String) -> StripeForm {
    var filter = StripeForm()
    filter.add(Kind(payment) == .charge ? "charge" : "payment_intent", payment)
    return filter
  }
}

extension StripeObject {
  /// An early fraud warning.
  func warning(isLive: Bool) -> ProviderWarning {
    ProviderWarning(
      of: ids, String((fraudType ?? "").prefix(100)), isLive: livemode ?? isLive)
  }

  /// A refund. One that waits while our account was debited is as good as sent: it can still fail.
  func refund() throws -> ProviderRefund {
    let status: ProviderRefund.Status =
      switch self.status {
      case "failed", "canceled": .failed
      case "pending", "requires_action": balanceTransaction == nil ? .pending : .succeeded
      case _: .succeeded
      }
    guard let id, let amount = money(amount) else { throw StripeUnreadable() }
    return ProviderRefund(
      reference: id, amount: amount, status, ours: metadata?[StripeNames.refund])
  }

  /// A dispute. Its lines in our account say what was taken and what it cost.
  func dispute() throws -> ProviderDispute {
    let lines = balanceTransactions?.sorted { ($0.created ?? 0) < ($1.created ?? 0) }
    let taken = lines?.first { ($0.amount ?? 0) < 0 }
    let given = lines?.first { ($0.amount ?? 0) > 0 }
    let withdrawn = taken.flatMap { $0.money($0.amount.map { -$0 }) }
    guard let id, let amount = withdrawn ?? money(amount) else { throw StripeUnreadable() }
    let fee = taken.flatMap { $0.money($0.fee) } ?? Money(cents: 0, amount.currency)
    return ProviderDispute(
      reference: id, disputeState(isTaken: lines.map { !$0.isEmpty } ?? true), amount: amount,
      fee: fee, feeReturned: fee.isPositive && given?.fee == taken?.fee.map { -$0 },
      reason: String((reason ?? "").prefix(200)),
      evidenceDueAt: evidenceDetails?.dueBy.map { Instant(milliseconds: $0 * 1000) })
  }

  /// Until the money is taken away, Stripe only asks.
  private func disputeState(isTaken: Bool) -> DisputeState {
    switch status {
    case "needs_response": isTaken ? .evidenceNeeded : .inquiry
    case "under_review", "appeal_needs_response", "appeal_under_review":
      isTaken ? .underReview : .inquiry
    case "won": .won
    case "lost": .lost
    case "warning_closed", "prevented": .closed
    case _: .inquiry
    }
  }
}

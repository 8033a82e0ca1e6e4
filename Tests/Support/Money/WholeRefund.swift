// The refund of a whole payment that is still held, for tests that only need one to be booked.
package import Domain

extension Payment {
  /// A refund of all of it; its id is made of the payment's.
  package var wholeRefund: Refund? {
    Refund.ID("rfd" + id.description.dropFirst(3)).map { id in
      Refund(
        id: id, of: self,
        RefundAllocation(
          reward: .zero, gift: amount - terms.shipping, shipping: terms.shipping),
        (.unknown, .rule), asked: (nil, terms.createdAt))
    }
  }
}

extension JournalEntry {
  /// What was captured of a payment goes back whole, out of escrow and shipping.
  package static func wholeRefund(_ header: Header, of payment: Payment) throws -> JournalEntry {
    guard let refund = payment.wholeRefund,
      let cover = MoneyCover(
        goods: refund.allocation.goods, shipping: refund.allocation.shipping,
        from: .init(
          shipping: refund.allocation.shipping, escrow: refund.allocation.goods, project: .zero,
          mayOwe: false))
    else { throw Fault("the payment has no refund") }
    return try .refundDecided(header, refund, from: cover)
  }
}

extension JournalKey {
  package static func wholeRefund(of payment: Payment) throws -> JournalKey {
    guard let refund = payment.wholeRefund else { throw Fault("the payment has no refund") }
    return .refundDecided(refund.id)
  }
}

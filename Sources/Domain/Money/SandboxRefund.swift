// The sandbox provider's own idea of a refund: it is done as soon as it is asked for.

/// Money that the sandbox gave back. It has no states: what takes time is a card's bank.
package struct SandboxRefund: Identified, Hashable, Sendable {
  package static let idPrefix = "sbr"

  package let id: SandboxRefund.ID
  package let order: Order
  package let madeAt: Instant

  /// What the merchant asked for.
  package struct Order: Hashable, Sendable {
    package let idempotencyKey: String
    /// The merchant's own id of it, given back with every answer.
    package let merchantReference: String
    package let payment: SandboxPayment.ID
    package let amount: Money

    package init(
      key idempotencyKey: String, for merchantReference: String, of payment: SandboxPayment.ID,
      _ amount: Money
    ) {
      (self.idempotencyKey, self.merchantReference) = (idempotencyKey, merchantReference)
      (self.payment, self.amount) = (payment, amount)
    }
  }

  package init(id: SandboxRefund.ID, _ order: Order, at madeAt: Instant) {
    (self.id, self.order, self.madeAt) = (id, order, madeAt)
  }
}

extension SandboxEvent {
  /// Tells of a refund.
  package init(id: SandboxEvent.ID, of refund: SandboxRefund) {
    let order = refund.order
    self.init(
      id: id, payment: order.payment, type: "refund.succeeded",
      body: """
        {"id":"\(id)","object":"event","type":"refund.succeeded",\
        "created":\(refund.madeAt.milliseconds / 1000),"livemode":false,\
        "data":{"object":{"id":"\(refund.id)","object":"refund","amount":\(order.amount.cents),\
        "currency":"\(order.amount.currency.code)","payment":"\(order.payment)",\
        "status":"succeeded","merchant_reference":"\(order.merchantReference)"}}}
        """,
      createdAt: refund.madeAt)
  }
}

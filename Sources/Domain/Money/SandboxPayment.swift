// The sandbox provider's own idea of a payment: what a stranger's company would keep of it.

/// A payment at the provider that moves no money. It has its own ids and its own states, so that
/// nothing of ours can be mistaken for something of a provider's.
package struct SandboxPayment: Identified, Hashable, Sendable {
  package static let idPrefix = "sbx"

  package enum Status: String, CaseIterable, Sendable {
    /// Its page waits for the payer.
    case open
    /// The payer's bank asks for confirmation on a second page.
    case challenge
    /// It takes a while; it succeeds at `settlesAt`.
    case processing
    case succeeded, declined, notAuthenticated, expired
  }

  /// What the payer does on the hosted pages.
  package enum Choice: String, CaseIterable, Sendable {
    case pay, decline, authenticate, slow, abandon
    /// On the bank's page.
    case confirm, refuse
  }

  package let id: SandboxPayment.ID
  package let order: Order
  package var status: Status
  /// When a slow one succeeds.
  package var settlesAt: Instant?
  /// What the sandbox calls the card that was used last; nil where the payer named none.
  package var card: String?

  /// What the merchant asked for.
  package struct Order: Hashable, Sendable {
    package let idempotencyKey: String
    /// The merchant's own id of it, given back with every answer.
    package let merchantReference: String
    package let amount: Money
    package let description: String
    package let returnURL: String
    package let language: Language
    package let times: (createdAt: Instant, expiresAt: Instant)

    package init(
      key idempotencyKey: String, for merchantReference: String, amount: Money,
      shown: (description: String, returnURL: String, language: Language),
      times: (createdAt: Instant, expiresAt: Instant)
    ) {
      self.idempotencyKey = idempotencyKey
      self.merchantReference = merchantReference
      self.amount = amount
      (description, returnURL, language) = shown
      self.times = times
    }

    /// All that another call with the same key has to repeat.
    package var parameters: String {
      [
        merchantReference, String(amount.cents), amount.currency.code, description, returnURL,
        language.rawValue,
      ].joined(separator: "\n")
    }
    package static func == (left: Order, right: Order) -> Bool {
      left.idempotencyKey == right.idempotencyKey && left.parameters == right.parameters
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(idempotencyKey) }
  }

  package init(
    id: SandboxPayment.ID, _ order: Order, status: Status = .open, settlesAt: Instant? = nil
  ) {
    (self.id, self.order, self.status, self.settlesAt) = (id, order, status, settlesAt)
  }

  /// The state it is in now: time alone ends what nobody finished and finishes what was slow.
  package func status(at now: Instant) -> Status {
    switch status {
    case .open, .challenge: now >= order.times.expiresAt ? .expired : status
    case .processing: settlesAt.map { now >= $0 } ?? false ? .succeeded : .processing
    case .succeeded, .declined, .notAuthenticated, .expired: status
    }
  }

  /// How long a slow payment takes.
  package static let slowness = Instant.Span.seconds(8)

  /// The payment after a choice; nil where that cannot be chosen any more. After a refusal the
  /// payer may try again on the same page.
  package func choosing(_ choice: Choice, at now: Instant) -> SandboxPayment? {
    let canPay: Bool =
      switch status(at: now) {
      case .open, .declined, .notAuthenticated: now < order.times.expiresAt
      case .challenge, .processing, .succeeded, .expired: false
      }
    var next = self
    switch choice {
    case .confirm, .refuse:
      guard status(at: now) == .challenge else { return nil }
      next.status = choice == .confirm ? .succeeded : .notAuthenticated
      return next
    case .pay: next.status = .succeeded
    case .decline: next.status = .declined
    case .authenticate: next.status = .challenge
    case .abandon: next.status = .expired
    case .slow:
      next.status = .processing
      next.settlesAt = now + Self.slowness
    }
    return canPay ? next : nil
  }
}

/// Something that the sandbox tells its merchant.
package struct SandboxEvent: Identified, Hashable, Sendable {
  package static let idPrefix = "sev"

  package let id: SandboxEvent.ID
  /// Nil for news of a saved card.
  package let payment: SandboxPayment.ID?
  package let type: String
  /// The JSON that is signed and sent, the same bytes each time.
  package let body: String
  package let createdAt: Instant

  package init(
    id: SandboxEvent.ID, payment: SandboxPayment.ID?, type: String, body: String,
    createdAt: Instant
  ) {
    (self.id, self.payment, self.type) = (id, payment, type)
    (self.body, self.createdAt) = (body, createdAt)
  }

  /// Tells of the state that a payment has reached, or of what was taken away from it.
  package init(
    id: SandboxEvent.ID, of payment: SandboxPayment, _ news: String, at now: Instant
  ) {
    let type = "payment.\(news)"
    let amount = payment.order.amount
    self.init(
      id: id, payment: payment.id, type: type,
      body: """
        {"id":"\(id)","object":"event","type":"\(type)","created":\(now.milliseconds / 1000),\
        "livemode":false,"data":{"object":{"id":"\(payment.id)","object":"payment",\
        "amount":\(amount.cents),"currency":"\(amount.currency.code)",\
        "status":"\(payment.status.rawValue)","merchant_reference":"\
        \(payment.order.merchantReference)"}}}
        """,
      createdAt: now)
  }
}

/// One sending of one event; the same event may be sent twice on purpose.
package struct SandboxDelivery: Identified, Hashable, Sendable {
  package static let idPrefix = "sdl"

  package let id: SandboxDelivery.ID
  package let event: SandboxEvent
  package let isDelivered: Bool

  package init(id: SandboxDelivery.ID, event: SandboxEvent, isDelivered: Bool) {
    (self.id, self.event, self.isDelivered) = (id, event, isDelivered)
  }
}

/// How badly the sandbox treats its webhooks: real ones are doubled, lost, late and out of order.
package struct SandboxMood: Hashable, Sendable {
  /// Of a hundred events, how many are sent twice.
  package var doubledPercent: Int
  /// Of a hundred events, how many are never sent.
  package var lostPercent: Int
  /// Each is sent at any time up to this.
  package var delaySecondsMax: Int

  package init(doubledPercent: Int, lostPercent: Int, delaySecondsMax: Int) {
    self.doubledPercent = min(max(doubledPercent, 0), 100)
    self.lostPercent = min(max(lostPercent, 0), 100)
    self.delaySecondsMax = min(max(delaySecondsMax, 0), 600)
  }
  /// Every event once and at once.
  package static let kind = SandboxMood(doubledPercent: 0, lostPercent: 0, delaySecondsMax: 0)

  /// When to send an event, as delays; none when it is lost. Any four bytes decide.
  package func delays(_ chance: [UInt8]) -> [Instant.Span] {
    func percent(_ byte: UInt8) -> Int { Int(byte) * 100 / 256 }
    if percent(chance[0]) < lostPercent { return [] }
    let copies = percent(chance[1]) < doubledPercent ? 2 : 1
    return (0..<copies).map { copy in
      .milliseconds(Int64(delaySecondsMax) * 1000 * Int64(chance[2 + copy]) / 255)
    }
  }
}

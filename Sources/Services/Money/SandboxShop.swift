// The sandbox provider at work: what another company's servers would do, over its own tables.
package import Domain
package import Store

/// Takes orders, shows what is to be paid, takes the payer's choice, and plans the telling of it.
package struct SandboxShop: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy
  /// How webhooks are treated until somebody chooses otherwise.
  let mood: SandboxMood

  package init(
    database: Database, clock: WallClock, entropy: Entropy, mood: SandboxMood = .kind
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.mood = mood
  }

  /// The provider's own time.
  package var now: Instant { clock.now }

  /// The payment of an order: a new one, or the one made under the same key. Throws a `Fault` that
  /// is not retryable when the key was used with other parameters.
  package func take(_ order: SandboxPayment.Order) async throws -> SandboxPayment {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    let payment = SandboxPayment(id: entropy.id(at: stamp.now), order)
    return try await database.write { tx in
      if try tx.insert(payment) { return payment }
      guard let earlier = try tx.sandboxPayment(madeUnder: order.idempotencyKey),
        earlier.order == order
      else { throw Fault("sandbox: this idempotency key was used with other parameters") }
      return earlier
    }
  }

  package func payment(_ id: SandboxPayment.ID) async throws -> SandboxPayment? {
    try await database.read { try $0.sandboxPayment(id) }
  }
  package func payment(madeUnder key: String) async throws -> SandboxPayment? {
    try await database.read { try $0.sandboxPayment(madeUnder: key) }
  }
  package func events(since: Instant, limit: Int) async throws -> [SandboxEvent] {
    try await database.read { try $0.sandboxEvents(since: since, limit: limit) }
  }

  /// The payer chose. Answers the payment as it is now: unchanged where that choice is over.
  /// Who names a card is known by it: its number is not kept.
  package func choose(
    _ choice: SandboxPayment.Choice, for id: SandboxPayment.ID, card number: String = ""
  ) async throws -> SandboxPayment? {
    let stamp = Stamp(at: clock.now, by: .visitor, entropy)
    return try await database.write { tx in
      guard let payment = try tx.sandboxPaymentLocked(id) else { return nil }
      guard var next = payment.choosing(choice, at: stamp.now) else { return payment }
      let digits = number.filter(\.isNumber)
      if !digits.isEmpty { next.card = Digest(of: "sandbox card \(digits)").description }
      try tx.update(next)
      try tell(of: next, stamp, tx)
      return next
    }
  }

  /// Finishes slow payments whose time has come; answers how many.
  @discardableResult
  package func settleDue(limit: Int) async throws -> Int {
    let stamp = Stamp(at: clock.now, by: .system, entropy)
    return try await database.write { tx in
      let due = try tx.dueSandboxPayments(at: stamp.now, limit: limit)
      for id in due {
        guard var payment = try tx.sandboxPaymentLocked(id), payment.status == .processing else {
          continue
        }
        payment.status = .succeeded
        try tx.update(payment)
        try tell(of: payment, stamp, tx)
      }
      return due.count
    }
  }

  package func currentMood() async throws -> SandboxMood {
    try await database.read { try $0.sandboxMood() } ?? mood
  }
  package func set(_ mood: SandboxMood) async throws {
    try await database.write { try $0.set(mood) }
  }

  /// Tells of a payment.
  func tell(
    of payment: SandboxPayment, _ stamp: Stamp, _ tx: Transaction, news: String? = nil
  ) throws {
    try send(
      SandboxEvent(
        id: entropy.id(at: stamp.now), of: payment, news ?? payment.status.rawValue,
        at: stamp.now), stamp, tx)
    if let settlesAt = payment.settlesAt, payment.status == .processing {
      try tx.enqueue(
        QueuedTask(.settleSandboxPayments, payment.id.description), stamp, notBefore: settlesAt)
    }
  }

  /// Keeps an event, and plans its deliveries as the mood has it.
  func send(_ event: SandboxEvent, _ stamp: Stamp, _ tx: Transaction) throws {
    try tx.insert(event)
    let mood = try tx.sandboxMood() ?? mood
    for delay in mood.delays(entropy.bytes(4)) {
      let delivery = SandboxDelivery(
        id: entropy.id(at: stamp.now), event: event, isDelivered: false)
      try tx.insert(delivery, dueAt: stamp.now + delay)
      try tx.enqueue(
        QueuedTask(.deliverSandboxEvent, delivery.id.description), stamp,
        notBefore: stamp.now + delay)
    }
  }
}

/// Sends one planned webhook of the sandbox over HTTP. Throws when it was not accepted: its task
/// tries again, as providers do.
package struct DeliverSandboxEvent: Sendable {
  let database: Database
  let clock: WallClock
  let courier: any SandboxCourier

  package init(database: Database, clock: WallClock, courier: any SandboxCourier) {
    self.database = database
    self.clock = clock
    self.courier = courier
  }

  package func callAsFunction(_ id: SandboxDelivery.ID) async throws {
    guard let delivery = try await database.read({ try $0.sandboxDelivery(id) }),
      !delivery.isDelivered
    else { return }
    let now = clock.now
    let status = try await courier.deliver(Array(delivery.event.body.utf8), at: now)
    let isAccepted = (200...299).contains(status)
    try await database.write { tx in
      try tx.settle(id, answer: "\(status)", deliveredAt: isAccepted ? now : nil)
    }
    if !isAccepted { throw Fault("the receiver answered \(status)", retryable: true) }
  }
}

// The built-in card provider behind the port: it takes orders as a stranger, and moves no money.
package import Domain
import FoundationEssentials
package import Services

/// The sandbox as Raccolto sees it.
package struct SandboxProvider: PaymentProvider {
  let shop: SandboxShop
  let signature: WebhookSignature
  /// Where its hosted pages are, without a slash at the end.
  let publicURL: String

  package init(shop: SandboxShop, secrets: [String], publicURL: String) {
    self.shop = shop
    signature = WebhookSignature(secrets: secrets)
    self.publicURL = publicURL
  }

  package let name = ProviderName.sandbox
  package let isLive = false
  package let signatureHeader = SandboxSigning.header

  package func start(_ order: PaymentOrder) async throws -> ProviderPayment {
    let taken = try await shop.take(
      SandboxPayment.Order(
        key: order.idempotencyKey, for: order.payment.description, amount: order.amount,
        shown: (order.description, order.returnURL, order.language),
        times: (shop.now, order.expiresAt)))
    return try await answer(taken)
  }
  package func payment(_ reference: String) async throws -> ProviderPayment? {
    guard let id = SandboxPayment.ID(reference) else { return nil }
    guard let found = try await shop.payment(id) else { return nil }
    return try await answer(found)
  }
  package func refund(_ order: RefundOrder) async throws -> ProviderRefund {
    guard let id = SandboxPayment.ID(order.payment) else {
      throw ProviderDenial(.unknownObject, order.payment)
    }
    let request = SandboxRefund.Request(
      key: order.idempotencyKey, reference: order.refund.description)
    switch try await shop.giveBack(order.amount, of: id, request) {
    case .made(let refund): return answer(refund)
    case .disputed: throw ProviderDenial(.disputed, "\(id)")
    case .tooMuch: throw ProviderDenial(.alreadyRefunded, "more than is left of \(id)")
    case .unpaid: throw ProviderDenial(.unknownObject, "\(id) was not paid")
    }
  }
  package func payment(madeFor ours: Payment.ID, key: String, since: Instant) async throws
    -> ProviderPayment?
  {
    guard let found = try await shop.payment(madeUnder: key) else { return nil }
    return try await answer(found)
  }
  package func news(of event: ReceivedWebhook.Event, body: [UInt8]) async throws
    -> [ProviderNews]
  {
    if let paid = try await payment(event.objectID) { return [.payment(paid)] }
    return try await savedCard(event.objectID).map { [.savedCard($0)] } ?? []
  }
  package func events(since: Instant, limit: Int) async throws -> [PolledEvent] {
    try await shop.events(since: since, limit: limit).compactMap { event in
      let body = Array(event.body.utf8)
      return (try? Self.read(body)).map {
        PolledEvent($0, body: body, createdAt: event.createdAt)
      }
    }
  }

  package func verify(_ webhook: RawWebhook, at now: Instant) throws(WebhookRefusal)
    -> ReceivedWebhook.Event
  {
    try signature.verify(webhook, at: now)
    return try Self.read(webhook.body)
  }

  /// What an event says of itself; only payments and cards are of interest.
  static func read(_ body: [UInt8]) throws(WebhookRefusal) -> ReceivedWebhook.Event {
    struct Envelope: Decodable {
      struct Content: Decodable { let object: Object }
      struct Object: Decodable { let id: String }
      let id: String
      let type: String
      let data: Content?
    }
    guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(body)),
      (1...255).contains(envelope.id.utf8.count), (1...255).contains(envelope.type.utf8.count),
      !(envelope.id + envelope.type).utf8.contains(0)
    else { throw .bodyUnreadable }
    let object = envelope.data?.object.id ?? ""
    let isOurs =
      ["payment.", "card."].contains { envelope.type.hasPrefix($0) }
      && (1...255).contains(object.utf8.count)
    return ReceivedWebhook.Event(
      id: envelope.id, type: envelope.type,
      objectID: isOurs && !object.utf8.contains(0) ? object : "")
  }

  func answer(_ payment: SandboxPayment) async throws -> ProviderPayment {
    let status: (PaymentStatus, PaymentFailure?) =
      switch payment.status(at: shop.now) {
      case .open, .challenge: (.requiresAction, nil)
      case .processing: (.processing, nil)
      case .succeeded: (.succeeded, nil)
      case .declined: (.failed, .declined)
      case .notAuthenticated: (.failed, .notAuthenticated)
      case .expired: (.expired, nil)
      }
    var answer = ProviderPayment(
      reference: payment.id.description, status: status.0, failure: status.1,
      amount: payment.order.amount, isLive: false, ours: payment.order.merchantReference,
      hostedPage: "\(publicURL)/sandbox/pay/\(payment.id)")
    if status.0 == .failed { answer.refusedTry = answer.reference }
    answer.card = payment.card
    let returns = try await shop.returns(of: payment.id)
    answer.refunds = returns.refunds.map(self.answer)
    answer.disputes = returns.disputes.map(self.answer)
    return answer
  }

  private func answer(_ refund: SandboxRefund) -> ProviderRefund {
    ProviderRefund(
      reference: refund.id.description, amount: refund.amount,
      refund.status == .succeeded ? .succeeded : .failed, ours: refund.request?.reference)
  }
  private func answer(_ dispute: SandboxDispute) -> ProviderDispute {
    let state: DisputeState =
      switch dispute.status {
      case .open: .evidenceNeeded
      case .won: .won
      case .lost: .lost
      }
    return ProviderDispute(
      reference: dispute.id.description, state, amount: dispute.amount, fee: SandboxDispute.fee,
      feeReturned: dispute.status == .won)
  }
}

/// How the sandbox signs.
package enum SandboxSigning {
  /// The header field of its signature.
  package static let header = "raccolto-signature"
}

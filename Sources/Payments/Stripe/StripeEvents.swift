// Stripe's events: which of them concern us, and what their object is now.
package import Domain
import FoundationEssentials
package import Services

/// Reading events.
enum StripeEvents {
  /// What the names of those begin with that concern us; whatever else comes is kept and ignored
  /// (Docs/DECISIONS/0012).
  static let ours = [
    "checkout.session.", "payment_intent.", "setup_intent.", "charge.", "refund.", "payout.",
    "radar.early_fraud_warning.",
  ]

  /// What an event says of itself.
  static func read(_ body: [UInt8]) throws(WebhookRefusal) -> ReceivedWebhook.Event {
    guard let event = try? StripeEvent(body), (1...255).contains(event.id.utf8.count),
      (1...255).contains(event.type.utf8.count), !(event.id + event.type).utf8.contains(0)
    else { throw .bodyUnreadable }
    let object = event.data.object.id ?? ""
    let isOurs =
      ours.contains { event.type.hasPrefix($0) } && (1...255).contains(object.utf8.count)
      && !object.utf8.contains(0)
    return ReceivedWebhook.Event(
      id: event.id, type: event.type, objectID: isOurs ? object : "")
  }
}

extension StripeProvider {
  /// Events from a time on, the oldest first.
  package func events(since: Instant, limit: Int) async throws -> [PolledEvent] {
    var filter = StripeForm()
    filter.add("created[gte]", since.milliseconds / 1000)
    let all = try await client.pages("/v1/events", filter, max: StripeClient.listMax) { bytes in
      let page = try RawEvents(bytes)
      return (page.events, page.events.last?.event.id, page.hasMore)
    }
    return Array(all.reversed().prefix(limit))
  }

  package func news(of event: ReceivedWebhook.Event, body: [UInt8]) async throws
    -> [ProviderNews]
  {
    guard let said = try? StripeEvent(body) else { return [] }
    // An object of the other environment cannot be fetched with our key: what the event says of it
    // is enough to put it on the desk.
    let isElsewhere = (said.livemode ?? isLive) != isLive
    // A charge may say that something went back of it without saying what: then it is asked for.
    let saysAll = said.type != "charge.refunded" || said.data.object.refunds != nil
    if isElsewhere || (confirmation == .signed && (saysAll || !canBeAsked)) {
      return try read { try news(saidBy: said) }
    }
    return try await news(ofObject: event.objectID)
  }

  private func news(ofObject id: String) async throws -> [ProviderNews] {
    switch Kind(id) {
    case .session:
      guard let session = try await client.get(path("checkout/sessions", id)) else { return [] }
      if session.mode == "setup" { return try await savedCard(id).map { [.savedCard($0)] } ?? [] }
      return try await payment(id).map { [.payment($0)] } ?? []
    case .intent, .charge: return try await payment(id).map { [.payment($0)] } ?? []
    case .settlement: return try await settlement(id).map { [.settlement($0)] } ?? []
    case .saving: return try await savedCard(id).map { [.savedCard($0)] } ?? []
    case .refund: return try await payment(of: "refunds", id).map { [.payment($0)] } ?? []
    case .dispute: return try await payment(of: "disputes", id).map { [.payment($0)] } ?? []
    case .warning:
      let found = try await client.get(path("radar/early_fraud_warnings", id))
      return found.map { [.warning($0.warning(isLive: isLive))] } ?? []
    case .other: return []
    }
  }

  /// The object as the event has it, with the event's own word on which environment it is from.
  private func news(saidBy event: StripeEvent) throws -> [ProviderNews] {
    let (object, isLive) = (event.data.object, event.livemode ?? isLive)
    guard let id = object.id else { return [] }
    switch Kind(id) {
    case .session:
      // It does not hold the card; the event of the card's own saving does.
      if object.mode == "setup" { return [.toldElsewhere(isLive: isLive)] }
      return [.payment(try object.payment(isLive: isLive))]
    case .intent: return [.payment(try object.intentPayment(isLive: isLive))]
    case .charge:
      let payment = ProviderNews.payment(try object.chargePayment(isLive: isLive))
      // Older accounts list the refunds with their charge; the same ones come as `refund.created`.
      let refunds = try (object.refunds?.data ?? []).reversed().map { try $0.refund() }
      if refunds.isEmpty { return [payment] }
      return [
        payment,
        .returns(ProviderReturns(of: object.ids, isLive: isLive, refunds: refunds)),
      ]
    case .refund:
      return [
        .returns(ProviderReturns(of: object.ids, isLive: isLive, refunds: [try object.refund()]))
      ]
    case .dispute:
      return [
        .returns(ProviderReturns(of: object.ids, isLive: isLive, disputes: [try object.dispute()]))
      ]
    case .settlement: return [.settlement(try object.settlement(isLive: isLive))]
    case .saving: return [.savedCard(try object.savedCard(isLive: isLive))]
    case .warning: return [.warning(object.warning(isLive: isLive))]
    case .other: return []
    }
  }
}

/// A page of events, each with the bytes that it is kept as.
private struct RawEvents {
  var events: [PolledEvent] = []
  let hasMore: Bool

  init(_ bytes: [UInt8]) throws {
    struct Page: Decodable {
      let data: [JSONValue]
      let hasMore: Bool?
      enum CodingKeys: String, CodingKey {
        case data
        case hasMore = "has_more"
      }
    }
    let page = try JSONDecoder().decode(Page.self, from: Data(bytes))
    hasMore = page.hasMore ?? false
    let encoder = JSONEncoder()
    for value in page.data {
      let body = Array(try encoder.encode(value))
      guard let event = try? StripeEvents.read(body) else { continue }
      let created = try StripeEvent(body).created ?? 0
      events.append(
        PolledEvent(event, body: body, createdAt: Instant(milliseconds: created * 1000)))
    }
  }
}

/// Any JSON, to cut an event out of its page.
private enum JSONValue: Codable {
  case null, bool(Bool), int(Int64), number(Double), text(String)
  case list([JSONValue]), object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? value.decode(Int64.self) {
      self = .int(int)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let bool): try value.encode(bool)
    case .int(let int): try value.encode(int)
    case .number(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .list(let list): try value.encode(list)
    case .object(let object): try value.encode(object)
    }
  }
}

// Requests to Stripe: the key, the pinned version, the idempotency key, patience where it is asked.
import Domain
import FoundationEssentials
import Services

/// Where Stripe is and who we are there.
package struct StripeAccount: Sendable {
  /// `sk_test_…`, `sk_live_…`, or a restricted `rk_…`; without one Stripe cannot be asked.
  package let secretKey: String?
  /// `https://api.stripe.com`, without a slash at the end.
  package let base: String

  /// Whether real money moves.
  package let isLive: Bool

  package init(secretKey: String?, base: String = StripeAccount.defaultBase, isLive: Bool = false) {
    (self.secretKey, self.base, self.isLive) = (secretKey, base, isLive)
  }
  package static let defaultBase = "https://api.stripe.com"
}

/// Stripe understood and refused.
package struct StripeRefusal: Error, Sendable {
  package let status: Int
  package let error: StripeError

  /// The same in words that all providers share.
  var denial: ProviderDenial {
    let reason: ProviderDenial.Reason =
      switch error.code {
      case "charge_already_refunded", "refund_disputed_payment":
        error.code == "refund_disputed_payment" ? .disputed : .alreadyRefunded
      case "charge_disputed": .disputed
      case "balance_insufficient", "insufficient_funds": .balanceTooLow
      case "resource_missing", "missing": .unknownObject
      case _: status == 402 ? .cardRefused : status == 404 ? .unknownObject : .other
      }
    return ProviderDenial(
      reason, "\(status) \(error.code ?? error.type ?? "") \(error.message ?? "")")
  }
}

/// Sends requests. Throws a retryable `Fault` where nobody knows whether Stripe acted, and a
/// `StripeRefusal` where it said no.
package final class StripeClient: Sendable {
  /// The version whose shapes we read; the account's own setting does not matter.
  package static let version = "2026-10-28.endive"
  /// Requests of one call, the first included.
  static let triesMax = 3
  /// The longest wait that Stripe is granted inside a call; a task's own patience comes after.
  static let waitSecondsMax = 20

  package typealias Send = @Sendable (HTTPCall) async throws -> HTTPAnswer
  package typealias Pause = @Sendable (_ seconds: Int) async throws -> Void

  let account: StripeAccount
  private let send: Send
  private let pause: Pause

  package init(
    _ account: StripeAccount, send: @escaping Send,
    pause: @escaping Pause = { try await Task.sleep(for: .seconds($0)) }
  ) {
    (self.account, self.send, self.pause) = (account, send, pause)
  }

  /// Makes something, once for each key.
  package func post(_ path: String, _ form: StripeForm, key: String) async throws -> StripeObject {
    let answer = try await call(
      HTTPCall(
        "POST", account.base + path,
        headers: headers + [
          ("Content-Type", "application/x-www-form-urlencoded"), ("Idempotency-Key", key),
        ],
        body: Array(form.encoded.utf8)))
    return try StripeJSON.decoded(StripeObject.self, answer)
  }

  /// One object; nil when there is none.
  package func get(_ path: String, expand: [String] = []) async throws -> StripeObject? {
    var query = StripeForm()
    for name in expand { query.add("expand[]", name) }
    do {
      let answer = try await call(HTTPCall("GET", address(path, query), headers: headers))
      return try StripeJSON.decoded(StripeObject.self, answer)
    } catch let refusal as StripeRefusal where refusal.status == 404 {
      return nil
    }
  }

  /// All objects of a list, the newest first, page after page; a retryable `Fault` where they are
  /// more than `max`, or where a page does not say how to go on: some of them are never all.
  package func list(
    _ path: String, _ filter: StripeForm = StripeForm(), max: Int = listMax
  ) async throws -> [StripeObject] {
    try await pages(path, filter, max: max) {
      let page = try StripeJSON.decoded(StripeList.self, $0)
      return (page.data, page.data.last?.id, page.hasMore == true)
    }
  }

  /// More than these in one answer is a mistake of ours.
  package static let listMax = 100_000

  /// Reads page after page as `read` understands them.
  func pages<Item>(
    _ path: String, _ filter: StripeForm, max: Int,
    _ read: ([UInt8]) throws -> (items: [Item], last: String?, hasMore: Bool)
  ) async throws -> [Item] {
    var items: [Item] = []
    var last: String?
    while true {
      var query = filter
      query.add("limit", 100)
      query.add("starting_after", last)
      let answer = try await call(HTTPCall("GET", address(path, query), headers: headers))
      let page = try read(answer)
      items += page.items
      guard page.hasMore else { return items }
      guard let next = page.last, next != last, items.count < max else {
        throw Fault("stripe: \(path) has more than was read (\(items.count))", retryable: true)
      }
      last = next
    }
  }

  private func address(_ path: String, _ query: StripeForm) -> String {
    let text = query.encoded
    return account.base + path + (text.isEmpty ? "" : "?\(text)")
  }
  private var headers: [(String, String)] {
    [("Authorization", "Bearer \(account.secretKey ?? "")"), ("Stripe-Version", Self.version)]
  }

  /// The same request again, with the same key, where Stripe asks for patience or was disturbed.
  private func call(_ call: HTTPCall) async throws -> [UInt8] {
    var tries = 1
    guard account.secretKey != nil else {
      throw Fault("stripe: cannot be asked. Consider RACCOLTO_STRIPE_SECRET_KEY")
    }
    while true {
      let answer = try await send(call)
      switch answer.status {
      case 200...299: return answer.body
      case 429, 409, 500...599:
        let wait = max(answer.retryAfterSeconds, tries)
        guard tries < Self.triesMax, wait <= Self.waitSecondsMax else {
          throw Fault("stripe: answered \(answer.status), try later", retryable: true)
        }
        tries += 1
        try await pause(wait)
      case _: throw refusal(answer)
      }
    }
  }

  private func refusal(_ answer: HTTPAnswer) -> any Error {
    struct Envelope: Decodable { let error: StripeError }
    guard let envelope = try? StripeJSON.decoded(Envelope.self, answer.body) else {
      return ProviderDenial(
        .misconfigured,
        "answered \(answer.status) as Stripe never does. Consider RACCOLTO_STRIPE_API_BASE")
    }
    if answer.status == 401 || answer.status == 403 {
      return ProviderDenial(
        .misconfigured,
        "stripe refused the key (\(answer.status)). Consider RACCOLTO_STRIPE_SECRET_KEY")
    }
    return StripeRefusal(status: answer.status, error: envelope.error)
  }
}

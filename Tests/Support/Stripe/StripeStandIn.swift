// A stand-in for Stripe that answers requests as its pinned version does: keys, lists, refusals,
// patience, and answers that never arrive.
import Domain
package import Payments
import Synchronization

/// Stripe, as far as Raccolto speaks with it.
package final class StripeStandIn: Sendable {
  private struct State: Sendable {
    var books = StripeBooks()
    var answers: [String: Kept] = [:]
    var chance: SeededIDs
    var trouble = 0
    var calls = 0
    var isDeaf = false
  }
  /// An answer under its key, for a day.
  private struct Kept: Sendable {
    let request: String
    let answer: HTTPAnswer
    let at: Int64
    static let secondsMax: Int64 = 24 * 3600
  }
  private let state: Mutex<State>
  private let clock: TestClock

  package static let key = "sk_test_stand_in"

  package init(_ clock: TestClock, seed: UInt64 = 1) {
    self.clock = clock
    state = Mutex(State(chance: SeededIDs(seed: seed)))
  }

  /// Of a hundred requests, so many are turned away or lose their answer from now on.
  package func make(trouble percent: Int) { state.withLock { $0.trouble = percent } }
  /// From now on every answer to a writing request is lost, though it is done.
  package func make(deaf: Bool) { state.withLock { $0.isDeaf = deaf } }
  package var calls: Int { state.withLock { $0.calls } }
  package var books: StripeBooks { state.withLock { $0.books } }
  /// Something happens there.
  @discardableResult
  package func act<T: Sendable>(_ deed: (inout StripeBooks, Int64) -> T) -> T {
    let now = clock.now.milliseconds / 1000
    return state.withLock { deed(&$0.books, now) }
  }

  /// What a client sends its requests through.
  package func send(_ call: HTTPCall) async throws -> HTTPAnswer {
    let now = clock.now.milliseconds / 1000
    return try state.withLock { state in
      state.calls += 1
      let dice = Int(state.chance.next() % 100)
      if dice < state.trouble / 2 {
        return HTTPAnswer(
          status: dice % 2 == 0 ? 429 : 500, body: Array(#"{"error":{"type":"api_error"}}"#.utf8),
          retryAfterSeconds: dice % 3)
      }
      let answer = Self.answer(StripeRequest(call), call, &state, now)
      if dice < state.trouble || (state.isDeaf && call.method == "POST") {
        // It acted, and nobody hears of it.
        throw Fault("timeout: the answer did not come", retryable: true)
      }
      return answer
    }
  }

  private static func answer(
    _ request: StripeRequest, _ call: HTTPCall, _ state: inout State, _ now: Int64
  ) -> HTTPAnswer {
    guard request.headers["authorization"] == "Bearer \(key)" else {
      return refusal(401, "invalid_request_error", "")
    }
    guard request.headers["stripe-version"] == StripeClient.version else {
      return refusal(400, "invalid_request_error", "the version is not pinned")
    }
    guard request.method == "POST" else {
      return reply(request.read(state.books))
    }
    guard let key = request.headers["idempotency-key"], (1...255).contains(key.utf8.count) else {
      return refusal(400, "invalid_request_error", "no key")
    }
    let content = call.url + String(decoding: call.body, as: UTF8.self)
    if let earlier = state.answers[key], now - earlier.at < Kept.secondsMax {
      return earlier.request == content
        ? earlier.answer : refusal(400, "idempotency_error", "other parameters")
    }
    let answer = reply(request.write(&state.books, now))
    // A refusal of the parameters is not kept.
    if [200, 402].contains(answer.status) {
      state.answers[key] = Kept(request: content, answer: answer, at: now)
    }
    return answer
  }

  private static func reply(_ result: Result<WrittenJSON, StripeRequest.Refused>) -> HTTPAnswer {
    switch result {
    case .success(let json): HTTPAnswer(status: 200, body: Array(json.written.utf8))
    case .failure(let refused):
      refusal(
        refused.status, refused.intent == nil ? "invalid_request_error" : "card_error",
        refused.code, refused.intent)
    }
  }
  private static func refusal(
    _ status: Int, _ type: String, _ code: String, _ intent: WrittenJSON? = nil
  ) -> HTTPAnswer {
    let json: WrittenJSON = [
      "error": [
        "type": .text(type), "code": .text(code), "message": .text(code),
        "payment_intent": intent ?? nil,
      ]
    ]
    return HTTPAnswer(status: status, body: Array(json.written.utf8))
  }
}

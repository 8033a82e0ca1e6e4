// Requests to Stripe: the pinned version, one key however often it is asked, patience where Stripe
// asks for it, and whose fault it is when it says no.
import Domain
import Foundation
import Payments
import Services
import Synchronization
import Testing

@Suite struct `A request to Stripe` {
  /// Answers one after the other; keeps what was asked and how long was waited.
  private final class Script: Sendable {
    private let state: Mutex<(answers: [HTTPAnswer], calls: [HTTPCall], waits: [Int])>
    init(_ answers: [HTTPAnswer]) { state = Mutex((answers, [], [])) }

    var calls: [HTTPCall] { state.withLock { $0.calls } }
    var waits: [Int] { state.withLock { $0.waits } }
    var client: StripeClient {
      StripeClient(
        StripeAccount(secretKey: "sk_test_1", base: "http://stripe.test"),
        send: { call in
          try self.state.withLock { state in
            state.calls.append(call)
            guard !state.answers.isEmpty else { throw Fault("timeout: no answer", retryable: true) }
            return state.answers.removeFirst()
          }
        },
        pause: { seconds in self.state.withLock { $0.waits.append(seconds) } })
    }
  }
  private static func answer(_ status: Int, _ json: String, after seconds: Int = 0) -> HTTPAnswer {
    HTTPAnswer(status: status, body: Array(json.utf8), retryAfterSeconds: seconds)
  }
  private static func header(_ name: String, _ call: HTTPCall) -> String? {
    call.headers.first { $0.name == name }?.value
  }
  private static let limited = #"{"error":{"type":"rate_limit_error","code":"rate_limit"}}"#

  @Test func `waits as long as Stripe asks, and repeats the same words under the same key`()
    async throws
  {
    let script = Script([
      Self.answer(429, Self.limited, after: 7), Self.answer(200, #"{"id":"re_1"}"#),
    ])
    var form = StripeForm()
    form.add("amount", 500)
    let made = try await script.client.post("/v1/refunds", form, key: "refund:1")
    #expect(made.id == "re_1" && script.waits == [7])
    #expect(script.calls.map { Self.header("Idempotency-Key", $0) } == ["refund:1", "refund:1"])
    #expect(Set(script.calls.map(\.body)).count == 1)
    #expect(
      script.calls.allSatisfy { Self.header("Stripe-Version", $0) == StripeClient.version })
    #expect(script.calls.allSatisfy { Self.header("Authorization", $0) == "Bearer sk_test_1" })
  }

  @Test func `leaves a long wait to its task, and does not know after a silence`() async throws {
    for script in [Script([Self.answer(429, Self.limited, after: 3600)]), Script([])] {
      let fault = await #expect(throws: Fault.self) {
        _ = try await script.client.post("/v1/refunds", StripeForm(), key: "refund:1")
      }
      #expect(fault?.retryable == true)
      #expect(script.calls.count == 1 && script.waits.isEmpty)
    }
  }

  @Test func `tells the operator of a wrong key or a wrong address, and passes a refusal on`()
    async throws
  {
    let wrongs = [
      (Self.answer(401, #"{"error":{"type":"invalid_request_error"}}"#), "SECRET_KEY"),
      (Self.answer(404, "<html>nothing here</html>"), "API_BASE"),
    ]
    for (answer, words) in wrongs {
      let denial = await #expect(throws: ProviderDenial.self) {
        _ = try await Script([answer]).client.post("/v1/refunds", StripeForm(), key: "k")
      }
      #expect(denial.map { "\($0)".contains(words) } == true)
    }
    let refusal = await #expect(throws: StripeRefusal.self) {
      let answer = Self.answer(400, #"{"error":{"code":"charge_already_refunded"}}"#)
      _ = try await Script([answer]).client.post("/v1/refunds", StripeForm(), key: "k")
    }
    #expect(refusal?.status == 400)
    let script = Script([Self.answer(404, #"{"error":{"code":"resource_missing"}}"#)])
    #expect(try await script.client.get("/v1/payouts/po_1") == nil)
  }

  @Test func `for a list that is longer than was read fails, so that some are never taken for all`()
    async throws
  {
    let page = Self.answer(200, #"{"data":[{"id":"txn_2"},{"id":"txn_1"}],"has_more":true}"#)
    let last = Self.answer(200, #"{"data":[{"id":"txn_0"}],"has_more":false}"#)
    let all = try await Script([page, last]).client.list("/v1/balance_transactions", max: 100)
    #expect(all.map(\.id) == ["txn_2", "txn_1", "txn_0"])
    // The limit is reached; the same page comes again; a page names nothing to go on from.
    let empty = Self.answer(200, #"{"data":[],"has_more":true}"#)
    for (script, max) in [
      (Script([page]), 2), (Script([page, page]), 100), (Script([empty]), 100),
    ] {
      let fault = await #expect(throws: Fault.self) {
        _ = try await script.client.list("/v1/balance_transactions", max: max)
      }
      #expect(fault?.retryable == true)
    }
  }

  @Test(arguments: [
    ("insufficient_funds", PaymentFailure.declined), ("expired_card", .declined),
    ("incorrect_cvc", .declined), ("authentication_required", .notAuthenticated),
    ("setup_intent_authentication_failure", .notAuthenticated),
    ("processing_error", .providerUnavailable), ("something_new", .other),
  ])
  func `tells a donor why in a word they understand, and a card tester no more than that`(
    _ code: String, _ failure: PaymentFailure
  ) async throws {
    let script = Script([
      Self.answer(
        200,
        """
        {"id":"pi_1","object":"payment_intent","livemode":false,"amount":500,"currency":"eur",
         "status":"requires_payment_method","last_payment_error":{"type":"card_error",
         "code":"\(code)","decline_code":"stolen_card"}}
        """)
    ])
    let provider = StripeProvider(script.client, secrets: ["whsec_1"])
    let payment = try #require(try await provider.payment("pi_1"))
    #expect(payment.status == .failed && payment.failure == failure)
  }

  @Test func `knows the card whose saving was refused by its fingerprint`() async throws {
    let script = Script([
      Self.answer(
        200,
        """
        {"id":"seti_1","object":"setup_intent","livemode":false,"status":"requires_payment_method",
         "metadata":{"payment":"mnd_1"},"last_setup_error":{"type":"card_error",
         "code":"card_declined","payment_method":{"id":"pm_7","card":{"fingerprint":"Xt5"}}}}
        """)
    ])
    let provider = StripeProvider(script.client, secrets: ["whsec_1"])
    let saving = try #require(try await provider.savedCard("seti_1"))
    #expect(saving.status == .requiresAction && saving.card == nil)
    #expect(saving.refusedTry == "pm_7" && saving.refusedCard == "Xt5")
  }
}

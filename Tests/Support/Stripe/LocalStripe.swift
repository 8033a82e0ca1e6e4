// localstripe, the stand-in for Stripe that others wrote, as a child process on 127.0.0.1.
package import Domain
import Foundation
package import Payments
import Synchronization

/// One localstripe with data of its own; it ends with the body.
package final class LocalStripe: Sendable {
  package let base: String
  private let http = HTTPClient()

  package static let key = "sk_test_12345"

  private init(port: Int) { base = "http://127.0.0.1:\(port)" }

  package static func run<T: Sendable>(_ body: (LocalStripe) async throws -> T) async throws -> T {
    let port = try FreePort.find()
    let process = Process()
    process.executableURL = Oracle.python
    process.arguments = [
      Oracle.root.appending(path: "Tests/Oracles/localstripe_serve.py").path(), String(port),
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    // Asked kindly, it waits for connections that we keep open.
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let stripe = LocalStripe(port: port)
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      if (try? await stripe.http.send(HTTPCall("GET", stripe.base + "/"))) != nil { break }
      guard ContinuousClock.now < deadline, process.isRunning else {
        throw OracleFailure(program: "localstripe", complaint: "it does not answer")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try await body(stripe)
  }

  /// Where it sends its webhooks; it sends each once, a second later.
  package func tell(_ address: String, secret: String) async throws {
    _ = try await call("POST", "/_config/webhooks/raccolto", ["url": address, "secret": secret])
  }
  /// Makes something; throws with what was refused.
  @discardableResult
  package func make(_ path: String, _ fields: [String: String] = [:]) async throws -> StripeObject {
    try Self.decoded(StripeObject.self, try await call("POST", path, fields))
  }
  /// The amounts of a list's objects, in cents.
  package func amounts(_ path: String) async throws -> [Int64] {
    try Self.decoded(StripeList.self, try await call("GET", path, [:])).data.compactMap(\.amount)
  }

  /// A payment by card that its payer has still to confirm.
  package func intent(
    _ cents: Int, card number: String = "4242424242424242", _ metadata: [String: String]
  ) async throws -> String {
    let customer = try await make("/v1/customers", ["email": "giulia@example.org"])
    let card = try await make(
      "/v1/payment_methods",
      [
        "type": "card", "card[number]": number, "card[exp_month]": "12", "card[exp_year]": "2040",
        "card[cvc]": "123",
      ])
    var fields = [
      "amount": "\(cents)", "currency": "eur", "customer": customer.id ?? "",
      "payment_method": card.id ?? "",
    ]
    for (name, value) in metadata { fields["metadata[\(name)]"] = value }
    return try await make("/v1/payment_intents", fields).id ?? ""
  }

  /// A card that its owner saved for later.
  package func savedCard(_ number: String) async throws -> SavedCard {
    let customer = try await make("/v1/customers", ["email": "giulia@example.org"])
    let card = try await make(
      "/v1/payment_methods",
      [
        "type": "card", "card[number]": number, "card[exp_month]": "12", "card[exp_year]": "2040",
        "card[cvc]": "123",
      ])
    let (owner, method) = (customer.id ?? "", card.id ?? "")
    try await make("/v1/payment_methods/\(method)/attach", ["customer": owner])
    return SavedCard(customer: owner, method: method)
  }

  private func call(
    _ method: String, _ path: String, _ fields: [String: String]
  ) async throws -> [UInt8] {
    var form = StripeForm()
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) { form.add(name, value) }
    let answer = try await http.send(
      HTTPCall(
        method, base + path,
        headers: [
          ("Authorization", "Bearer \(Self.key)"),
          ("Content-Type", "application/x-www-form-urlencoded"),
        ], body: Array(form.encoded.utf8)))
    guard answer.status == 200 else {
      throw OracleFailure(
        program: "localstripe",
        complaint: "\(path): \(String(decoding: answer.body, as: UTF8.self))")
    }
    return answer.body
  }
  private static func decoded<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(bytes))
  }
}

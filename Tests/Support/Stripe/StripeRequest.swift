// A request to the stand-in for Stripe, taken apart and answered from its books.
import Foundation
import Payments

/// Method, path and fields.
struct StripeRequest {
  struct Refused: Error {
    let status: Int
    let code: String
    /// Of a charge that the card's bank refused.
    var intent: WrittenJSON?
    static let unknown = Refused(status: 404, code: "resource_missing")
  }

  let method: String
  let path: [String]
  let fields: [String: String]
  let headers: [String: String]

  init(_ call: HTTPCall) {
    method = call.method
    let parts = call.url.split(separator: "?", maxSplits: 1).map(String.init)
    path = (URL(string: parts[0])?.path() ?? "").split(separator: "/").map(String.init)
    let text =
      method == "POST" ? String(decoding: call.body, as: UTF8.self) : parts.dropFirst().first
    var fields: [String: String] = [:]
    for pair in (text ?? "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.removingPercentEncoding ?? "" }
      fields[sides[0]] = sides.count > 1 ? sides[1] : ""
    }
    self.fields = fields
    headers = Dictionary(
      call.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// `metadata[…]`, or another name with brackets.
  static func metadata(_ fields: [String: String], in name: String = "metadata") -> [String: String]
  {
    var found: [String: String] = [:]
    for (field, value) in fields where field.hasPrefix("\(name)[") && field.hasSuffix("]") {
      found[String(field.dropFirst(name.count + 1).dropLast())] = value
    }
    return found
  }

  func read(_ books: StripeBooks) -> Result<WrittenJSON, Refused> {
    let id = path.last ?? ""
    let expands = fields["expand[]"] != nil
    let found: WrittenJSON? =
      switch (path.dropFirst().first ?? "", path.count) {
      case ("balance", 2): ["object": "balance", "livemode": false]
      case ("checkout", 4): books.sessions[id].map { books.json($0, expand: expands) }
      case ("setup_intents", 3): books.savings[id].map { books.json($0, expand: expands) }
      case ("payment_intents", 3): books.intents[id].map { books.json($0, expand: expands) }
      case ("charges", 3): books.charges[id].map { books.json($0) }
      case ("refunds", 3): books.refunds[id].map { books.json($0) }
      case ("disputes", 3): books.disputes[id].map { books.json($0) }
      case ("radar", 4): books.warnings.first { $0.id == id }.map { books.json($0) }
      case ("payouts", 3): books.payouts[id].map { books.json($0) }
      case ("checkout", 3):
        list(books.sessions.values.map { ($0.id, $0.createdAt, books.json($0)) })
      case ("payment_intents", 2):
        list(
          books.intents.values.filter { (fields["customer"] ?? $0.customer) == $0.customer }
            .map { ($0.id, $0.createdAt, books.json($0)) })
      case ("refunds", 2):
        list(
          books.refunds.values.filter { isOf($0.charge) }
            .map { ($0.id, $0.createdAt, books.json($0)) })
      case ("disputes", 2):
        list(
          books.disputes.values.filter { isOf($0.charge) }
            .map { ($0.id, $0.createdAt, books.json($0)) })
      case ("balance_transactions", 2):
        list(
          books.lines.filter { fields["payout"] == nil || $0.payout == fields["payout"] }
            .map { ($0.id, $0.createdAt, books.json($0, expand: expands)) })
      case ("events", 2):
        list(books.events.map { ($0.id, $0.createdAt, .raw($0.body)) })
      case _: nil
      }
    return found.map { .success($0) } ?? .failure(.unknown)
  }

  private func isOf(_ charge: StripeBooks.Charge) -> Bool {
    (fields["payment_intent"] ?? charge.intent) == charge.intent
      && (fields["charge"] ?? charge.id) == charge.id
  }

  /// The newest first, so many at a time, as all of Stripe's lists.
  private func list(_ all: [(id: String, at: Int64, json: WrittenJSON)]) -> WrittenJSON {
    let from = fields["created[gte]"].flatMap { Int64($0) } ?? 0
    let until = fields["created[lt]"].flatMap { Int64($0) } ?? .max
    var rest = all.filter { $0.at >= from && $0.at < until }.sorted { $0.id > $1.id }
    if let last = fields["starting_after"] { rest = rest.filter { $0.id < last } }
    let limit = fields["limit"].flatMap { Int($0) } ?? 10
    return [
      "object": "list", "data": .list(rest.prefix(limit).map(\.json)),
      "has_more": .bool(rest.count > limit),
    ]
  }

  func write(_ books: inout StripeBooks, _ now: Int64) -> Result<WrittenJSON, Refused> {
    switch (path.dropFirst().joined(separator: "/"), path.last ?? "") {
    case ("checkout/sessions", _):
      fields["mode"] == "setup" ? openSaving(&books, now) : openSession(&books, now)
    case ("customers", _): makeCustomer(&books)
    case ("payment_intents", _): charge(&books, now)
    case (_, "expire"):
      expire(&books, now)
    case ("refunds", _): refund(&books, now)
    case _: .failure(.unknown)
    }
  }

  private func openSession(
    _ books: inout StripeBooks, _ now: Int64
  ) -> Result<WrittenJSON, Refused> {
    let cents = Int64(fields["line_items[0][price_data][unit_amount]"] ?? "") ?? 0
    let closes = Int64(fields["expires_at"] ?? "") ?? 0
    guard fields["mode"] == "payment", cents >= 50, fields["success_url"] != nil,
      fields["line_items[0][price_data][currency]"] == "eur",
      fields["line_items[0][quantity]"] == "1", fields["return_url"] == nil,
      fields["line_items[0][price_data][product_data][name]"]?.isEmpty == false
    else { return .failure(Refused(status: 400, code: "parameter_invalid")) }
    guard (now + 30 * 60...now + 24 * 3600).contains(closes) else {
      return .failure(Refused(status: 400, code: "expires_at"))
    }
    let session = StripeBooks.Session(id: books.id("cs_test"), form: fields, createdAt: now)
    books.sessions[session.id] = session
    return .success(books.json(session))
  }
  private func expire(_ books: inout StripeBooks, _ now: Int64) -> Result<WrittenJSON, Refused> {
    let id = path.dropLast().last ?? ""
    guard books.sessions[id]?.status == "open" else {
      return .failure(Refused(status: 400, code: "session_not_open"))
    }
    books.sessions[id]?.status = "expired"
    guard let session = books.sessions[id] else { return .failure(.unknown) }
    books.tell("checkout.session.expired", books.json(session), at: now)
    return .success(books.json(session))
  }
  private func refund(_ books: inout StripeBooks, _ now: Int64) -> Result<WrittenJSON, Refused> {
    let charge =
      fields["charge"].flatMap { books.charges[$0] }
      ?? fields["payment_intent"].flatMap { books.charge(of: $0) }
    guard let charge else { return .failure(.unknown) }
    if books.hasOpenDispute(charge.id) {
      return .failure(Refused(status: 400, code: "charge_disputed"))
    }
    guard let cents = Int64(fields["amount"] ?? ""), cents > 0, cents <= books.left(of: charge.id)
    else { return .failure(Refused(status: 400, code: "charge_already_refunded")) }
    return .success(
      books.json(books.refund(charge, cents, Self.metadata(fields), at: now)))
  }
}

// Saved cards at the stand-in: customers, pages that save a card, and charges without their payer.

extension StripeBooks {
  /// Whose card it is.
  package struct Customer: Sendable {
    package let id: String
    let email: String
    let metadata: [String: String]
  }
  /// A SetupIntent.
  package struct Saving: Sendable {
    package let id: String
    let customer: String
    let metadata: [String: String]
    let createdAt: Int64
    package var status = "requires_payment_method"
    package var method: String?
    var refused: String?
  }
  /// A card, and what its bank says when its owner is not there.
  package struct Method: Sendable {
    package enum Manner: Sendable { case pays, declines, asksItsOwner }
    let id: String
    let customer: String
    let manner: Manner
  }

  /// The donor gives a card on the page that saves it.
  package mutating func saveCard(_ id: String, _ manner: Method.Manner, at now: Int64) -> Bool {
    guard var session = sessions[id], session.status == "open", var saving = saving(of: session)
    else { return false }
    let method = Method(id: self.id("pm"), customer: saving.customer, manner: manner)
    methods[method.id] = method
    (saving.status, saving.method, saving.refused) = ("succeeded", method.id, nil)
    savings[saving.id] = saving
    session.status = "complete"
    sessions[id] = session
    tell("setup_intent.succeeded", json(saving), at: now)
    tell("checkout.session.completed", json(session), at: now)
    return true
  }
  /// The bank refuses to have the card saved; the page stays open for another.
  package mutating func refuseCard(_ id: String, at now: Int64) -> Bool {
    guard let session = sessions[id], session.status == "open", var saving = saving(of: session)
    else { return false }
    saving.refused = self.id("pm")
    savings[saving.id] = saving
    tell("setup_intent.setup_failed", json(saving), at: now)
    return true
  }
  /// Every saved card is detached from its customer.
  package mutating func forgetMethods() { methods = [:] }
  private func saving(of session: Session) -> Saving? { session.setup.flatMap { savings[$0] } }

  /// Charges a card whose owner is not there; the intent as it is then.
  mutating func charge(
    _ cents: Int64, on method: Method, _ metadata: [String: String], at now: Int64
  ) -> Intent {
    let id = id("pi")
    intents[id] = Intent(
      id: id, cents: cents, metadata: metadata, customer: method.customer, createdAt: now,
      status: "requires_payment_method")
    switch method.manner {
    case .pays: take(id, at: now)
    case .declines: decline(id, at: now)
    case .asksItsOwner: decline(id, code: "authentication_required", at: now)
    }
    return intents[id] ?? Intent(id: id, cents: cents, metadata: [:], createdAt: now, status: "")
  }

  func json(_ saving: Saving, expand: Bool = false) -> WrittenJSON {
    let method: WrittenJSON =
      expand ? saving.method.map { card($0) } ?? nil : .init(saving.method)
    let error: WrittenJSON =
      saving.refused.map {
        [
          "type": "card_error", "code": "card_declined", "decline_code": "generic_decline",
          "payment_method": card($0),
        ]
      } ?? nil
    return [
      "id": .text(saving.id), "object": "setup_intent", "livemode": false,
      "created": .int(saving.createdAt), "status": .text(saving.status), "usage": "off_session",
      "customer": .text(saving.customer), "payment_method": method, "last_setup_error": error,
      "metadata": .init(saving.metadata),
    ]
  }
  private func card(_ id: String) -> WrittenJSON {
    [
      "id": .text(id), "object": "payment_method", "type": "card",
      "card": ["fingerprint": .text("f_\(id)")],
    ]
  }
}

extension StripeRequest {
  func makeCustomer(_ books: inout StripeBooks) -> Result<WrittenJSON, Refused> {
    guard let email = fields["email"], email.contains("@") else {
      return .failure(Refused(status: 400, code: "email_invalid"))
    }
    let made = StripeBooks.Customer(
      id: books.id("cus"), email: email, metadata: Self.metadata(fields))
    books.customers[made.id] = made
    return .success([
      "id": .text(made.id), "object": "customer", "livemode": false, "email": .text(email),
      "metadata": .init(made.metadata),
    ])
  }

  /// A page that saves a card: it has a customer and no amount.
  func openSaving(_ books: inout StripeBooks, _ now: Int64) -> Result<WrittenJSON, Refused> {
    guard let customer = fields["customer"], books.customers[customer] != nil else {
      return .failure(.unknown)
    }
    let known: Set = [
      "mode", "currency", "customer", "client_reference_id", "success_url", "cancel_url", "locale",
    ]
    let others = fields.keys.filter {
      !known.contains($0) && !$0.hasPrefix("metadata[")
        && !$0.hasPrefix("setup_intent_data[metadata][")
    }
    guard others.isEmpty, fields["currency"] == "eur", fields["success_url"] != nil else {
      return .failure(Refused(status: 400, code: "parameter_unknown"))
    }
    let saving = StripeBooks.Saving(
      id: books.id("seti"), customer: customer,
      metadata: Self.metadata(fields, in: "setup_intent_data[metadata]"), createdAt: now)
    books.savings[saving.id] = saving
    var session = StripeBooks.Session(id: books.id("cs_test"), form: fields, createdAt: now)
    session.setup = saving.id
    books.sessions[session.id] = session
    return .success(books.json(session))
  }

  /// A charge without its payer: a refusal is an error that carries the intent.
  func charge(_ books: inout StripeBooks, _ now: Int64) -> Result<WrittenJSON, Refused> {
    guard fields["off_session"] == "true", fields["confirm"] == "true",
      fields["currency"] == "eur", let cents = Int64(fields["amount"] ?? ""), cents >= 50
    else { return .failure(Refused(status: 400, code: "parameter_invalid")) }
    guard let method = fields["payment_method"].flatMap({ books.methods[$0] }),
      method.customer == fields["customer"]
    else { return .failure(.unknown) }
    let intent = books.charge(cents, on: method, Self.metadata(fields), at: now)
    let json = books.json(intent)
    guard intent.status == "succeeded" else {
      return .failure(Refused(status: 402, code: intent.declineCode, intent: json))
    }
    return .success(json)
  }
}

// How the stand-in writes its objects: the shapes of the pinned version.

extension StripeBooks {
  func json(_ session: Session, expand: Bool = false) -> WrittenJSON {
    let intent: WrittenJSON =
      expand
      ? session.intent.flatMap { intents[$0] }.map { json($0) } ?? nil : .init(session.intent)
    return [
      "id": .text(session.id), "object": "checkout.session", "livemode": false,
      "created": .int(session.createdAt), "currency": "eur",
      "mode": session.setup == nil ? "payment" : "setup", "setup_intent": .init(session.setup),
      "amount_total": session.setup == nil ? .int(session.cents) : nil,
      "status": .text(session.status), "payment_intent": intent,
      "payment_status": .text(session.paymentStatus),
      "client_reference_id": .init(session.form["client_reference_id"]),
      "metadata": .init(StripeRequest.metadata(session.form)),
      "url": session.status == "open" ? .text("https://checkout.example/\(session.id)") : nil,
    ]
  }
  func json(_ intent: Intent, expand: Bool = false) -> WrittenJSON {
    let charge: WrittenJSON =
      expand ? charge(of: intent.id).map { json($0) } ?? nil : .init(intent.charge)
    let error: WrittenJSON =
      intent.isDeclined && intent.status != "succeeded"
      ? [
        "type": "card_error", "code": .text(intent.declineCode),
        "decline_code": "generic_decline",
        "charge": .text("ch_refused_\(intent.id)_\(intent.refusals)"),
      ] : nil
    return [
      "id": .text(intent.id), "object": "payment_intent", "livemode": false,
      "created": .int(intent.createdAt), "amount": .int(intent.cents), "currency": "eur",
      "amount_received": .int(intent.status == "succeeded" ? intent.cents : 0),
      "status": .text(intent.status), "latest_charge": charge, "last_payment_error": error,
      "metadata": .init(intent.metadata),
    ]
  }
  func json(_ charge: Charge) -> WrittenJSON {
    [
      "id": .text(charge.id), "object": "charge", "livemode": false,
      "created": .int(charge.createdAt), "amount": .int(charge.cents), "currency": "eur",
      "amount_refunded": .int(refunded(charge.id)), "status": "succeeded", "captured": true,
      "paid": true, "disputed": .bool(charges[charge.id]?.isDisputed ?? false),
      "payment_intent": .text(charge.intent), "metadata": .init(charge.metadata),
      "payment_method_details": ["type": "card", "card": ["fingerprint": .text("f_\(charge.id)")]],
    ]
  }
  func json(_ refund: Refund) -> WrittenJSON {
    [
      "id": .text(refund.id), "object": "refund", "created": .int(refund.createdAt),
      "amount": .int(refund.cents), "currency": "eur", "status": .text(refund.status),
      "charge": .text(refund.charge.id), "payment_intent": .text(refund.charge.intent),
      "balance_transaction": .init(lines.first { $0.source == refund.id }?.id),
      "metadata": .init(refund.metadata), "reason": nil,
    ]
  }
  func json(_ dispute: Dispute) -> WrittenJSON {
    [
      "id": .text(dispute.id), "object": "dispute", "livemode": false,
      "created": .int(dispute.createdAt), "amount": .int(dispute.cents), "currency": "eur",
      "status": .text(dispute.status), "reason": "fraudulent",
      "charge": .text(dispute.charge.id), "payment_intent": .text(dispute.charge.intent),
      "balance_transactions": .list(dispute.lines.map { json($0) }),
      "evidence_details": ["due_by": .int(dispute.createdAt + 7 * 86_400)], "metadata": [:],
    ]
  }
  func json(_ warning: (id: String, charge: Charge)) -> WrittenJSON {
    [
      "id": .text(warning.id), "object": "radar.early_fraud_warning", "livemode": false,
      "actionable": true, "fraud_type": "unauthorized_use_of_card",
      "charge": .text(warning.charge.id), "payment_intent": .text(warning.charge.intent),
    ]
  }
  func json(_ payout: Payout) -> WrittenJSON {
    [
      "id": .text(payout.id), "object": "payout", "livemode": false,
      "created": .int(payout.createdAt), "amount": .int(payout.cents), "currency": "eur",
      "status": .text(payout.status), "arrival_date": .int(payout.createdAt + 2 * 86_400),
      "metadata": [:],
    ]
  }
  func json(_ line: Line, expand: Bool = false) -> WrittenJSON {
    return [
      "id": .text(line.id), "object": "balance_transaction", "created": .int(line.createdAt),
      "amount": .int(line.cents), "fee": .int(line.fee), "net": .int(line.cents - line.fee),
      "currency": "eur", "type": .text(line.type), "reporting_category": .text(line.category),
      "source": expand ? whole(line.source ?? "") : .init(line.source),
    ]
  }
  private func whole(_ id: String) -> WrittenJSON {
    charges[id].map { json($0) } ?? refunds[id].map { json($0) }
      ?? disputes[id].map { json($0) } ?? payouts[id].map { json($0) } ?? nil
  }
}

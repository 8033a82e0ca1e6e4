// From Stripe's objects to our words: states, reasons, amounts.
import Domain
import FoundationEssentials

/// Something in an answer that makes no sense to us.
struct StripeUnreadable: Error {}

extension StripeObject {
  /// A hosted page's session. It decides for itself while it is open: a card that was declined
  /// there is the payer's to replace, and no failure yet.
  func payment(isLive: Bool) throws -> ProviderPayment {
    let intent = paymentIntent?.object
    let status: PaymentStatus =
      switch (self.status, paymentStatus) {
      case (_, "paid"): .succeeded
      case ("expired", _): .expired
      case ("complete", _): intent?.intentStatus.status ?? .processing
      case _: .requiresAction
      }
    let taken = status == .succeeded ? intent.flatMap { $0.money($0.amountReceived) } : nil
    guard let id, let amount = taken ?? money(amountTotal) else { throw StripeUnreadable() }
    var payment = ProviderPayment(
      reference: paymentIntent?.id ?? id, status: status,
      failure: status == .failed ? intent?.intentStatus.failure ?? .other : nil, amount: amount,
      isLive: livemode ?? isLive, ours: metadata?[StripeNames.payment] ?? clientReferenceId,
      hostedPage: url)
    (payment.ids, payment.notes) = (ids + (intent?.ids ?? []), notes + (intent?.notes ?? []))
    payment.refusedTry = intent?.refusedTry
    return payment
  }

  /// The charge that a bank refused last.
  private var refusedTry: String? {
    guard status == "requires_payment_method" || status == "failed" else { return nil }
    return lastPaymentError.map { $0.charge ?? latestCharge?.id ?? id ?? "" }
  }
  private var cardFingerprint: String? {
    (latestCharge?.object ?? self).paymentMethodDetails?.card?.fingerprint
      ?? lastPaymentError?.paymentMethod?.object?.card?.fingerprint
  }
  /// What Stripe knows this by.
  var ids: [String] {
    [id, paymentIntent?.id, latestCharge?.id, charge?.id].compactMap { $0 }.filter(Self.isName)
  }
  /// What was written beside it by whoever started it.
  private var notes: [String] {
    let written = (metadata ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    return ([clientReferenceId].compactMap { $0 } + written).filter(Self.isName)
  }
  private static func isName(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count) && !text.utf8.contains(0)
  }

  /// A payment intent. What it received counts, not what it was made for.
  func intentPayment(isLive: Bool) throws -> ProviderPayment {
    let (status, failure) = intentStatus
    let taken = status == .succeeded ? money(amountReceived) : nil
    guard let id, let amount = taken ?? money(amount) else { throw StripeUnreadable() }
    var payment = ProviderPayment(
      reference: id, status: status, failure: failure, amount: amount,
      isLive: livemode ?? isLive, ours: metadata?[StripeNames.payment])
    (payment.ids, payment.notes) = (ids, notes)
    (payment.refusedTry, payment.card) = (refusedTry, cardFingerprint)
    return payment
  }

  /// A charge, where an account still makes them without an intent.
  func chargePayment(isLive: Bool) throws -> ProviderPayment {
    let status: PaymentStatus =
      switch self.status {
      case "succeeded": captured == false ? .processing : .succeeded
      case "failed": .failed
      case _: .processing
      }
    guard let reference = paymentIntent?.id ?? id, let amount = money(amount) else {
      throw StripeUnreadable()
    }
    var payment = ProviderPayment(
      reference: reference, status: status,
      failure: status == .failed ? StripeNames.failure(code: failureCode) : nil, amount: amount,
      isLive: livemode ?? isLive, ours: metadata?[StripeNames.payment])
    (payment.ids, payment.notes) = (ids, notes)
    (payment.refusedTry, payment.card) = (refusedTry, cardFingerprint)
    return payment
  }

  /// How far an intent has come, with why it failed.
  var intentStatus: (status: PaymentStatus, failure: PaymentFailure?) {
    let isOnPage = metadata?[StripeNames.page] != nil
    return switch status {
    case "succeeded": (.succeeded, nil)
    case "canceled": (.cancelled, nil)
    // Reserved is not taken.
    case "processing", "requires_capture": (.processing, nil)
    case "requires_payment_method":
      if let error = lastPaymentError, !isOnPage {
        (.failed, StripeNames.failure(code: error.code))
      } else {
        (.requiresAction, nil)
      }
    case _: (.requiresAction, nil)
    }
  }
}

/// Names that we and Stripe know things by.
enum StripeNames {
  /// Where our payment's id stands in the metadata of everything that we make.
  static let payment = "payment"
  /// Marks an intent whose payer is on a hosted page.
  static let page = "page"
  /// Where our refund's id stands.
  static let refund = "refund"

  /// Why a card was refused, coarse on purpose: whoever tries stolen cards learns nothing more.
  static func failure(code: String?) -> PaymentFailure {
    switch code {
    case "authentication_required", "payment_intent_authentication_failure",
      "setup_intent_authentication_failure":
      .notAuthenticated
    case "card_declined", "expired_card", "incorrect_cvc", "incorrect_number", "invalid_cvc",
      "invalid_expiry_month", "invalid_expiry_year", "invalid_number", "insufficient_funds",
      "card_velocity_exceeded", "charge_exceeds_source_limit", "payment_method_provider_decline",
      "payment_intent_payment_attempt_failed", "card_not_supported", "currency_not_supported":
      .declined
    case "processing_error", "payment_method_provider_timeout", "api_error": .providerUnavailable
    case _: .other
    }
  }
}

// Stripe's objects, as far as we read them: one shape for all kinds, every field may be missing.
import Domain
import FoundationEssentials

/// Any object of Stripe's. Unknown fields are passed over, so that a newer version is read too.
package final class StripeObject: Decodable, Sendable {
  package let id: String?
  package let object: String?
  package let livemode: Bool?
  package let status: String?
  package let type: String?
  package let created: Int64?
  package let currency: String?
  package let metadata: [String: String]?

  // Amounts in the smallest unit.
  package let amount: Int64?
  package let amountReceived: Int64?
  package let amountRefunded: Int64?
  package let amountTotal: Int64?
  package let fee: Int64?

  // What refers to other objects.
  package let paymentIntent: StripeReference?
  package let setupIntent: StripeReference?
  package let charge: StripeReference?
  package let latestCharge: StripeReference?
  package let customer: StripeReference?
  package let paymentMethod: StripeReference?
  package let source: StripeReference?
  package let balanceTransaction: StripeReference?
  package let destination: StripeReference?

  // Checkout sessions.
  package let url: String?
  package let mode: String?
  package let paymentStatus: String?
  package let clientReferenceId: String?

  // Charges and what went wrong with them.
  package let paid: Bool?
  package let captured: Bool?
  package let disputed: Bool?
  package let failureCode: String?
  package let lastPaymentError: StripeError?
  package let lastSetupError: StripeError?
  package let card: Card?
  package let paymentMethodDetails: Method?

  // Disputes, payouts and balance transactions.
  package let reason: String?
  package let fraudType: String?
  package let evidenceDetails: Evidence?
  package let arrivalDate: Int64?
  package let reportingCategory: String?
  package let balanceTransactions: [StripeObject]?
  package let refunds: StripeList?

  package struct Evidence: Decodable, Sendable { let dueBy: Int64? }
  package struct Method: Decodable, Sendable { let card: Card? }
  package struct Card: Decodable, Sendable { let fingerprint: String? }

  /// An amount of this object in its currency; nil without both.
  func money(_ cents: Int64?) -> Money? {
    guard let cents, let currency = currency.flatMap({ Currency($0.uppercased()) }) else {
      return nil
    }
    return Money(cents: cents, currency)
  }
}

/// Another object: its id alone, or all of it where it was asked for.
package enum StripeReference: Decodable, Sendable {
  case id(String)
  case object(StripeObject)

  package init(from decoder: any Decoder) throws {
    if let id = try? decoder.singleValueContainer().decode(String.self) {
      self = .id(id)
    } else {
      // Of another shape than we know: it refers to something, and we do not read what.
      self = (try? StripeObject(from: decoder)).map { .object($0) } ?? .id("")
    }
  }

  package var id: String? {
    switch self {
    case .id(let id): id
    case .object(let object): object.id
    }
  }
  package var object: StripeObject? {
    switch self {
    case .id: nil
    case .object(let object): object
    }
  }
}

/// A page of objects.
package struct StripeList: Decodable, Sendable {
  package let data: [StripeObject]
  package let hasMore: Bool?
}

/// What Stripe says went wrong, with a request or with a card.
package struct StripeError: Decodable, Sendable {
  package let type: String?
  package let code: String?
  package let declineCode: String?
  package let message: String?
  package let charge: String?
  package let paymentIntent: StripeObject?
  package let setupIntent: StripeObject?
  /// The card that was refused.
  package let paymentMethod: StripeReference?
}

/// An event around its object.
package struct StripeEvent: Decodable, Sendable {
  package struct Content: Decodable, Sendable { package let object: StripeObject }
  package let id: String
  package let type: String
  package let created: Int64?
  package let livemode: Bool?
  package let data: Content

  package init(_ body: [UInt8]) throws { self = try StripeJSON.decoded(StripeEvent.self, body) }
}

/// How Stripe's JSON is read.
enum StripeJSON {
  static func decoded<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(bytes))
  }
}

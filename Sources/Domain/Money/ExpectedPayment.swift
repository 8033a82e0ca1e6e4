// A payment that another platform already asked for, and that is followed here from now on.

/// What that platform knows of it. Its own id of the pledge makes an import repeatable.
package struct ExpectedPayment: Hashable, Sendable {
  package let pledgeID: String
  /// What the payer writes on a bank transfer; nil where nobody was told any.
  package let reference: String?
  /// Where the payment was started, and the provider's own id of it.
  package let provider: ProviderName?
  package let paymentID: String?
  package let amount: Money
  package let donorName: String
  /// As it was written; banks and people write IBANs in many ways.
  package let donorIBAN: String
  /// The campaign it is for; nil for the holding campaign.
  package let campaign: Slug?

  /// Ids and references are no longer than this.
  package static let idMax = 255

  /// Everything that another import has to repeat, each part with its length.
  package var content: String {
    let parts = [
      pledgeID, reference ?? "", provider?.text ?? "", paymentID ?? "", "\(amount.cents)",
      amount.currency.code, donorName, donorIBAN, campaign?.text ?? "",
    ]
    return parts.map { "\($0.utf8.count):\($0)" }.joined()
  }
}

/// Why a file of expected payments is not taken: none of it is.
package struct ExpectedRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: String, CaseIterable, Sendable {
    case unreadable, tooLarge, columnMissing, columnUnknown, missing, tooLong, notAnAmount
    case notInEuro, notAProvider, notASlug, noSuchCampaign
    /// The same id was imported with other content.
    case differs
    /// The same id, or the same provider's payment, stands twice in the file.
    case twice
  }

  package let reason: Reason
  /// The entry, from 1; 0 for the file as a whole.
  package let entry: Int
  /// The field, or what was found.
  package let found: String

  package init(_ reason: Reason, entry: Int = 0, _ found: String = "") {
    (self.reason, self.entry, self.found) = (reason, entry, found)
  }
  package var description: String {
    let place = entry == 0 ? "the file" : "entry \(entry)"
    return "\(place): \(reason.rawValue)\(found.isEmpty ? "" : " (\(found))")"
  }
}

/// One entry as its file has it, not yet checked.
struct ExpectedEntry {
  var values: [String: String] = [:]

  static let fields = [
    "pledge_id", "reference", "provider", "payment_id", "amount", "currency", "donor_name",
    "donor_iban", "campaign",
  ]

  /// The payment, or what is wrong with the entry.
  func payment(_ entry: Int) throws(ExpectedRefusal) -> ExpectedPayment {
    func text(_ field: String) throws(ExpectedRefusal) -> String? {
      guard let value = values[field], !value.isEmpty else { return nil }
      guard value.utf8.count <= ExpectedPayment.idMax, !value.utf8.contains(0) else {
        throw ExpectedRefusal(.tooLong, entry: entry, field)
      }
      return value
    }
    guard let id = try text("pledge_id") else {
      throw ExpectedRefusal(.missing, entry: entry, "pledge_id")
    }
    guard let written = try text("amount"), let cents = Int64(written), cents > 0 else {
      throw ExpectedRefusal(.notAnAmount, entry: entry, values["amount"] ?? "")
    }
    let currency = try text("currency")?.uppercased() ?? ""
    guard currency == Currency.euro.code else {
      throw ExpectedRefusal(.notInEuro, entry: entry, currency)
    }
    let paymentID = try text("payment_id")
    var provider: ProviderName?
    if let named = try text("provider") {
      guard let known = ProviderName(named.lowercased()) else {
        throw ExpectedRefusal(.notAProvider, entry: entry, named)
      }
      provider = known
    } else if paymentID != nil {
      provider = .stripe
    }
    var campaign: Slug?
    if let named = try text("campaign") {
      guard let slug = Slug(named) else { throw ExpectedRefusal(.notASlug, entry: entry, named) }
      campaign = slug
    }
    return ExpectedPayment(
      pledgeID: id, reference: try text("reference"), provider: provider, paymentID: paymentID,
      amount: Money(cents: cents), donorName: try text("donor_name") ?? "",
      donorIBAN: try text("donor_iban") ?? "", campaign: campaign)
  }
}

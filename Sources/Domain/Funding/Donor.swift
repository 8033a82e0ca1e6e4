// Who makes a pledge and how it is paid and found again.

/// Somebody who has pledged, known by an e-mail address; may be a guest for ever.
package struct Backer: Identified, Hashable, Sendable {
  package static let idPrefix = "bck"

  package let id: Backer.ID
  package let email: EmailAddress

  package init(id: Backer.ID, email: EmailAddress) {
    self.id = id
    self.email = email
  }
}

/// What a donor says of themselves for one pledge.
package struct Donor: Hashable, Sendable {
  package let backer: Backer.ID
  package let email: EmailAddress
  package let name: String
  /// The language of mails about this pledge.
  package let language: Language
  package let visibility: Visibility
  /// Only for what is sent home.
  package let address: PostalAddress?

  package static let nameMax = 100

  package init(
    backer: Backer, name: String, language: Language, visibility: Visibility,
    address: PostalAddress? = nil
  ) {
    self.backer = backer.id
    email = backer.email
    self.name = name
    self.language = language
    self.visibility = visibility
    self.address = address
  }
}

/// Where something is sent, in Italy.
package struct PostalAddress: Hashable, Sendable {
  package let street: String
  /// Five digits.
  package let postcode: String
  package let city: String
  /// Two letters.
  package let province: String

  package static let partMax = 120

  package init(street: String, postcode: String, city: String, province: String) {
    self.street = street
    self.postcode = postcode
    self.city = city
    self.province = province
  }
}

/// How a pledge is paid.
package enum PaymentMethod: String, CaseIterable, Hashable, Sendable {
  case card, bankTransfer

  /// How long a reward is kept without being paid.
  package var patience: Instant.Span {
    switch self {
    case .card: .minutes(30)
    case .bankTransfer: .days(7)
    }
  }
}

/// By what a pledge is recognised: by people, banks, bookmarks and repeated clicks.
package struct PledgeKeys: Hashable, Sendable {
  /// What people read out.
  package let reference: PersonReference
  /// What goes on a bank transfer.
  package let transferReference: RFReference
  /// The unguessable part of its page's address.
  package let accessKey: String
  /// The form it came from: the same form is the same pledge.
  package let formToken: String
  /// Of everything the form said: the same form with other content is refused.
  package let formDigest: Digest

  package init(
    reference: PersonReference, transferReference: RFReference, accessKey: String,
    form: (token: String, digest: Digest)
  ) {
    self.reference = reference
    self.transferReference = transferReference
    self.accessKey = accessKey
    (formToken, formDigest) = form
  }
}

// How sure we are of who someone is: the scheme that vouched, and the level it vouched at.

/// A public scheme of digital identity.
package enum IdentityScheme: String, CaseIterable, Sendable, Codable {
  case spid, cie
}

/// SPID's levels of assurance, which CIE shares.
package enum IdentityLevel: Int, CaseIterable, Sendable, Comparable {
  /// Name and password.
  case one = 1
  /// And a one-time code or an app.
  case two = 2
  /// And a device that holds a key.
  case three = 3

  package static func < (left: IdentityLevel, right: IdentityLevel) -> Bool {
    left.rawValue < right.rawValue
  }
  /// The class as it stands in SAML.
  package var classReference: String { "https://www.spid.gov.it/SpidL\(rawValue)" }
  /// Nil for any other class.
  package init?(classReference: String) {
    guard let level = Self.allCases.first(where: { $0.classReference == classReference }) else {
      return nil
    }
    self = level
  }
}

/// Someone whom an identity provider vouches for.
package struct VouchedPerson: Hashable, Sendable {
  /// The code of a natural person: what accounts are keyed by.
  package let fiscalCode: TaxCode
  package let givenName: String
  package let familyName: String

  package init(fiscalCode: TaxCode, givenName: String, familyName: String) {
    self.fiscalCode = fiscalCode
    self.givenName = givenName
    self.familyName = familyName
  }
  package var name: String { "\(givenName) \(familyName)" }
}

// Our own side of a federation: who we are in its metadata, and the keys we sign with.
package import Domain

/// This service as a federation knows it.
package struct ServiceProvider: Sendable {
  package typealias Lookup = @Sendable (IdentityScheme) -> ServiceProvider?

  /// Which rules its metadata follows.
  package enum Profile: String, CaseIterable, Sendable {
    case spidPrivate = "spid-sp-private"
    case spidPublic = "spid-sp-public"
    case ciePrivate = "cie-sp-private"
  }
  package let profile: Profile
  /// Our name in the federation; the metadata lies at this address.
  package let entityID: String
  package let acs: String
  package let slo: String
  package let organisation: Organisation
  package let keys: Keys

  package init(
    profile: Profile, entityID: String, acs: String, slo: String,
    about: (organisation: Organisation, keys: Keys)
  ) {
    self.profile = profile
    self.entityID = entityID
    self.acs = acs
    self.slo = slo
    (organisation, keys) = about
  }

  var scheme: IdentityScheme {
    switch profile {
    case .spidPrivate, .spidPublic: .spid
    case .ciePrivate: .cie
    }
  }

  /// The key that signs, and every certificate that is published: during a roll-over the old one
  /// and the new one stand side by side.
  package struct Keys: Sendable {
    /// PEM.
    package let privateKey: String
    /// DER; the first belongs to the private key.
    package let certificates: [[UInt8]]
    package init(privateKey: String, certificates: [[UInt8]]) {
      self.privateKey = privateKey
      self.certificates = certificates
    }
  }

  /// Who runs the service.
  package struct Organisation: Sendable {
    package var name: String
    package var displayName: String
    package var url: String
    package var email: String
    package var phone: String
    /// With the country in front: `IT01234567890`.
    package var vatNumber: String
    package var fiscalCode: String
    /// The code in the index of public administrations; only public bodies have one.
    package var ipaCode: String
    /// What it does (ATECO) and where (ISTAT's code of the municipality), for CIE.
    package var naceCode: String
    package var municipality: String
    package var address: Address

    package init(
      name: String, displayName: String, url: String, contact: (email: String, phone: String),
      address: Address
    ) {
      self.name = name
      self.displayName = displayName
      self.url = url
      (email, phone) = contact
      self.address = address
      (vatNumber, fiscalCode, ipaCode, naceCode, municipality) = ("", "", "", "", "")
    }
  }

  /// Where the providers' invoices go.
  package struct Address: Sendable {
    package let street: String
    package let postalCode: String
    package let city: String
    package let province: String
    package init(street: String, postalCode: String, city: String, province: String) {
      self.street = street
      self.postalCode = postalCode
      self.city = city
      self.province = province
    }
  }
}

extension String {
  /// The text as XML writes it between tags and in attributes.
  var escapedForXML: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case _: text.unicodeScalars.append(scalar)
      }
    }
  }
}

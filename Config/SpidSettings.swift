// The settings of SPID and CIE: whom we trust, the keys we sign with, who we are to the federation.

/// What the federation needs to know. Everything has a fictional default outside production.
package struct SpidSettings: Sendable {
  /// Which rules our metadata follows.
  package enum Profile: String, Sendable, CaseIterable {
    case spidPrivate = "spid-sp-private"
    case spidPublic = "spid-sp-public"
    case ciePrivate = "cie-sp-private"
  }

  package var profile: Profile
  /// Metadata of identity providers: a file, a folder of files, or the XML itself; empty: no SPID.
  package var providers: String
  /// The same for CIE, which has an entity of its own.
  package var cieProviders: String
  /// PEM, or the path of a file with it.
  package var key: Secret?
  /// One or more certificates (PEM, or a path); the first belongs to the key.
  package var certificate: String
  /// Encrypts fiscal codes, the register of exchanges and second factors; where neither SPID nor
  /// CIE is used and none is set, the key of forms and cookies does.
  package var vaultKey: Secret
  package var organisation: Organisation

  /// Who runs the service, as the metadata says it.
  package struct Organisation: Sendable {
    package var name: String
    package var displayName: String
    package var email: String
    package var phone: String
    package var vatNumber: String
    package var fiscalCode: String
    package var ipaCode: String
    package var naceCode: String
    package var municipality: String
    package var street: String
    package var postalCode: String
    package var city: String
    package var province: String
  }
}

extension SettingsLoader {
  /// Reads the settings of SPID and CIE.
  mutating func spid() -> SpidSettings {
    SpidSettings(
      profile: choice("spid.profile", SpidSettings.Profile.self, default: .spidPrivate),
      providers: text("spid.idp.metadata", default: ""),
      cieProviders: text("cie.idp.metadata", default: ""), key: secret("spid.key"),
      certificate: text("spid.certificate", default: ""),
      vaultKey: secret("vault.key") ?? value("signing.key").map(Secret.init)
        ?? Secret("demo-vault-key"), organisation: organisation())
  }

  private mutating func organisation() -> SpidSettings.Organisation {
    SpidSettings.Organisation(
      name: text("spid.organisation", default: "Raccolto APS"),
      displayName: text("spid.display.name", default: "Raccolto"),
      email: text("spid.email", default: "spid@raccolto.example"),
      phone: text("spid.phone", default: "+390510000000"),
      vatNumber: text("spid.vat", default: "IT12345670017"),
      fiscalCode: text("spid.fiscal.code", default: "12345670017"),
      ipaCode: text("spid.ipa", default: "c_a944"), naceCode: text("spid.nace", default: "94.99"),
      municipality: text("spid.municipality", default: "037006"),
      street: text("spid.street", default: "Piazza Maggiore 6"),
      postalCode: text("spid.postal.code", default: "40124"),
      city: text("spid.city", default: "Bologna"), province: text("spid.province", default: "BO"))
  }

  private static let vaultKeyBytesMin = 32

  /// In production nothing of the federation may be invented.
  mutating func checkSpid(_ spid: SpidSettings) {
    guard !spid.providers.isEmpty || !spid.cieProviders.isEmpty else { return }
    for key in [
      "vault.key", "spid.key", "spid.certificate", "spid.organisation", "spid.display.name",
      "spid.email", "spid.phone",
    ] where value(key) == nil {
      refuse(key, found: "nothing", allowed: "required in production where SPID or CIE is used")
    }
    if value("vault.key") != nil, spid.vaultKey.revealed.utf8.count < Self.vaultKeyBytesMin {
      refuse(
        "vault.key", found: "a short text",
        allowed:
          "at least \(Self.vaultKeyBytesMin) bytes of chance, as from `openssl rand -hex 32`")
    }
  }
}

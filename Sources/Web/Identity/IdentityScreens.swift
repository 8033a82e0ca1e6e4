// The screens of Identity: coming in, one's profile, people and roles, the record of acts.
package import Domain
package import Services

/// All screens of this area.
package struct IdentityScreens: ScreenGroup {
  private let identity: IdentityServices
  private let federation: FederationServices?
  private let scheme: IdentityScheme
  private let codes: (any QRRenderer)?

  /// `scheme` is whose metadata lies at `/spid/metadata`.
  package init(
    _ identity: IdentityServices, federation: FederationServices? = nil,
    scheme: IdentityScheme = .spid, codes: (any QRRenderer)? = nil
  ) {
    self.codes = codes
    self.identity = identity
    self.federation = federation
    self.scheme = scheme
  }

  package func add(to screens: Screens) {
    SignInScreens(identity: identity, federation: federation).add(to: screens)
    SecondStepScreens(identity: identity, federation: federation).add(to: screens)
    FactorScreens(identity: identity, codes: codes).add(to: screens)
    PasskeyScreens(passkeys: identity.passkeys).add(to: screens)
    identity.passkeys.map { PasskeySignInScreens(passkeys: $0) }?.add(to: screens)
    ProfileScreens(identity: identity, federation: federation).add(to: screens)
    CredentialScreens(identity: identity, federation: federation).add(to: screens)
    AddressScreens(identity: identity).add(to: screens)
    OwnPledgesScreen(identity: identity).add(to: screens)
    PeopleScreens(identity: identity).add(to: screens)
    RoleScreens(identity: identity).add(to: screens)
    StandInScreens(identity: identity).add(to: screens)
    InvitationScreens(identity: identity).add(to: screens)
    AcceptanceScreens(identity: identity).add(to: screens)
    ConflictScreens(identity: identity, federation: federation).add(to: screens)
    AuditScreens(identity: identity).add(to: screens)
    federation.map { FederationScreens(federation: $0, scheme: scheme) }?.add(to: screens)
    if screens.isDemonstration, let provider = federation?.testProvider {
      TestProviderScreens(provider: provider).add(to: screens)
    }
    if screens.isDemonstration { MailboxScreens(identity: identity).add(to: screens) }
  }
}

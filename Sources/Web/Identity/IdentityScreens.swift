// The screens of Identity: coming in, one's profile, people and roles, the record of acts.
package import Services

/// All screens of this area.
package struct IdentityScreens: ScreenGroup {
  private let identity: IdentityServices

  package init(_ identity: IdentityServices) { self.identity = identity }

  package func add(to screens: Screens) {
    SignInScreens(identity: identity).add(to: screens)
    ProfileScreens(identity: identity).add(to: screens)
    PeopleScreens(identity: identity).add(to: screens)
    AuditScreens(identity: identity).add(to: screens)
    if screens.isDemonstration { MailboxScreens(identity: identity).add(to: screens) }
  }
}

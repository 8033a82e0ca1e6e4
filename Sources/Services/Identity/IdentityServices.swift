// The use cases of this area, made once by the wiring.
package import Store

/// Everything the screens of Identity ask.
package struct IdentityServices: Sendable {
  package let findSession: FindSession
  package let requestSignInLink: RequestSignInLink
  package let followSignInLink: FollowSignInLink
  package let endSession: EndSession
  package let addPerson: AddPerson
  package let grantRole: GrantRole
  package let revokeRole: RevokeRole
  package let readPeople: ReadPeople

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: SignInLetters
  ) {
    findSession = FindSession(database: database, clock: clock)
    requestSignInLink = RequestSignInLink(
      database: database, clock: clock, entropy: entropy, letters: letters)
    followSignInLink = FollowSignInLink(database: database, clock: clock, entropy: entropy)
    endSession = EndSession(database: database, clock: clock, entropy: entropy)
    addPerson = AddPerson(database: database, clock: clock, entropy: entropy)
    grantRole = GrantRole(database: database, clock: clock, entropy: entropy)
    revokeRole = RevokeRole(database: database, clock: clock, entropy: entropy)
    readPeople = ReadPeople(database: database)
  }
}

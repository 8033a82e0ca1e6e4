// The use cases of this area, made once by the wiring.
package import Store

/// The mails of this area, written where words are.
package struct IdentityLetters: Sendable {
  let signIn: SignInLetters
  package let security: SecurityLetters
  let invitation: InvitationLetters
  let address: AddressLetters

  package init(
    signIn: SignInLetters, security: SecurityLetters, invitation: InvitationLetters,
    address: AddressLetters
  ) {
    self.signIn = signIn
    self.security = security
    self.invitation = invitation
    self.address = address
  }
}

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
  package let enrolFactor: EnrolFactor
  package let proveFactor: ProveFactor
  package let resetFactor: ResetFactor
  package let invitePerson: InvitePerson
  package let acceptInvitation: AcceptInvitation
  package let actInPlace: ActInPlace
  package let readWaysIn: ReadWaysIn
  package let claimAddress: ClaimAddress
  package let removeCredential: RemoveCredential
  package let conflicts: DecideConflict
  package let bindIdentity: BindIdentity
  /// Nil where browsers make no passkeys; the wiring sets it.
  package var passkeys: PasskeyServices?

  package init(
    database: Database, clock: WallClock, entropy: Entropy, vault: Vault, letters: IdentityLetters
  ) {
    findSession = FindSession(database: database, clock: clock)
    requestSignInLink = RequestSignInLink(
      database: database, clock: clock, entropy: entropy, letters: letters.signIn)
    followSignInLink = FollowSignInLink(database: database, clock: clock, entropy: entropy)
    endSession = EndSession(database: database, clock: clock, entropy: entropy)
    addPerson = AddPerson(database: database, clock: clock, entropy: entropy)
    grantRole = GrantRole(database: database, clock: clock, entropy: entropy)
    revokeRole = RevokeRole(database: database, clock: clock, entropy: entropy)
    readPeople = ReadPeople(database: database)
    invitePerson = InvitePerson(
      database: database, clock: clock, entropy: entropy, letters: letters.invitation)
    acceptInvitation = AcceptInvitation(database: database, clock: clock, entropy: entropy)
    actInPlace = ActInPlace(
      database: database, clock: clock, entropy: entropy, letters: letters.security)
    let parts = FactorParts(
      database: database, clock: clock, entropy: entropy, vault: vault, letters: letters.security)
    enrolFactor = EnrolFactor(parts)
    proveFactor = ProveFactor(parts)
    resetFactor = ResetFactor(parts)
    readWaysIn = ReadWaysIn(parts)
    claimAddress = ClaimAddress(parts, letters.address)
    removeCredential = RemoveCredential(parts)
    conflicts = DecideConflict(parts)
    bindIdentity = BindIdentity(database: database)
  }
}

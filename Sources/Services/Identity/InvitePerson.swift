// Invites somebody to a role by mail, and takes an invitation back.
package import Domain
package import Store

/// One mail to somebody who is offered a role.
package struct InvitationLetter: Sendable {
  package let invitation: Invitation
  /// The secret of the link, known only to this mail.
  package let token: String
  /// Who offers it, by name.
  package let host: String
  /// Where the role holds; nil for the whole site.
  package let place: NamedScope?
}

/// Writes the words of the mail.
package struct InvitationLetters: Sendable {
  let write: @Sendable (InvitationLetter) -> MailContent

  package init(_ write: @escaping @Sendable (InvitationLetter) -> MailContent) {
    self.write = write
  }
}

/// Offers roles.
package struct InvitePerson: Sendable {
  private let database: Database
  private let clock: WallClock
  private let entropy: Entropy
  private let letters: InvitationLetters

  package init(
    database: Database, clock: WallClock, entropy: Entropy, letters: InvitationLetters
  ) {
    self.database = database
    self.clock = clock
    self.entropy = entropy
    self.letters = letters
  }

  package struct Request: Sendable {
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let role: Role
    package let scope: Scope

    package init(
      to email: EmailAddress, name: String, language: Language, as role: Role, in scope: Scope
    ) {
      self.email = email
      self.name = name
      self.language = language
      self.role = role
      self.scope = scope
    }
  }
  package enum Outcome: Sendable {
    case invited(Invitation)
    /// Who reads mail there holds that role there already.
    case heldAlready
    /// Whoever gives and whoever gets have to be two people.
    case notToOneself
    /// A second factor has to be shown first.
    case notProved
    case notAllowed
  }

  package func callAsFunction(
    _ request: Request, by actor: Actor, requestID: String = ""
  ) async throws -> Outcome {
    guard actor.may(.invitePerson, on: .platform),
      actor.may(.grantRole, on: Place(of: request.scope)), let inviter = actor.person
    else { return .notAllowed }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    let letters = letters
    return try await database.write { tx in
      guard let host = try tx.person(inviter) else { return .notAllowed }
      if let known = try tx.person(at: request.email) {
        guard known.id != inviter else { return .notToOneself }
        let holds = try tx.grants(of: known.id)
        if holds.contains(where: { $0.role == request.role && $0.scope == request.scope }) {
          return .heldAlready
        }
      }
      guard actor.hasProved(at: stamp.now) else { return .notProved }
      let invitation = Invitation(
        id: stamp.entropy.id(at: stamp.now),
        to: (request.email, request.name, request.language), as: request.role,
        in: request.scope, invited: (inviter, stamp.now))
      let token = stamp.entropy.token(bytes: 32)
      try tx.insert(invitation, tokenHash: Digest(of: token))
      try tx.record(
        .invitePerson, on: .init("invitation", invitation.id.description), stamp,
        detail: ["role": request.role.rawValue, "scope": request.scope.kind.rawValue])
      let content = letters.write(
        InvitationLetter(
          invitation: invitation, token: token, host: host.name,
          place: try tx.namedScope(request.scope)))
      try tx.queue(
        OutgoingMailRow(
          id: stamp.entropy.id(at: stamp.now), kind: ("invitation", "\(invitation.id)"),
          to: (request.email, request.name), language: request.language,
          words: (content.subject, content.text, content.html ?? ""), at: stamp.now), stamp)
      return .invited(invitation)
    }
  }

  /// The latest invitations; nil when not allowed.
  package func list(for actor: Actor) async throws -> [InvitationLine]? {
    guard actor.may(.readPeople, on: .platform) else { return nil }
    return try await database.read { tx in try tx.invitationLines() }
  }

  /// Takes an invitation back; false when it is over already, nil when not allowed.
  package func withdraw(
    _ id: Invitation.ID, by actor: Actor, requestID: String = ""
  ) async throws -> Bool? {
    guard actor.may(.invitePerson, on: .platform) else { return nil }
    let stamp = Stamp(at: clock.now, by: actor, entropy, requestID: requestID)
    return try await database.write { tx in
      guard try tx.withdraw(id, at: stamp.now) else { return false }
      try tx.record(
        .invitePerson, on: .init("invitation", id.description), stamp,
        detail: ["step": "takeBack"])
      return true
    }
  }
}

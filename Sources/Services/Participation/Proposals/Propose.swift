// Takes a proposal: online from somebody signed in, or at the desk from an assembly or from paper.
package import Domain
package import Store

/// Takes one proposal while a phase of ideas is open. The same form sent twice makes one.
package struct Propose: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package struct Request: Sendable {
    let process: Slug
    let words: ProposalWords
    /// The form's random key.
    let key: String
    /// Whose it is; on a census one's own constituency holds.
    package var constituency: Constituency.ID?
    /// The code on the census, where one has to be shown.
    package var code = ""

    package init(process: Slug, words: ProposalWords, key: String) {
      self.process = process
      self.words = words
      self.key = key
    }
  }
  package enum Outcome: Hashable, Sendable {
    case proposed(Proposal.ID)
    /// The same form made it before.
    case repeated(Proposal.ID)
    case refused(ProposalRefusal)
    case noSuchProcess
    case notAllowed
  }

  /// Online: a mediator reads it before everyone does.
  package func callAsFunction(_ request: Request, by actor: Actor) async throws -> Outcome {
    guard let person = actor.person else { return .notAllowed }
    return try await take(request, by: actor) { tx, around, stamp in
      guard let phase = around.open(.ideas), let rule = phase.rule, rule.channels.isOnline else {
        return .failure(.phaseNotOpen)
      }
      let made = try tx.proposalCount(by: person, in: around.process.id)
      do throws(ProposalRefusal) { try rule.accepts(request.words, made: made) } catch {
        return .failure(error)
      }
      switch try tx.admit(person, showing: request.code, to: phase, stamp) {
      case .welcome(let constituency):
        return .success((.person(person), .submitted, constituency))
      case .codeMissing: return .failure(.codeMissing)
      case .codeUnknown: return .failure(.codeUnknown)
      case .codeTaken: return .failure(.codeTaken)
      }
    }
  }

  /// At the desk: born in an assembly, or on paper; it is public at once.
  package func enter(
    _ request: Request, bornIn assembly: Assembly.ID?, by actor: Actor
  ) async throws -> Outcome {
    try await take(request, by: actor) { tx, around, _ in
      guard actor.may(.moderateProposal, on: around.process.place) else { return nil }
      guard let phase = around.open(.ideas), let rule = phase.rule else {
        return .failure(.phaseNotOpen)
      }
      do throws(ProposalRefusal) { try rule.accepts(request.words, made: 0) } catch {
        return .failure(error)
      }
      guard let assembly else { return .success((.desk, .published, nil)) }
      guard let found = try tx.assembly(assembly), found.process == around.process.id else {
        return .failure(.noSuchAssembly)
      }
      return .success((.assembly(assembly), .published, found.constituency))
    }
  }

  private typealias Birth = (
    origin: Proposal.Origin, status: ProposalStatus, constituency: Constituency.ID?
  )

  /// Nil from `birth` is "not allowed".
  private func take(
    _ request: Request, by actor: Actor,
    birth:
      @Sendable @escaping (Transaction, ProcessReading, Stamp) throws
      -> Result<Birth, ProposalRefusal>?
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let process = try tx.process(request.process),
        try tx.processLocked(process.id) != nil, let around = try tx.processReading(process.slug)
      else { return .noSuchProcess }
      if let earlier = try tx.proposal(madeWith: request.key) {
        return earlier.author == actor.person || actor.may(.moderateProposal, on: process.place)
          ? .repeated(earlier.id) : .notAllowed
      }
      let born: Birth
      switch try birth(tx, around, stamp) {
      case .success(let birth): born = birth
      case .failure(let refusal): return .refused(refusal)
      case nil: return .notAllowed
      }
      let wanted = born.constituency ?? request.constituency
      let only = around.constituencies.count == 1 ? around.constituencies.first : nil
      guard let constituency = around.constituencies.first(where: { $0.id == wanted }) ?? only
      else { return .refused(.noSuchConstituency) }
      let proposal = Proposal(
        id: entropy.id(at: stamp.now), in: (process.id, constituency.id),
        number: try tx.nextProposalNumber(of: process.id), words: request.words,
        origin: born.origin, status: born.status)
      try tx.insert(proposal, key: request.key, at: stamp.now)
      try tx.audit(
        .propose, "proposal", proposal.id.description, stamp,
        detail: ["number": String(proposal.number)])
      return .proposed(proposal.id)
    }
  }
}

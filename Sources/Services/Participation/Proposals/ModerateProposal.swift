// A mediator publishes or refuses a proposal; whoever made it, or a mediator, withdraws it.
package import Domain
package import Store

/// Decides about one proposal, with the reason where one is due.
package struct ModerateProposal: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package enum Outcome: Hashable, Sendable {
    case decided(ProposalStatus)
    case refused(ProposalRefusal)
    case noSuchProposal
    case notAllowed
  }

  package func callAsFunction(
    _ event: ProposalEvent, on id: Proposal.ID, because reason: String, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let proposal = try tx.proposalLocked(id), let process = try tx.process(proposal.process)
      else { return .noSuchProposal }
      let isOwn = actor.person != nil && actor.person == proposal.author
      let mayDecide = actor.may(.moderateProposal, on: process.place)
      guard mayDecide || (isOwn && event == .withdrawn) else {
        return isOwn || proposal.status.isPublic ? .notAllowed : .noSuchProposal
      }
      guard ProposalEvent.decisions.contains(event) else { return .notAllowed }
      let why = reason.contains { !$0.isWhitespace }
      guard why || !event.needsReason else { return .refused(.reasonMissing) }
      do throws(ProposalRefusal) { _ = try proposal.status.after(event) } catch {
        return .refused(error)
      }
      return .decided(try tx.move(proposal, event, because: reason, stamp))
    }
  }
}

extension Transaction {
  /// Moves a proposal that may move, and records it.
  func move(
    _ proposal: Proposal, _ event: ProposalEvent, because reason: String, _ stamp: Stamp
  ) throws -> ProposalStatus {
    let next = try proposal.status.after(event)
    try move(
      proposal.id,
      ProposalEventRow(
        id: stamp.entropy.id(at: stamp.now), event, step: (proposal.status, next),
        because: reason, by: (stamp.actor.person, stamp.now)))
    try audit(
      .moderateProposal, "proposal", proposal.id.description, stamp,
      detail: ["step": event.rawValue])
    return next
  }
}

// Makes new proposals out of old ones: merges, splits, re-proposes. Nothing is lost on the way.
package import Domain
package import Store

/// Merges several into one, splits one into several, or brings one back; each new proposal knows
/// those it came out of. While people support them, proposals stay as they are.
package struct RecastProposals: Sendable {
  let database: Database
  let clock: WallClock
  let entropy: Entropy

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    (self.database, self.clock, self.entropy) = (database, clock, entropy)
  }

  package struct Request: Sendable {
    let descent: ProposalDescent
    /// Those that are there, by number: two or more to merge, one otherwise.
    let sources: [Int]
    /// What comes out: one, or two and more of a split.
    let words: [ProposalWords]
    let reason: String

    package init(
      _ descent: ProposalDescent, sources: [Int], words: [ProposalWords], reason: String
    ) {
      self.descent = descent
      self.sources = sources
      self.words = words
      self.reason = reason
    }
  }
  package enum Outcome: Hashable, Sendable {
    case recast([Proposal.ID])
    case refused(ProposalRefusal)
    /// The process has no proposal of this number.
    case noSuchProposal(Int)
    case noSuchProcess
    case notAllowed
  }

  package func callAsFunction(
    _ request: Request, in slug: Slug, by actor: Actor
  ) async throws -> Outcome {
    let stamp = Stamp(at: clock.now, by: actor, entropy)
    return try await database.write { tx in
      guard let process = try tx.process(slug), try tx.processLocked(process.id) != nil,
        let around = try tx.processReading(slug)
      else { return .noSuchProcess }
      guard actor.may(.moderateProposal, on: process.place) else { return .notAllowed }
      let all = try tx.proposals(of: process.id)
      var sources: [Proposal] = []
      for number in request.sources where !sources.contains(where: { $0.number == number }) {
        guard let found = all.first(where: { $0.number == number }) else {
          return .noSuchProposal(number)
        }
        sources.append(found)
      }
      do throws(ProposalRefusal) { try request.check(sources, in: around) } catch {
        return .refused(error)
      }
      return .recast(try recast(request, sources, tx, stamp))
    }
  }

  private func recast(
    _ request: Request, _ sources: [Proposal], _ tx: Transaction, _ stamp: Stamp
  ) throws -> [Proposal.ID] {
    guard let first = sources.first else { return [] }
    var made: [Proposal.ID] = []
    for words in request.words {
      let proposal = Proposal(
        id: entropy.id(at: stamp.now), in: (first.process, first.constituency),
        number: try tx.nextProposalNumber(of: first.process), words: words, origin: .desk,
        status: .published)
      try tx.insert(proposal, key: nil, at: stamp.now)
      for source in sources { try tx.note(proposal.id, outOf: source.id, request.descent) }
      made.append(proposal.id)
    }
    for source in sources {
      switch request.descent {
      case .merged: _ = try tx.move(source, .merged, because: request.reason, stamp)
      case .split: _ = try tx.move(source, .split, because: request.reason, stamp)
      case .reproposed:
        try tx.audit(
          .moderateProposal, "proposal", source.id.description, stamp,
          detail: ["step": "reproposed"])
      }
    }
    return made
  }
}

extension RecastProposals.Request {
  /// Whether these may become what is asked.
  fileprivate func check(
    _ sources: [Proposal], in around: ProcessReading
  ) throws(ProposalRefusal) {
    guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
    let isSupported = around.phases.contains {
      $0.kind == .support && ($0.status == .open || $0.status == .suspended)
    }
    if isSupported { throw .supportUnderWay }
    guard Set(sources.map(\.constituency)).count <= 1 else { throw .ofTwoConstituencies }
    switch descent {
    case .merged:
      guard sources.count >= 2, words.count == 1 else { throw .tooFew }
      for source in sources { _ = try source.status.after(.merged) }
    case .split:
      guard sources.count == 1, words.count >= 2 else { throw .tooFew }
      for source in sources { _ = try source.status.after(.split) }
    case .reproposed:
      guard sources.count == 1, words.count == 1 else { throw .tooFew }
      for source in sources where !source.status.mayReturn { throw .notNow(source.status) }
    }
  }
}

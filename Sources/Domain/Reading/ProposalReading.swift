// Proposals and assemblies as their pages show them.

/// A proposal with where it comes from and what became of it.
package struct ProposalReading: Sendable {
  package let proposal: Proposal
  package let process: Process
  package let constituency: Constituency
  package let assembly: Assembly?
  /// Those it came out of, and those that came out of it.
  package let ancestors: [ProposalRelative]
  package let descendants: [ProposalRelative]
  package let history: [ProposalMoment]

  package init(
    _ proposal: Proposal, of process: Process, in constituency: Constituency,
    at assembly: Assembly?,
    lineage: (ancestors: [ProposalRelative], descendants: [ProposalRelative]),
    history: [ProposalMoment]
  ) {
    self.proposal = proposal
    self.process = process
    self.constituency = constituency
    self.assembly = assembly
    (ancestors, descendants) = lineage
    self.history = history
  }
}

/// Another proposal, and how the two belong together.
package struct ProposalRelative: Hashable, Sendable {
  package let id: Proposal.ID
  package let number: Int
  package let title: String
  package let descent: ProposalDescent
  /// Whether everybody may read it.
  package let isPublic: Bool

  package init(
    id: Proposal.ID, number: Int, title: String, descent: ProposalDescent, isPublic: Bool
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.descent = descent
    self.isPublic = isPublic
  }
}

/// One thing that happened to a proposal.
package struct ProposalMoment: Hashable, Sendable {
  package let event: ProposalEvent
  package let reason: String
  package let at: Instant

  package init(event: ProposalEvent, reason: String, at: Instant) {
    self.event = event
    self.reason = reason
    self.at = at
  }
}

/// An assembly with its delegates and the proposals born in it.
package struct AssemblyReading: Sendable {
  package let assembly: Assembly
  package let process: Process
  package let constituencies: [Constituency]
  package let delegates: [Delegate]
  package let proposals: [Proposal]

  package init(
    _ assembly: Assembly, of process: Process, in constituencies: [Constituency],
    delegates: [Delegate], proposals: [Proposal]
  ) {
    self.assembly = assembly
    self.process = process
    self.constituencies = constituencies
    self.delegates = delegates
    self.proposals = proposals
  }
}

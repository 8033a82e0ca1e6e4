// What people may see of proposals and assemblies: everyone what is published, mediators all.
package import Domain
package import Store

/// The questions that the pages of proposals and assemblies ask.
package struct ReadProposals: Sendable {
  let database: Database

  package init(database: Database) { self.database = database }

  /// A process with its proposals.
  package struct Catalogue: Sendable {
    package let around: ProcessReading
    package let proposals: [Proposal]
    package let assemblies: [Assembly]
  }

  /// The catalogue as everyone may read it; nil if there is no such process.
  package func published(_ slug: Slug) async throws -> Catalogue? {
    try await database.read { tx in
      guard let around = try tx.processReading(slug) else { return nil }
      return Catalogue(
        around: around,
        proposals: try tx.proposals(of: around.process.id).filter(\.status.isPublic),
        assemblies: try tx.assemblies(of: around.process.id))
    }
  }
  /// All of it, for those who moderate or work on the process.
  package func all(_ slug: Slug, for actor: Actor) async throws -> Catalogue? {
    try await database.read { tx in
      guard let around = try tx.processReading(slug),
        actor.may(.readProposals, on: around.process.place)
      else { return nil }
      return Catalogue(
        around: around, proposals: try tx.proposals(of: around.process.id),
        assemblies: try tx.assemblies(of: around.process.id))
    }
  }
  /// One proposal: everyone's when it is public; otherwise of who made it or moderates.
  package func one(_ id: Proposal.ID, for actor: Actor) async throws -> ProposalReading? {
    try await database.read { tx in
      guard let reading = try tx.proposalReading(id) else { return nil }
      let isOwn = actor.person != nil && actor.person == reading.proposal.author
      let mayRead = actor.may(.readProposals, on: reading.process.place)
      return reading.proposal.status.isPublic || isOwn || mayRead ? reading : nil
    }
  }
  /// One proposal at the desk.
  package func ofDesk(_ id: Proposal.ID, for actor: Actor) async throws -> ProposalReading? {
    try await database.read { tx in
      guard let reading = try tx.proposalReading(id),
        actor.may(.readProposals, on: reading.process.place)
      else { return nil }
      return reading
    }
  }
  /// One assembly, for everyone: nobody but its delegates is named in it.
  package func assembly(_ id: Assembly.ID) async throws -> AssemblyReading? {
    try await database.read { tx in try tx.assemblyReading(id) }
  }
}

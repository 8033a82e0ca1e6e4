// The use cases of assemblies and proposals, together: what the wiring gives to screens.
package import Store

package struct ProposalServices: Sendable {
  package let read: ReadProposals
  package let propose: Propose
  package let moderate: ModerateProposal
  package let recast: RecastProposals
  package let assemblies: KeepAssembly

  package init(database: Database, clock: WallClock, entropy: Entropy) {
    read = ReadProposals(database: database)
    propose = Propose(database: database, clock: clock, entropy: entropy)
    moderate = ModerateProposal(database: database, clock: clock, entropy: entropy)
    recast = RecastProposals(database: database, clock: clock, entropy: entropy)
    assemblies = KeepAssembly(database: database, clock: clock, entropy: entropy)
  }
}

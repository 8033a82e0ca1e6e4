// The addresses of proposals and assemblies: public ones, and the desk's.
package import Domain

package enum ProposalRoutes {
  /// The catalogue of a process, to be read and printed.
  package static let catalogue = Address<Slug>(
    it: "processi/:/proposte", en: "processes/:/proposals")
  package static let proposal = Address<Proposal.ID>(it: "proposte/:", en: "proposals/:")
  static let withdraw = Address<Proposal.ID>(it: "proposte/:/ritira", en: "proposals/:/withdraw")
  package static let propose = Address<Slug>(it: "processi/:/proponi", en: "processes/:/propose")
  package static let assemblies = Address<Slug>(
    it: "processi/:/assemblee", en: "processes/:/assemblies")
  package static let assembly = Address<Assembly.ID>(it: "assemblee/:", en: "assemblies/:")

  package static let atDesk = Address<Slug>(
    it: "scrivania/processi/:/proposte", en: "desk/processes/:/proposals")
  static let recast = Address<Slug>(
    it: "scrivania/processi/:/proposte/unisci", en: "desk/processes/:/proposals/recast")
  package static let moderate = Address<Proposal.ID>(
    it: "scrivania/proposte/:", en: "desk/proposals/:")
  package static let assembliesAtDesk = Address<Slug>(
    it: "scrivania/processi/:/assemblee", en: "desk/processes/:/assemblies")
  package static let assemblyAtDesk = Address<Assembly.ID>(
    it: "scrivania/assemblee/:", en: "desk/assemblies/:")
}

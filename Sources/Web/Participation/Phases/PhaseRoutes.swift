// The addresses of processes and their phases: public ones, and the facilitator's.
package import Domain

package enum PhaseRoutes {
  /// The processes that people can follow.
  package static let processes = FixedAddress(it: "processi", en: "processes")
  /// One process with its phases and their rules.
  package static let process = Address<Slug>(it: "processi/:", en: "processes/:")
  /// The bytes that the digest of a phase's rule is taken of.
  package static let ruleText = Address<Phase.ID>(neutral: "phases/:/rule.txt")

  /// The phases of a process, at the desk.
  package static let phases = Address<Slug>(
    it: "scrivania/processi/:/fasi", en: "desk/processes/:/phases")
  package static let phase = Address<Phase.ID>(it: "scrivania/fasi/:", en: "desk/phases/:")
  static let turn = Address<Phase.ID>(it: "scrivania/fasi/:/passo", en: "desk/phases/:/turn")
  package static let census = Address<Phase.ID>(
    it: "scrivania/fasi/:/aventi-diritto", en: "desk/phases/:/census")
}

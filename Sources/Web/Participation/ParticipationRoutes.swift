// The addresses of rankings: public ones, and the facilitator's.
package import Domain

package enum ParticipationRoutes {
  /// What was certified in a process, constituency by constituency.
  package static let ranking = Address<Slug>(
    it: "processi/:/classifica", en: "processes/:/ranking")
  /// One certified ranking, to be printed.
  package static let certificate = Address<Slug, Ranking.ID>(
    it: "processi/:/classifica/:", en: "processes/:/ranking/:")
  /// The bytes that the digest is taken of.
  package static let certifiedText = Address<Ranking.ID>(neutral: "rankings/:/certificate.txt")

  /// Who there is, and one more.
  package static let organisations = FixedAddress(
    it: "scrivania/organizzazioni", en: "desk/organisations")
  package static let newProcess = FixedAddress(
    it: "scrivania/processi-nuovi", en: "desk/new-processes")
  package static let processes = FixedAddress(it: "scrivania/processi", en: "desk/processes")
  package static let process = Address<Slug>(it: "scrivania/processi/:", en: "desk/processes/:")
  package static let workOn = Address<Ranking.ID>(
    it: "scrivania/classifiche/:", en: "desk/rankings/:")
  static let resolve = Address<Ranking.ID>(
    it: "scrivania/classifiche/:/spareggio", en: "desk/rankings/:/tie")
  static let certify = Address<Ranking.ID>(
    it: "scrivania/classifiche/:/certifica", en: "desk/rankings/:/certify")
}

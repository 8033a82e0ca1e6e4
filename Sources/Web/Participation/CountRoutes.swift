// The addresses of counts: public ones, and the facilitator's.
package import Domain

package enum CountRoutes {
  /// What a certified count gave, project by project.
  package static let result = Address<Slug, VoteCount.ID>(
    it: "processi/:/conteggi/:", en: "processes/:/counts/:")
  /// The bytes that the digest is taken of.
  package static let text = Address<VoteCount.ID>(neutral: "counts/:/certificate.txt")
  /// The anonymised ballots.
  package static let ballots = Address<VoteCount.ID>(neutral: "counts/:/ballots.pb")
  package static let purchases = Address<VoteCount.ID>(neutral: "counts/:/purchases.csv")

  /// The counts of a process, and a form to order one.
  package static let all = Address<Slug>(
    it: "scrivania/processi/:/conteggi", en: "desk/processes/:/counts")
  package static let one = Address<VoteCount.ID>(it: "scrivania/conteggi/:", en: "desk/counts/:")
  static let stop = Address<VoteCount.ID>(
    it: "scrivania/conteggi/:/ferma", en: "desk/counts/:/stop")
  static let draw = Address<VoteCount.ID>(
    it: "scrivania/conteggi/:/sorteggio", en: "desk/counts/:/draw")
  static let certify = Address<VoteCount.ID>(
    it: "scrivania/conteggi/:/certifica", en: "desk/counts/:/certify")
}

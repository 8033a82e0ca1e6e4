// Who may take part in a phase: a list that is frozen, with its digest, when the phase opens.

/// Somebody on the census of a phase. No more is kept than is needed to tell people apart.
package struct Voter: Identified, Hashable, Sendable {
  package static let idPrefix = "vtr"

  package let id: Voter.ID
  /// What the person shows or types; unique within the phase, byte by byte.
  package let code: ExternalID
  /// For the list at the table; may be empty, and can be forgotten afterwards.
  package let name: String
  package let constituency: Constituency.ID
  /// A ward, a class: for the turnout, where it is wanted. May be empty.
  package let group: String

  /// The longest name or group, in characters.
  package static let nameMax = 120

  package init(
    id: Voter.ID, code: ExternalID, name: String, constituency: Constituency.ID, group: String
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.constituency = constituency
    self.group = group
  }
}

/// A census as it was frozen.
package struct FrozenCensus: Hashable, Sendable {
  package let voters: Int
  package let digest: Digest
  package let at: Instant

  package init(voters: Int, digest: Digest, at: Instant) {
    self.voters = voters
    self.digest = digest
    self.at = at
  }
}

/// The bytes that a census's digest is taken of: `voter  code  constituency  group`, one a line in
/// the order of the codes. Names are left out, so that they can be forgotten and the digest stays.
package struct CensusText: Sendable {
  package let canonicalBytes: [UInt8]

  package init(_ voters: [Voter], in constituencies: [Constituency]) {
    var codes: [Constituency.ID: String] = [:]
    for constituency in constituencies { codes[constituency.id] = constituency.code }
    var text = CanonicalText()
    text.line("raccolto-census 1")
    for voter in voters.sorted(by: { $0.code < $1.code }) {
      text.line("voter", voter.code.text, codes[voter.constituency] ?? "", voter.group)
    }
    text.line("end")
    canonicalBytes = text.bytes
  }
}

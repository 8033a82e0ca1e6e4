// What somebody proposes to do: its words stay as they are; what becomes of it is its lineage.

/// A proposal of one process.
package struct Proposal: Identified, Hashable, Sendable {
  package static let idPrefix = "prp"

  package let id: Proposal.ID
  package let process: Process.ID
  package let constituency: Constituency.ID
  /// How people call it: counted from 1 within its process.
  package let number: Int
  package let words: ProposalWords
  package let origin: Origin
  package var status: ProposalStatus

  /// Where it was born.
  package enum Origin: Hashable, Sendable {
    case assembly(Assembly.ID)
    /// Online, by somebody signed in.
    case person(Person.ID)
    /// Entered at the desk: from paper, or out of other proposals.
    case desk
  }

  package init(
    id: Proposal.ID, in place: (process: Process.ID, constituency: Constituency.ID), number: Int,
    words: ProposalWords, origin: Origin, status: ProposalStatus
  ) {
    self.id = id
    (process, constituency) = place
    self.number = number
    self.words = words
    self.origin = origin
    self.status = status
  }

  /// Who proposed it online.
  package var author: Person.ID? { if case .person(let id) = origin { id } else { nil } }
}

/// What a proposal says.
package struct ProposalWords: Hashable, Sendable {
  package let title: String
  /// In Markdown.
  package let text: String
  /// The least it is thought to cost; nil if nobody said.
  package let cost: Money?

  package static let titleMax = 120
  package static let textMax = 5_000

  package init(title: String, text: String, cost: Money?) {
    self.title = title
    self.text = text
    self.cost = cost
  }
}

/// How one proposal came out of another.
package enum ProposalDescent: String, CaseIterable, Hashable, Sendable {
  /// Two or more became one.
  case merged
  /// One became two or more.
  case split
  /// One that was refused or withdrawn came back.
  case reproposed
}

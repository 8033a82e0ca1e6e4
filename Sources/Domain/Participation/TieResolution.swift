// How an officer settled a tie that decides who is chosen: by which method, before whom.

/// A recorded decision on one tie. It is part of the certified document and is never edited.
package struct TieResolution: Hashable, Sendable {
  package enum Method: String, CaseIterable, Hashable, Sendable {
    /// A draw in public; witnesses are obligatory.
    case publicDraw
    /// All tied projects are chosen.
    case jointWinners
    /// More supports in the phase before the vote.
    case priorSupports
    /// Anything else, explained in the note.
    case other
  }
  package let method: Method
  /// The tied projects, first to last; for joint winners all of them, in any order.
  package let order: [ExternalID]
  package let witnesses: [String]
  package let note: String

  package init(
    method: Method, order: [ExternalID], witnesses: [String] = [],
    note: String = ""
  ) {
    self.method = method
    self.order = order
    self.witnesses = witnesses
    self.note = note
  }
}

/// Projects with equal scores.
package struct TiedGroup: Hashable, Sendable {
  package let score: Int64
  /// The place they share.
  package let place: Int
  /// By id.
  package let projects: [ExternalID]
  /// How many of them the rule still chooses.
  package let seats: Int
  package let resolution: TieResolution?

  /// Whether it decides who is chosen: some of the group, not all and not none.
  package var decides: Bool { seats > 0 && seats < projects.count }
  /// Whether the ranking waits for an officer because of it.
  package var isOpen: Bool { decides && resolution == nil }
}

// What was odd in an accepted file of votes, so that a person can look before certifying.

/// One kind of oddity, where it was first met, and how often.
package struct VoteFileWarning: Hashable, Sendable {
  package let kind: Kind
  /// The first line concerned.
  package let line: Int
  package internal(set) var count: Int

  package init(_ kind: Kind, line: Int, count: Int = 1) {
    self.kind = kind
    self.line = line
    self.count = count
  }

  package enum Kind: Hashable, Sendable {
    /// The same project twice in a ballot: it counts once.
    case projectRepeatedInBallot
    /// A list such as `1,,2`: the empty item is passed over, as is, in silence, a comma at the end.
    case emptyListItem
    /// A ballot without any choice: it counts as cast.
    case emptyBallot
    case ballotTooShort
    case ballotTooLong
    case ballotAboveMaximumCost
    case ballotBelowMinimumPoints
    case ballotAboveMaximumPoints
    /// The file's own column and the recount disagree; the recount is used.
    case votesDiffer(project: ExternalID, declared: Int64, counted: Int64)
    case scoreDiffers(project: ExternalID, declared: Int64, counted: Int64)
    case positionDiffers(project: ExternalID, declared: Int64, counted: Int)
    /// Cost 999999999, by which Pabulib marks a withdrawn project.
    case projectWithdrawn(ExternalID)
    case costAboveBudget(ExternalID)
    case metaMissing(String)
    /// The first value is used.
    case metaRepeated(String)
  }
}

/// Collects warnings; equal kinds become one with a count.
struct VoteFileWarnings {
  private(set) var all: [VoteFileWarning] = []
  private var places: [VoteFileWarning.Kind: Int] = [:]

  mutating func note(_ kind: VoteFileWarning.Kind, line: Int) {
    if let place = places[kind] {
      all[place].count += 1
    } else {
      places[kind] = all.count
      all.append(VoteFileWarning(kind, line: line))
    }
  }
}

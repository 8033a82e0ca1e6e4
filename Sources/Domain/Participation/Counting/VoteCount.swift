// A count ordered for a constituency: its rule, its lot committed beforehand, and how far it is.

/// One count of one file of ballots. Its rule is fixed when it is ordered; a different rule is
/// another count.
package struct VoteCount: Identified, Hashable, Sendable {
  package static let idPrefix = "cnt"

  package let id: VoteCount.ID
  /// The ranking whose file of ballots is counted: it says the constituency too.
  package let ranking: Ranking.ID
  package let parameters: CountParameters
  package let lot: CountLot
  package let status: CountStatus

  package init(
    id: VoteCount.ID, of ranking: Ranking.ID, under parameters: CountParameters, lot: CountLot,
    status: CountStatus = .ordered
  ) {
    self.id = id
    self.ranking = ranking
    self.parameters = parameters
    self.lot = lot
    self.status = status
  }
}

/// The lot of a count. Half of its seed is kept by the server and only its digest is shown from the
/// beginning; the other half are words drawn in public when a tie needs them. Neither whoever
/// keeps the first half nor whoever draws the words can choose the order.
package struct CountLot: Hashable, Sendable {
  /// `secretSize` random bytes, published with the drawn words.
  package let secret: [UInt8]
  /// What was drawn in public: the numbers of a lottery, of dice. Nil until a tie needs it.
  package let words: String?

  package static let secretSize = 16
  package static let wordsMax = 500

  package init(secret: [UInt8], words: String? = nil) {
    self.secret = secret
    self.words = words
  }

  /// The seed of the draw, as `recount --lot` takes it; nil until words were drawn.
  package var seed: [UInt8]? { words.map { secret + Array($0.utf8) } }
}

/// Where a count stands.
package enum CountStatus: String, CaseIterable, Hashable, Sendable {
  /// Waits for the job.
  case ordered
  case counting
  /// Counted, but a tie decides who gets money: a lot must be drawn.
  case tieOpen
  /// Counted; not public yet.
  case counted
  /// Public, with its digest, for ever.
  case certified
  /// Replaced by a later certified count.
  case superseded
  /// Given up by someone.
  case stopped
  /// The rule and the file do not fit.
  case failed

  /// What happens to a count.
  package enum Event: Hashable, Sendable {
    case begun
    case counted(tieDecides: Bool)
    case drawn
    case certified
    case superseded
    case stopped
    case failed
  }

  /// Whether the job still has to do with it.
  package var isUnderWay: Bool { self == .ordered || self == .counting }

  /// The status after an event; refuses what cannot happen now.
  package func after(_ event: Event) throws(CountStep.Refusal) -> CountStatus {
    switch (self, event) {
    case (.ordered, .begun), (.counting, .begun): return .counting
    case (.counting, .counted(let tieDecides)): return tieDecides ? .tieOpen : .counted
    case (.counting, .failed): return .failed
    case (.tieOpen, .drawn): return .ordered
    case (.counted, .certified): return .certified
    case (.certified, .superseded): return .superseded
    case (.ordered, .stopped), (.counting, .stopped), (.tieOpen, .stopped), (.counted, .stopped):
      return .stopped
    case (.tieOpen, .certified): throw .tieStillOpen
    case (.ordered, _), (.counting, _): throw .stillCounting
    case (.certified, _), (.superseded, _), (.stopped, _), (.failed, _): throw .isOver
    case (.tieOpen, _), (.counted, _): throw .nothingToDo
    }
  }
}

/// One step of a count.
package enum CountStep {
  /// Why a count did not change.
  package enum Refusal: Error, Hashable, Sendable {
    case stillCounting
    case tieStillOpen
    case isOver
    /// No tie waits for a draw.
    case nothingToDo
    /// A draw without words is none.
    case wordsMissing
  }
}

extension CountRefusal {
  /// As stored with a count that failed.
  package var code: String {
    switch self {
    case .minimumMissing: "minimum-missing"
    case .purchaseRuleMissing: "purchase-rule-missing"
    case .purchasesMissing: "purchases-missing"
    case .numbersTooLarge: "numbers-too-large"
    case .unknownProject(let id): "unknown-project:\(id.text)"
    case .stopped: "stopped"
    }
  }
  package init?(code: String) {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let unknown = parts.count == 2 ? ExternalID(String(parts[1])) : nil
    let known: [CountRefusal] = [
      .minimumMissing, .purchaseRuleMissing, .purchasesMissing, .numbersTooLarge, .stopped,
    ]
    guard
      let refusal = known.first(where: { $0.code == code })
        ?? unknown.map({ .unknownProject($0) }), refusal.code == code
    else { return nil }
    self = refusal
  }
}

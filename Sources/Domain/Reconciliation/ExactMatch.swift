// Which bank lines need no person: an exact reference, the exact open amount, the same currency.

/// A transfer that was announced with a reference of ours.
package struct AwaitedTransfer: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case open
    case paid
    /// Lapsed or cancelled: money that comes now needs a person's decision.
    case closed
  }
  package let reference: RFReference
  /// What is still to come.
  package let open: Money
  package let standing: Standing

  package init(reference: RFReference, open: Money, standing: Standing) {
    self.reference = reference
    self.open = open
    self.standing = standing
  }
}

/// Why a line waits for a person.
package enum WaitReason: String, CaseIterable, Hashable, Sendable {
  /// Money went out: payouts, refunds, bank charges.
  case notACredit
  /// The bank takes back an earlier movement.
  case reversal
  case noReference
  case unknownReference
  case severalReferences
  case wrongAmount
  case otherCurrency
  case alreadyPaid
  /// The pledge lapsed or was cancelled before the money came.
  case noLongerAwaited
  /// A file of another format may have told of it already.
  case possibleDuplicate
  /// A decision was taken back: the rule does not decide it again.
  case takenBack
}

/// What can be said of a line without a person.
package enum MatchDecision: Hashable, Sendable {
  case matched(RFReference)
  case waits(WaitReason)
}

extension BankLine {
  /// Decides by exact reference only. `awaited` holds the transfers for every reading that
  /// `foundReferences` offers; never by amount, never between two candidates.
  package func matchExactly(among awaited: [AwaitedTransfer]) -> MatchDecision {
    guard !isReversal else { return .waits(.reversal) }
    guard amount.isPositive else { return .waits(.notACredit) }
    let known = Dictionary(awaited.map { ($0.reference, $0) }) { first, _ in first }
    var named: Set<RFReference> = []
    var unknown = false
    for place in foundReferences {
      let readings = place.readings.filter { known[$0.reference] != nil }
      if let reading = readings.first(where: { !$0.isRepaired }) ?? readings.first {
        named.insert(reading.reference)
      } else if place.readings.contains(where: { !$0.isRepaired }) {
        unknown = true
      }
    }
    guard let reference = named.first, let transfer = known[reference] else {
      return .waits(unknown ? .unknownReference : .noReference)
    }
    guard named.count == 1, !unknown else { return .waits(.severalReferences) }
    return decide(on: transfer)
  }

  /// One reference is named, and it is ours.
  private func decide(on transfer: AwaitedTransfer) -> MatchDecision {
    switch transfer.standing {
    case .paid: return .waits(.alreadyPaid)
    case .closed: return .waits(.noLongerAwaited)
    case .open: break
    }
    guard amount.currency == transfer.open.currency else { return .waits(.otherCurrency) }
    return amount == transfer.open ? .matched(transfer.reference) : .waits(.wrongAmount)
  }
}

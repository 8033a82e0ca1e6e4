// What the rule says of a line, with what the database knows: nothing is written here.
import Domain
import Store

/// A line of a file with its identity, and whether an earlier file told of it.
struct SortedLine: Sendable {
  let position: Int
  let line: BankLine
  let fingerprint: Digest
  let ordinal: Int
}

extension Transaction {
  /// Decides by exact reference. `taken` holds the references that earlier lines of the same file
  /// have already paid.
  func decide(
    _ line: BankLine, format: StatementFormat, taken: Set<RFReference> = []
  ) throws -> (decision: MatchDecision, pledge: Pledge.ID?) {
    let references = Set(line.foundReferences.flatMap { $0.readings.map(\.reference) })
    var owners: [RFReference: Pledge.ID] = [:]
    var awaited: [AwaitedTransfer] = []
    let known = references.sorted { $0.text < $1.text }.prefix(Self.referencesMax)
    for id in try pledges(withTransferReferences: Array(known)) {
      guard let pledge = try pledge(id), let campaign = try campaign(pledge.campaign) else {
        continue
      }
      let reference = pledge.keys.transferReference
      owners[reference] = id
      var standing = pledge.state.transferStanding
      if standing == .open, campaign.state.returnsMoney { standing = .closed }
      if taken.contains(reference) { standing = .paid }
      awaited.append(
        AwaitedTransfer(reference: reference, open: pledge.total, standing: standing))
    }
    let decision = line.matchExactly(among: awaited)
    switch decision {
    case .matched(let reference): return (decision, owners[reference])
    case .waits:
      let isTold = try lines(like: line, notFrom: format) > 0
      return (isTold ? .waits(.possibleDuplicate) : decision, nil)
    }
  }

  /// A line with more readings than this is no transfer of ours.
  private static var referencesMax: Int { 200 }
}

extension PledgeState {
  /// What a transfer that comes now meets. A lapsed pledge still takes its own money.
  var transferStanding: AwaitedTransfer.Standing {
    switch self {
    case .reserved, .awaitingPayment, .paymentFailed, .lapsed: .open
    case .authorised, .confirmed: .paid
    case .cancelledByDonor, .cancelledByAdmin, .closed: .closed
    }
  }
}

// The VOTES section: one ballot a row, its choices a list inside a cell.

extension PabulibReader {
  mutating func readBallots(
    of projects: [PabulibProject], under meta: PabulibFile.Meta, _ bounds: PabulibBounds
  ) throws(VoteFileRefusal) -> Ballots {
    let header = try enter(.votes)
    let voterColumn = try header.require("voter_id")
    let voteColumn = try header.require("vote")
    let pointsColumn = meta.voteType.hasPoints ? try header.require("points") : nil
    var ballot = BallotInHand(projects)
    var ballots = Ballots()
    var voters: [ArraySlice<UInt8>: Int] = [:]
    while try advance(under: header) {
      let voter = voterColumn < text.cells.count ? text.cells[voterColumn] : []
      guard !voter.isEmpty else {
        throw VoteFileRefusal(line: text.line, column: "voter_id", .valueMissing)
      }
      if let firstLine = voters.updateValue(text.line, forKey: voter) {
        throw VoteFileRefusal(
          line: text.line, column: "voter_id", cell: voter, .voterRepeated(firstLine: firstLine))
      }
      guard ballots.count < VoteFileLimits.ballotsMax else {
        throw VoteFileRefusal(line: text.line, .tooManyBallots(max: VoteFileLimits.ballotsMax))
      }
      ballot.clear()
      try ballot.read(cell(voteColumn), line: text.line, &warnings)
      if let pointsColumn {
        try ballot.readPoints(cell(pointsColumn), line: text.line, &warnings)
      }
      if meta.voteType == .chooseOne, ballot.choices.count > 1 {
        throw VoteFileRefusal(
          line: text.line, column: "vote", cell: cell(voteColumn), .moreThanOneChoice)
      }
      ballot.check(against: bounds, costs: projects, line: text.line, &warnings)
      ballots.append(ballot.choices, points: ballot.points)
    }
    try expectEnd()
    guard bounds.ballots == ballots.count else {
      throw VoteFileRefusal(
        line: text.line, column: "num_votes",
        .countDiffers(declared: bounds.ballots, found: ballots.count))
    }
    return ballots
  }
}

extension PabulibFile.VoteType {
  /// Whether ballots carry a list of points beside the list of projects.
  package var hasPoints: Bool {
    switch self {
    case .cumulative, .scoring: true
    case .approval, .chooseOne, .ordinal: false
    }
  }
}

/// The ballot being read. A project named twice keeps its first place and its last points, which is
/// how the reference implementation (pabutools) reads such ballots.
private struct BallotInHand {
  private let indices: [ArraySlice<UInt8>: Int32]
  private(set) var choices: [Int32] = []
  private(set) var points: [Int32] = []
  /// For each item of the written list, its place in `choices`.
  private var places: [Int] = []
  /// For each project, the place it has in this ballot, or −1.
  private var placeOfProject: [Int]

  init(_ projects: [PabulibProject]) {
    var indices: [ArraySlice<UInt8>: Int32] = [:]
    for (index, project) in projects.enumerated() {
      indices[Array(project.id.text.utf8)[...]] = Int32(index)
    }
    self.indices = indices
    placeOfProject = Array(repeating: -1, count: projects.count)
  }

  mutating func clear() {
    for choice in choices { placeOfProject[Int(choice)] = -1 }
    choices.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  mutating func read(
    _ list: ArraySlice<UInt8>, line: Int, _ warnings: inout VoteFileWarnings
  ) throws(VoteFileRefusal) {
    guard !list.isEmpty else { return warnings.note(.emptyBallot, line: line) }
    var rest = list
    while let item = rest.nextItem() {
      guard !item.isEmpty else {
        warnings.note(.emptyListItem, line: line)
        continue
      }
      guard let project = indices[item] else {
        throw VoteFileRefusal(line: line, column: "vote", cell: item, .unknownProject)
      }
      let place = placeOfProject[Int(project)]
      if place >= 0 {
        warnings.note(.projectRepeatedInBallot, line: line)
        places.append(place)
      } else {
        placeOfProject[Int(project)] = choices.count
        places.append(choices.count)
        choices.append(project)
      }
    }
  }

  mutating func readPoints(
    _ list: ArraySlice<UInt8>, line: Int, _ warnings: inout VoteFileWarnings
  ) throws(VoteFileRefusal) {
    points.append(contentsOf: repeatElement(0, count: choices.count))
    var rest = list
    var read = 0
    while let item = rest.nextItem() {
      guard !item.isEmpty else { continue }
      defer { read += 1 }
      guard read < places.count else { continue }
      do throws(VoteFileRefusal.Reason) {
        points[places[read]] = Int32(try item.wholeNumber(max: VoteFileLimits.pointsMax))
      } catch {
        throw VoteFileRefusal(line: line, column: "points", cell: item, error)
      }
    }
    guard read == places.count else {
      throw VoteFileRefusal(
        line: line, column: "points", cell: list,
        .pointsDiffer(choices: places.count, points: read))
    }
  }

  func check(
    against bounds: PabulibBounds, costs projects: [PabulibProject], line: Int,
    _ warnings: inout VoteFileWarnings
  ) {
    let length = Int64(choices.count)
    if let least = bounds.minLength, length < least, length > 0 {
      warnings.note(.ballotTooShort, line: line)
    }
    if let most = bounds.maxLength, length > most { warnings.note(.ballotTooLong, line: line) }
    if let most = bounds.maxSumCost,
      choices.reduce(0, { $0 + projects[Int($1)].cost }) > most
    {
      warnings.note(.ballotAboveMaximumCost, line: line)
    }
    guard !points.isEmpty else { return }
    let sum = points.reduce(Int64(0)) { $0 + Int64($1) }
    if let least = bounds.minSumPoints, sum < least {
      warnings.note(.ballotBelowMinimumPoints, line: line)
    }
    if let most = bounds.maxSumPoints, sum > most {
      warnings.note(.ballotAboveMaximumPoints, line: line)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Takes the item before the next comma, without blanks around it; nil when nothing is left.
  fileprivate mutating func nextItem() -> ArraySlice<UInt8>? {
    guard startIndex < endIndex else { return nil }
    var end = startIndex
    while end < endIndex, self[end] != UInt8(ascii: ",") { end += 1 }
    let item = self[startIndex..<end].trimmed
    self = end < endIndex ? self[(end + 1)...] : self[endIndex...]
    return item
  }
}

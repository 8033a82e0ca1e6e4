// What a ballot file says of each voter, and how much of it may be published with the ballots.

/// Age and sex beside one ballot, as far as the file gives them.
package struct VoterTraits: Hashable, Sendable {
  /// A band such as `30-44`, never a single year.
  package let ageBand: String?
  /// `M`, `F` or `O`.
  package let sex: String?
}

/// What may stand beside ballots in a published file.
package enum VoterTrait: String, CaseIterable, Hashable, Sendable {
  case age, sex

  /// Fewer ballots than this with the same traits would point at persons.
  package static let ballotsMin = 10

  /// The traits that can be published: both if each combination that occurs (also "not known")
  /// has `ballotsMin` ballots, else the first alone for which that holds, else none.
  package static func publishable(_ voters: [VoterTraits]) -> Set<VoterTrait> {
    for traits in [[age, sex], [age], [sex]] as [Set<VoterTrait>] {
      var cells: [VoterTraits: Int] = [:]
      for voter in voters { cells[voter.keeping(traits), default: 0] += 1 }
      // A trait that nobody has says nothing: it would be an empty column.
      let says = traits.allSatisfy { trait in cells.keys.contains { $0[trait] != nil } }
      if says, cells.values.allSatisfy({ $0 >= ballotsMin }) { return traits }
    }
    return []
  }
}

extension VoterTraits {
  package subscript(trait: VoterTrait) -> String? {
    switch trait {
    case .age: ageBand
    case .sex: sex
    }
  }

  func keeping(_ traits: Set<VoterTrait>) -> VoterTraits {
    VoterTraits(
      ageBand: traits.contains(.age) ? ageBand : nil, sex: traits.contains(.sex) ? sex : nil)
  }

  /// The traits of a file that `PabulibFile` reads without fault, ballot by ballot.
  static func read(_ bytes: [UInt8]) throws(VoteFileRefusal) -> [VoterTraits] {
    var reader = PabulibReader(bytes)
    for section in [PabulibReader.Section.meta, .projects] {
      let header = try reader.enter(section)
      while try reader.advance(under: header) {}
    }
    let header = try reader.enter(.votes)
    let (age, sex) = (header.index(of: "age"), header.index(of: "sex"))
    var voters: [VoterTraits] = []
    while try reader.advance(under: header) {
      let letter = reader.cell(sex).text.uppercased()
      voters.append(
        VoterTraits(
          ageBand: band(reader.cell(age).text),
          sex: ["M", "F", "O"].contains(letter) ? letter : nil))
    }
    return voters
  }

  private static let bands = [0...17, 18...29, 30...44, 45...59, 60...74, 75...130]

  /// The band of an age in years; a band stays what it is; nil for anything else.
  private static func band(_ text: String) -> String? {
    if let age = Int(text), let band = bands.first(where: { $0.contains(age) }) {
      return "\(band.lowerBound)-\(band.upperBound)"
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let first = parts[0], let last = parts[1], first >= 0, first < last
    else { return nil }
    return "\(first)-\(last)"
  }
}

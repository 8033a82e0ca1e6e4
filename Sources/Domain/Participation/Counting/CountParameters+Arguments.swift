// The command that counts again: what a certificate's page tells everyone to type.

extension CountParameters {
  /// The options of `raccolto recount` after the file's name.
  package func arguments(lot seed: [UInt8]? = nil) -> [String] {
    var words = ["--rule", rule.rawValue, "--ties", ties.rawValue]
    if fundsUnsupported { words.append("--fund-unsupported") }
    if rule == .greedyThreshold, let minimumScore { words += ["--minimum", String(minimumScore)] }
    if let groupLimit { words += ["--at-most", "\(groupLimit.column.rawValue)=\(groupLimit.max)"] }
    for set in exclusiveSets {
      words += ["--exclusive", set.map(\.text).joined(separator: ",")]
    }
    if let lastFromPercent { words += ["--last-from-percent", String(lastFromPercent)] }
    if comparesWithGreedy { words.append("--comparison") }
    if let places { words += ["--places", String(places)] }
    if let purchases {
      words += ["--votes-weigh", "\(purchases.voteParts)/\(purchases.parts)", "--purchases-as"]
      switch purchases.counting {
      case .buyers: words.append("buyers")
      case .money(let most): words.append("money:\(most)")
      }
    }
    if let seed { words += ["--lot", hexadecimal(seed)] }
    return words
  }
}

/// Two digits a byte, in lower case.
package func hexadecimal(_ bytes: [UInt8]) -> String {
  bytes.reduce(into: "") { text, byte in
    text += byte < 16 ? "0" : ""
    text += String(byte, radix: 16)
  }
}

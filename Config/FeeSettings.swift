// The price of this installation: what new campaigns leave on the way to their projects.
import Domain

extension SettingsLoader {
  /// A share such as `5` or `2,5`, and who bears what card providers take.
  mutating func fees() -> FeeRule {
    let found = text("platform.fee", default: "0")
    let bearer = choice("provider.fees", FeeRule.Bearer.self, default: .campaign)
    guard let basisPoints = Self.basisPoints(found) else {
      refuse("platform.fee", found: found, allowed: "a percentage from 0 to 20, such as 2.5")
      return .standard
    }
    return FeeRule(platformBasisPoints: basisPoints, providerFees: bearer)
  }
  /// More than this is a slip of the pen.
  private static let basisPointsMax = 2_000

  private static func basisPoints(_ percent: String) -> Int? {
    let parts = percent.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    let isNumber = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard isNumber, (1...2).contains(parts.count), let whole = Int(parts[0]) else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= 2, whole <= basisPointsMax,
      let rest = Int(decimals.padding(2))
    else { return nil }
    let points = whole * 100 + rest
    return points <= basisPointsMax ? points : nil
  }
}

extension Substring {
  fileprivate func padding(_ length: Int) -> String {
    self + String(repeating: "0", count: Swift.max(0, length - count))
  }
}

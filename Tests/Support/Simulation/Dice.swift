// Chance that is the same for the same seed, on any machine.
import Domain

/// Everything that happens by chance in a simulation comes from one of these.
package struct Dice: Sendable {
  private var numbers: SeededIDs

  package init(seed: UInt64) { numbers = SeededIDs(seed: seed &* 0x2545_F491_4F6C_DD1D) }

  /// From 0 up to, not including, `count`.
  package mutating func below(_ count: Int) -> Int { Int(numbers.next() % UInt64(max(1, count))) }
  /// True so many times in a hundred.
  package mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
  package mutating func one<T: RandomAccessCollection>(of all: T) -> T.Element? {
    all.isEmpty ? nil : all[all.index(all.startIndex, offsetBy: below(all.count))]
  }
  /// One of these, each as often as its weight says.
  package mutating func weighted<T>(_ all: [(weight: Int, value: T)]) -> T? {
    var rest = below(all.reduce(0) { $0 + $1.weight })
    for (weight, value) in all {
      if rest < weight { return value }
      rest -= weight
    }
    return nil
  }
}

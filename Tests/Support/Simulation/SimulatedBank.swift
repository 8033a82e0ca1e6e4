// What donors send by bank transfer, and the statements that tell of it: late, twice, overlapping.
import Domain

/// The bank's own book of movements.
struct SimulatedBank: Sendable {
  private(set) var movements: [Movement] = []
  private var told = 0

  mutating func receive(_ cents: Int64, _ text: String, on day: CivilDate) {
    // The number makes equal transfers different lines, as a bank's reference does.
    movements.append(Movement(cents, "\(text) n. \(movements.count + 1)", on: day.description))
  }
  /// Movements that were not told yet, with some that were.
  mutating func statement(overlap: Int) -> [Movement] {
    let start = max(0, told - overlap)
    told = movements.count
    return Array(movements[start...])
  }
  /// What was told so far.
  var toldSum: Int64 { movements.prefix(told).reduce(0) { $0 + $1.cents } }
  var toldAll: [Movement] { Array(movements.prefix(told)) }
}

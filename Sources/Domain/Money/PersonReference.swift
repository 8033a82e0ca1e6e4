// The code that a person reads out at a counter or copies from paper: short, and it checks itself.

/// Seven characters and a check character, as `K7QF-2M9X`. No 0, 1, I, L or O, so nothing is
/// taken for another; 31 characters remain, a prime, so that one wrong character or two swapped
/// ones are always found.
package struct PersonReference: Hashable, Sendable, CustomStringConvertible {
  /// Eight characters without the hyphen: how it is stored and compared.
  package let text: String

  /// Makes one from random bytes (eight at least).
  package init(random: [UInt8]) {
    precondition(random.count >= 8, "a code needs eight random bytes")
    var number = random.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var values: [Int] = []
    for _ in 0..<7 {
      values.append(Int(number % 31))
      number /= 31
    }
    values.append(Self.check(values))
    text = String(decoding: values.map { alphabet[$0] }, as: UTF8.self)
  }
  /// Reads what a person typed, in either case, with or without hyphen and blanks; nil unless the
  /// check character is right.
  package init?(_ typed: String) {
    guard typed.utf8.count <= 40 else { return nil }
    let bytes = Array(typed.squeezedCode.utf8)
    let values = bytes.compactMap(alphabet.firstIndex(of:))
    guard bytes.count == 8, values.count == 8, Self.check(values) == values[7] else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// `K7QF-2M9X`.
  package var grouped: String { text.prefix(4) + "-" + text.suffix(4) }
  package var description: String { grouped }

  /// The eighth value: weights 1 to 8 all differ and none is a multiple of 31, so the weighted sum
  /// (kept at zero) changes with any single error and any swap.
  private static func check(_ values: [Int]) -> Int {
    let sum = values.prefix(7).enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    // 8 × value ≡ −sum (mod 31), and 4 is the inverse of 8.
    return (31 - sum % 31) * 4 % 31
  }
}

private let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8)

// Natural numbers of any size, with the few operations that an exact count needs.

/// Shares of a budget are fractions whose denominators grow by some bits with every round: after
/// sixty rounds they have hundreds of digits, far beyond any machine word. A count only ever
/// multiplies them by words, adds, subtracts and compares, so that is all there is here.
package struct Natural: Hashable, Sendable {
  /// Lowest first; the last one is never zero.
  private var words: [UInt64] = []

  package init() {}
  package init(_ value: UInt128) {
    words = [UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64)]
    trim()
  }

  package var isZero: Bool { words.isEmpty }

  private mutating func trim() {
    while let last = words.last, last == 0 { words.removeLast() }
  }

  /// Sets it to zero and keeps its memory.
  mutating func clear() { words.removeAll(keepingCapacity: true) }

  package mutating func multiply(by factor: UInt64) {
    guard factor != 1 else { return }
    guard factor != 0 else { return clear() }
    var carry: UInt64 = 0
    for index in words.indices {
      let product = words[index].multipliedFullWidth(by: factor)
      let (low, overflow) = product.low.addingReportingOverflow(carry)
      words[index] = low
      carry = product.high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { words.append(carry) }
  }

  /// Adds `other` times `factor`.
  package mutating func add(_ other: Natural, times factor: UInt64 = 1) {
    guard factor != 0 else { return }
    var carry: UInt64 = 0
    for index in other.words.indices {
      if index == words.count { words.append(0) }
      let product = other.words[index].multipliedFullWidth(by: factor)
      let (low, first) = product.low.addingReportingOverflow(carry)
      let (sum, second) = words[index].addingReportingOverflow(low)
      words[index] = sum
      carry = product.high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
    }
    var index = other.words.count
    while carry != 0 {
      if index == words.count { words.append(0) }
      let (sum, overflow) = words[index].addingReportingOverflow(carry)
      words[index] = sum
      carry = overflow ? 1 : 0
      index += 1
    }
  }

  /// Takes a smaller or equal number away.
  package mutating func subtract(_ other: Natural) {
    var borrow: UInt64 = 0
    for index in words.indices {
      guard index < other.words.count || borrow != 0 else { break }
      let taken = index < other.words.count ? other.words[index] : 0
      let (first, underflow) = words[index].subtractingReportingOverflow(taken)
      let (second, again) = first.subtractingReportingOverflow(borrow)
      words[index] = second
      borrow = underflow || again ? 1 : 0
    }
    precondition(borrow == 0, "a natural number cannot fall below zero")
    trim()
  }

  package mutating func shiftLeft(_ bits: Int) {
    guard !words.isEmpty, bits > 0 else { return }
    if bits % 64 != 0 { multiply(by: 1 << UInt64(bits % 64)) }
    words.insert(contentsOf: repeatElement(0, count: bits / 64), at: 0)
  }

  private mutating func halve() {
    var carry: UInt64 = 0
    for index in words.indices.reversed() {
      let word = words[index]
      words[index] = word >> 1 | carry << 63
      carry = word & 1
    }
    trim()
  }

  /// How many bits it has; zero has none.
  package var bitWidth: Int {
    words.last.map { words.count * 64 - $0.leadingZeroBitCount } ?? 0
  }

  /// How often `divisor` fits whole; the caller knows that a word holds the answer.
  package func quotient(by divisor: Natural) -> UInt64 {
    let shift = bitWidth - divisor.bitWidth
    guard shift >= 0, !divisor.isZero else { return 0 }
    precondition(shift < 64, "the quotient does not fit a word")
    var rest = self
    var step = divisor
    step.shiftLeft(shift)
    var quotient: UInt64 = 0
    for _ in 0...shift {
      quotient <<= 1
      if rest >= step {
        rest.subtract(step)
        quotient |= 1
      }
      step.halve()
    }
    return quotient
  }

  /// The number times a word.
  package func times(_ factor: UInt64) -> Natural {
    var product = self
    product.multiply(by: factor)
    return product
  }
  /// The number times two words.
  package func times(_ factor: UInt128) -> Natural {
    var product = times(UInt64(truncatingIfNeeded: factor))
    let high = UInt64(truncatingIfNeeded: factor >> 64)
    guard high != 0 else { return product }
    var shifted = times(high)
    shifted.shiftLeft(64)
    product.add(shifted)
    return product
  }
}

extension Natural: Comparable {
  package static func < (left: Natural, right: Natural) -> Bool {
    guard left.words.count == right.words.count else {
      return left.words.count < right.words.count
    }
    for index in left.words.indices.reversed() where left.words[index] != right.words[index] {
      return left.words[index] < right.words[index]
    }
    return false
  }
}

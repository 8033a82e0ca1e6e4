// Instants as SAML writes them: UTC with a Z, seconds, and as many decimals as one likes.
import Domain

enum SamlInstant {
  private static let decimalsMax = 12

  /// `2026-11-21T10:00:00Z` or `…:00.123456Z`; nil for anything else.
  static func read(_ text: String?) -> Instant? {
    guard let text, text.utf8.count <= 20 + decimalsMax + 1 else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
    let marks: [(Int, Character)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
    guard marks.allSatisfy({ bytes[$0.0] == $0.1.asciiValue }) else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(Int?(0)) { sum, byte in
        guard let sum, (48...57).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 48)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      CivilDate(year: year, month: month, day: day) != nil, hour < 24, minute < 60, second < 61
    else { return nil }
    guard let milliseconds = decimals(bytes[19..<(bytes.count - 1)]) else { return nil }
    let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
    return Instant(milliseconds: Int64(seconds) * 1000 + milliseconds)
  }

  /// `.123456` as milliseconds; nil if something else stands there.
  private static func decimals(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard let first = bytes.first else { return 0 }
    let digits = bytes.dropFirst()
    guard first == UInt8(ascii: "."), !digits.isEmpty,
      digits.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    let three = (Array(digits.prefix(3)) + [48, 48]).prefix(3)
    return three.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

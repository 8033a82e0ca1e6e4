// Swift text with its comments and string contents turned into blanks, so that rules see only code.

/// The text with the same lines and columns, but without what comments and strings say.
/// What stands in an interpolation is blanked too.
func blanked(_ text: String) -> String {
  var scanner = BlankingScanner(Array(text.unicodeScalars))
  return scanner.run()
}

private struct BlankingScanner {
  let input: [Unicode.Scalar]
  var output = String.UnicodeScalarView()
  var at = 0

  init(_ input: [Unicode.Scalar]) { self.input = input }

  mutating func run() -> String {
    while at < input.count {
      if sees("//") {
        while at < input.count, input[at] != "\n" { blank() }
      } else if sees("/*") {
        blockComment()
      } else if input[at] == "\"" || sees("#\"") || sees("##\"") {
        string()
      } else {
        keep()
      }
    }
    return String(output)
  }

  private func sees(_ word: String) -> Bool {
    var index = at
    for scalar in word.unicodeScalars {
      guard index < input.count, input[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  private mutating func keep() {
    output.append(input[at])
    at += 1
  }

  private mutating func blank() {
    output.append(input[at] == "\n" ? "\n" : " ")
    at += 1
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where at < input.count { blank() }
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if sees("/*") { depth += 1 } else if sees("*/") { depth -= 1 }
      blank(sees("/*") || sees("*/") ? 2 : 1)
    } while depth > 0 && at < input.count
  }

  /// From the opening hashes and quotes to the closing ones, which stay as they are.
  private mutating func string() {
    var hashes = ""
    while at < input.count, input[at] == "#" {
      hashes += "#"
      keep()
    }
    let quotes = sees("\"\"\"") ? "\"\"\"" : "\""
    for _ in quotes.unicodeScalars { keep() }
    let end = quotes + hashes
    while at < input.count {
      if sees(end) {
        for _ in end.unicodeScalars { keep() }
        return
      }
      if quotes.count == 1, input[at] == "\n" { return }
      if sees("\\" + hashes + "(") {
        blank(2 + hashes.count)
        interpolation()
      } else if hashes.isEmpty, input[at] == "\\" {
        blank(2)
      } else {
        blank()
      }
    }
  }

  /// To the parenthesis that closes the interpolation; strings inside may hold parentheses.
  private mutating func interpolation() {
    var depth = 1
    while at < input.count, depth > 0 {
      if input[at] == "\"" || sees("#\"") {
        let start = output.endIndex
        string()
        blankOutput(from: start)
      } else {
        if input[at] == "(" { depth += 1 }
        if input[at] == ")" { depth -= 1 }
        blank()
      }
    }
  }

  private mutating func blankOutput(from start: String.UnicodeScalarView.Index) {
    let count = output[start...].map { $0 == "\n" ? "\n" : " " as Unicode.Scalar }
    output.replaceSubrange(start..., with: count)
  }
}

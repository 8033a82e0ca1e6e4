// How long functions are and what stands in a switch, read from braces and indentation.

/// A function's name, where it starts, how many lines it takes and how many parameters it has.
struct FunctionShape {
  let name: String
  let line: Int
  var lines = 0
  var parameters = 0
}

extension SourceFile {
  /// Every function and initialiser that has a body.
  var functions: [FunctionShape] {
    var reader = FunctionReader()
    for (index, line) in code.enumerated() { reader.read(line, number: index + 1) }
    return reader.done
  }

  /// Lines of `default:` in a switch whose other cases name members of an enum (`case .paid`).
  /// A line that says `not our enum` is left alone.
  var defaultsOverEnums: [Finding] {
    code.indices.compactMap { index in
      let trimmed = code[index].trimmingPrefix { $0 == " " }
      guard trimmed.hasPrefix("default:"), !lines[index].contains("not our enum") else {
        return nil
      }
      let indent = code[index].prefix { $0 == " " }.count
      return casesAbove(index, indent: indent).contains { $0.hasPrefix("case .") }
        ? Finding(path: path, line: index + 1, what: "default: over an enum hides a new case")
        : nil
    }
  }

  private func casesAbove(_ index: Int, indent: Int) -> [String] {
    var cases: [String] = []
    for line in code[..<index].reversed() {
      let depth = line.prefix { $0 == " " }.count
      let trimmed = String(line.dropFirst(depth))
      if trimmed.isEmpty || depth > indent { continue }
      guard depth == indent, trimmed.hasPrefix("case ") else { break }
      cases.append(trimmed)
    }
    return cases
  }
}

private struct FunctionReader {
  var done: [FunctionShape] = []
  private var open: [(shape: FunctionShape, braces: Int)] = []
  private var pending: (shape: FunctionShape, parens: Int)?
  private var braces = 0
  private var parens = 0
  private var angles = 0
  private var word = ""
  private var namesNext = false

  mutating func read(_ line: String, number: Int) {
    for character in line + "\n" {
      if character.isLetter || character.isNumber || character == "_" || character == "`" {
        word.append(character)
        continue
      }
      endWord(number)
      symbol(character, number)
    }
  }

  private mutating func endWord(_ number: Int) {
    defer { word = "" }
    guard !word.isEmpty else { return }
    if namesNext {
      namesNext = false
      pending = (FunctionShape(name: word, line: number), parens)
    } else if word == "func" {
      namesNext = true
    }
  }

  private mutating func symbol(_ character: Character, _ number: Int) {
    switch character {
    case "(", "[": openParenthesis()
    case ")", "]": parens -= 1
    case "<": angles += 1
    case ">": angles = max(0, angles - 1)
    case ",": comma()
    case "{": openBrace()
    case "}": closeBrace(number)
    default: break
    }
  }

  private mutating func openParenthesis() {
    parens += 1
    angles = 0
  }

  private mutating func comma() {
    guard let waiting = pending, parens == waiting.parens + 1, angles == 0 else { return }
    pending?.shape.parameters += 1
  }

  private mutating func openBrace() {
    braces += 1
    if let waiting = pending, waiting.parens == parens {
      open.append((waiting.shape, braces))
      pending = nil
    }
  }

  private mutating func closeBrace(_ number: Int) {
    if var last = open.last, last.braces == braces {
      open.removeLast()
      last.shape.lines = number - last.shape.line + 1
      last.shape.parameters += 1
      done.append(last.shape)
    }
    if pending?.parens == parens { pending = nil }
    braces -= 1
  }
}

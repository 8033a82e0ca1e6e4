// The rules that look at one file: each takes a file and answers where it breaks the rule.

enum Rules {
  static let linesMax = 400
  /// A phrase book holds the same sentences twice, Italian and English side by side in one file.
  static let phraseBookLinesMax = 500
  static let functionLinesMax = 60
  static let columnsMax = 100
  static let parametersMax = 5

  static func size(_ file: SourceFile) -> [Finding] {
    let lines = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
    let most = file.path.hasPrefix("Sources/Phrases/") ? phraseBookLinesMax : linesMax
    return lines > most
      ? [Finding(path: file.path, line: most, what: "\(lines) lines: two things live here")]
      : []
  }

  static func functionSize(_ file: SourceFile) -> [Finding] {
    file.functions.filter { $0.lines > functionLinesMax }.map {
      Finding(path: file.path, line: $0.line, what: "\($0.name) takes \($0.lines) lines")
    }
  }

  static func parameters(_ file: SourceFile) -> [Finding] {
    file.functions.filter { $0.parameters > parametersMax }.map {
      Finding(path: file.path, line: $0.line, what: "\($0.name) has \($0.parameters) parameters")
    }
  }

  static func columns(_ file: SourceFile) -> [Finding] {
    everyLine(file) { $0.count > columnsMax ? "\($0.count) columns" : nil }
  }

  static func blanks(_ file: SourceFile) -> [Finding] {
    everyLine(file) { line in
      line.contains("\t") ? "a tab" : line.hasSuffix(" ") ? "a trailing blank" : nil
    }
  }

  /// Notes to oneself belong in an issue.
  static func leftovers(_ file: SourceFile) -> [Finding] {
    let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]
    return everyLine(file) { line in
      line.split { !$0.isLetter }.first { words.contains(String($0)) }.map { "left over: \($0)" }
    }
  }

  static func crashes(_ file: SourceFile) -> [Finding] {
    file.findings(#"\btry!"#, "try! turns a fault into a crash")
      + file.findings(#"\bas!"#, "as! turns a surprise into a crash")
      + file.findings(#"[A-Za-z0-9_\)\]"}>?`]!(?!=)"#, "a force unwrap")
      .filter {
        !file.code[$0.line - 1].contains("try!") && !file.code[$0.line - 1].contains("as!")
      }
  }

  static func printing(_ file: SourceFile) -> [Finding] {
    file.findings(
      #"(^|[^.\w])(print|debugPrint|dump|NSLog)\("#, "prints: a library logs or throws")
  }

  /// Time, ids and chance come in as arguments, so that a test can choose them.
  static func chance(_ file: SourceFile) -> [Finding] {
    let sources = [
      #"\bDate\(\)"#, #"\bDate\.now\b"#, #"\bUUID\(\)"#, #"\b[A-Z]\w*\.random\("#,
      #"\.randomElement\("#,
      #"\.shuffled\(\)"#, #"\bSystemRandomNumberGenerator\("#, #"\bSymmetricKey\(size:"#,
    ]
    return sources.flatMap { file.findings($0, "takes time or chance by itself") }
  }

  /// An escape from the compiler's checks has its reason on the line or just above it.
  static func escapes(_ file: SourceFile) -> [Finding] {
    file.findings(#"@unchecked Sendable|nonisolated\(unsafe\)"#, "no reason beside it").filter {
      let above = file.lines[max(0, $0.line - 2)]
      return !file.lines[$0.line - 1].contains("//") && !above.contains("//")
    }
  }

  static func firstLine(_ file: SourceFile) -> [Finding] {
    let first = file.lines.first ?? ""
    return first.hasPrefix("// ") && first.count > 12
      ? [] : [Finding(path: file.path, line: 1, what: "does not say first what it is for")]
  }

  /// The strict content policy refuses these in the browser; here they are refused earlier.
  static func inlineCode(_ file: SourceFile) -> [Finding] {
    let banned = [#" style="#, #" onclick="#, #" onchange="#, #" onsubmit="#, "javascript:"]
    return everyLine(file) { line in
      guard !line.drop(while: { $0 == " " }).hasPrefix("//"), line.contains("<") else { return nil }
      return banned.first { line.contains($0) }.map { "inline \($0) in a page" }
    }
  }

  private static func everyLine(
    _ file: SourceFile, _ check: (String) -> String?
  ) -> [Finding] {
    file.lines.enumerated().compactMap { index, line in
      check(line).map { Finding(path: file.path, line: index + 1, what: $0) }
    }
  }
}

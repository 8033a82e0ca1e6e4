// The project's own files as the tidy tests read them, found from where this file stands.
import Foundation

/// Where a rule is broken.
struct Finding: CustomStringConvertible, Hashable {
  let path: String
  let line: Int
  let what: String

  var description: String { "\(path):\(line): \(what)" }
}

enum SourceTree {
  /// The top of the checkout.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file of the project, tests included.
  static let swift: [SourceFile] =
    files(ending: ["swift"]).map { SourceFile(path: $0.path, text: $0.text) }

  /// Swift that ships: all but the tests.
  static let shipped = swift.filter { !$0.path.hasPrefix("Tests/") && $0.path != "Package.swift" }

  /// Every text file people wrote.
  static let texts: [(path: String, text: String)] = files(ending: [
    "swift", "c", "h", "md", "py", "sh", "sql", "txt", "yaml", "json", "modulemap", "lua", "css",
    "Makefile", "run",
  ])

  /// The Swift files of one folder.
  static func swift(in folder: String) -> [SourceFile] {
    swift.filter { $0.path.hasPrefix(folder + "/") }
  }

  /// The text of one file, nil when there is none.
  static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// What stands at the top, less what git is told to ignore.
  static var topLevel: [String] {
    let ignored = (text(".gitignore") ?? "").split(separator: "\n").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "/"))
    }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return entries.filter { entry in
      entry != ".git"
        && !ignored.contains { pattern in
          pattern.hasSuffix("*") ? entry.hasPrefix(pattern.dropLast()) : entry == pattern
        }
    }.sorted()
  }

  private static func files(ending: Set<String>) -> [(path: String, text: String)] {
    let tops = topLevel.filter { ![".build", ".venv"].contains($0) }
    var found: [(path: String, text: String)] = []
    for top in tops {
      for path in [top] + inside(top) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard ending.contains(name) || ending.contains((name as NSString).pathExtension) else {
          continue
        }
        if let text = text(path) { found.append((path, text)) }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  private static func inside(_ top: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: top).path)
    return (paths?.compactMap { $0 as? String } ?? [])
      .filter { !$0.contains("__pycache__") }.map { "\(top)/\($0)" }
  }
}

/// One Swift file, as written and with its comments and strings blanked out.
struct SourceFile: Sendable {
  let path: String
  /// As written.
  let lines: [String]
  /// Comments and the contents of strings replaced by blanks, line for line.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    code = blanked(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The module a shipped file belongs to: the folder under Sources, or Config, or Jobs.
  var module: String {
    let parts = path.split(separator: "/").map(String.init)
    return parts.first == "Sources" && parts.count > 2 ? parts[1] : parts.first ?? ""
  }

  /// Every line of code that the pattern is found in, with what to say about it.
  func findings(_ pattern: String, _ what: String) -> [Finding] {
    code.enumerated().compactMap { index, line in
      line.range(of: pattern, options: .regularExpression) == nil
        ? nil : Finding(path: path, line: index + 1, what: what)
    }
  }
}

// A newcomer follows the paths that the documents name: each of them is there.
import Foundation
import Testing

@Suite struct `The documents` {
  /// Everything a newcomer reads first.
  private static let documents: [(path: String, text: String)] = {
    let pages = ["README.md", "Config/README.md", "Jobs/README.md"]
    let folder = SourceTree.root.appending(path: "Docs")
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let docs = names.filter { $0.hasSuffix(".md") && !$0.contains("template") }.map { "Docs/\($0)" }
    return (pages + docs.sorted()).compactMap { path in
      SourceTree.text(path).map { (path, $0) }
    }
  }()

  /// What is written between single backquotes in a text, fenced and indented blocks left out.
  static func codes(in text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.hasPrefix("    ") && !$0.hasPrefix("```") }
      .flatMap { line in
        line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      }
  }

  /// Whether a word means a file or folder of ours: addresses begin with a slash, made things lie
  /// in .build or data, and what varies stands in angle brackets.
  static func isPath(_ word: String) -> Bool {
    let endings = [".swift", ".md", ".py", ".sh", ".sql", "Makefile"]
    let isOurs = word.contains("/") || endings.contains(where: word.hasSuffix)
    let foreign = ["/", ".", "data/", "http", "sqlite:", "postgres", "smtp"]
    return isOurs && !foreign.contains(where: word.hasPrefix)
      && !word.contains { " <>{}()|*…,;:=\"".contains($0) }
  }

  /// Whether the path is there, from the top or from Sources; a bare name may lie anywhere.
  private static func exists(_ path: String) -> Bool {
    let found = ["", "Sources/"].contains { start in
      let file = SourceTree.root.appending(path: start + path)
      return FileManager.default.fileExists(atPath: file.path)
    }
    return found
      || (!path.contains("/") && SourceTree.swift.contains { $0.path.hasSuffix("/\(path)") })
  }

  @Test func `name only files and folders that are there`() {
    var count = 0
    for (document, text) in Self.documents {
      for path in Self.codes(in: text) where Self.isPath(path) {
        count += 1
        if !Self.exists(path) { Issue.record("\(document) names \(path), which is not there") }
      }
    }
    #expect(count > 40, "the paths are found")
  }

  @Test(arguments: [
    ("Web/Routes.swift", true), ("Tests/Journeys", true), ("Makefile", true), ("All.swift", true),
    ("/it/campagne", false), ("Jobs/<Verb>.swift", false), ("make run", false), ("it", false),
    ("sqlite:PATH/x", false), (".build/debug/raccolto", false),
  ])
  func `are read for paths and nothing else`(_ word: String, _ isPath: Bool) {
    #expect(Self.isPath(word) == isPath)
  }
}

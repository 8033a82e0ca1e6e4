// A story as a transcript: who does what at which page, and what came back. Stories are replayed
// against the built executable, and read as the documentation of each flow.
import Foundation
import Testing

/// One line of a transcript that does something, with the lines that say what came back.
struct Step: Sendable {
  /// Counted from 1, for failures.
  let line: Int
  /// As written, without the indentation.
  let text: String
  /// The indented `< …` lines below it.
  var answers: [String] = []
}

/// A transcript: comments, and steps with what they answered.
struct Story: Sendable, CustomTestStringConvertible {
  let file: URL
  /// Every line as it stands, to write it back.
  let lines: [String]

  var testDescription: String { file.deletingPathExtension().lastPathComponent }

  /// Every story of the folder Stories.
  static let all: [Story] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stories")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }
      .sorted { $0.path < $1.path }.compactMap { try? Story(file: $0) }
  }()

  init(file: URL) throws {
    self.file = file
    lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var steps: [Step] {
    var steps: [Step] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("  < ") {
        if !steps.isEmpty { steps[steps.count - 1].answers.append(String(line.dropFirst(4))) }
      } else if !line.isEmpty, !line.hasPrefix("#") {
        steps.append(Step(line: index + 1, text: line.trimmingCharacters(in: .whitespaces)))
      }
    }
    return steps
  }

  /// Writes the transcript anew with these answers, by step.
  func rewrite(_ answers: [[String]]) throws {
    var rest = answers[...]
    var written: [String] = []
    for line in lines where !line.hasPrefix("  < ") {
      written.append(line)
      if !line.isEmpty, !line.hasPrefix("#") {
        written += (rest.popFirst() ?? []).map { "  < " + $0 }
      }
    }
    try written.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
  }
}

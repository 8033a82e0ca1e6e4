// The rules that look across files: rooms that exist, lists that must be complete.
import Foundation
import Testing

@Suite struct `The house` {
  @Test func `has only the top-level entries that Docs ARCHITECTURE names`() {
    let allowed: Set<String> = [
      ".ci", ".gitignore", ".swift-format", "Config", "Docs", "Jobs", "Makefile", "Package.swift",
      "README.md", "Sources", "Tests",
    ]
    #expect(SourceTree.topLevel.filter { !allowed.contains($0) } == [])
  }

  @Test func `mentions no machine's own folders`() {
    let folders = ["wo" + "rk/", "far" + "m/", "opt/" + "swift", "ro" + "ot/", "ho" + "me/"]
    var findings: [Finding] = []
    for (path, text) in SourceTree.texts {
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        for folder in folders where line.contains("/" + folder) {
          findings.append(Finding(path: path, line: index + 1, what: "a machine path /\(folder)"))
        }
      }
    }
    expectNone(findings)
  }

  @Test func `numbers its migrations from one on and runs them all`() {
    let files = SourceTree.swift(in: "Sources/Store/Migrations")
    let list = SourceTree.text("Sources/Store/Migrations/All.swift") ?? ""
    let numbers = Set(files.compactMap(migration)).sorted()
    #expect(numbers.first == 1)
    for number in numbers {
      let code = files.filter { migration($0) == number }.flatMap(\.code).joined(separator: "\n")
      let names = code.components(separatedBy: "static let ").dropFirst().filter {
        $0.contains("= Migration(")
      }
      let name = names.first?.prefix { $0.isLetter || $0.isNumber } ?? "?"
      #expect(names.count == 1, "migration \(number) is declared \(names.count) times")
      #expect(code.contains("number: \(number),"), "migration \(number) says another number")
      #expect(list.contains(".\(name)"), "migration \(number) is not in All.swift")
    }
  }

  /// 7 for `…/M0007_PledgeRefund.swift`, nil for any other file.
  private func migration(_ file: SourceFile) -> Int? {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    guard name.hasPrefix("M"), name.dropFirst(5).hasPrefix("_") else { return nil }
    return Int(name.dropFirst().prefix(4))
  }

  @Test func `explains every setting in Config README, and explains no other`() {
    let readme = SourceTree.text("Config/README.md") ?? ""
    let explained = Set(
      readme.split { !($0.isUppercase || $0.isNumber || $0 == "_") }.map(String.init)
        .filter { $0.hasPrefix("RACCOLTO_") })
    let read = settingsRead()
    #expect(read.count > 8, "the settings are found in the code")
    #expect(read.subtracting(explained).sorted() == [], "in the code, not in Config/README.md")
    #expect(explained.subtracting(read).sorted() == [], "in Config/README.md, not in the code")
  }

  /// `RACCOLTO_BANK_IBAN` for each `text("bank.iban", …)` and the like in the loader.
  private func settingsRead() -> Set<String> {
    let calls = [
      "text(", "number(", "choice(", "secret(", "secrets(", "address(", "addresses(", "value(",
      "mailbox(", "account(", "mood(",
    ]
    var found: Set<String> = []
    for line in SourceTree.swift(in: "Config").flatMap(\.lines) {
      for call in calls {
        for piece in line.components(separatedBy: call + "\"").dropFirst() {
          let key = piece.prefix { $0 != "\"" }
          found.insert("RACCOLTO_" + key.replacing(".", with: "_").uppercased())
        }
      }
    }
    for line in SourceTree.swift(in: "Sources/CLI").flatMap(\.lines) {
      for piece in line.components(separatedBy: "environment[\"RACCOLTO_").dropFirst() {
        found.insert("RACCOLTO_" + piece.prefix { $0 != "\"" })
      }
    }
    return found
  }

  @Test func `moves a payment only by its transition function`() {
    for file in SourceTree.shipped where !file.path.hasSuffix("Domain/Money/Payment.swift") {
      for (index, line) in file.code.enumerated()
      where file.code.contains(where: { $0.contains("payment") })
        && ["payment.status = ", "locked.status = "].contains(where: line.contains)
        && !file.path.contains("Sandbox")
      {
        Issue.record("\(file.path):\(index + 1): consider payment.move(on:because:cause:at:)")
      }
    }
  }

  @Test func `explains every job, and runs it from the timetable or the dispatch`() {
    let readme = SourceTree.text("Jobs/README.md") ?? ""
    let starts = ["Jobs/Schedule.swift", "Jobs/Dispatch.swift"]
      .compactMap(SourceTree.text).joined(separator: "\n")
    for file in SourceTree.swift(in: "Jobs") {
      for line in file.code where line.contains("struct ") && line.contains(": Job ") {
        let name = line.components(separatedBy: "struct ")[1].prefix { $0.isLetter }
        #expect(readme.contains(name), "\(file.path): \(name) has no row in Jobs/README.md")
        #expect(starts.contains(name), "\(file.path): nothing starts \(name)")
      }
    }
  }

  @Test func `gives every command its help and an example`() {
    for file in SourceTree.swift(in: "Sources/CLI") {
      let code = file.code.joined(separator: "\n")
      let commands = file.code.filter { $0.contains("struct ") && $0.contains("ParsableCommand") }
      let helps = code.components(separatedBy: "abstract:").count - 1
      let examples = file.lines.count { $0.contains("Example: ") && $0.contains("raccolto ") }
      if helps < commands.count { Issue.record("\(file.path):1: a command without help") }
      let groups = code.components(separatedBy: "subcommands:").count - 1
      if examples < commands.count - groups {
        Issue.record("\(file.path):1: a command without example")
      }
    }
  }

  @Test func `says every phrase in Italian and in English in the same file`() {
    for file in SourceTree.swift(in: "Sources/Phrases") {
      let structs = file.code.filter {
        $0.contains("struct ")
          && $0.components(separatedBy: "struct ")[1]
            .prefix { $0.isLetter }.hasSuffix("Phrases")
      }
      for language in ["it", "en"] {
        let sets = file.code.filter {
          $0.contains("static let \(language) ") || $0.contains("static let \(language):")
            || $0.contains("static var \(language):")
        }
        #expect(sets.count >= structs.count, "\(file.path): a set of phrases lacks \(language)")
      }
    }
  }
}

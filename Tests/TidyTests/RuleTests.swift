// The rules of style that are checked file by file, and proof that each of them can fail.
import Testing

/// Records each finding as an issue of its own, so that a failure names file and line.
func expectNone(_ findings: [Finding]) {
  for finding in findings { Issue.record("\(finding)") }
}

@Suite struct `Every Swift file` {
  let all = SourceTree.swift
  let shipped = SourceTree.shipped

  @Test func `is found`() { #expect(all.count > 30) }

  @Test func `has at most 400 lines`() { expectNone(all.flatMap(Rules.size)) }

  @Test func `has functions of at most 60 lines`() { expectNone(all.flatMap(Rules.functionSize)) }

  @Test func `has functions of at most 5 parameters`() {
    expectNone(shipped.flatMap(Rules.parameters))
  }

  @Test func `has lines of at most 100 columns`() { expectNone(all.flatMap(Rules.columns)) }

  @Test func `has no tabs and no trailing blanks`() { expectNone(all.flatMap(Rules.blanks)) }

  @Test func `holds no notes to oneself`() { expectNone(all.flatMap(Rules.leftovers)) }

  @Test func `says in its first line what it is for`() { expectNone(all.flatMap(Rules.firstLine)) }

  @Test func `never unwraps or tries by force outside tests`() {
    expectNone(shipped.flatMap(Rules.crashes))
  }

  @Test func `prints only in CLI`() {
    expectNone(shipped.filter { $0.module != "CLI" }.flatMap(Rules.printing))
  }

  @Test func `takes time and chance only from its arguments, but for CLI and ports`() {
    expectNone(
      shipped.filter { $0.module != "CLI" && !$0.path.contains("/Ports") }.flatMap(Rules.chance))
  }

  @Test func `has no default over our enums`() {
    expectNone(shipped.flatMap(\.defaultsOverEnums))
  }

  @Test func `gives a reason for each escape from the compiler`() {
    expectNone(shipped.flatMap(Rules.escapes))
  }

  @Test func `keeps style and script out of pages`() {
    // Letters are read in mail programs, which know no stylesheet.
    let pages = SourceTree.swift(in: "Sources/Web").filter { !$0.path.contains("/Letters/") }
    expectNone(pages.flatMap(Rules.inlineCode))
  }

  @Test func `imports only what its module may`() {
    expectNone(shipped.flatMap(Directions.findings))
  }
}

@Suite struct `A tidy rule` {
  private func file(_ text: String, at path: String = "Sources/Domain/Planted.swift") -> SourceFile
  {
    SourceFile(path: path, text: text)
  }

  @Test(arguments: [
    "let a = b!", "let a = try! b()", "let a = b as! C", "a[0]!.c()", "f()!", "let a: Int! = nil",
  ])
  func `finds a crash by force`(_ text: String) {
    #expect(Rules.crashes(file(text)).count == 1)
  }

  @Test(arguments: [
    "if !a { }", "a != b", "let a = \"b!\"", "// b!", "\"\\(b(\"c\"))!\"", "/* b! */",
    "let a = \"\"\"\n  b! \\(c(\"d)\")) !\n  \"\"\"",
  ])
  func `lets an innocent exclamation pass`(_ text: String) {
    #expect(Rules.crashes(file(text)).isEmpty)
  }

  @Test(arguments: ["let a = Date()", "UUID()", "Int.random(in: 0..<3)", "Date.now"])
  func `finds time and chance`(_ text: String) { #expect(Rules.chance(file(text)).count == 1) }

  @Test func `counts the lines and parameters of a function`() {
    let body = String(repeating: "    work()\n", count: 60)
    let text = """
      protocol P { func short(a: Int) }
      struct S {
        func long(a: [Int: Int], b: (Int, Int), c: () -> Void = { }, d: Int, e: A<B, C>, f: Int) {
      \(body)  }
      }
      """
    #expect(Rules.functionSize(file(text)).map(\.line) == [3])
    #expect(file(text).functions.map(\.parameters) == [6])
    #expect(Rules.parameters(file(text)).count == 1)
  }

  @Test func `finds a default over an enum, not over text or a marked one`() {
    func text(_ pattern: String, _ mark: String = "") -> String {
      "switch a {\ncase \(pattern): b()\ndefault: c()\(mark)\n}"
    }
    #expect(file(text(".paid")).defaultsOverEnums.map(\.line) == [3])
    #expect(file(text("\"paid\"")).defaultsOverEnums.isEmpty)
    #expect(file(text(".ok", "  // not our enum")).defaultsOverEnums.isEmpty)
  }

  @Test func `finds an import against the direction, however it is written`() {
    let web = "Sources/Web/Planted.swift"
    for text in [
      "import Store", "package import Store", "@testable import Store",
      "import struct Store.Database",
    ] {
      #expect(Directions.findings(file(text, at: web)).map(\.what) == ["Web imports Store"])
    }
    #expect(Directions.findings(file("import Foundation")).count == 1)
    #expect(Directions.findings(file("import Domain", at: web)).isEmpty)
  }

  @Test func `finds form that is off`() {
    #expect(Rules.blanks(file("let a = 1 \n\tlet b = 2")).map(\.line) == [1, 2])
    #expect(Rules.columns(file(String(repeating: "a", count: 101))).count == 1)
    #expect(Rules.size(file(String(repeating: "a\n", count: 401))).count == 1)
    #expect(Rules.size(file(String(repeating: "a\n", count: 400))).isEmpty)
    #expect(Rules.leftovers(file("// TO" + "DO: later")).count == 1)
    #expect(Rules.printing(file("print(a)")).count == 1)
    #expect(Rules.firstLine(file("import Domain")).count == 1)
    #expect(Rules.escapes(file("final class A: @unchecked Sendable {}")).count == 1)
    #expect(Rules.inlineCode(file("\"<p style=\\\"color:red\\\">\"")).count == 1)
  }
}

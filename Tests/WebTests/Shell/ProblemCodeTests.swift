// Every code that the product emits has a page that explains it; the closed list is compared with
// what the sources emit.
import Domain
import Foundation
import Phrases
import Support
import Testing

@testable import Web

@Suite struct ProblemCodeTests {
  @Test func `each code is explained in both languages, and other words are not`() async throws {
    let codes = Problem.explained.map(\.code) + FieldCode.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count, "no code means two things")
    try await TestSite.run { site in
      var titles: Set<String> = []
      for code in codes {
        for language in Language.allCases {
          let visitor = site.visitor(headers: ["Accept-Language: \(language.rawValue)"])
          let page = try await visitor.open("/problems/\(code)")
          #expect(page.status == 200, "\(code)")
          #expect(page.page.language == language.rawValue)
          #expect(page.page.main.contains(code), "\(code)")
          titles.insert(page.page.main)
        }
      }
      #expect(titles.count == codes.count * 2, "each page says something of its own")
      #expect(try await site.visitor().open("/problems/no-such-code").status == 404)
    }
  }

  /// The codes in the sources: second arguments of `refuse` and `FieldProblem`, what `Problem`s are
  /// made with, and what `code` properties answer.
  private static let emitted: Set<String> = {
    let folder = Oracle.root.appending(path: "Sources/Web")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let code = #"[a-z]+(?:-[a-z]+)*"#
    let forms = [
      #"(?:refuse|refused|FieldProblem)\(\s*[^"()]*(?:"[^"]*")?[^"()]*,\s*"(\#(code))""#,
      #"Problem\(\s*[0-9]{3}, "(\#(code))""#,
      #"case \.[A-Za-z]+: "(\#(code))"\n"#,
    ].compactMap { try? NSRegularExpression(pattern: $0) }
    var found: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let isCodeTable = text.contains("var code: String")
      for (index, form) in forms.enumerated() where index < 2 || isCodeTable {
        let whole = NSRange(text.startIndex..., in: text)
        for match in form.matches(in: text, range: whole) {
          if let range = Range(match.range(at: 1), in: text) { found.insert(String(text[range])) }
        }
      }
    }
    return found
  }()

  @Test func `the sources emit no code that is not in the list`() {
    let known = Set(Problem.explained.map(\.code) + FieldCode.allCases.map(\.rawValue))
    #expect(Self.emitted.count > 30)
    #expect(
      Self.emitted.subtracting(known).sorted() == [],
      "consider a case in Phrases/FieldCode.swift, which /problems/{code} explains")
  }

  @Test func `the list holds no code that nothing emits`() {
    let fromReader = Set(["above-maximum"])
    let dead = Set(FieldCode.allCases.map(\.rawValue)).subtracting(Self.emitted)
    #expect(dead.subtracting(fromReader).sorted() == [])
  }
}

// The constituencies of a new process as people type them: what is read, and which line is refused.
import Domain
import Testing

@Suite struct `Constituencies that were typed` {
  typealias Reason = ConstituencyLines.Refusal.Reason

  @Test func `stand in the order of their lines, with one name or two`() throws {
    let lines = try ConstituencyLines("01;  Centro \r\n\r\n M-2 ;Isola; Island\n")
    #expect(lines.items.map(\.code) == ["01", "M-2"])
    #expect(
      lines.items.map(\.name)
        == [LocalText(italian: "Centro"), LocalText(italian: "Isola", english: "Island")])
  }

  @Test(arguments: ["", "  \n\n \t"])
  func `are one without a code where nothing was typed`(_ typed: String) throws {
    let items = try ConstituencyLines(typed).items
    #expect(items == [.init(code: "", name: .none)])
  }

  @Test(arguments: [
    (";Centro", Reason.codeMissing), ("centro", .nameMissing), ("centro; ;Centre", .nameMissing),
    ("a;b;c;d", .tooManyParts),
    (String(repeating: "è", count: 101) + ";Centro", .codeTooLong(sizeBytesMax: 200)),
    ("a;" + String(repeating: "n", count: 121), .nameTooLong(max: 120)),
    ("uno;Di nuovo", .codeRepeated("uno", firstLine: 1)),
  ])
  func `are refused by line`(_ line: String, _ reason: Reason) {
    #expect(throws: ConstituencyLines.Refusals(all: [.init(line: 3, reason: reason)])) {
      try ConstituencyLines("uno;Uno\n\n\(line)\nultimo;Ultimo")
    }
  }

  @Test func `are refused all at once`() {
    let expected = ConstituencyLines.Refusals(all: [
      .init(line: 2, reason: .nameMissing),
      .init(line: 3, reason: .codeRepeated("a", firstLine: 1)),
    ])
    #expect(throws: expected) { try ConstituencyLines("a;A\nb\na;B\nB;Un'altra") }
  }

  @Test func `are at most five hundred`() throws {
    let most = (1...500).map { "\($0);Seggio \($0)" }.joined(separator: "\n")
    #expect(try ConstituencyLines(most).items.count == 500)
    let expected = ConstituencyLines.Refusals(all: [
      .init(line: 501, reason: .tooManyLines(max: 500))
    ])
    #expect(throws: expected) { try ConstituencyLines(most + "\n501;Seggio 501\n502;x") }
  }
}

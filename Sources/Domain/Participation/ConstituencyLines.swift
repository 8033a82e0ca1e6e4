// The constituencies of a new process as a person types them: one a line, code and name.

/// What somebody typed, line by line: `code; name`, or `code; Italian name; English name`.
/// Nothing typed is one constituency without a code: everybody votes together.
package struct ConstituencyLines: Hashable, Sendable {
  /// In the order of the lines; never empty.
  package let items: [Item]

  /// More lines than any city has wards.
  package static let linesMax = 500
  /// The longest name, in characters.
  package static let nameMax = 120

  package struct Item: Hashable, Sendable {
    /// As the imported files write it.
    package let code: String
    package let name: LocalText

    package init(code: String, name: LocalText) {
      self.code = code
      self.name = name
    }
  }

  /// What is wrong with one line, counted from 1 as an editor shows it.
  package struct Refusal: Hashable, Sendable {
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }

    package enum Reason: Hashable, Sendable {
      case codeMissing
      case codeTooLong(sizeBytesMax: Int)
      case nameMissing
      case nameTooLong(max: Int)
      case tooManyParts
      /// The code was on an earlier line already.
      case codeRepeated(String, firstLine: Int)
      case tooManyLines(max: Int)
    }
  }
  /// Every line that was refused, in their order.
  package struct Refusals: Error, Hashable, Sendable {
    package let all: [Refusal]

    package init(all: [Refusal]) { self.all = all }
  }

  /// Empty lines are passed over.
  package init(_ typed: String) throws(Refusals) {
    var items: [Item] = []
    var refusals: [Refusal] = []
    var firstLines: [ExternalID: Int] = [:]
    let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, text) in lines.enumerated() {
      let line = index + 1
      guard text.contains(where: { !$0.isWhitespace }) else { continue }
      guard items.count < Self.linesMax else {
        refusals.append(Refusal(line: line, reason: .tooManyLines(max: Self.linesMax)))
        break
      }
      do throws(Refusal.Reason) {
        let item = try Item(line: text)
        guard let code = ExternalID(item.code) else { throw .codeMissing }
        if let first = firstLines[code] { throw .codeRepeated(item.code, firstLine: first) }
        firstLines[code] = line
        items.append(item)
      } catch {
        refusals.append(Refusal(line: line, reason: error))
      }
    }
    guard refusals.isEmpty else { throw Refusals(all: refusals) }
    self.items = items.isEmpty ? [Item(code: "", name: .none)] : items
  }
}

extension ConstituencyLines.Refusal.Reason: Error {}

extension ConstituencyLines.Item {
  fileprivate init(line: Substring) throws(ConstituencyLines.Refusal.Reason) {
    let parts = line.split(separator: ";", omittingEmptySubsequences: false).map(\.withoutBlanks)
    guard parts.count <= 3 else { throw .tooManyParts }
    guard let code = parts.first, !code.isEmpty else { throw .codeMissing }
    guard code.utf8.count <= ExternalID.sizeBytesMax else {
      throw .codeTooLong(sizeBytesMax: ExternalID.sizeBytesMax)
    }
    guard parts.count >= 2, !parts[1].isEmpty else { throw .nameMissing }
    guard parts.dropFirst().allSatisfy({ $0.count <= ConstituencyLines.nameMax }) else {
      throw .nameTooLong(max: ConstituencyLines.nameMax)
    }
    self.init(
      code: code, name: LocalText(italian: parts[1], english: parts.count == 3 ? parts[2] : ""))
  }
}

extension Substring {
  fileprivate var withoutBlanks: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

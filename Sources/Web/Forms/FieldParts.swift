// The parts that every field has: label, hint, error, and how they refer to each other.
import Literals
import Phrases

/// What kind of line a text field is: its type, keyboard, width and what the browser may fill in.
package struct InputKind: Sendable {
  let type: String
  let width: String
  let attributes: HTML

  package static let text = InputKind(type: "text", width: "", attributes: "")
  package static let short = InputKind(type: "text", width: "short", attributes: "")
  package static let email = InputKind(
    type: "email", width: "", attributes: " autocomplete=\"email\" spellcheck=\"false\"")
  package static let name = InputKind(
    type: "text", width: "", attributes: " autocomplete=\"name\"")
  package static let organisation = InputKind(
    type: "text", width: "", attributes: " autocomplete=\"organization\"")
  package static let street = InputKind(
    type: "text", width: "", attributes: " autocomplete=\"street-address\"")
  package static let city = InputKind(
    type: "text", width: "", attributes: " autocomplete=\"address-level2\"")
  package static let postcode = InputKind(
    type: "text", width: "short",
    attributes: " inputmode=\"numeric\" autocomplete=\"postal-code\"")
  package static let phone = InputKind(
    type: "tel", width: "short", attributes: " autocomplete=\"tel\"")
  package static let number = InputKind(
    type: "text", width: "short", attributes: " inputmode=\"numeric\" autocomplete=\"off\"")
  package static let day = InputKind(
    type: "text", width: "short", attributes: " inputmode=\"numeric\" autocomplete=\"off\"")
  package static let search = InputKind(type: "search", width: "", attributes: "")
  /// A code from a phone or a sheet of paper: the phone may offer it by itself.
  package static let oneTimeCode = InputKind(
    type: "text", width: "code",
    attributes: """
       autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="40"
      """)
  package static let code = InputKind(
    type: "text", width: "code", attributes: " autocomplete=\"off\" spellcheck=\"false\"")
}

extension FormView {
  func problem(_ name: String) -> FieldProblem? { problems.first { $0.field == name } }

  func wrap(
    _ name: String, _ label: String, hint: String?, _ input: (HTML) -> HTML
  ) -> HTML {
    """
    <div class="field\(if: problem(name) != nil, " wrong")">\
    <label for="\(name)">\(label)</label>\
    \(hintLine(name, hint))\(problemLine(name))\(input(described(name, hint)))</div>
    """
  }

  func group(_ name: String, _ legend: String, hint: String?, _ cards: [HTML]) -> HTML {
    """
    <fieldset class="field\(if: problem(name) != nil, " wrong")"\(references(name, hint))>\
    <legend>\(legend)</legend>\(hintLine(name, hint))\(problemLine(name))\
    <div class="choices">\(cards)</div></fieldset>
    """
  }

  func hintLine(_ name: String, _ hint: String?) -> HTML? {
    hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" }
  }
  /// The message beside the field, with the word for those who do not see its colour.
  func problemLine(_ name: String) -> HTML? {
    problem(name).map {
      """
      <p class="problem" id="\(name)-problem">\
      <span class="unseen">\(ShellPhrases[language].errorPrefix)</span>\($0.message)</p>
      """
    }
  }
  /// For inputs: what describes them, and that they are wrong.
  func described(_ name: String, _ hint: String?) -> HTML {
    "\(references(name, hint))\(if: problem(name) != nil, " aria-invalid=\"true\"")"
  }
  private func references(_ name: String, _ hint: String?) -> HTML {
    var ids: [String] = []
    if hint != nil { ids.append("\(name)-hint") }
    if problem(name) != nil { ids.append("\(name)-problem") }
    return ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
  }
}

// Draws forms: each field with its label, hint, value and what was wrong with it.
import Domain
package import Literals
import Phrases

/// One form on one page. `context.form(…)` makes it; it knows the tokens, the values that were
/// typed, and the problems.
package struct FormView: Sendable {
  let language: Language
  let csrf: String
  let token: String
  /// What was typed, to be shown again.
  package let values: FormBody
  package let problems: [FieldProblem]

  /// The form itself: sends the fields to the route, with its tokens.
  package func post(to route: Route, files: Bool = false, _ fields: HTML) -> HTML {
    """
    <form method="post" action="\(route[language])" novalidate\
    \(if: files, " enctype=\"multipart/form-data\"")>
    <input type="hidden" name="\(CSRF.field)" value="\(csrf)">
    <input type="hidden" name="\(FormBody.tokenField)" value="\(token)">
    \(fields)
    </form>
    """
  }

  /// A line of text.
  package func text(
    _ name: String, _ label: String, hint: String? = nil, _ kind: InputKind = .text
  ) -> HTML {
    wrap(name, label, hint: hint) { described in
      """
      <input class="input \(kind.width)" id="\(name)" name="\(name)" type="\(kind.type)"\
       value="\(values[name] ?? "")"\(kind.attributes)\(described)>
      """
    }
  }
  /// An amount in euro.
  package func amount(_ name: String, _ label: String, hint: String? = nil) -> HTML {
    wrap(name, label, hint: hint) { described in
      """
      <span class="affix"><input class="input short number" id="\(name)" name="\(name)"\
       type="text" inputmode="decimal" autocomplete="transaction-amount"\
       value="\(values[name] ?? "")"\(described)><span aria-hidden="true">€</span></span>
      """
    }
  }
  /// Several lines.
  package func area(_ name: String, _ label: String, hint: String? = nil, rows: Int = 6) -> HTML {
    wrap(name, label, hint: hint) { described in
      """
      <textarea class="input" id="\(name)" name="\(name)" rows="\(rows)"\(described)>
      \(values[name] ?? "")</textarea>
      """
    }
  }
  /// One of a list, closed until opened.
  package func select(
    _ name: String, _ label: String, hint: String? = nil, _ choices: [Choice]
  ) -> HTML {
    let options = choices.map { choice -> HTML in
      """
      <option value="\(choice.value)"\(if: values[name] == choice.value, " selected")>\
      \(choice.label)</option>
      """
    }
    return wrap(name, label, hint: hint) { described in
      "<select class=\"input\" id=\"\(name)\" name=\"\(name)\"\(described)>\(options)</select>"
    }
  }
  /// One of a few, each a card with room for an explanation. The first has the field's id, so that
  /// the error summary leads there.
  package func radios(
    _ name: String, _ legend: String, hint: String? = nil, _ choices: [Choice]
  ) -> HTML {
    let cards = choices.enumerated().map { index, choice -> HTML in
      let id = index == 0 ? name : "\(name)-\(choice.value)"
      let note = choice.note.map { "<div class=\"hint\" id=\"\(id)-note\">\($0)</div>" as HTML }
      return """
        <div class="choice"><input type="radio" id="\(id)" name="\(name)" value="\(choice.value)"\
        \(if: values[name] == choice.value, " checked")\(if: choice.isDisabled, " disabled")\
        \(if: choice.note != nil, " aria-describedby=\"\(id)-note\"")>\
        <label for="\(id)">\(choice.label)</label>\(note)</div>
        """
    }
    return group(name, legend, hint: hint, cards)
  }
  /// One box to tick.
  package func box(_ name: String, _ label: HTML, hint: String? = nil) -> HTML {
    """
    <div class="field\(if: problem(name) != nil, " wrong")">\(problemLine(name))\
    <div class="choice"><input type="checkbox" id="\(name)" name="\(name)" value="on"\
    \(if: values.isTicked(name), " checked")\(described(name, hint))>\
    <label for="\(name)">\(label)</label></div>\(hintLine(name, hint))</div>
    """
  }
  /// A file to choose; `accept` lists extensions and types.
  package func file(
    _ name: String, _ label: String, hint: String? = nil, accept: String
  ) -> HTML {
    wrap(name, label, hint: hint) { described in
      """
      <input class="input" id="\(name)" name="\(name)" type="file" accept="\(accept)"\(described)>
      """
    }
  }
  /// A value that travels along.
  package func hidden(_ name: String, _ value: String) -> HTML {
    "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
  }
  /// The one button of the form.
  package func submit(_ label: String, _ style: ButtonStyle = .primary) -> HTML {
    "<p class=\"actions\"><button class=\"button \(style.rawValue)\">\(label)</button></p>"
  }
}

/// One of several possibilities.
package struct Choice: Sendable {
  let value: String
  let label: HTML
  let note: HTML?
  let isDisabled: Bool

  package init(_ value: String, _ label: HTML, note: HTML? = nil, isDisabled: Bool = false) {
    self.value = value
    self.label = label
    self.note = note
    self.isDisabled = isDisabled
  }
}

package enum ButtonStyle: String, Sendable { case primary, quiet, danger }

extension ScreenContext {
  /// A fresh form, with values already in it if there are any.
  package func form(_ values: FormBody = FormBody()) -> FormView {
    FormView(
      language: language, csrf: csrfToken, token: newFormToken(), values: values, problems: [])
  }
  /// A form shown again because something was wrong: it keeps its key and what was typed.
  package func form(again values: FormBody, _ problems: [FieldProblem]) -> FormView {
    FormView(
      language: language, csrf: csrfToken, token: values.token ?? newFormToken(), values: values,
      problems: problems)
  }
}

// Tables with a caption, and lists of answers with a way to change each.
package import Literals

/// A table that scrolls by itself on a narrow screen and can be scrolled by keyboard; one that
/// `folds` turns each row into a few short lines there instead. Columns of numbers are named with
/// a `+` before, and their cells are `right`.
package func table(
  _ caption: String, _ columns: [String], _ rows: [HTML], foot: HTML? = nil, folds: Bool = false
) -> HTML {
  let heads = columns.map { column -> HTML in
    column.hasPrefix("+")
      ? "<th scope=\"col\" class=\"right\">\(String(column.dropFirst()))</th>"
      : "<th scope=\"col\">\(column)</th>"
  }
  let footer = foot.map { "<tfoot>\($0)</tfoot>" as HTML }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(caption)">\
    <table\(if: folds, " class=\"fold\"")>\
    <caption>\(caption)</caption><thead><tr>\(heads)</tr></thead>\
    <tbody>\(rows)</tbody>\(footer)</table></div>
    """
}

/// One line of a summary.
package struct Answer: Sendable {
  let question: String
  let answer: HTML
  /// The link that changes it.
  let change: Link?
  let changeLabel: String

  package init(_ question: String, _ answer: String) {
    self.init(question, html: "\(answer)")
  }
  package init(
    _ question: String, html answer: HTML, change: Link? = nil, changeLabel: String = ""
  ) {
    self.question = question
    self.answer = answer
    self.change = change
    self.changeLabel = changeLabel
  }
}

/// Questions with their answers; where one can be changed, a link that says which.
package func answers(_ lines: [Answer]) -> HTML {
  let rows = lines.map { line -> HTML in
    let change = line.change.map { link -> HTML in
      """
      <dd><a href="\(link)">\(line.changeLabel)\
      <span class="unseen"> \(line.question)</span></a></dd>
      """
    }
    return "<div><dt>\(line.question)</dt><dd>\(line.answer)</dd>\(change)</div>"
  }
  return "<dl class=\"answers\">\(rows)</dl>"
}

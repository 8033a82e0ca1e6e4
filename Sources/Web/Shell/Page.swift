// One page as a value: what a screen says, before the shell puts the site around it.
package import Domain
package import Literals

/// A screen's content. Title, crumbs, problems and body; header, footer and head are the shell's.
package struct Page: Sendable {
  /// The one h1, and the first part of the document's title.
  package var title: String
  /// The title's language where that is not the page's: what people wrote is not translated.
  package var titleLanguage: Language?
  /// Where this page lives: the language switch and search engines are told from it.
  package var route: Route
  /// The way from the home page to here, the home page and this page left out.
  package var crumbs: [Crumb] = []
  /// What was wrong with the form: shown in a summary above the h1 and beside each field.
  package var problems: [FieldProblem] = []
  /// A line under the title, larger than the text.
  package var lead: HTML?
  /// What stands under the lead and beside it, where the page opens with a picture.
  package var opening: (under: HTML, picture: HTML?)?
  /// For search engines and link previews; nil for pages that are nobody else's business.
  package var summary: String?
  package var layout: Layout = .reading
  /// Whether the page asks for passkeys, which browsers do only through script.
  package var usesPasskeys = false
  package var body: HTML

  /// How wide and how dense.
  package enum Layout: String, Sendable {
    /// Lines of 60 to 75 characters.
    case reading
    /// Cards side by side.
    case wide
    /// Tables, small type: for the desk.
    case desk
  }

  package init(_ title: String, at route: Route, body: HTML) {
    self.title = title
    self.route = route
    self.body = body
  }
  /// The same page, changed: `Page(…).with { $0.crumbs = […] }`.
  package func with(_ change: (inout Page) -> Void) -> Page {
    var copy = self
    change(&copy)
    return copy
  }
}

/// One step of the way to a page.
package struct Crumb: Hashable, Sendable {
  let title: String
  let route: Route
  package init(_ title: String, _ route: Route) {
    self.title = title
    self.route = route
  }
}

/// What is wrong with one field of a form.
package struct FieldProblem: Hashable, Sendable {
  /// The field's name, which is also its id in the page.
  package let field: String
  /// For programs: `required`, `too-long`, `below-minimum`.
  package let code: String
  /// For people, in their language: what is wrong and what to do.
  package let message: String

  package init(_ field: String, _ code: String, _ message: String) {
    self.field = field
    self.code = code
    self.message = message
  }
}

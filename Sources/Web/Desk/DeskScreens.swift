// The desk: its screens, and what stands on each of them.
import Domain
import Literals
import Phrases
package import Services

/// Today, payments, differences, events, tasks, ledger, mail.
package struct DeskScreens: ScreenGroup {
  let desk: DeskServices

  package init(_ desk: DeskServices) { self.desk = desk }

  package func add(to screens: Screens) {
    TodayScreen(desk: desk).add(to: screens)
    PaymentScreens(desk: desk).add(to: screens)
    ExceptionScreens(desk: desk).add(to: screens)
    SettlementScreens(desk: desk).add(to: screens)
    RefundScreens(desk: desk).add(to: screens)
    WebhookScreens(desk: desk).add(to: screens)
    TaskScreens(desk: desk).add(to: screens)
    LedgerScreens(desk: desk).add(to: screens)
    MailScreens(desk: desk).add(to: screens)
  }
}

extension ScreenContext {
  var desk: DeskPhrases { DeskPhrases[language] }
  var money: MoneyDeskPhrases { MoneyDeskPhrases[language] }
  var machine: MachineDeskPhrases { MachineDeskPhrases[language] }
  /// Whoever acts at the desk, for use cases that leave a record.
  var deskActor: DeskActor { DeskActor(actor, requestID: requestID) }
  /// Whether this person may do something at the desk: decides what forms are drawn.
  func mayAtDesk(_ act: Act) -> Bool { actor.may(act, on: .platform) }
  /// Where a list goes on.
  var after: DeskCursor { query("dopo").flatMap { DeskCursor($0) } ?? .newest }

  /// A page of the desk; its menu is the document's.
  func deskPage(_ title: String, at route: Route, under parent: Crumb? = nil, _ body: HTML) -> Page
  {
    Page(title, at: route, body: body).with {
      $0.layout = .desk
      $0.crumbs = route == SharedRoutes.desk() ? [] : [Crumb(desk.desk, SharedRoutes.desk())]
      if let parent { $0.crumbs.append(parent) }
    }
  }

  /// A link to a page of the desk.
  func link(_ text: String, _ route: Route) -> HTML {
    "<a href=\"\(route[language])\">\(text)</a>"
  }
  /// How long ago, in words.
  func age(_ instant: Instant) -> String { language.age(now - instant) }
  /// A point in time as the desk writes it: exact, and short enough for a column.
  func time(_ instant: Instant) -> HTML {
    """
    <time datetime="\(instant.rfc3339)" title="\(instant.formatted(language))">\
    \(instant.compact(language))</time>
    """
  }
  /// The way to the older rows of a list, and back to its start.
  func deskPages(_ next: DeskCursor?, of route: Route) -> HTML {
    guard next != nil || after != .newest else { return .empty }
    let start: HTML? =
      after == .newest
      ? nil : "<a class=\"button quiet\" href=\"\(route[language])\">\(desk.newest)</a>"
    let older = next.map { cursor -> HTML in
      """
      <a class="button quiet" rel="next" href="\(route.with("dopo", cursor.text)[language])">\
      \(desk.older)</a>
      """
    }
    return "<nav class=\"pages\" aria-label=\"\(desk.pages)\">\(start)\(older)</nav>"
  }
  /// A form that only looks: its fields stand in the address.
  func filterForm(_ route: Route, _ fields: HTML) -> HTML {
    """
    <form class="toolbar" method="get" action="\(route[language])">\(fields)\
    <button class="button quiet">\(desk.filter)</button></form>
    """
  }
}

/// A table of the desk; columns that hold amounts are named with a `+` before.
func deskTable(_ caption: String, _ columns: [String], _ rows: [HTML], foot: HTML? = nil) -> HTML {
  let heads = columns.map { column -> HTML in
    column.hasPrefix("+")
      ? "<th scope=\"col\" class=\"right\">\(String(column.dropFirst()))</th>"
      : "<th scope=\"col\">\(column)</th>"
  }
  let footer = foot.map { "<tfoot>\($0)</tfoot>" as HTML }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(caption)"><table>\
    <caption class="unseen">\(caption)</caption><thead><tr>\(heads)</tr></thead>\
    <tbody>\(rows)</tbody>\(footer)</table></div>
    """
}

/// A list of facts: what, and its value.
func facts(_ pairs: [(String, HTML?)]) -> HTML {
  let rows = pairs.compactMap { name, value in
    value.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>" as HTML }
  }
  return "<dl class=\"answers facts\">\(rows)</dl>"
}

// What a screen answers: an ending in words; Rendering.swift turns it into bytes.

/// The answer of a handler. A handler is a switch over a use case's outcome, one reply a case.
package enum Reply: Sendable {
  /// A page, 200.
  case page(Page)
  /// The same form again with its problems, 422.
  case unprocessable(Page)
  /// A page with another status.
  case status(Int, Page)
  /// After a change: go and look there. The flash is shown once on the next page.
  case seeOther(Route, flash: Flash? = nil)
  /// As `seeOther`, to a path that came from a form or a provider.
  case seeOtherLink(Link, flash: Flash? = nil)
  /// To another site: a payment provider's page, an identity provider.
  case leave(to: String)
  /// At once to another site, with 302 as identity providers' tools expect it.
  case found(at: String)
  /// A page whose form goes to another site: that address, and no other, is allowed for it.
  case handOver(Page, to: String)
  /// A problem: page for people, problem+json for programs.
  case problem(Problem)
  /// A file: its bytes, type, and a name if it is to be saved rather than shown.
  case file([UInt8], type: String, name: String? = nil)
  /// JSON for programs.
  case json([UInt8], status: Int = 200)
  /// Plain text for machines.
  case text(String, status: Int = 200)
  /// Who asks has to show their second factor first; the form is then sent again as it was.
  case proveFirst
  /// Another reply, with cookies that go with it.
  indirect case with([SiteCookie], Reply)

  /// No such page, or none that this person may know of: the two are told the same.
  package static var notFound: Reply { .problem(.notFound) }
  /// It was here and is not any more.
  package static var gone: Reply { .problem(.gone) }
}

/// A message shown once, on the page after a change.
package struct Flash: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case done, note, problem }
  package let kind: Kind
  /// One sentence, in the reader's language; escaped when shown.
  package let text: String

  package static func done(_ text: String) -> Flash { Flash(kind: .done, text: text) }
  package static func note(_ text: String) -> Flash { Flash(kind: .note, text: text) }
  package static func problem(_ text: String) -> Flash { Flash(kind: .problem, text: text) }
}

// A meeting of a process: where proposals are born, minutes are kept and delegates are named.

/// An assembly of one process.
package struct Assembly: Identified, Hashable, Sendable {
  package static let idPrefix = "asm"

  package let id: Assembly.ID
  package let process: Process.ID
  /// Whose assembly it is; nil where all constituencies met.
  package var constituency: Constituency.ID?
  package var title: String
  package var heldOn: CivilDate
  package var place: String
  /// How many were there, counted by hand: nobody is named.
  package var present: Int
  /// In Markdown.
  package var minutes: String

  package static let titleMax = 120
  package static let placeMax = 200
  package static let presentMax = 1_000_000
  package static let minutesMax = 50_000
  package static let delegatesMax = 100

  package init(
    id: Assembly.ID, process: Process.ID, title: String, held: (on: CivilDate, at: String),
    present: Int
  ) {
    self.id = id
    self.process = process
    self.title = title
    (heldOn, place) = held
    self.present = present
    minutes = ""
  }
}

/// Who speaks for an assembly.
package struct Delegate: Identified, Hashable, Sendable {
  package static let idPrefix = "dlg"

  package let id: Delegate.ID
  package let assembly: Assembly.ID
  /// As the assembly calls them: a first name is enough.
  package let name: String

  package init(id: Delegate.ID, of assembly: Assembly.ID, name: String) {
    self.id = id
    self.assembly = assembly
    self.name = name
  }
}

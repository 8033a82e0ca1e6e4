// A part of a process that votes by itself and has a ranking of its own: a ward, a district.

/// A constituency of one process. A process that does not divide its voters has one with no code.
package struct Constituency: Identified, Hashable, Sendable {
  package static let idPrefix = "con"

  package let id: Constituency.ID
  package let process: Process.ID
  /// As the imported files write it; unique within its process, byte by byte.
  package let code: String
  package let name: LocalText
  /// Its place among the process's constituencies, from 1.
  package let position: Int
  /// What it has to spend; nil where nobody said, or where nothing is spent.
  package var budget: Money?

  package init(
    id: Constituency.ID, process: Process.ID, code: String, name: LocalText,
    position: Int
  ) {
    self.id = id
    self.process = process
    self.code = code
    self.name = name
    self.position = position
  }
}

// A part of a process that votes by itself and has a ranking of its own: a ward, a district.

/// A constituency of one process.
package struct Constituency: Identified, Hashable, Sendable {
  package static let idPrefix = "con"

  package let id: Constituency.ID
  package let process: Process.ID
  /// As the imported files write it; unique within its process, byte by byte.
  package let name: String

  package init(id: Constituency.ID, process: Process.ID, name: String) {
    self.id = id
    self.process = process
    self.name = name
  }
}

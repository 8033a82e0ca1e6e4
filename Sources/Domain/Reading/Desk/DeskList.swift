// Long lists at the desk are read a page at a time, from where the last page ended.

/// A place in a list that is sorted by a number (a time, a line) and then by id.
package struct DeskCursor: Hashable, Sendable {
  package let key: Int64
  package let id: String

  package init(key: Int64, id: String) {
    self.key = key
    self.id = id
  }
  /// Reads what `text` wrote, from a query parameter; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, let key = Int64(parts[0]),
      parts[1].utf8.allSatisfy({
        (97...122).contains($0) || (48...57).contains($0) || $0 == 95
      })
    else { return nil }
    self.init(key: key, id: String(parts[1]))
  }

  /// `1790000000000.pay_01j…`, fit for a link.
  package var text: String { "\(key).\(id)" }

  /// Before everything, in a list whose newest rows come first.
  package static let newest = DeskCursor(key: .max, id: "zzzz")
}

/// One page of a list.
package struct DeskList<Item: Sendable>: Sendable {
  package let items: [Item]
  /// Where the next page starts; nil on the last one.
  package let next: DeskCursor?

  package init(_ items: [Item], next: DeskCursor?) {
    self.items = items
    self.next = next
  }
  /// From one row more than a page holds: that row only says that there is a next page.
  package init(_ rows: [Item], limit: Int, cursor: (Item) -> DeskCursor) {
    items = Array(rows.prefix(limit))
    next = rows.count > limit ? items.last.map(cursor) : nil
  }

  /// How many rows a page of the desk has.
  package static var pageSize: Int { 50 }
}

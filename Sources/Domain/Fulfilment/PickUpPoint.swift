// Where backers collect what was grown or made for them, and when it will be there.

/// A place with opening hours, run by an organisation.
package struct PickUpPoint: Identified, Hashable, Sendable {
  package static let idPrefix = "pup"

  package let id: PickUpPoint.ID
  package let organisation: Organisation.ID
  package let name: String
  package let address: String
  /// Opening hours in words, as a neighbour would say them.
  package let hours: LocalText

  package init(
    id: PickUpPoint.ID, organisation: Organisation.ID, name: String, address: String,
    hours: LocalText
  ) {
    self.id = id
    self.organisation = organisation
    self.name = name
    self.address = address
    self.hours = hours
  }
}

/// The days between which a reward is handed over or sent.
package struct Season: Hashable, Sendable {
  package let from: CivilDate
  package let to: CivilDate

  /// Nil when it ends before it begins.
  package init?(from: CivilDate, to: CivilDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }
}

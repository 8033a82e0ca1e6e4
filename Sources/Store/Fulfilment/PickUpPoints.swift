// The table of pick-up points.
package import Domain
import Literals

extension Transaction {
  /// The places where an organisation hands things over, by name.
  package func pickUpPoints(of organisation: Organisation.ID) throws -> [PickUpPoint] {
    try rows(
      """
      SELECT id, organisation_id, name, address, hours_it, hours_en
        FROM pick_up_point
       WHERE organisation_id = \(organisation)
       ORDER BY name, id
      """
    ) { row in
      PickUpPoint(
        id: try row("id"), organisation: try row("organisation_id"), name: try row("name"),
        address: try row("address"), hours: try LocalText(row: row, "hours"))
    }
  }
  /// Writes a new place.
  package func insert(_ point: PickUpPoint) throws {
    try execute(
      """
      INSERT INTO pick_up_point (id, organisation_id, name, address, hours_it, hours_en)
           VALUES (\(point.id), \(point.organisation), \(point.name), \(point.address),
                   \(point.hours.italian), \(point.hours.english))
      """)
  }
}

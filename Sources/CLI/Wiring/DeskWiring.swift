// What the desk asks and does, and when the timetable starts what.
import Domain
import Jobs
import Services
import Store
import Work

extension Wiring {
  /// The desk over a database.
  static func desk(_ database: Database) -> DeskServices {
    DeskServices(database: database, clock: clock, entropy: entropy) { now in
      Schedule.timetable.entries.map { ($0.kind, $0.trigger.nextTick(after: now)) }
    }
  }
}

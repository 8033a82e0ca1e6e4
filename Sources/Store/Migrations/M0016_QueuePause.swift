// Queues that somebody has stopped for a while, and the ways into the record of acts.
import Literals

extension Migration {
  static let queuePause = Migration(
    number: 16, title: "queue pause",
    why: "A line of tasks can be stopped from the desk; acts are found by object and by person.",
    sql: """
      CREATE TABLE queue_pause (
        queue      TEXT PRIMARY KEY,
        paused_at  {time} NOT NULL,
        paused_by  TEXT REFERENCES person (id)
      ) {strict}
      ;;
      CREATE INDEX audit_record_object_id ON audit_record (object_id, id)
      ;;
      CREATE INDEX audit_record_actor ON audit_record (actor_id, id)
      """)
}

// What real card providers need: how far their events were read.
import Literals

extension Migration {
  static let cardProviders = Migration(
    number: 14, title: "cardProviders",
    why: "The poller goes on where it stopped, however long it was down.",
    sql: """
      CREATE TABLE provider_poll (
        provider      TEXT PRIMARY KEY,
        polled_until  {time} NOT NULL
      ) {strict}
      """)
}

// The demonstration's data, made at awkward hours and dates: complete, and nothing in the future.
import Domain
import Foundation
import Literals
import Store
import Support
import Testing

@Suite(.serialized) struct `The demonstration` {
  /// A moment at which somebody may try Raccolto, and an engine.
  struct Moment: Sendable, CustomTestStringConvertible {
    let engine: TestEngine
    let text: String
    var testDescription: String { "\(text) on \(engine.rawValue)" }
  }
  static let moments = [
    Moment(engine: .sqlite, text: "2026-11-20T23:00:30Z"),  // just after midnight
    Moment(engine: .sqlite, text: "2027-01-01T07:59:00Z"),
    Moment(engine: .sqlite, text: "2027-03-28T01:30:00Z"),  // the clocks went forward
    Moment(engine: .postgres, text: "2028-02-29T22:59:59Z"),
  ]

  @Test(arguments: moments)
  func `is complete at any hour, and nothing of it lies ahead`(_ moment: Moment) async throws {
    let present = try #require(Instant(rfc3339: moment.text))
    try await moment.engine.withAddress { address in
      let made = try Self.raccolto(["demo", "--until", moment.text], at: address)
      #expect(made.code == 0, "\(made.output)")
      try await Database.open(address, connections: 2).closing { database in
        for (column, latest) in try await Self.latest(in: database) {
          #expect(latest <= present.milliseconds, "\(column)")
        }
        try await Self.isComplete(database, on: CivilDate(of: present))
      }
      let verified = try Self.raccolto(["ledger", "verify"], at: address)
      #expect(verified.code == 0, "\(verified.output)")
    }
  }

  /// The latest time in every column that tells of something that happened.
  private static func latest(in database: Database) async throws -> [(String, Int64)] {
    let columns = [
      ("person", "created_at"), ("role_grant", "granted_at"), ("audit_record", "recorded_at"),
      ("campaign", "created_at"), ("campaign", "updated_at"), ("campaign_event", "occurred_at"),
      ("campaign_outcome", "decided_at"), ("backer", "created_at"), ("pledge", "created_at"),
      ("pledge", "confirmed_at"), ("pledge_event", "occurred_at"), ("payment", "created_at"),
      ("payment_event", "occurred_at"), ("journal_entry", "recorded_at"),
      ("mail_message", "created_at"), ("statement", "imported_at"), ("ranking", "certified_at"),
      ("vote_import", "imported_at"), ("phase_event", "occurred_at"), ("proposal", "created_at"),
      ("vote_count", "certified_at"), ("vote_count_event", "occurred_at"),
      ("webhook_event", "received_at"), ("task", "created_at"),
    ]
    return try await database.read { tx in
      try columns.map { table, column in
        let (name, source) = (SQL(stringLiteral: column), SQL(stringLiteral: table))
        let latest: Int64? = try tx.first(
          """
          SELECT CAST(COALESCE(MAX(\(fragment: name)), 0) AS BIGINT) AS latest
            FROM \(fragment: source)
          """
        ) { try $0("latest") }
        return ("\(table).\(column)", latest ?? 0)
      }
    }
  }

  private static func isComplete(_ database: Database, on today: CivilDate) async throws {
    try await database.read { tx in
      func count(_ sql: SQL) throws -> Int {
        try tx.first("SELECT COUNT(*) AS n FROM \(fragment: sql)") { try $0("n") } ?? 0
      }
      #expect(try count("pledge") >= 290)
      #expect(try count("vote_count WHERE status = 'certified'") == 1)
      #expect(try count("campaign WHERE status = 'live'") == 4)
      #expect(try count("card_mandate WHERE status = 'saved'") > 15)
      for state in ["submitted", "succeeded", "failed"] {
        #expect(try count("campaign WHERE status = \(state)") == 1, "\(state)")
      }
      #expect(try count("mail_message WHERE kind = 'campaignSucceeded'") > 20)
      #expect(try count("mail_message WHERE kind = 'campaignFailed'") > 5)
      #expect(try count("mail_message WHERE kind = 'campaignReviewed'") == 6)
      #expect(try count("constituency WHERE name_en IN ('Men', 'Women', 'The network')") == 3)
      #expect(try count("journal_entry WHERE effective_on > \(today)") == 0)
      let cards = try tx.campaignCards(CampaignFilter(status: .open), limit: 10)
      // Of the one that charges at its end only the transfers are there.
      #expect(cards.allSatisfy { $0.meter.raised > .euro(300) && $0.backers >= 10 })
      #expect(cards.filter { $0.meter.raised > .euro(500) && $0.backers > 20 }.count >= 3)
    }
  }

  private static func raccolto(
    _ arguments: [String], at address: DatabaseAddress
  ) throws -> (code: Int32, output: String) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "raccolto-demo-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url =
      switch address {
      case .sqlite(let path): "sqlite:\(path)"
      case .postgres(let url): url
      }
    let child = Process()
    child.executableURL = RunningServer.executable
    child.arguments = arguments
    child.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("RACCOLTO_") }
      .merging([
        "RACCOLTO_MODE": "demo", "RACCOLTO_DATA": folder.path, "RACCOLTO_DATABASE_URL": url,
      ]) { $1 }
    let pipe = Pipe()
    child.standardOutput = pipe
    child.standardError = pipe
    try child.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    child.waitUntilExit()
    return (child.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

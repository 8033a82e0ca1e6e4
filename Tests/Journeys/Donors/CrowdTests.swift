// Many donors at once for the last pieces of a reward.
import Literals
import Store
import Support
import Testing

@Suite(.serialized) struct `Two hundred donors at once` {
  static let donors = 200
  static let boxes = 10

  @Test(arguments: TestEngine.all)
  func `get the last ten boxes, ten of them`(on engine: TestEngine) async throws {
    let seed = OpenCampaign.seed(boxes: Self.boxes)
    try await RunningServer.run(on: engine, seed: seed) { server in
      let donors = (0..<Self.donors).map { Donor(at: server, "donor\($0)@example.org") }
      try await withThrowingTaskGroup { group in
        for donor in donors {
          group.addTask { try await donor.decide("25,00", for: "Cassetta di ortaggi") }
        }
        try await group.waitForAll()
      }
      let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
        for donor in donors { group.addTask { try await donor.confirm() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(replies.filter { $0.status == 303 }.count == Self.boxes)
      let refused = replies.filter { $0.status != 303 }
      #expect(refused.allSatisfy { $0.status == 422 && !$0.page.problems.isEmpty })
      try await Self.holds(server, pledges: Self.boxes)
    }
  }

  /// The database shows so many pledges, and no payment beyond them.
  private static func holds(_ server: RunningServer, pledges: Int) async throws {
    try await Database.open(server.address, connections: 2).closing { database in
      let (placed, payments) = try await database.read { tx in
        (
          try tx.first("SELECT COUNT(*) AS n FROM pledge") { try $0("n", as: Int.self) },
          try tx.first("SELECT COUNT(*) AS n FROM payment") { try $0("n", as: Int.self) }
        )
      }
      #expect(placed == pledges)
      #expect((payments ?? 0) <= pledges)
    }
  }
}

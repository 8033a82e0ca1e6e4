// The record of acts, searched by object and by person, on both engines.
import Domain
import Store
import Support
import Testing

@Suite struct AuditFilterTests {
  @Test(arguments: TestEngine.all)
  func `acts are found by object, by kind, and by each name of who acted`(engine: TestEngine)
    async throws
  {
    try await engine.withDatabase { database in
      let (treasurer, reviewer) = (DeskPerson(.treasurer), DeskPerson(.reviewer))
      try await treasurer.insert(in: database)
      try await reviewer.insert(in: database)
      let acts: [(Person.ID?, Act, AuditRecord.Object)] = [
        (treasurer.person.id, .matchLine, .init("statement_line", "lin_1")),
        (treasurer.person.id, .replayWebhook, .init("webhook_event", "whk_1")),
        (reviewer.person.id, .reviewCampaign, .init("campaign", "cmp_1")),
        (nil, .closeCampaign, .init("campaign", "cmp_1")),
      ]
      try await database.write { tx in
        var ids = SeededIDs(seed: 3)
        for (person, act, object) in acts {
          let kind: Actor.Kind = person == nil ? .system : .person
          try tx.insert(
            AuditRecord(
              id: ids.id(), at: MoneyWorld.start, by: (kind, person), act: act, object: object))
        }
      }
      func found(_ object: String = "", _ person: String = "") async throws -> Set<Act> {
        let filter = AuditFilter(object: object, person: person)
        return Set(
          try await database.read { try $0.auditLines(filter, limit: 10) }.map(\.record.act))
      }
      #expect(try await found().count == 4)
      #expect(try await found("cmp_1") == [.reviewCampaign, .closeCampaign])
      #expect(try await found("statement_line") == [.matchLine])
      #expect(try await found("cmp_1' OR '1'='1") == [])
      let his: Set<Act> = [.matchLine, .replayWebhook]
      #expect(try await found("", treasurer.person.id.description) == his)
      #expect(try await found("", "Treasurer@Example.org") == his)
      #expect(try await found("", "treasurer") == his)
      #expect(try await found("", "system") == [.closeCampaign])
      #expect(try await found("cmp_1", "reviewer") == [.reviewCampaign])
      #expect(try await found("whk_1", "reviewer") == [])
    }
  }
}

// Many take up one invitation at once: one role, one record, and everybody else is told.
import Domain
import Services
import Store
import Support
import Synchronization
import Testing

@Suite struct InvitationRaceTests {
  @Test(arguments: TestEngine.all)
  func `of many who accept one invitation at once, one does`(_ engine: TestEngine) async throws {
    try await engine.withDatabase { database in
      let clock = TestClock(Instant(milliseconds: 1_795_000_000_000))
      let entropy = seededEntropy(27)
      let tokens = Mutex<[String]>([])
      let add = AddPerson(database: database, clock: clock.port, entropy: entropy)
      let grant = GrantRole(database: database, clock: clock.port, entropy: entropy)
      let invite = InvitePerson(
        database: database, clock: clock.port, entropy: entropy,
        letters: InvitationLetters {
          let token = $0.token
          tokens.withLock { $0.append(token) }
          return MailContent(subject: "invito", text: $0.host)
        })
      let accept = AcceptInvitation(database: database, clock: clock.port, entropy: entropy)
      guard let home = EmailAddress("ada@esempio.it"), let away = EmailAddress("mario@esempio.it"),
        case .added(let ada) = try await add(
          .init(email: home, name: "Ada", language: .italian), by: .operator)
      else { throw Fault("no Ada") }
      _ = try await grant(
        .init(person: ada.id, role: .administrator, scope: .platform), by: .operator)
      let grants = try await database.read { tx in try tx.grants(of: ada.id) }
      guard
        case .invited = try await invite(
          .init(to: away, name: "Mario", language: .italian, as: .treasurer, in: .platform),
          by: .person(ada.id, grants: grants, provedAt: clock.now))
      else { throw Fault("not invited") }
      let token = try #require(tokens.withLock { $0.first })
      let endings = try await withThrowingTaskGroup(of: AcceptInvitation.Refusal?.self) { group in
        for _ in 0..<8 {
          group.addTask {
            switch try await accept(token, by: .visitor, requestID: "") {
            case .accepted: nil
            case .refused(let refusal): refusal
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(endings.count { $0 == nil } == 1)
      #expect(endings.compactMap(\.self) == Array(repeating: .used, count: 7))
      let held = try await database.read { tx in
        try tx.person(at: away).map { try tx.grants(of: $0.id) } ?? []
      }
      #expect(held.map(\.role) == [.treasurer])
      #expect(held.map(\.grantedBy) == [ada.id])
      let records = try await database.read { tx in
        try tx.auditLines(AuditFilter(), limit: 50).count { $0.record.act == .acceptInvitation }
      }
      #expect(records == 1)
    }
  }
}

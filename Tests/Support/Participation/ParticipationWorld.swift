// The process of Idee in fuga before its vote is imported, with its facilitator.
package import Domain
import Foundation
import Literals
package import Services
package import Store

/// A database with one organisation, one process and two people.
package struct ParticipationWorld: Sendable {
  package let database: Database
  package let clock: TestClock
  package let entropy: Entropy
  package let process: Domain.Process
  /// Facilitator of the process.
  package let giulia: Actor
  /// Facilitator of another process.
  package let stranger: Actor

  package init(_ database: Database) async throws {
    self.database = database
    let clock = TestClock(Instant(milliseconds: 1_600_000_000_000))
    let entropy = seededEntropy(7)
    (self.clock, self.entropy) = (clock, entropy)
    let now = clock.now
    var organisation = Organisation(
      id: entropy.id(at: now), slug: Slug(title: "Idee in fuga"), name: "Idee in fuga",
      taxCode: "97700000151", place: "Bollate")
    organisation.about = LocalText(italian: "Decidere insieme.", english: "Deciding together.")
    let process = Domain.Process(
      id: entropy.id(at: now), organisation: organisation.id,
      slug: Slug(title: "Idee in fuga 2020"),
      title: LocalText(italian: "Idee in fuga 2020", english: "Ideas on the run 2020"),
      summary: LocalText(italian: "Un voto su carta.", english: "A vote on paper."))
    self.process = process
    let people: [Person.ID] = [entropy.id(at: now), entropy.id(at: now)]
    let grant = Self.facilitator(people[0], of: .process(process.id.description), entropy, now)
    let other = Self.facilitator(people[1], of: .process("prc_altro"), entropy, now)
    giulia = .person(people[0], grants: [grant])
    stranger = .person(people[1], grants: [other])
    try await database.write { [organisation] tx in
      for (person, name) in zip(people, ["giulia", "elena"]) {
        let email = "\(name)@example.org"
        try tx.execute(
          """
          INSERT INTO person (id, email, email_key, name, language, created_at)
               VALUES (\(person), \(email), \(email), \(name), 'it', \(now))
          """)
      }
      for grant in [grant, other] { _ = try tx.insert(grant) }
      try tx.insert(organisation, at: now)
      try tx.insert(process, at: now)
    }
  }

  private static func facilitator(
    _ person: Person.ID, of scope: Scope, _ entropy: Entropy, _ now: Instant
  ) -> Grant {
    Grant(
      id: entropy.id(at: now), person: person, role: .facilitator, scope: scope, by: nil, at: now)
  }

  package var importResult: ImportVoteResult {
    ImportVoteResult(database: database, clock: clock.port, entropy: entropy)
  }
  package var revise: ReviseImport {
    ReviseImport(database: database, clock: clock.port, entropy: entropy)
  }
  package var resolve: ResolveTie {
    ResolveTie(database: database, clock: clock.port, entropy: entropy)
  }
  package var certify: CertifyRanking {
    CertifyRanking(database: database, clock: clock.port, entropy: entropy)
  }
  package var read: ReadRankings { ReadRankings(database: database) }

  /// The bytes of a file in Tests/Fixtures/Participation.
  package static func fixture(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: tests.appending(path: "Fixtures/Participation/\(name)")))
  }
  /// The result of the vote as a request, chosen places included.
  package func request(
    _ name: String = "idee-in-fuga.csv", constituency: String = "",
    winners: RankingRule.Winners = .first(1), bytes: [UInt8]? = nil
  ) throws -> ImportVoteResult.Request {
    let format = VoteFile.format(ofName: name) ?? .csv
    return ImportVoteResult.Request(
      process: process.slug,
      file: VoteFile(
        name: name, format: format, constituency: constituency,
        bytes: try bytes ?? Self.fixture(name)),
      winners: winners)
  }
}

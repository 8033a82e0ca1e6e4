// Lives through the demonstration's past weeks with the use cases that people use, so that every
// state, posting and mail of it is one that Raccolto itself made.
import BankFiles
import Config
import Domain
import Foundation
import Literals
import Payments
import Services
import Store
import Web

/// Makes the demonstration's data in an empty database.
struct DemoWorld {
  let database: Database
  let settings: Settings
  let clock: DemoClock
  let chance = DemoChance(seed: 2020)
  /// The day on which it is made.
  let today: CivilDate

  /// How long ago it begins.
  static let daysBack = 58

  /// Lives up to a moment, and no further.
  init(_ database: Database, _ settings: Settings, until present: Instant) {
    self.database = database
    self.settings = settings
    today = CivilDate(of: present)
    clock = DemoClock(
      at: today.adding(days: -Self.daysBack).start + .hours(9), until: present)
  }

  /// Everybody who works here, by role; two treasurers, because money moves by two people's
  /// decision. Their addresses reach nobody.
  static let staff: [(role: Role, name: String, mailbox: String)] = [
    (.administrator, "Anna Amati", "anna"), (.treasurer, "Tito Tesi", "tito"),
    (.reviewer, "Rita Revelli", "rita"), (.facilitator, "Fabio Facchini", "fabio"),
    (.auditor, "Aldo Audisio", "aldo"), (.treasurer, "Teresa Tosi", "teresa"),
  ]

  /// Whether there is nothing to overwrite.
  static func isWanted(in database: Database) async throws -> Bool {
    try await database.read { tx in
      try tx.first("SELECT id FROM person LIMIT 1") { _ in true } == nil
    }
  }

  func make() async throws {
    let actors = try await hire()
    let shop = SandboxShop(
      database: database, clock: clock.wall, entropy: chance.entropy, mood: .kind)
    // Its webhooks would come when all of this is past: nobody waits for them.
    try await shop.set(SandboxMood(doubledPercent: 0, lostPercent: 100, delaySecondsMax: 0))
    var campaigns: [DemoRunning] = []
    for process in [DemoProcess.ideeInFuga, .socialFarm] {
      campaigns += try await DemoProcessMaker(self, actors).make(process)
    }
    try await DemoSeason(self, actors, shop).live(through: campaigns)
    if let facilitator = actors[.facilitator] {
      try await SharedPantry(self, facilitator).make()
      try await VillageToCome(self, facilitator).make()
    }
    try await shop.set(.kind)
    _ = try await FoldTotals(database: database)()
  }

  /// The staff, with their roles.
  private func hire() async throws -> [Role: Actor] {
    let entropy = chance.entropy
    let add = AddPerson(database: database, clock: clock.wall, entropy: entropy)
    let grant = GrantRole(database: database, clock: clock.wall, entropy: entropy)
    var actors: [Role: Actor] = [:]
    for member in Self.staff {
      guard let email = EmailAddress("\(member.mailbox)@raccolto.example"),
        case .added(let person) = try await add(
          .init(email: email, name: member.name, language: .italian), by: .operator)
      else { throw Fault("the demonstration's staff is here already") }
      _ = try await grant(
        .init(person: person.id, role: member.role, scope: .platform), by: .operator)
      if actors[member.role] == nil {
        actors[member.role] = .person(
          person.id, grants: try await database.read { tx in try tx.grants(of: person.id) })
      }
    }
    return actors
  }

  /// Writes the mails that campaigns' changes since a moment call for, when they call for them;
  /// the tasks that would do it later find them written.
  func tell(since start: Instant) async throws {
    let events = try await database.read { tx in
      try tx.rows(
        "SELECT id FROM campaign_event WHERE occurred_at >= \(start) ORDER BY occurred_at, id"
      ) { try $0("id", as: TellCampaign.EventID.self) }
    }
    let tell = try Wiring.tellCampaign(settings, database, clock.wall, chance.entropy)
    for event in events { _ = try await tell(event) }
  }

  /// The same person with the grants held now.
  func renewed(_ actor: Actor) async throws -> Actor {
    guard let id = actor.person else { return actor }
    return .person(id, grants: try await database.read { tx in try tx.grants(of: id) })
  }
}

/// A campaign of the demonstration that takes pledges.
struct DemoRunning: Sendable {
  let content: DemoCampaign
  let slug: Slug
  let opensOn: CivilDate
  let closesOn: CivilDate
}

extension Bilingual {
  var text: LocalText { LocalText(italian: it, english: en) }
}

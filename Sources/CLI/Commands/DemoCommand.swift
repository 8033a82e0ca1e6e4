// `demo`: the demonstration's data, and links to sign in as each of its people.
import ArgumentParser
import Config
import Domain
import Services
import Store
import Web

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Fills an empty database with the demonstration's data.",
    discussion: """
      The same moment makes the same data, and nothing of it lies after that moment.
      Example: RACCOLTO_DATA=/tmp/raccolto raccolto demo
      """)

  @Option(help: "The moment up to which things happened, as 2026-11-21T09:30:00Z; else now.")
  var until: String?

  func run() async throws {
    try await CLI.run {
      let present = until.map { Instant(rfc3339: $0) } ?? Wiring.clock.now
      guard let present else { throw Fault("--until is no moment: write 2026-11-21T09:30:00Z") }
      let settings = try await Wiring.settings()
      guard settings.mode != .production else {
        throw Fault("the demonstration's people do not belong where money is real")
      }
      let database = try await Wiring.openForWork(settings, Wiring.logger(settings))
      if try await !Demonstration.fill(database, settings, until: present) {
        say("There is data already: nothing was changed.")
      }
      try await Demonstration.printLinks(database, settings)
      await database.close()
    }
  }
}

/// The demonstration as commands use it.
enum Demonstration {
  /// Makes the data where there is none; false where there is some.
  static func fill(
    _ database: Database, _ settings: Settings, until present: Instant = Wiring.clock.now
  ) async throws -> Bool {
    guard try await DemoWorld.isWanted(in: database) else { return false }
    say("Making the demonstration's data: three processes, seven campaigns, 340 pledges…")
    try await DemoWorld(database, settings, until: present).make()
    return true
  }

  /// One-time links for each of the staff, good for a day.
  static func printLinks(_ database: Database, _ settings: Settings) async throws {
    let request = RequestSignInLink(
      database: database, clock: Wiring.clock, entropy: Wiring.entropy,
      letters: .words(publicURL: settings.publicURL))
    say("Sign in as:")
    var seen: [Role: Int] = [:]
    for member in DemoWorld.staff {
      guard let email = EmailAddress("\(member.mailbox)@raccolto.example"),
        let token = try await request.issueForOperator(
          to: email, nextPath: "/it/scrivania", validFor: .days(1))
      else { continue }
      seen[member.role, default: 0] += 1
      let number = seen[member.role] ?? 1
      let role = member.role.rawValue + (number == 1 ? "" : " \(number)")
      let blanks = String(repeating: " ", count: max(1, 14 - role.count))
      say("  \(role)\(blanks)\(settings.publicURL)/it/accedi/\(token)")
    }
  }
}

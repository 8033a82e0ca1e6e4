// People who work at a running server, and how they come in: through the link of a real mail.
import Domain
import Foundation
import Literals
import Services
import Store
import Support

/// Somebody with a role on the whole platform.
enum Staff {
  /// Adds a person with a role to a database.
  static func add(_ name: String, _ role: Role, to database: Database) async throws {
    guard let email = EmailAddress("\(name)@example.org") else { throw Fault("no address") }
    let clock = WallClock { Instant(Date()) }
    let entropy = seededEntropy(UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) }))
    let add = AddPerson(database: database, clock: clock, entropy: entropy)
    guard
      case .added(let person) = try await add(
        .init(email: email, name: name, language: .italian), by: .operator)
    else { throw Fault("\(name) could not be added") }
    let grant = GrantRole(database: database, clock: clock, entropy: entropy)
    _ = try await grant(.init(person: person.id, role: role, scope: .platform), by: .operator)
  }
}

extension RunningServer {
  /// Somebody who asked for a link, read the mail and pressed the button.
  func signedIn(_ name: String) async throws -> TestBrowser {
    let browser = visitor()
    try await browser.open("/it/accedi")
    try await browser.fill(["email": "\(name)@example.org"])
    try await browser.submit()
    let mail = try await Database.open(address, connections: 2).closing { database in
      try await database.read { tx in
        try tx.mails().first { $0.to.text == "\(name)@example.org" }
      }
    }
    guard let text = mail?.words.text,
      let link = text.firstMatch(of: /\/it\/accedi\/[A-Za-z0-9_-]{16,}/)
    else { throw Untold("no mail to \(name)") }
    try await browser.open(String(link.output))
    try await browser.submit("Entra")
    return browser
  }

  /// What the database holds once the mails of what happened before are on their way.
  func contents() async throws -> TableContents {
    let waiting: SQL = """
      SELECT COUNT(*) AS n FROM task WHERE kind = 'sendMail' AND status IN ('ready', 'running')
      """
    return try await Database.open(address, connections: 2).closing { database in
      for _ in 0..<200 {
        let count = try await database.read { tx in
          try tx.first(waiting) { try $0("n", as: Int.self) } ?? 0
        }
        if count == 0 { break }
        try await Task.sleep(for: .milliseconds(50))
      }
      return try await database.contents()
    }
  }
}

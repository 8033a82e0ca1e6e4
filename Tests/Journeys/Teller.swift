// Acts out the steps of a story: each person has a browser of their own.
import Domain
import Foundation
import Support

/// What a story's steps can be:
///
///     giulia opens /it/campagne            goes to a page; the answer is its status and heading
///     giulia clicks Orto dei sapori        follows the first link that says this
///     giulia fills amount = 25,00          types, ticks or chooses
///     giulia attaches file = bank.csv      chooses a file of Fixtures
///     giulia presses Continua              submits with that button, and follows redirects
///     giulia sees Obiettivo raggiunto      the page's main part says this
///     giulia waits for Ricevuto            opens the page again until it says this
///     giulia signs in as anna@example.org  asks for a link, reads the mail, uses it
///     giulia keeps rf = RF[0-9]{2}\w+      remembers what the page says, as {rf}
///     $ ledger verify                      runs the executable; the answer is what it prints
actor Teller {
  private let server: RunningServer
  private var people: [String: TestBrowser] = [:]
  private var kept: [String: String] = [:]

  private static let waitSecondsMax = 30

  init(_ server: RunningServer) { self.server = server }

  /// Does one step and says what came back.
  func tell(_ step: String) async throws -> [String] {
    let text = kept.reduce(step) { $0.replacing("{\($1.key)}", with: $1.value) }
    if text.hasPrefix("$ ") {
      return try run(text.dropFirst(2).split(separator: " ").map(String.init))
    }
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count >= 2 else { throw Untold("not a step: \(step)") }
    let person = person(words[0])
    let rest = words.count > 2 ? words[2] : ""
    switch words[1] {
    case "opens": return answer(try await person.open(rest))
    case "clicks": return answer(try await person.click(rest, following: true))
    case "presses": return answer(try await person.submit(rest, following: true))
    case "fills": try await fill(person, rest)
    case "attaches": try await attach(person, rest)
    case "sees": try await see(person, rest)
    case "waits": try await wait(person, rest)
    case "keeps": try await keep(person, rest)
    case "signs": return try await signIn(person, rest)
    default: throw Untold("nobody can do this: \(step)")
    }
    return []
  }

  private func person(_ name: String) -> TestBrowser {
    if let known = people[name] { return known }
    let person = server.visitor()
    people[name] = person
    return person
  }

  private func fill(_ person: TestBrowser, _ text: String) async throws {
    let (name, value) = try halves(text)
    try await person.fill([name: value])
  }

  private func attach(_ person: TestBrowser, _ text: String) async throws {
    let (name, file) = try halves(text)
    let bytes = try Data(contentsOf: Teller.fixtures.appending(path: file))
    try await person.attach(name, file: file, bytes: Array(bytes))
  }

  private func see(_ person: TestBrowser, _ text: String) async throws {
    let page = await person.page
    guard page.main.contains(text) else {
      throw Untold("the page does not say \(text): \(page.main)")
    }
  }

  /// `for TEXT`: jobs take a moment.
  private func wait(_ person: TestBrowser, _ text: String) async throws {
    let wanted = text.dropFirst("for ".count)
    let path = await person.reply?.path ?? "/"
    let deadline = ContinuousClock.now + .seconds(Teller.waitSecondsMax)
    while ContinuousClock.now < deadline {
      if await person.page.main.contains(wanted) { return }
      try await Task.sleep(for: .milliseconds(200))
      try await person.open(path)
    }
    throw Untold("\(path) never said \(wanted): \(await person.page.main)")
  }

  private func keep(_ person: TestBrowser, _ text: String) async throws {
    let (name, pattern) = try halves(text)
    let page = await person.page
    guard let found = page.main.firstMatch(of: try Regex(pattern)) else {
      throw Untold("the page shows no \(pattern): \(page.main)")
    }
    kept[name] = String(found.output[found.output.count > 1 ? 1 : 0].substring ?? "")
  }

  private func signIn(_ person: TestBrowser, _ text: String) async throws -> [String] {
    let email = String(text.dropFirst("in as ".count))
    try await person.open("/it/accedi")
    try await person.fill(["email": email])
    try await person.submit(following: true)
    let deadline = ContinuousClock.now + .seconds(Teller.waitSecondsMax)
    while ContinuousClock.now < deadline {
      let mailbox = try await person.open("/it/demo/posta", following: true)
      if let link = link(in: mailbox, to: email) {
        try await person.open(link)
        return answer(try await person.submit(following: true))
      }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw Untold("no sign-in mail for \(email)")
  }

  /// The newest sign-in link that the mailbox page shows after that address.
  private func link(in mailbox: Reply, to email: String) -> String? {
    let text = mailbox.text
    guard let address = text.range(of: email) else { return nil }
    let path = /\/it\/accedi\/[A-Za-z0-9_-]{16,}/
    return text[address.upperBound...].firstMatch(of: path).map { String($0.output) }
  }

  private func run(_ arguments: [String]) throws -> [String] {
    let done = try server.raccolto(arguments)
    let lines = done.output.split(separator: "\n").map { masked(String($0)) }
    return lines + (done.code == 0 ? [] : ["exit \(done.code)"])
  }

  /// Status, heading and problems; or where a redirect leads.
  private func answer(_ reply: Reply) -> [String] {
    if let location = reply.location { return ["\(reply.status) \(masked(location))"] }
    let page = reply.page
    return ["\(reply.status) \(masked(page.h1))"] + page.problems.map { "! \(masked($0))" }
  }

  /// What differs from run to run becomes `…`.
  private func masked(_ text: String) -> String {
    let volatile = [
      #"\b[a-z]{2,4}_[0-9a-z]{20,}\b"#, #"\b[A-Za-z0-9_-]{22,}\b"#, #"\bRF\d{2}[0-9A-Z ]{4,}\b"#,
      #"\b\d+(\.\d+)? ?m?s\b"#,
    ]
    return volatile.reduce(text) {
      $0.replacingOccurrences(of: $1, with: "…", options: .regularExpression)
    }
  }

  private func halves(_ text: String) throws -> (String, String) {
    guard let equals = text.range(of: " = ") else { throw Untold("no ` = ` in: \(text)") }
    return (String(text[..<equals.lowerBound]), String(text[equals.upperBound...]))
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")
}

/// A step could not be acted out.
struct Untold: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

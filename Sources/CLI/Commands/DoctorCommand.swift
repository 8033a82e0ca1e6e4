// `doctor`: looks at this installation, says what is wrong and what to do about it.
import ArgumentParser
import Config
import Domain
import Foundation
import Literals
import Payments
import Store

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Checks the installation and says what to do.",
    discussion: "Example: raccolto doctor --json")

  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let checks = await Checkup.everything()
    if json {
      try printJSON(checks)
    } else {
      for check in checks {
        print("\(check.result.rawValue)\t\(check.name): \(check.found)")
        if !check.advice.isEmpty { print("\t\(check.advice)") }
      }
    }
    if checks.contains(where: { $0.result == .fail }) { throw Ending.fault }
    if checks.contains(where: { $0.result == .warn }) { throw Ending.warnings }
  }
}

/// One thing that was looked at.
struct Checkup: Codable, Sendable {
  enum Result: String, Codable, Sendable { case ok, warn, fail }

  let name: String
  let result: Result
  let found: String
  /// What to do; empty when all is well.
  let advice: String

  /// Every check, in the order in which an operator would mend them.
  static func everything() async -> [Checkup] {
    let settings: Settings
    do {
      settings = try await Wiring.settings()
    } catch {
      return [
        Checkup(
          name: "settings", result: .fail, found: "\(error)",
          advice: "Consider `raccolto config show` and Config/README.md.")
      ]
    }
    let mode = Checkup(
      name: "settings", result: .ok, found: "mode \(settings.mode.rawValue)", advice: "")
    return [mode, dataFolder(settings)] + (await database(settings))
      + [mail(settings), address(settings)] + (await cards(settings))
  }

  /// The folder exists, can be written and has room.
  private static func dataFolder(_ settings: Settings) -> Checkup {
    let files = FileManager.default
    let path = settings.data
    guard files.fileExists(atPath: path) else {
      return Checkup(
        name: "data folder", result: .warn, found: "\(path) does not exist yet",
        advice: "`raccolto serve` makes it at its first start.")
    }
    guard files.isWritableFile(atPath: path) else {
      return Checkup(
        name: "data folder", result: .fail, found: "\(path) cannot be written",
        advice: "Consider `chown` to the user that runs Raccolto, or another RACCOLTO_DATA.")
    }
    let attributes = try? files.attributesOfFileSystem(forPath: path)
    let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value ?? .max
    let isLow = free < 1_000_000_000
    return Checkup(
      name: "data folder", result: isLow ? .warn : .ok,
      found: "\(path), \(free / 1_000_000) MB free",
      advice: isLow ? "Less than 1 GB is left: make room before the database stops." : "")
  }

  /// The database answers and its schema is the one this program knows.
  private static func database(_ settings: Settings) async -> [Checkup] {
    if let path = Wiring.missingFile(settings) {
      return [
        Checkup(
          name: "database", result: .warn, found: "\(path) does not exist yet",
          advice: "`raccolto serve` makes it at its first start.")
      ]
    }
    do {
      let database = try await Wiring.openExisting(settings)
      let plan = try await database.migrationPlan()
      let money = await environment(settings, database, isCurrent: plan.pending.isEmpty)
      await database.close()
      let isCurrent = plan.pending.isEmpty
      return [
        Checkup(
          name: "database", result: .ok, found: "\(database.dialect.rawValue) answers", advice: ""),
        Checkup(
          name: "schema", result: isCurrent ? .ok : .warn,
          found: "\(plan.applied.count) applied, \(plan.pending.count) to apply",
          advice: isCurrent ? "" : "Consider a backup, then `raccolto migrate`."),
      ] + money
    } catch {
      return [
        Checkup(
          name: "database", result: .fail, found: "\(error)",
          advice: "\(error)".contains("Consider")
            ? "" : "Consider RACCOLTO_DATABASE_URL: it has to name a database of Raccolto's.")
      ]
    }
  }

  /// The payments in the database are of this mode's environment.
  private static func environment(
    _ settings: Settings, _ database: Database, isCurrent: Bool
  ) async -> [Checkup] {
    guard isCurrent, let held = try? await database.read({ try $0.moneyEnvironment() }) else {
      return []
    }
    let isRight = held == Wiring.environment(of: settings)
    let wrong = Wiring.wrongEnvironment(held, settings)
    return [
      Checkup(
        name: "money", result: isRight ? .ok : .fail,
        found: isRight ? "\(held.rawValue) payments, as the mode has it" : wrong.what,
        advice: isRight ? "" : wrong.advice)
    ]
  }

  private static func mail(_ settings: Settings) -> Checkup {
    let found =
      settings.smtp == nil
      ? "kept in the mailbox page (\(settings.mode.rawValue))" : "sent by SMTP"
    return Checkup(name: "mail", result: .ok, found: found, advice: "")
  }

  /// Where card payments go; Stripe is asked for our balance, which needs the key and no more.
  private static func cards(_ settings: Settings) async -> [Checkup] {
    guard let stripe = settings.stripe else {
      let isReal = settings.mode == .production
      return [
        Checkup(
          name: "cards", result: isReal ? .warn : .ok,
          found: isReal ? "no provider" : "the sandbox, which moves no money",
          advice: isReal ? "Consider RACCOLTO_STRIPE_SECRET_KEY; until then only transfers." : "")
      ]
    }
    let kind = stripe.isLive ? "live" : "test"
    guard let key = stripe.secretKey?.revealed else {
      return [
        Checkup(
          name: "cards", result: .ok, found: "Stripe's signed events only, \(kind)", advice: "")
      ]
    }
    do {
      let http = HTTPClient(threads: 1, secondsMax: 10)
      let account = StripeAccount(secretKey: key, base: stripe.base)
      let client = StripeClient(account) { try await http.send($0) }
      _ = try await client.get("/v1/balance")
      return [
        Checkup(
          name: "cards", result: .ok,
          found: "Stripe answers to a \(kind) key; events: \(stripe.confirm.rawValue)", advice: "")
      ]
    } catch {
      return [
        Checkup(
          name: "cards", result: .fail, found: "Stripe, \(kind) key: \(error)",
          advice: "Consider RACCOLTO_STRIPE_SECRET_KEY, RACCOLTO_STRIPE_API_BASE and the network.")
      ]
    }
  }

  private static func address(_ settings: Settings) -> Checkup {
    let safe = ["https://", "http://127.0.0.1", "http://localhost"]
    let isSafe = safe.contains { settings.publicURL.hasPrefix($0) }
    return Checkup(
      name: "public address", result: isSafe ? .ok : .warn, found: settings.publicURL,
      advice: isSafe ? "" : "People's data would travel in clear: use https.")
  }
}

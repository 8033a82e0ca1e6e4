// The only place that knows every module: settings, the system's clock and chance, the adapters.
import Config
import Domain
import Foundation
import Services
import Store

/// Makes the values that the rest of Raccolto is given.
enum Wiring {
  /// The system's clock.
  static let clock = WallClock { Instant(Date()) }

  /// The system's source of randomness.
  static let entropy = Entropy { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The layers of settings: the environment over `settings.json` in the data folder.
  static func settingsLoader() async throws -> SettingsLoader {
    let environment = ProcessInfo.processInfo.environment
    let file = (environment["RACCOLTO_DATA"] ?? "./data") + "/settings.json"
    return try await SettingsLoader(
      environment: environment,
      file: FileManager.default.fileExists(atPath: file) ? file : nil)
  }

  /// The settings in force, or every problem they have.
  static func settings() async throws -> Settings {
    var loader = try await settingsLoader()
    return try loader.load()
  }

  /// The database that the settings name.
  static func open(_ settings: Settings) async throws -> Database {
    guard let address = DatabaseAddress(settings.database) else {
      throw Fault("RACCOLTO_DATABASE_URL is neither sqlite:PATH nor postgres://…")
    }
    return try await Database.open(address, connections: settings.databaseConnections)
  }
}

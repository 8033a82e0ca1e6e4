// The only place that knows every module: settings, the system's clock and chance, the adapters.
import Config
import Domain
import Foundation
import Logging
import ServiceLifecycle
import Services
import Store
import UnixSignals

/// Makes the values that the rest of Raccolto is given.
enum Wiring {
  /// The system's clock.
  static let clock = WallClock { Instant(Date()) }

  /// The system's source of randomness, eight bytes a call of the kernel.
  static let entropy = Entropy { count in
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes.prefix(count))
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

  /// The database that the settings name, where there is one: who only looks makes none.
  static func openExisting(_ settings: Settings) async throws -> Database {
    if let path = missingFile(settings) {
      throw Fault(
        "there is no database at \(path). Consider RACCOLTO_DATA, the folder of an installation.")
    }
    return try await open(settings)
  }

  /// The file of an SQLite database that was not made yet.
  static func missingFile(_ settings: Settings) -> String? {
    guard case .sqlite(let path) = DatabaseAddress(settings.database) else { return nil }
    return FileManager.default.fileExists(atPath: path) ? nil : path
  }

  /// The database with its schema up to date.
  static func openMigrated(_ settings: Settings, _ logger: Logger) async throws -> Database {
    let database = try await open(settings)
    let applied = try await database.migrate()
    if !applied.isEmpty {
      logger.info("schema brought up to date", metadata: ["steps": "\(applied.map(\.number))"])
    }
    return database
  }

  /// The log: one line per event on stderr; `RACCOLTO_LOG=debug` shows requests too.
  static func logger(_ settings: Settings) -> Logger {
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    var logger = Logger(label: "raccolto")
    logger.logLevel = Logger.Level(rawValue: settings.log.rawValue) ?? .info
    return logger
  }

  /// Runs services until SIGTERM or SIGINT; each gets the time to finish what it does.
  static func runUntilStopped(_ services: [any Service], _ logger: Logger) async throws {
    var configuration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(30)
    try await ServiceGroup(configuration: configuration).run()
  }
}

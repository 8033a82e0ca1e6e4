// `serve`: the web server, with the workers inside unless told otherwise.
import ArgumentParser
import Config
import Domain
import Logging
import Metrics
import ServiceLifecycle
import Services
import Store
import Web
import Work

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves the site and does the work that waits.",
    discussion: "Example: raccolto serve --without-jobs")

  @Flag(help: "Leave the work to `raccolto work` on this or other machines.")
  var withoutJobs = false

  func run() async throws {
    try await CLI.run {
      MetricsSystem.bootstrap(Wiring.metrics)
      let settings = try await Wiring.settings()
      let logger = Wiring.logger(settings)
      try FreePort.check(settings.port, on: settings.host)
      let database = try await Wiring.openForWork(settings, logger)
      if settings.mode == .demo { _ = try await Demonstration.fill(database, settings) }
      for problem in try await Wiring.federation(settings, database).book.refresh() {
        logger.warning("provider metadata cannot be read", metadata: ["source": "\(problem)"])
      }
      let server = WebServer(
        try Wiring.site(settings, database, logger), host: settings.host, port: settings.port,
        logger: logger
      ) { port in
        say("Raccolto serves on http://\(settings.host):\(port) (\(settings.mode.rawValue))")
        if settings.mode == .demo { try? await Demonstration.printLinks(database, settings) }
      }
      var services: [any Service] = [server]
      if !withoutJobs { services.append(try Wiring.runner(settings, database, logger)) }
      try await Wiring.runUntilStopped(services, logger)
      await database.close()
    }
  }
}

// The site on a socket.
import Domain
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// Serves the site until it is asked to stop; requests that run are answered first.
package struct WebServer: Service {
  /// Connections at once; more wait in the queue of the system.
  static let connectionsMax = 4000
  /// A connection that says nothing for this long is closed.
  static let idleSeconds: Int64 = 60

  private let edge: Edge
  private let host: String
  private let port: Int
  private let logger: Logger
  private let onRunning: @Sendable (Int) async -> Void

  /// `port` 0 takes a free one; `onRunning` is told which.
  package init(
    _ edge: Edge, host: String, port: Int, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) {
    self.edge = edge
    self.host = host
    self.port = port
    self.logger = logger
    self.onRunning = onRunning
  }

  package func run() async throws {
    let onRunning = onRunning
    let application = Application(
      responder: edge,
      server: .http1(
        configuration: .init(idleTimeout: .seconds(Self.idleSeconds))),
      configuration: .init(
        address: .hostname(host, port: port), serverName: nil,
        availableConnectionsDelegate: MaximumAvailableConnections(Self.connectionsMax)),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
      logger: logger)
    try await application.run()
  }
}

// What travels with a request from the socket to the handlers, below the level of screens.
import Domain
package import Hummingbird
package import Logging
import NIOCore

/// Where requests come from when there is no socket: tests.
package struct DirectSource: RequestContextSource {
  package let logger: Logger
  package let peer: String
  package init(logger: Logger, peer: String) {
    self.logger = logger
    self.peer = peer
  }
}

/// Hummingbird's context with what the edge finds out first.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The client's address; the proxy's word is taken only where settings say so.
  var peer: String
  var requestID = ""
  var startedAt = Instant(milliseconds: 0)
  /// Our cookies.
  var cookies: [SiteCookie.Name: String] = [:]
  var visitor = Visitor(mark: "", isKnown: false)

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? "local"
  }
  package init(direct source: DirectSource) {
    coreContext = .init(source: source)
    peer = source.peer
  }
}

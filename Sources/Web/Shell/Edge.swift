// The outermost layer: every request comes in here and every response leaves here, with its
// request id, its security headers, its ETag, and one line in the log.
import Domain
import HTTPTypes
package import Hummingbird
import Logging
import Metrics
import Services

/// The site as one responder.
package struct Edge: HTTPResponder {
  private let site: SiteSettings
  private let ports: SitePorts
  private let router: RouterResponder<SiteContext>
  private let headers: SecurityHeaders
  private let notFound: Door
  private let cache = PageCache()

  init(site: SiteSettings, ports: SitePorts, screens: Screens) {
    self.site = site
    self.ports = ports
    router = screens.router.buildResponder()
    headers = SecurityHeaders(isSecure: site.isSecure)
    notFound = Door(site: site, ports: ports, audience: .anyone)
  }

  package func respond(to request: Request, context: SiteContext) async throws -> Response {
    let started = ports.clock.now
    var context = context
    context.startedAt = started
    context.requestID = ports.entropy.token(bytes: 10)
    context.peer = peer(request, context)
    var head = request.head
    if request.method == .head { head.method = .get }
    let asked = Request(head: head, body: request.body)
    var response = await answer(asked, &context)
    headers.add(to: &response.headers)
    if let name = HTTPField.Name("X-Request-Id") { response.headers[name] = context.requestID }
    if request.method == .get || request.method == .head { conditional(request, &response) }
    if request.method == .head { response = response.createHeadResponse() }
    log(request, context, response, since: started)
    measure(request, context, response, since: started)
    return response
  }

  private func answer(_ request: Request, _ context: inout SiteContext) async -> Response {
    if request.method == .get, let asset = Assets.response(for: request.uri.path) { return asset }
    if let field = request.headers[.cookie] { context.cookies = SiteCookie.read(field) }
    let shares =
      request.method == .get && context.cookies[.session] == nil && context.cookies[.flash] == nil
      && request.uri.string.utf8.count <= 300 && !Negotiation.wantsJSON(request)
    guard shares, isSpoken(request.uri.path) else { return await route(request, context) }
    let snapshot = context
    return await cache.response(
      for: "\(context.cookies[.theme] ?? "") \(request.uri.string)", at: context.startedAt,
      isShareable: {
        $0.status == .ok && $0.headers[.cacheControl]?.hasPrefix("public") == true
          && !$0.headers.contains(.setCookie)
      },
      make: { await route(request, snapshot) })
  }

  private func isSpoken(_ path: String) -> Bool {
    path.hasPrefix("/it") || path.hasPrefix("/en")
  }

  private func route(_ request: Request, _ context: SiteContext) async -> Response {
    var context = context
    let mark = context.cookies[.visitor].flatMap { Sealed.open($0, ports.key, .visitor) }
    context.visitor = Visitor(mark: mark ?? ports.entropy.token(), isKnown: mark != nil)
    do {
      guard [.get, .post].contains(request.method) else { throw Problem.wrongMethod }
      let response = try await router.respond(to: request, context: context)
      // The router itself answers an unknown address, with an empty 404.
      if response.status == .notFound, response.headers[.contentType] == nil {
        throw Problem.notFound
      }
      return response
    } catch {
      // Screens never throw: this is an address that does not exist, or a method nobody has.
      let language = Negotiation.language(request, context.cookies)
      let problem = error as? Problem ?? .notFound
      return await notFound.respond(request, context, language) { _ in .problem(problem) }
    }
  }

  /// Adds an ETag to what may be kept, and answers 304 to who has it already.
  private func conditional(_ request: Request, _ response: inout Response) {
    guard response.status == .ok, response.headers[.cacheControl]?.hasPrefix("public") == true,
      let tag = response.headers[.eTag]
    else { return }
    let known = request.headers[values: .ifNoneMatch].joined(separator: ",")
    let tags = known.split(separator: ",").map { $0.trimmed.replacing("W/", with: "") }
    guard tags.contains(tag) || tags.contains("*") else { return }
    var headers = response.headers
    headers[.contentLength] = nil
    response = Response(status: .notModified, headers: headers)
    response.headers[.contentLength] = nil
  }

  /// The client's network. Of a request that one of our proxies passed on it is the last one that
  /// the proxy wrote; whoever comes directly can write what they like.
  private func peer(_ request: Request, _ context: SiteContext) -> String {
    guard site.proxies.contains(context.peer), let name = HTTPField.Name("X-Forwarded-For"),
      let last = request.headers[name]?.split(separator: ",").last
    else { return NetworkAddress.household(of: context.peer) }
    return NetworkAddress.household(of: String(last.trimmed.prefix(64)))
  }

  private func measure(
    _ request: Request, _ context: SiteContext, _ response: Response, since started: Instant
  ) {
    let known = ["GET", "HEAD", "POST"].contains(request.method.rawValue)
    let dimensions = [
      ("method", known ? request.method.rawValue : "other"),
      ("status", "\(response.status.code / 100)xx"),
    ]
    Counter(label: "raccolto_http_requests_total", dimensions: dimensions).increment()
    Timer(label: "raccolto_http_request_seconds", dimensions: [])
      .recordMilliseconds((ports.clock.now - started).milliseconds)
  }

  /// One line: no address, no query, no cookie; the pattern of the path rather than the path.
  private func log(
    _ request: Request, _ context: SiteContext, _ response: Response, since started: Instant
  ) {
    ports.logger.debug(
      "request",
      metadata: [
        "id": "\(context.requestID)", "method": "\(request.method.rawValue)",
        "route": "\(context.endpointPath ?? "-")", "status": "\(response.status.code)",
        "ms": "\((ports.clock.now - started).milliseconds)",
      ])
  }
}

// Where screens are registered: typed addresses on one side, handlers with typed parts on another.
import Domain
import Hummingbird

/// A group of screens: one area's pages. `add(to:)` reads as the list of its addresses.
package protocol ScreenGroup: Sendable {
  func add(to screens: Screens)
}

/// The registrar. Each line is an address and its handler; both languages are registered at once.
package final class Screens {
  let router = Router(context: SiteContext.self)
  private let site: SiteSettings
  private let ports: SitePorts
  private let limiter: RateLimiter
  /// Addresses for the site map, in the order of registration.
  private(set) var publicRoutes: [Route] = []
  private var taken: [String: Set<String>] = [:]

  init(site: SiteSettings, ports: SitePorts, limiter: RateLimiter) {
    self.site = site
    self.ports = ports
    self.limiter = limiter
  }

  /// Whether this is a place where no money and no mail are real.
  package var isDemonstration: Bool { site.isDemonstration }

  func page<Parts: Sendable>(
    _ patterns: Patterns, _ audience: Audience, _ parse: @escaping PathParser<Parts>,
    _ handler: @escaping @Sendable (ScreenContext, Parts) async throws -> Reply
  ) {
    let door = Door(site: site, ports: ports, audience: audience)
    register(patterns, "GET") { request, context, language in
      await door.respond(request, context, language) { screen in
        try await handler(screen, try parse(context.pathParts))
      }
    }
    if audience == .everyone, !patterns.it.contains(":"), !patterns.isNeutral {
      publicRoutes.append(patterns.filled([]))
    }
  }

  func form<Parts: Sendable>(
    _ patterns: Patterns, _ terms: FormTerms, _ parse: @escaping PathParser<Parts>,
    _ handler: @escaping @Sendable (ScreenContext, FormBody, Parts) async throws -> Reply
  ) {
    let door = Door(site: site, ports: ports, audience: terms.audience)
    let (limiter, proof) = (limiter, ProofDoor(prove: ports.prove, passkeys: ports.passkeys))
    register(patterns, "POST") { request, context, language in
      await door.respond(request, context, language) { screen in
        let parts = try parse(context.pathParts)
        try limiter.take(terms.pace, for: screen.peer, at: screen.now)
        try CSRF.checkOrigin(request, site: screen.settings)
        let form = try await FormBody.read(request, limit: terms.limit)
        try CSRF.checkToken(form, screen)
        switch try await proof.open(form, screen) {
        case .stopped(let reply): return reply
        case .through(let screen):
          let reply = try await handler(screen, form, parts)
          guard case .proveFirst = reply else { return reply }
          return try await proof.ask(form, screen)
        }
      }
    }
  }

  func bytes<Parts: Sendable>(
    _ patterns: Patterns, _ terms: FormTerms, _ parse: @escaping PathParser<Parts>,
    _ handler: @escaping @Sendable (ScreenContext, [UInt8], Parts) async throws -> Reply
  ) {
    let door = Door(site: site, ports: ports, audience: .programs)
    let limiter = limiter
    register(patterns, "POST") { request, context, language in
      await door.respond(request, context, language) { screen in
        let parts = try parse(context.pathParts)
        try limiter.take(terms.pace, for: screen.peer, at: screen.now)
        let body = try await terms.limit.read(request)
        return try await handler(screen, body, parts)
      }
    }
  }

  /// A form that changes only how the site looks: bound to the site, not to the visitor, so that
  /// pages that carry it can be the same for everyone.
  func postWithoutToken(
    _ address: FixedAddress,
    use handler: @escaping @Sendable (ScreenContext, FormBody) async throws -> Reply
  ) {
    let door = Door(site: site, ports: ports, audience: .anyone)
    register(address.patterns, "POST") { request, context, language in
      await door.respond(request, context, language) { screen in
        try CSRF.checkOrigin(request, site: screen.settings)
        return try await handler(screen, try await FormBody.read(request, limit: .form))
      }
    }
  }

  /// A form that another site posts through the visitor's browser: no token can be asked for, so
  /// what it carries must prove itself. Such a form has no files.
  func postFromElsewhere(
    _ address: FixedAddress, limit: BodyLimit, isLiftedInTests: Bool = false,
    use handler: @escaping @Sendable (ScreenContext, FormBody) async throws -> Reply
  ) {
    let door = Door(site: site, ports: ports, audience: .anyone)
    let limiter = limiter
    register(address.patterns, "POST") { request, context, language in
      await door.respond(request, context, language) { screen in
        try pace(.identity, screen, limiter, isLiftedInTests)
        return try await handler(
          screen, try await FormBody.read(request, limit: limit, takesFiles: false))
      }
    }
  }

  /// A page that starts or ends something at another site, as often as the pace allows.
  func getPaced(
    _ address: FixedAddress, isLiftedInTests: Bool = false,
    use handler: @escaping @Sendable (ScreenContext) async throws -> Reply
  ) {
    let limiter = limiter
    get(address) { screen in
      try pace(.identity, screen, limiter, isLiftedInTests)
      return try await handler(screen)
    }
  }

  private func register(
    _ patterns: Patterns, _ method: String,
    _ respond: @escaping @Sendable (Request, SiteContext, Language) async -> Response
  ) {
    for language in patterns.isNeutral ? [Language.italian] : Language.allCases {
      let path = patterns.router(language)
      let spoken: Language? = patterns.isNeutral ? nil : language
      taken[path, default: []].insert(method)
      router.on(RouterPath(path), method: method == "GET" ? .get : .post) { request, context in
        await respond(request, context, spoken ?? Negotiation.language(request, context.cookies))
      }
    }
  }

  /// Answers 405 where the address exists for another method.
  func closeOtherMethods() {
    for (path, methods) in taken where methods.count == 1 {
      let allowed = methods.contains("GET") ? "GET, HEAD" : "POST"
      let door = Door(site: site, ports: ports, audience: .anyone)
      router.on(RouterPath(path), method: methods.contains("GET") ? .post : .get) {
        request, context in
        let language = Negotiation.language(request, context.cookies)
        var response = await door.respond(request, context, language) { _ in
          .problem(.wrongMethod)
        }
        response.headers[.allow] = allowed
        return response
      }
    }
  }
}

/// What is asked of whoever sends a body.
struct FormTerms: Sendable {
  let limit: BodyLimit
  let audience: Audience
  let pace: Pace
}

/// For whom a page is: decides caching, the site map, and whether one must sign in first.
package enum Audience: Sendable {
  /// The same bytes for every visitor: may be cached for a second and is in the site map. Such a
  /// page has no form that changes something.
  case everyone
  /// Anyone may open it; what it shows may depend on who asks, or it carries a form.
  case anyone
  /// Only who is signed in; others are sent to sign in and come back.
  case signedIn
  /// Only the person themselves: the same, and nobody who acts in their place.
  case oneself
  /// Programs: problems are JSON, nobody is sent anywhere.
  case programs
}

extension SiteContext {
  /// The typed parts of the path as the router found them, decoded; one that is not UTF-8 is empty.
  var pathParts: [String] {
    var parts: [String] = []
    while let part = parameters.get("p\(parts.count)") { parts.append(part.percentDecoded ?? "") }
    return parts
  }
}

/// Conformance tools play hundreds of sign-ins from one address: mode `test` lifts the limit where
/// they do, and nowhere else.
private func pace(
  _ pace: Pace, _ screen: ScreenContext, _ limiter: RateLimiter, _ isLiftedInTests: Bool
) throws(Problem) {
  if isLiftedInTests, screen.settings.mode == .test { return }
  try limiter.take(pace, for: screen.peer, at: screen.now)
}

// Between router and screen: finds out who asks, calls the screen, turns its reply into bytes.
import Domain
import Hummingbird
import Logging
import Services

/// What every registered address does before and after its handler.
struct Door: Sendable {
  let site: SiteSettings
  let ports: SitePorts
  let audience: Audience

  /// Never throws: a problem becomes its page, a fault an incident that is logged here, once.
  func respond(
    _ request: Request, _ context: SiteContext, _ language: Language,
    _ handler: (ScreenContext) async throws -> Reply
  ) async -> Response {
    var screen = screen(request, context, language, signedIn: nil)
    do {
      if let token = context.cookies[.session], let signedIn = try await ports.session(token) {
        screen = self.screen(request, context, language, signedIn: signedIn)
      }
      if audience == .signedIn || audience == .oneself, screen.signedIn == nil {
        return Rendering(screen, audience).response(askToSignIn(request))
      }
      if audience == .oneself, screen.signedIn?.isOneself == false { throw Problem.notInPlace }
      return Rendering(screen, audience).response(try await handler(screen))
    } catch {
      return Rendering(screen, audience).response(.problem(problem(for: error, context)))
    }
  }

  /// The request as the screen sees it.
  private func screen(
    _ request: Request, _ context: SiteContext, _ language: Language, signedIn: SignedIn?
  ) -> ScreenContext {
    ScreenContext(
      language: language, signedIn: signedIn, now: context.startedAt,
      requestID: context.requestID, peer: context.peer,
      theme: context.cookies[.theme].flatMap(Theme.init) ?? .auto,
      flash: context.cookies[.flash].flatMap { Flash(sealed: $0, ports.key) },
      settings: site, entropy: ports.entropy, key: ports.key, visitor: context.visitor,
      loginMark: context.cookies[site.isSecure ? .login : .plainLogin],
      minorMark: context.cookies[site.isSecure ? .minor : .plainMinor],
      waitingToken: context.cookies[.waiting], request: request)
  }

  private func askToSignIn(_ request: Request) -> Reply {
    let signIn = IdentityRoutes.signIn()
    guard request.method == .get else { return .seeOther(signIn) }
    return .seeOther(signIn.with("torna", request.uri.string))
  }

  private func problem(for error: any Error, _ context: SiteContext) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case is UnparsablePath: return .notFound
    case let fault as Fault:
      log(fault.what, context)
      return fault.retryable ? .unavailable : .incident
    case let error:
      log(String(reflecting: error), context)
      return .incident
    }
  }

  private func log(_ what: String, _ context: SiteContext) {
    ports.logger.error(
      "incident",
      metadata: [
        "incident": "\(context.requestID)", "route": "\(context.endpointPath ?? "-")",
        "what": "\(what)",
      ])
  }
}

// Signing in by SPID and CIE: metadata, the way to the provider, its answer, and logging out.
import Domain
import Literals
import Phrases
import Services

/// The addresses that a federation knows of us.
struct FederationScreens: ScreenGroup {
  /// An answer with its base64 and its percent signs.
  private static let answerLimit = BodyLimit(bytesMax: 512 * 1024, fieldsMax: 10)

  let federation: FederationServices
  /// Whose metadata lies at `/spid/metadata`.
  let scheme: IdentityScheme

  func add(to screens: Screens) {
    screens.get(FederationRoutes.metadata, audience: .programs, use: metadata)
    screens.get(FederationRoutes.cieMetadata, audience: .programs, use: cieMetadata)
    screens.getPaced(FederationRoutes.login, isLiftedInTests: true, use: login)
    screens.postFromElsewhere(
      FederationRoutes.acs, limit: Self.answerLimit, isLiftedInTests: true, use: answer)
    screens.getPaced(FederationRoutes.slo, use: logoutByRedirect)
    screens.postFromElsewhere(FederationRoutes.slo, limit: Self.answerLimit, use: logoutByPost)
  }

  private func metadata(_ screen: ScreenContext) throws -> Reply { try document(of: scheme) }

  private func cieMetadata(_ screen: ScreenContext) throws -> Reply { try document(of: .cie) }

  private func document(of scheme: IdentityScheme) throws -> Reply {
    guard let xml = try federation.metadata(of: scheme) else { return .notFound }
    return .file(xml, type: "application/samlmetadata+xml")
  }

  private func login(_ screen: ScreenContext) async throws -> Reply {
    guard let provider = screen.query("idp") else { return .problem(.malformed) }
    let home = IdentityRoutes.sessions()[screen.language]
    let next = screen.query("torna").flatMap(Link.init(local:)) ?? home
    let isMinor = screen.query("minor") == "1"
    var request = StartSamlSignIn.Request(
      provider: provider, nextPath: next.path,
      browserMark: isMinor ? screen.minorMark : screen.loginMark)
    request.isMinor = isMinor
    if let level = screen.query("level") {
      guard let level = Int(level).flatMap(IdentityLevel.init) else { return .problem(.malformed) }
      request.level = level
    }
    request.binding = screen.query("binding").flatMap(SamlBinding.init)
    request.previousSession = screen.signedIn?.session
    if screen.query("purpose") == SamlPurpose.prove.rawValue {
      guard screen.signedIn?.isOneself == true else { return .seeOther(IdentityRoutes.signIn()) }
      (request.purpose, request.level) = (.prove, .two)
    }
    switch try await federation.start(request) {
    case .noSuchProvider: return .status(404, FederationPages(screen: screen).noProvider)
    case .ask(let message, let mark, let seconds):
      let cookie = screen.loginCookie(mark, isMinor: isMinor, seconds: seconds)
      return .with([cookie], FederationPages(screen: screen).carry(message))
    }
  }

  private func answer(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let fields = body.all("SAMLResponse")
    let pages = FederationPages(screen: screen)
    guard let field = fields.first, fields.count == 1 else {
      return .status(400, pages.refused(fields.isEmpty ? .missing : .repeated))
    }
    var asked = TakeSamlAnswer.Answer(
      field: field, browserMark: screen.loginMark, language: screen.language,
      requestID: screen.requestID)
    asked.minorMark = screen.minorMark
    asked.device = screen.device
    let outcome = try await federation.take(asked)
    let spent = try await spentCookies(screen)
    switch outcome {
    case .signedIn(let token, let nextPath):
      return .with(
        spent,
        screen.comeIn(token, to: Link(local: nextPath), or: IdentityRoutes.sessions()))
    case .codeNeeded(let token, let nextPath):
      return .with(spent, screen.askCode(token, nextPath: nextPath))
    case .linked(let token, let nextPath):
      return .with(
        spent,
        screen.comeIn(
          token, to: Link(local: nextPath), or: IdentityRoutes.sessions(),
          saying: CredentialPhrases[screen.language].connected))
    case .proved(let token, let nextPath):
      return .with(
        spent,
        screen.comeIn(
          token, to: Link(local: nextPath), or: IdentityRoutes.proved(),
          saying: CredentialPhrases[screen.language].proved))
    case .mismatch(let mismatch, _):
      return .with(spent, pages.mismatch(mismatch))
    case .declined(let decline, let nextPath):
      return .status(403, pages.declined(decline, nextPath: nextPath))
    case .refused(let refusal):
      return .status(403, pages.refused(refusal))
    }
  }

  /// The cookies of sign-ins that wait for nothing any more.
  private func spentCookies(_ screen: ScreenContext) async throws -> [SiteCookie] {
    var spent: [SiteCookie] = []
    for (mark, isMinor) in [(screen.loginMark, false), (screen.minorMark, true)] {
      guard let mark, try await federation.take.isSpent(mark) else { continue }
      spent.append(screen.loginCookie("", isMinor: isMinor, seconds: 0))
    }
    return spent
  }

  /// The query goes on as it came: nothing of it is read before its signature.
  private func logoutByRedirect(_ screen: ScreenContext) async throws -> Reply {
    guard let query = screen.rawQuery, query.utf8.count <= 8000 else { return missing(screen) }
    let names = query.split(separator: "&").map { $0.prefix { $0 != "=" } }
    if names.contains("SAMLRequest") { return try await logout(.redirect(query: query), screen) }
    return names.contains("SAMLResponse") ? .seeOther(HomeRoutes.home()) : missing(screen)
  }

  private func logoutByPost(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let messages = body.all("SAMLRequest")
    guard let message = messages.first else {
      // A provider's answer to our own request: we are done already.
      return body["SAMLResponse"] == nil ? missing(screen) : .seeOther(HomeRoutes.home())
    }
    guard messages.count == 1, body.all("RelayState").count <= 1 else {
      return .status(400, FederationPages(screen: screen).refused(.repeated))
    }
    return try await logout(.post(message: message, relayState: body["RelayState"]), screen)
  }

  private func missing(_ screen: ScreenContext) -> Reply {
    .status(400, FederationPages(screen: screen).refused(.missing))
  }

  private func logout(_ message: IncomingLogout, _ screen: ScreenContext) async throws -> Reply {
    switch try await federation.logout(message) {
    case .answer(let answer): FederationPages(screen: screen).carry(answer)
    case .done: .seeOther(HomeRoutes.home())
    case .refused(let refusal): .status(403, FederationPages(screen: screen).refused(refusal))
    }
  }
}

extension ScreenContext {
  /// The cookie that ties a sign-in at a provider to this browser; an empty one is forgotten.
  func loginCookie(_ mark: String, isMinor: Bool, seconds: Int) -> SiteCookie {
    let name: SiteCookie.Name =
      switch (isMinor, settings.isSecure) {
      case (false, true): .login
      case (false, false): .plainLogin
      case (true, true): .minor
      case (true, false): .plainMinor
      }
    return SiteCookie(name, mark, maxAgeSeconds: seconds)
  }
}

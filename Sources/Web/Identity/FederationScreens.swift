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
    screens.getPaced(FederationRoutes.login, use: login)
    screens.postFromElsewhere(FederationRoutes.acs, limit: Self.answerLimit, use: answer)
    screens.get(FederationRoutes.slo, use: logoutByRedirect)
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
    var request = StartSamlSignIn.Request(
      provider: provider, nextPath: next.path, browserMark: screen.loginMark)
    if let level = screen.query("level") {
      guard let level = Int(level).flatMap(IdentityLevel.init) else { return .problem(.malformed) }
      request.level = level
    }
    request.binding = screen.query("binding").flatMap(SamlBinding.init)
    request.isMinor = screen.query("minor") == "1"
    request.previousSession = screen.signedIn?.session
    if screen.query("purpose") == SamlPurpose.prove.rawValue {
      guard screen.signedIn?.isOneself == true else { return .seeOther(IdentityRoutes.signIn()) }
      (request.purpose, request.level) = (.prove, .two)
    }
    switch try await federation.start(request) {
    case .noSuchProvider: return .status(404, FederationPages(screen: screen).noProvider)
    case .ask(let message, let mark, let seconds):
      let name: SiteCookie.Name = screen.settings.isSecure ? .login : .plainLogin
      return .with(
        [SiteCookie(name, mark, maxAgeSeconds: seconds)],
        FederationPages(screen: screen).carry(message))
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
    asked.device = screen.device
    let login: SiteCookie.Name = screen.settings.isSecure ? .login : .plainLogin
    switch try await federation.take(asked) {
    case .signedIn(let token, let nextPath):
      return .with(
        [.clear(login)],
        screen.comeIn(token, to: Link(local: nextPath), or: IdentityRoutes.sessions()))
    case .codeNeeded(let token, let nextPath):
      return .with([.clear(login)], screen.askCode(token, nextPath: nextPath))
    case .linked(let token, let nextPath):
      return .with(
        [.clear(login)],
        screen.comeIn(
          token, to: Link(local: nextPath), or: IdentityRoutes.sessions(),
          saying: CredentialPhrases[screen.language].connected))
    case .proved(let token, let nextPath):
      return .with(
        [.clear(login)],
        screen.comeIn(
          token, to: Link(local: nextPath), or: IdentityRoutes.proved(),
          saying: CredentialPhrases[screen.language].proved))
    case .mismatch(let mismatch, _):
      return .with([.clear(login)], pages.mismatch(mismatch))
    case .declined(let decline, let nextPath):
      return .status(403, pages.declined(decline, nextPath: nextPath))
    case .refused(let refusal):
      return .status(403, pages.refused(refusal))
    }
  }

  private func logoutByRedirect(_ screen: ScreenContext) async throws -> Reply {
    guard let query = screen.rawQuery, query.utf8.count <= 8000,
      let fields = try? FormBody.urlEncoded(Array(query.utf8), limit: .query),
      let message = fields["SAMLRequest"] ?? fields["SAMLResponse"]
    else { return .status(400, FederationPages(screen: screen).refused(.missing)) }
    let name = fields["SAMLRequest"] != nil ? "SAMLRequest" : "SAMLResponse"
    return try await logout(
      IncomingLogout(
        binding: .redirect, message: message, isRequest: name == "SAMLRequest",
        relayState: fields["RelayState"], query: query), screen)
  }

  private func logoutByPost(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let name = body["SAMLRequest"] != nil ? "SAMLRequest" : "SAMLResponse"
    guard let message = body[name], body.all(name).count == 1 else {
      return .status(400, FederationPages(screen: screen).refused(.missing))
    }
    return try await logout(
      IncomingLogout(
        binding: .post, message: message, isRequest: name == "SAMLRequest",
        relayState: body["RelayState"], query: ""), screen)
  }

  private func logout(_ message: IncomingLogout, _ screen: ScreenContext) async throws -> Reply {
    switch try await federation.logout(message) {
    case .answer(let answer): FederationPages(screen: screen).carry(answer)
    case .done: .seeOther(HomeRoutes.home())
    case .refused(let refusal): .status(403, FederationPages(screen: screen).refused(refusal))
    }
  }
}

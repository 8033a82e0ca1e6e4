// One's own profile: who I am here, what I may do, where I am signed in.
import Domain
import Literals
import Phrases
import Services

/// The profile, and ending one's sign-ins.
struct ProfileScreens: ScreenGroup {
  let identity: IdentityServices
  let federation: FederationServices?

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.sessions, audience: .signedIn, use: profile)
    screens.post(IdentityRoutes.endSession, audience: .signedIn, use: end)
    screens.post(IdentityRoutes.endSessions, audience: .oneself, use: endAll)
    screens.get(IdentityRoutes.me, audience: .programs, use: me)
  }

  private func profile(_ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let sessions = try await identity.endSession.list(of: signedIn)
    let came = try await federation?.readFiscalCode.recognition(of: signedIn)
    let helpers = try await identity.actInPlace.list(of: signedIn)
    let part = CredentialPart(
      screen: screen, ways: try await identity.readWaysIn(of: signedIn),
      providers: try await federation?.book.providers() ?? [],
      hasFactor: try await identity.proveFactor.hasFactor(signedIn.person.id),
      passkeys: try await identity.passkeys?.keep.list(of: signedIn.person.id).count ?? 0)
    return .page(profilePage(screen, signedIn, (sessions, helpers), (came, part)))
  }

  private func endAll(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    _ = try await identity.endSession.everywhere(by: signedIn, requestID: screen.requestID)
    let say = FactorPhrases[screen.language]
    return .with(
      [.clear(.session)], .seeOther(HomeRoutes.home(), flash: .done(say.signedOutEverywhere)))
  }

  private func end(
    _ screen: ScreenContext, _ body: FormBody, _ session: String
  ) async throws -> Reply {
    guard let signedIn = screen.signedIn, let hash = Digest(session) else { return .notFound }
    switch try await identity.endSession(hash, by: signedIn, requestID: screen.requestID) {
    case .ended:
      let say = IdentityPhrases[screen.language]
      return .seeOther(IdentityRoutes.sessions(), flash: .done(say.sessionEnded))
    case .notInPlace: return .problem(.notInPlace)
    case .noSuchSession:
      return .notFound
    }
  }

  /// `GET /api/v1/me`.
  private func me(_ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { throw Problem.notSignedIn }
    let proof = try await federation?.readFiscalCode(of: signedIn)
    let ways = try await identity.readWaysIn(of: signedIn)
    let hasFactor = try await identity.proveFactor.hasFactor(signedIn.person.id)
    return .json(try MeDocument(signedIn, proof, (ways, hasFactor)).json)
  }

  private func profilePage(
    _ screen: ScreenContext, _ signedIn: SignedIn,
    _ open: (sessions: [OpenSession], helpers: [StandInLine]),
    _ known: (came: (scheme: IdentityScheme, level: IdentityLevel)?, waysIn: CredentialPart)
  ) -> Page {
    let words = FactorPhrases[screen.language]
    let say = IdentityPhrases[screen.language]
    let federated = FederationPhrases[screen.language]
    let lines = [
      Answer(say.name, signedIn.person.name),
      Answer(say.email, signedIn.person.email?.text ?? "–"),
      known.came.map { Answer(federated.level, federated.levelText($0.scheme, $0.level)) },
      Answer(say.roles, roleList(signedIn.grants, say)),
    ]
    let form = screen.form()
    let rows = open.sessions.map { session in
      row(session, open.helpers.first { $0.session == session.hash }, signedIn, screen)
    }
    let everywhere: HTML = """
      <p>\(words.everywhereText)</p>
      \(form.post(to: IdentityRoutes.endSessions(), form.submit(words.everywhere, .danger)))
      """
    return Page(
      say.profile, at: IdentityRoutes.sessions(),
      body: """
        \(answers(lines.compactMap(\.self)))
        \(form.post(to: IdentityRoutes.signOut(), form.submit(say.signOut, .quiet)))
        <p><a href="\(IdentityRoutes.ownPledges()[screen.language])">\
        \(CredentialPhrases[screen.language].pledges)</a></p>
        \(known.waysIn.html)
        <h2>\(say.sessions)</h2>
        <p>\(say.sessionsText)</p>
        \(table(say.sessions, [words.device, say.since, say.lastSeen, say.action], rows))
        \(if: signedIn.isOneself, everywhere)
        \(helperTable(open.helpers, screen))
        """
    ).with { $0.layout = .wide }
  }

  private func row(
    _ session: OpenSession, _ helper: StandInLine?, _ signedIn: SignedIn, _ screen: ScreenContext
  ) -> HTML {
    let say = IdentityPhrases[screen.language]
    let (isThis, form) = (session.hash == signedIn.session, screen.form())
    let end = form.post(
      to: IdentityRoutes.endSession(session.hash.description), form.submit(say.end, .danger))
    let device = session.device.words(screen.language)
    let who = helper.map { StandInPhrases[screen.language].inYourPlace($0.helper) }
    return """
      <tr><th scope="row">\(who ?? device)\
      \(if: who != nil, "<div class=\"small\">\(device)</div>")</th>\
      <td>\(session.createdAt.formatted(screen.language))</td>\
      <td>\(session.lastSeenAt.formatted(screen.language))</td>\
      <td>\(isThis ? "\(say.thisDevice)" : signedIn.isOneself ? end : .empty)</td></tr>
      """
  }

  /// Who acted in one's place, and why.
  private func helperTable(_ helpers: [StandInLine], _ screen: ScreenContext) -> HTML {
    guard !helpers.isEmpty else { return .empty }
    let say = StandInPhrases[screen.language]
    let rows = helpers.map { line -> HTML in
      """
      <tr><th scope="row">\(line.helper)</th>\
      <td data-label="\(say.from)">\(line.standIn.startedAt.formatted(screen.language))</td>\
      <td data-label="\(say.to)">\(line.until.formatted(screen.language))</td>\
      <td data-label="\(say.reason)">\(line.standIn.reason)</td></tr>
      """
    }
    return """
      <h2>\(say.history)</h2>
      <p>\(say.historyText)</p>
      \(table(say.history, [say.who, say.from, say.to, say.reason], rows, folds: true))
      """
  }

  private func roleList(_ grants: [Grant], _ say: IdentityPhrases) -> String {
    let roles = Role.allCases.filter { role in grants.contains { $0.role == role } }
    return roles.isEmpty ? say.noRoles : roles.map(say.role).joined(separator: ", ")
  }
}

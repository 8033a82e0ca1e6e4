// Acting in somebody's place: the form that begins it, the banner on every page, the way out.
import Domain
import Literals
import Phrases
import Services

/// Beginning and ending it.
struct StandInScreens: ScreenGroup {
  let identity: IdentityServices

  func add(to screens: Screens) {
    screens.post(IdentityRoutes.standIn, audience: .oneself, use: start)
    screens.post(IdentityRoutes.endStandIn, audience: .signedIn, use: stop)
  }

  private func start(
    _ screen: ScreenContext, _ body: FormBody, _ id: Person.ID
  ) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = StandInPhrases[screen.language]
    let request = ActInPlace.Request(id, because: body.text("perche"))
    switch try await identity.actInPlace.start(
      request, by: signedIn, on: screen.device, requestID: screen.requestID)
    {
    case .started(let token):
      let seconds = Int(StandIn.lasts.milliseconds / 1000)
      let name = try await identity.findSession(token)?.person.name ?? ""
      return .with(
        [SiteCookie(.session, token, maxAgeSeconds: seconds)],
        .seeOther(IdentityRoutes.sessions(), flash: .done(say.started(name))))
    case .reasonTooShort:
      let words = say.reasonTooShort(StandIn.reasonMin)
      let form = screen.form(
        again: body, [FieldProblem("perche", "too-short", words)])
      guard let page = try await PeopleScreens(identity: identity).page(id, screen, form) else {
        return .notFound
      }
      return .unprocessable(page)
    case .notOneself:
      return .seeOther(IdentityRoutes.person(id), flash: .problem(say.notOneself))
    case .moreRights:
      return .seeOther(IdentityRoutes.person(id), flash: .problem(say.moreRights))
    case .notProved: return .proveFirst
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchPerson: return .notFound
    }
  }

  private func stop(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = StandInPhrases[screen.language]
    switch try await identity.actInPlace.stop(by: signedIn, requestID: screen.requestID) {
    case .stopped(let token?, let helped):
      let seconds = Int(SessionRules.absolute.milliseconds / 1000)
      return .with(
        [SiteCookie(.session, token, maxAgeSeconds: seconds)],
        .seeOther(IdentityRoutes.person(helped), flash: .done(say.stopped)))
    case .stopped(nil, _):
      return .with(
        [.clear(.session)], .seeOther(HomeRoutes.home(), flash: .note(say.stoppedOut)))
    case .notActing:
      return .seeOther(IdentityRoutes.sessions(), flash: .note(say.notActing))
    }
  }
}

/// Says on every page in whose place one acts, why, until when, and ends it.
struct StandInBanner {
  let screen: ScreenContext

  var html: HTML {
    guard let signedIn = screen.signedIn, let helper = signedIn.helper else { return .empty }
    let say = StandInPhrases[screen.language]
    let form = screen.form()
    let until = helper.standIn.expiresAt.clock(screen.language)
    return """
      <aside class="banner acting" aria-label="\(say.label)">\
      <p><strong>\(say.banner(helper.person.name, signedIn.person.name, until))</strong> \
      \(say.because(helper.standIn.reason))</p>\
      \(form.post(to: IdentityRoutes.endStandIn(), form.submit(say.stop, .quiet)))</aside>
      """
  }
}

extension PeoplePage {
  /// The form that begins it, for those who may.
  func standInPart(_ person: PersonWithGrants, own: [Grant], _ form: FormView) -> HTML {
    guard screen.mayAtDesk(.standIn), screen.actor.person != person.person.id else { return .empty }
    let say = StandInPhrases[screen.language]
    let isPossible = StandIn.reach(of: person.grants, within: own) == person.grants
    let fields = form.post(
      to: IdentityRoutes.standIn(person.person.id),
      """
      \(form.text("perche", say.reason, hint: say.reasonHint(StandIn.reasonMin)))
      \(form.submit(say.start, .quiet))
      """)
    return """
      <h2>\(say.title)</h2>
      <p>\(isPossible ? say.lead : say.moreRights)</p>
      \(if: isPossible, fields)
      """
  }
}

// Ways in that two people claim: the queue, and the act that decides.
import Domain
import Literals
import Phrases
import Services

struct ConflictScreens: ScreenGroup {
  let identity: IdentityServices
  let federation: FederationServices?

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.conflicts, audience: .signedIn, use: list)
    screens.get(IdentityRoutes.conflict, audience: .signedIn, use: show)
    screens.post(IdentityRoutes.conflict, audience: .signedIn, use: decide)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    guard let contested = try await identity.conflicts.list(for: screen.actor) else {
      return .problem(.notAllowed)
    }
    let say = CredentialPhrases[screen.language].desk
    let rows = contested.map { one -> HTML in
      """
      <tr><th scope="row"><a href="\(IdentityRoutes.conflict(one.conflict.id)[screen.language])">\
      \(say.kind(one.conflict.kind))</a></th><td>\(one.claimant.name)</td>\
      <td>\(one.holder.name)</td><td>\(screen.time(one.conflict.claimedAt))</td>\
      <td>\(state(one, say))</td></tr>
      """
    }
    return .page(
      screen.deskPage(
        say.title, at: IdentityRoutes.conflicts(),
        rows.isEmpty
          ? empty(say.none)
          : deskTable(
            say.title, [say.what, say.claimant, say.holder, say.claimedAt, say.state], rows)
      ).with { $0.lead = "\(say.lead)" })
  }

  private func show(
    _ screen: ScreenContext, _ id: CredentialConflict.ID
  ) async throws -> Reply {
    guard let page = try await page(id, screen, screen.form()) else { return .notFound }
    return .page(page)
  }

  private func decide(
    _ screen: ScreenContext, _ body: FormBody, _ id: CredentialConflict.ID
  ) async throws -> Reply {
    let say = CredentialPhrases[screen.language].desk
    var reader = FormReader(body, screen.language)
    let ruling = reader.choice("decisione", say.decision, of: ConflictRuling.self)
    let reason = reader.text("motivo", say.reason, max: DecideConflict.reasonMax)
    guard let ruling, reader.problems.isEmpty else {
      let again = screen.form(again: body, reader.problems)
      guard let page = try await page(id, screen, again) else { return .notFound }
      return .unprocessable(page)
    }
    let back = IdentityRoutes.conflicts()
    switch try await identity.conflicts(
      .init(id, ruling, because: reason), by: screen.actor, requestID: screen.requestID)
    {
    case .decided: return .seeOther(back, flash: .done(say.decided))
    case .notWaiting, .reasonMissing: return .seeOther(back, flash: .note(say.notWaiting))
    case .notPossible:
      return .seeOther(IdentityRoutes.conflict(id), flash: .problem(say.notPossible))
    case .notOnesOwn:
      return .seeOther(IdentityRoutes.conflict(id), flash: .problem(say.notOnesOwn))
    case .notProved: return .proveFirst
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func state(_ one: ContestedCredential, _ say: CredentialDeskPhrases) -> HTML {
    one.decision.map { tag(say.ruling($0.ruling)) } ?? tag(say.waiting, .warn)
  }

  /// One conflict; nil when there is none, or not allowed.
  private func page(
    _ id: CredentialConflict.ID, _ screen: ScreenContext, _ form: FormView
  ) async throws -> Page? {
    guard let one = try await identity.conflicts.one(id, for: screen.actor) else { return nil }
    let say = CredentialPhrases[screen.language].desk
    let vouched = one.conflict.vouchedBy?.provider
    let known = try await federation?.book.providers() ?? []
    let lines = [
      Answer(say.what, say.kind(one.conflict.kind)),
      Answer(say.claimant, html: person(one.claimant, screen)),
      Answer(say.holder, html: person(one.holder, screen)),
      Answer(say.claimedAt, one.conflict.claimedAt.formatted(screen.language)),
      vouched.map { id in
        Answer(say.vouchedBy, known.first { $0.entityID == id }?.name ?? id)
      },
      Answer(say.state, html: state(one, say)),
      one.decision.map {
        Answer(say.decidedBy, "\($0.by) · \($0.at.formatted(screen.language))")
      },
      one.decision.map { Answer(say.reason, $0.reason) },
    ]
    let mayDecide = one.decision == nil && screen.actor.may(.decideConflict, on: .platform)
    return screen.deskPage(
      say.kind(one.conflict.kind), at: IdentityRoutes.conflict(id),
      under: Crumb(say.title, IdentityRoutes.conflicts()),
      """
      \(answers(lines.compactMap(\.self)))
      \(if: mayDecide, decisionForm(id, say, form))
      """
    ).with { $0.problems = form.problems }
  }

  private func person(_ person: Person, _ screen: ScreenContext) -> HTML {
    """
    <a href="\(IdentityRoutes.person(person.id)[screen.language])">\(person.name)</a> \
    \(person.email?.text ?? "")
    """
  }

  private func decisionForm(
    _ id: CredentialConflict.ID, _ say: CredentialDeskPhrases, _ form: FormView
  ) -> HTML {
    let choices = ConflictRuling.allCases.map { ruling in
      let words = say.choice(ruling)
      return Choice(ruling.rawValue, "\(words.label)", note: "\(words.note)")
    }
    return form.post(
      to: IdentityRoutes.conflict(id),
      """
      \(form.radios("decisione", say.decision, choices))
      \(form.text("motivo", say.reason, hint: say.reasonHint))
      \(form.submit(say.decide))
      """)
  }
}

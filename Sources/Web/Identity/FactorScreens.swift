// One's own second factor: a code for the phone to read, the first code back, recovery codes.
import Domain
import Literals
import Phrases
import Services

/// Setting up, renewing and removing.
struct FactorScreens: ScreenGroup {
  let identity: IdentityServices
  let codes: (any QRRenderer)?

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.factor, audience: .oneself, use: show)
    screens.post(IdentityRoutes.factor, audience: .oneself, use: begin)
    screens.post(IdentityRoutes.confirmFactor, audience: .oneself, pace: .codes, use: confirm)
    screens.post(IdentityRoutes.renewCodes, audience: .oneself, use: renew)
    screens.post(IdentityRoutes.removeFactor, audience: .oneself, use: remove)
  }

  private func show(_ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    return .page(try await page(screen, signedIn, screen.form()))
  }

  private func begin(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    switch try await identity.enrolFactor.begin(by: signedIn) {
    case .begun, .enrolledAlready: return .seeOther(IdentityRoutes.factor())
    case .signInTooOld: return signInAgain(screen)
    case .notProved: return .proveFirst
    case .notInPlace: return .problem(.notInPlace)
    }
  }

  private func confirm(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    let say = FactorPhrases[screen.language]
    func again(_ status: Int, _ words: String) async throws -> Reply {
      let form = screen.form(again: FormBody(), [FieldProblem("codice", "wrong", words)])
      return .status(status, try await page(screen, signedIn, form))
    }
    switch try await identity.enrolFactor.confirm(
      body.text("codice"), by: signedIn, requestID: screen.requestID)
    {
    case .confirmed(let codes): return .page(codesPage(screen, codes, lead: say.confirmed))
    case .wrong: return try await again(422, say.wrong)
    case .tooSoon(let until):
      return try await again(429, say.tooSoon(ProofDoor.seconds(until, screen)))
    case .enrolledAlready:
      return .seeOther(IdentityRoutes.factor(), flash: .note(say.enrolledAlready))
    case .notBegun: return .seeOther(IdentityRoutes.factor())
    case .notInPlace: return .problem(.notInPlace)
    case .signInTooOld: return signInAgain(screen)
    }
  }

  private func renew(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    return change(
      try await identity.enrolFactor.renew(by: signedIn, requestID: screen.requestID), screen)
  }

  private func remove(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    return change(
      try await identity.enrolFactor.remove(by: signedIn, requestID: screen.requestID), screen)
  }

  private func change(_ outcome: EnrolFactor.ChangeOutcome, _ screen: ScreenContext) -> Reply {
    let say = FactorPhrases[screen.language]
    switch outcome {
    case .removed: return .seeOther(IdentityRoutes.factor(), flash: .done(say.removed))
    case .renewed(let codes): return .page(codesPage(screen, codes, lead: say.renewed))
    case .notProved: return .proveFirst
    case .notInPlace: return .problem(.notInPlace)
    case .noFactor: return .seeOther(IdentityRoutes.factor(), flash: .note(say.noFactor))
    }
  }

  private func signInAgain(_ screen: ScreenContext) -> Reply {
    let next = IdentityRoutes.factor()[screen.language].path
    return .seeOther(
      IdentityRoutes.signInAgain().with("torna", next),
      flash: .note(FactorPhrases[screen.language].signInTooOld))
  }
}

extension FactorScreens {
  private func page(
    _ screen: ScreenContext, _ signedIn: SignedIn, _ form: FormView
  ) async throws -> Page {
    let say = FactorPhrases[screen.language]
    let body: HTML
    switch try await identity.enrolFactor.standing(of: signedIn) {
    case .none:
      body = form.post(to: IdentityRoutes.factor(), form.submit(say.begin))
    case .begun(let secret, let address):
      let code =
        screen.settings.mode == .demo
        ? try await identity.proveFactor.demonstrationCode(of: signedIn.person.id) : nil
      body = begun(screen, secret, address, code, form)
    case .confirmed(let state):
      body = """
        <p>\(state.confirmedAt.map { say.since($0.formatted(screen.language)) } ?? "")</p>
        <p>\(say.codesLeft(state.recoveryCodesLeft))</p>
        \(form.post(to: IdentityRoutes.renewCodes(), form.submit(say.renew, .quiet)))
        \(form.post(to: IdentityRoutes.removeFactor(), form.submit(say.remove, .danger)))
        """
    }
    return frame(say.title, screen, body).with {
      $0.lead = "\(say.lead)"
      $0.problems = form.problems
    }
  }

  private func begun(
    _ screen: ScreenContext, _ secret: String, _ address: String, _ code: String?,
    _ form: FormView
  ) -> HTML {
    let say = FactorPhrases[screen.language]
    let drawing = codes?.svg(of: address, title: say.qrTitle).map { HTML(trusted: $0) }
    let grouped = RecoveryCode.grouped(secret).replacing("-", with: " ")
    return """
      <ol>
      <li>\(say.stepApp)</li>
      <li>\(say.stepScan)\(drawing.map { "<div class=\"qr\">\($0)</div>" as HTML })
      <p>\(say.stepType) <code>\(grouped)</code></p></li>
      <li>\(say.stepCode)
      \(form.post(
        to: IdentityRoutes.confirmFactor(),
        """
        \(form.text("codice", say.code, .oneTimeCode))
        \(ProofDoor.demonstration(code, screen))
        \(form.submit(say.confirm))
        """))</li>
      </ol>
      """
  }

  /// Shown once: loading it again sends nothing that would show them again.
  private func codesPage(_ screen: ScreenContext, _ codes: [String], lead: String) -> Page {
    let say = FactorPhrases[screen.language]
    let items = codes.map { "<li><code>\($0)</code></li>" as HTML }
    return frame(
      say.recoveryTitle, screen,
      """
      <p>\(lead)</p>
      <p>\(say.recoveryText)</p>
      <ul>\(items)</ul>
      <p class="actions"><a class="button primary" \
      href="\(IdentityRoutes.factor()[screen.language])">\(say.keptThem)</a></p>
      """)
  }

  private func frame(_ title: String, _ screen: ScreenContext, _ body: HTML) -> Page {
    Page(title, at: IdentityRoutes.factor(), body: body).with {
      $0.crumbs = [Crumb(IdentityPhrases[screen.language].profile, IdentityRoutes.sessions())]
    }
  }
}

// Before acts that move money or change who may: the second factor or a passkey once more, and
// nothing that was typed is lost. The page carries the form along; the code, or the device's
// answer, comes with it and opens the door.
import Domain
import Literals
import Phrases
import Services

/// Stands before every form.
struct ProofDoor {
  /// The field with the code.
  static let field = "codice-di-conferma"
  /// The field with a device's answer.
  static let passkeyField = "passkey-di-conferma"

  let prove: ProveFactor?
  let passkeys: UsePasskey?

  enum Passage {
    case through(ScreenContext)
    case stopped(Reply)
  }

  /// Looks at the code or the device's answer that came with a form, if one did. An empty one is no
  /// guess: the proof may have been given in another window meanwhile.
  func open(_ form: FormBody, _ screen: ScreenContext) async throws -> Passage {
    let answer = form.text(Self.passkeyField)
    if !answer.isEmpty, let passkeys, let signedIn = screen.signedIn,
      signedIn.isOneself, !signedIn.actor.hasProved(at: screen.now)
    {
      switch try await passkeys.prove(answer, by: signedIn, requestID: screen.requestID) {
      case .proved(let at): return .through(screen.proved(at: at))
      case .refused:
        let words = PasskeyPhrases[screen.language].notTaken
        return .stopped(.unprocessable(try await page(form, screen, nil, notTaken: words)))
      }
    }
    let typed = form.text(Self.field)
    guard !typed.isEmpty, let prove, let signedIn = screen.signedIn,
      signedIn.isOneself, !signedIn.actor.hasProved(at: screen.now)
    else { return .through(screen) }
    let say = FactorPhrases[screen.language]
    switch try await prove(typed, by: signedIn, requestID: screen.requestID) {
    case .proved(let at): return .through(screen.proved(at: at))
    case .wrong: return .stopped(.unprocessable(try await page(form, screen, say.wrong)))
    case .tooSoon(let until):
      let words = say.tooSoon(Self.seconds(until, screen))
      return .stopped(.status(429, try await page(form, screen, words)))
    case .noFactor: return .stopped(try await ask(form, screen))
    }
  }

  /// Asks for the code, with the form as it was sent.
  func ask(_ form: FormBody, _ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn, prove != nil else { return .problem(.notAllowed) }
    guard signedIn.isOneself else { return .problem(.notInPlace) }
    return .status(403, try await page(form, screen, nil))
  }

  /// How long until codes are looked at again.
  static func seconds(_ until: Instant, _ screen: ScreenContext) -> Int {
    max(1, Int((until - screen.now).milliseconds / 1000) + 1)
  }

  private func page(
    _ sent: FormBody, _ screen: ScreenContext, _ problem: String?, notTaken: String? = nil
  ) async throws -> Page {
    let say = FactorPhrases[screen.language]
    var hasFactor = false
    var (hint, options): (String?, String?)
    if let signedIn = screen.signedIn { options = try await passkeys?.askToProve(signedIn) }
    if let prove, let person = screen.signedIn?.person {
      hasFactor = try await prove.hasFactor(person.id)
      hint = screen.settings.mode == .demo ? try await prove.demonstrationCode(of: person.id) : nil
    }
    var values = FormBody()
    if let token = sent.token { values.add(FormBody.tokenField, token) }
    let problems = problem.map { [FieldProblem(Self.field, "wrong", $0)] } ?? []
    let form = screen.form(again: values, problems)
    let own = [CSRF.field, FormBody.tokenField, Self.field, Self.passkeyField]
    let carried = sent.pairs.filter { !own.contains($0.name) }
      .map { form.hidden($0.name, $0.value) }
    let here = screen.address
    let again = IdentityRoutes.signInAgain().with(
      "torna", IdentityRoutes.proved()[screen.language].path)
    return Page(
      say.proveTitle, at: IdentityRoutes.sessions(),
      body: """
        \(notTaken.map { "<p role=\"alert\" class=\"flash problem\">\($0)</p>" as HTML })
        <p>\(say.proveText(Int(ProofRules.freshFor.milliseconds / 60_000)))</p>
        \(if: !hasFactor && options == nil, setUp(screen))
        \(form.post(
          to: Route(it: here, en: here),
          """
          \(carried)
          \(options.map { passkey($0, screen) })
          \(if: hasFactor, form.text(Self.field, say.code, hint: say.codeHint, .oneTimeCode))
          \(Self.demonstration(hint, screen))
          \(form.submit(hasFactor ? say.goOn : say.goOnSetUp))
          """))
        <p>\(say.orSignIn) <a href="\(again[screen.language])" \
        target="_blank" rel="noopener">\(say.signInAgainLink)</a></p>
        """
    ).with {
      $0.problems = problems
      $0.usesPasskeys = options != nil
    }
  }

  private func passkey(_ options: String, _ screen: ScreenContext) -> HTML {
    PasskeyPieces(screen: screen).button(
      .get, options, PasskeyPhrases[screen.language].use, field: Self.passkeyField)
  }

  private func setUp(_ screen: ScreenContext) -> HTML {
    let say = FactorPhrases[screen.language]
    return """
      <p>\(say.setUpFirst)</p>
      <p class="actions"><a class="button quiet" \
      href="\(IdentityRoutes.factor()[screen.language])" target="_blank" rel="noopener">\
      \(say.setUpLink)</a></p>
      """
  }

  /// In a demonstration nobody has a phone: its code stands on the page.
  static func demonstration(_ code: String?, _ screen: ScreenContext) -> HTML? {
    let say = FactorPhrases[screen.language]
    return code.map { "<p class=\"hint\">\(say.demonstration) <code>\($0)</code></p>" }
  }
}

// One's own passkeys in the profile: which there are, a new one, another name, one less.
import Domain
import Literals
import Phrases
import Services

/// The list, the page that makes one, and the page of each.
struct PasskeyScreens: ScreenGroup {
  /// Nil where browsers make none; the page says why.
  let passkeys: PasskeyServices?

  func add(to screens: Screens) {
    screens.get(IdentityRoutes.passkeys, audience: .oneself, use: show)
    screens.post(IdentityRoutes.passkeys, audience: .oneself, pace: .passkeys, use: begin)
    screens.get(IdentityRoutes.keepPasskey, audience: .oneself) { _ in
      .seeOther(IdentityRoutes.passkeys())
    }
    screens.post(IdentityRoutes.keepPasskey, audience: .oneself, pace: .passkeys, use: keep)
    screens.get(IdentityRoutes.passkey, audience: .oneself, use: showOne)
    screens.post(IdentityRoutes.passkey, audience: .oneself, use: rename)
    screens.post(IdentityRoutes.removePasskey, audience: .oneself, use: remove)
  }

  private func show(_ screen: ScreenContext) async throws -> Reply {
    guard let signedIn = screen.signedIn else { return .notFound }
    guard let passkeys else {
      let words = PasskeyPhrases[screen.language].needsName(screen.settings.publicURL)
      return .page(frame(screen, "<p>\(words)</p>"))
    }
    return .page(listPage(screen, try await passkeys.keep.list(of: signedIn.person.id)))
  }

  private func begin(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn, let passkeys else { return .notFound }
    let say = PasskeyPhrases[screen.language]
    switch try await passkeys.add.begin(by: signedIn) {
    case .begun(let options): return .page(newPage(screen, options))
    case .notProved: return .proveFirst
    case .notInPlace: return .problem(.notInPlace)
    case .signInTooOld:
      let next = IdentityRoutes.passkeys()[screen.language].path
      return .seeOther(
        IdentityRoutes.signInAgain().with("torna", next),
        flash: .note(FactorPhrases[screen.language].signInTooOld))
    case .tooMany:
      return .seeOther(
        IdentityRoutes.passkeys(), flash: .note(say.tooMany(PasskeyRules.ofOnePersonMax)))
    }
  }

  private func keep(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    guard let signedIn = screen.signedIn, let passkeys else { return .notFound }
    let say = PasskeyPhrases[screen.language]
    let flash: Flash
    switch try await passkeys.add.finish(
      body.text(PasskeyPieces.field), named: name(body, screen), by: signedIn,
      requestID: screen.requestID)
    {
    case .added: flash = .done(say.added)
    case .addedAlready: flash = .note(say.addedAlready)
    case .tooMany: flash = .note(say.tooMany(PasskeyRules.ofOnePersonMax))
    case .refused:
      let page = listPage(screen, try await passkeys.keep.list(of: signedIn.person.id))
      return .unprocessable(
        page.with {
          $0.body = "<p role=\"alert\" class=\"flash problem\">\(say.notAdded)</p>\($0.body)"
        })
    }
    return .seeOther(IdentityRoutes.passkeys(), flash: flash)
  }

  private func rename(
    _ screen: ScreenContext, _ body: FormBody, _ id: Passkey.ID
  ) async throws -> Reply {
    guard let signedIn = screen.signedIn, let passkeys else { return .notFound }
    let outcome = try await passkeys.keep.rename(id, to: name(body, screen), by: signedIn)
    return change(outcome, screen, PasskeyPhrases[screen.language].renamed)
  }

  private func remove(
    _ screen: ScreenContext, _ body: FormBody, _ id: Passkey.ID
  ) async throws -> Reply {
    guard let signedIn = screen.signedIn, let passkeys else { return .notFound }
    let outcome = try await passkeys.keep.remove(id, by: signedIn, requestID: screen.requestID)
    return change(outcome, screen, PasskeyPhrases[screen.language].removed)
  }

  private func change(
    _ outcome: KeepPasskeys.Outcome, _ screen: ScreenContext, _ done: String
  ) -> Reply {
    switch outcome {
    case .done: return .seeOther(IdentityRoutes.passkeys(), flash: .done(done))
    case .noSuchPasskey: return .notFound
    case .notProved: return .proveFirst
    case .notInPlace: return .problem(.notInPlace)
    case .lastWayIn:
      let words = PasskeyPhrases[screen.language].lastWayIn
      return .seeOther(IdentityRoutes.passkeys(), flash: .problem(words))
    }
  }

  /// What was typed, or what the browser runs on.
  private func name(_ body: FormBody, _ screen: ScreenContext) -> String {
    let typed = body.text("nome")
    return typed.isEmpty ? screen.device.words(screen.language) : typed
  }
}

extension PasskeyScreens {
  private func listPage(_ screen: ScreenContext, _ passkeys: [Passkey]) -> Page {
    let say = PasskeyPhrases[screen.language]
    let form = screen.form()
    let rows = passkeys.map { passkey -> HTML in
      let link = IdentityRoutes.passkey(passkey.id)[screen.language]
      let used = passkey.lastUsedAt?.formatted(screen.language) ?? say.never
      return """
        <tr><th scope="row"><a href="\(link)">\(passkey.name)</a></th>\
        <td>\(passkey.createdAt.formatted(screen.language))</td><td>\(used)</td>\
        <td>\(passkey.isBackedUp ? say.copied : say.oneDevice)</td></tr>
        """
    }
    return frame(
      screen,
      """
      \(rows.isEmpty
        ? "<p>\(say.none)</p>"
        : table(say.list, [say.name, say.created, say.lastUsed, say.kept], rows))
      <div data-passkey="offer" hidden>\
      \(form.post(to: IdentityRoutes.passkeys(), form.submit(say.begin)))</div>
      <p class="hint" data-passkey-missing="yes">\(say.missing)</p>
      """)
  }

  private func newPage(_ screen: ScreenContext, _ options: String) -> Page {
    let say = PasskeyPhrases[screen.language]
    let form = screen.form(FormBody(["nome": screen.device.words(screen.language)]))
    let button = PasskeyPieces(screen: screen).button(.create, options, say.make)
    return Page(
      say.newTitle, at: IdentityRoutes.keepPasskey(),
      body: """
        <p>\(say.newText)</p>
        \(form.post(
          to: IdentityRoutes.keepPasskey(),
          "\(form.text("nome", say.name, hint: say.nameHint))\(button)"))
        """
    ).with {
      $0.usesPasskeys = true
      $0.crumbs = way(screen) + [Crumb(say.title, IdentityRoutes.passkeys())]
    }
  }

  private func showOne(_ screen: ScreenContext, _ id: Passkey.ID) async throws -> Reply {
    guard let signedIn = screen.signedIn,
      let passkey = try await passkeys?.keep.list(of: signedIn.person.id)
        .first(where: { $0.id == id })
    else { return .notFound }
    let say = PasskeyPhrases[screen.language]
    let form = screen.form(FormBody(["nome": passkey.name]))
    return .page(
      Page(
        passkey.name, at: IdentityRoutes.passkey(id),
        body: """
          \(form.post(
            to: IdentityRoutes.passkey(id),
            "\(form.text("nome", say.name, hint: say.nameHint))\(form.submit(say.rename))"))
          <p>\(say.removeText)</p>
          \(form.post(to: IdentityRoutes.removePasskey(id), form.submit(say.remove, .danger)))
          """
      ).with { $0.crumbs = way(screen) + [Crumb(say.title, IdentityRoutes.passkeys())] })
  }

  private func frame(_ screen: ScreenContext, _ body: HTML) -> Page {
    let say = PasskeyPhrases[screen.language]
    return Page(say.title, at: IdentityRoutes.passkeys(), body: body).with {
      $0.lead = "\(say.lead)"
      $0.layout = .wide
      $0.usesPasskeys = passkeys != nil
      $0.crumbs = way(screen)
    }
  }

  private func way(_ screen: ScreenContext) -> [Crumb] {
    [Crumb(IdentityPhrases[screen.language].profile, IdentityRoutes.sessions())]
  }
}

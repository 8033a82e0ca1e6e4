// The facilitator's counts: order one, follow it, stop it, draw for a tie, certify.
import Domain
import Literals
import Phrases
import Services

/// The screens of counts, for facilitators and for everyone.
struct CountScreens: ScreenGroup {
  let counts: CountServices

  func add(to screens: Screens) {
    screens.get(CountRoutes.result, audience: .everyone, use: showResult)
    screens.get(CountRoutes.text, use: text)
    screens.get(CountRoutes.ballots, use: ballots)
    screens.get(CountRoutes.purchases, use: purchases)
    screens.get(CountRoutes.all, audience: .signedIn, use: list)
    screens.post(CountRoutes.all, limit: .upload, audience: .signedIn, use: order)
    screens.get(CountRoutes.one, audience: .signedIn, use: show)
    screens.post(CountRoutes.stop, audience: .signedIn, use: stop)
    screens.post(CountRoutes.draw, audience: .signedIn, use: draw)
    screens.post(CountRoutes.certify, audience: .signedIn, use: certify)
  }

  private func list(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await counts.read.all(of: slug, for: screen.actor) else {
      return .notFound
    }
    return .page(CountPages(screen: screen).list(found, screen.form(CountForm.first)))
  }

  private func order(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws
    -> Reply
  {
    guard let found = try await counts.read.all(of: slug, for: screen.actor) else {
      return .notFound
    }
    let say = CountDeskPhrases[screen.language]
    let form = CountForm(body, found.countable, screen.language)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(
        CountPages(screen: screen).list(found, screen.form(again: body, problems)))
    }
    guard let request = form.request else { return again(form.problems) }
    switch try await counts.order(request, by: screen.actor) {
    case .ordered(let id): return .seeOther(CountRoutes.one(id), flash: .done(say.ordered))
    case .repeated(let id): return .seeOther(CountRoutes.one(id), flash: .note(say.repeated))
    case .noBallots: return again([FieldProblem("ranking", "no-ballots", say.noBallots)])
    case .purchasesRefused(let refusal):
      let words = VoteFilePhrases[screen.language].refusal(refusal)
      return again([FieldProblem("purchases", "unreadable", words)])
    case .noSuchRanking: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func show(_ screen: ScreenContext, _ id: VoteCount.ID) async throws -> Reply {
    guard let reading = try await counts.read.one(id, for: screen.actor) else { return .notFound }
    return .page(CountPages(screen: screen).one(reading, screen.form()))
  }

  private func stop(_ screen: ScreenContext, _ body: FormBody, _ id: VoteCount.ID) async throws
    -> Reply
  {
    let say = CountDeskPhrases[screen.language]
    let back = CountRoutes.one(id)
    switch try await counts.stop(id, by: screen.actor) {
    case .stopped: return .seeOther(back, flash: .done(say.stopped))
    case .asked: return .seeOther(back, flash: .note(say.stopping))
    case .refused(let refusal): return .seeOther(back, flash: .problem(say.refusal(refusal)))
    case .noSuchCount: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func draw(_ screen: ScreenContext, _ body: FormBody, _ id: VoteCount.ID) async throws
    -> Reply
  {
    guard let reading = try await counts.read.one(id, for: screen.actor) else { return .notFound }
    let say = CountDeskPhrases[screen.language]
    var reader = FormReader(body, screen.language)
    let words = reader.text("words", say.drawWords, max: CountLot.wordsMax)
    func again(_ problems: [FieldProblem]) -> Reply {
      .unprocessable(
        CountPages(screen: screen).one(reading, screen.form(again: body, problems)))
    }
    guard reader.problems.isEmpty else { return again(reader.problems) }
    switch try await counts.draw(words, for: id, by: screen.actor) {
    case .drawn: return .seeOther(CountRoutes.one(id), flash: .done(say.drawn))
    case .refused(let refusal):
      return again([FieldProblem("words", "refused", say.refusal(refusal))])
    case .noSuchCount: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  private func certify(_ screen: ScreenContext, _ body: FormBody, _ id: VoteCount.ID) async throws
    -> Reply
  {
    guard let reading = try await counts.read.one(id, for: screen.actor) else { return .notFound }
    let say = CountDeskPhrases[screen.language]
    let reason = String(body.text("reason").prefix(1000))
    switch try await counts.certify(id, because: reason, by: screen.actor) {
    case .certified(let digest), .repeated(let digest):
      return .seeOther(
        CountRoutes.result(reading.process.slug, id),
        flash: .done(say.certified(digest.description)))
    case .reasonMissing:
      let problem = FieldProblem("reason", "required", say.reasonMissing)
      return .unprocessable(
        CountPages(screen: screen).one(reading, screen.form(again: body, [problem])))
    case .refused(let refusal):
      return .seeOther(CountRoutes.one(id), flash: .problem(say.refusal(refusal)))
    case .noSuchCount: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }
}

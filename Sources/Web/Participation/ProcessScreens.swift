// The facilitator's processes: the list, one process with its rankings, importing votes.
import Domain
import Literals
import Phrases
import Services

extension ParticipationScreens {
  func listProcesses(_ screen: ScreenContext) async throws -> Reply {
    guard screen.actor.mayAnywhere(.readProcess) else { return .problem(.notAllowed) }
    let cards = try await read.processes(for: screen.actor)
    let open = try await organisations.open(for: screen.actor)
    return .page(ProcessPages(screen: screen).list(cards, mayAdd: !open.isEmpty))
  }

  func showProcess(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.all(of: slug, for: screen.actor) else { return .notFound }
    return .page(ProcessPages(screen: screen).one(found, screen.form()))
  }

  func takeVotes(_ screen: ScreenContext, _ body: FormBody, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.all(of: slug, for: screen.actor) else { return .notFound }
    let form = VotesForm(body, screen.language)
    guard let file = form.file else { return again(screen, found, body, form.problems) }
    if form.isCheck { return try await check(screen, found, body, form, file) }
    let say = FacilitatorPhrases[screen.language]
    let request = ImportVoteResult.Request(process: slug, file: file, winners: form.winners)
    let outcome: ImportVoteResult.Outcome
    if form.reason.isEmpty {
      outcome = try await importResult(request, by: screen.actor)
    } else {
      switch try await revise(request, because: form.reason, by: screen.actor) {
      case .done(let done): outcome = done
      case .reasonMissing: outcome = try await importResult(request, by: screen.actor)
      }
    }
    let back = ParticipationRoutes.process(slug)
    switch outcome {
    case .imported(let ids):
      let next = ids.count == 1 ? ParticipationRoutes.workOn(ids[0]) : back
      return .seeOther(next, flash: .done(say.imported))
    case .repeated: return .seeOther(back, flash: .note(say.importedBefore))
    case .refused(let refusal): return again(screen, found, body, [problem(refusal, screen)])
    case .alreadyRanked(let codes):
      let problem = FieldProblem(
        "reason", "already-ranked", say.alreadyRanked(codes.list(screen.language)))
      return again(screen, found, body, [problem])
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchProcess: return .notFound
    }
  }

  private func check(
    _ screen: ScreenContext, _ found: ReadRankings.ProcessRankings, _ body: FormBody,
    _ form: VotesForm, _ file: VoteFile
  ) async throws -> Reply {
    switch try await preview(
      file, into: found.process.slug, winners: form.winners, by: screen.actor)
    {
    case .readable(let preview):
      return .page(
        ProcessPages(screen: screen).preview(preview, file, screen.form(again: body, [])))
    case .refused(let refusal): return again(screen, found, body, [problem(refusal, screen)])
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchProcess: return .notFound
    }
  }

  private func problem(_ refusal: VoteFileRefusal, _ screen: ScreenContext) -> FieldProblem {
    FieldProblem("file", "unreadable", VoteFilePhrases[screen.language].refusal(refusal))
  }

  private func again(
    _ screen: ScreenContext, _ found: ReadRankings.ProcessRankings, _ body: FormBody,
    _ problems: [FieldProblem]
  ) -> Reply {
    .unprocessable(
      ProcessPages(screen: screen).one(found, screen.form(again: body, problems)))
  }
}

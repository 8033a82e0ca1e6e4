// One line: what the bank says, what was decided, and the forms that decide or take back.
import Domain
import Literals
import Phrases
import Services

struct LineScreens: ScreenGroup {
  let services: ReconciliationServices

  func add(to screens: Screens) {
    screens.get(ReconciliationRoutes.line, audience: .signedIn, use: show)
    screens.post(ReconciliationRoutes.settle, audience: .signedIn, use: settle)
    screens.post(ReconciliationRoutes.undo, audience: .signedIn, use: undo)
  }

  private func show(_ screen: ScreenContext, _ id: StatementLine.ID) async throws -> Reply {
    guard let found = try await services.readStatements.line(id, for: screen.actor) else {
      return .notFound
    }
    return .page(LinePage(screen: screen).page(found, screen.form()))
  }

  private func settle(
    _ screen: ScreenContext, _ body: FormBody, _ id: StatementLine.ID
  ) async throws -> Reply {
    let form = DecisionForm(body, screen.language)
    guard let decision = form.decision else {
      return try await again(screen, body, id, form.problems)
    }
    let say = LinePhrases[screen.language]
    let outcome = try await services.settleLine(
      decision, on: id, by: screen.actor, requestID: screen.requestID)
    if let problem = problem(of: outcome, screen.language) {
      return try await again(screen, body, id, [problem])
    }
    switch outcome {
    case .settled: return .seeOther(ReconciliationRoutes.queue(), flash: .done(say.settled))
    case .alreadySettled:
      return .seeOther(ReconciliationRoutes.line(id), flash: .note(say.alreadySettled))
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchLine, .noSuchPledge, .noSuchFund, .noSuchSettlement, .settlementDiffers,
      .noSuchPayout, .payoutDiffers, .payoutElsewhere, .noSuchTransfer, .noSuchSuspense,
      .nothingToReturn, .aboveOwed, .pledgeNotOpen, .tooLittle, .wrongDirection, .overdrawn,
      .noteMissing:
      return .notFound
    }
  }

  /// What a person can put right on the same page.
  private func problem(of outcome: SettleLine.Outcome, _ language: Language) -> FieldProblem? {
    let say = LinePhrases[language]
    func refused(_ field: String, _ code: String, _ words: String) -> FieldProblem {
      FieldProblem(field, code, words)
    }
    func money(_ amount: Money) -> String { amount.formatted(language) }
    return switch outcome {
    case .noSuchPledge: refused("code", "no-such-pledge", say.noSuchPledge)
    case .noSuchFund: refused("code", "no-such-fund", say.noSuchFund)
    case .noSuchSettlement: refused("code", "no-such-settlement", say.noSuchSettlement)
    case .settlementDiffers(let amount):
      refused("code", "settlement-differs", say.settlementDiffers(money(amount)))
    case .noSuchPayout: refused("code", "no-such-payout", say.noSuchPayout)
    case .payoutDiffers(let amount):
      refused("code", "payout-differs", say.payoutDiffers(money(amount)))
    case .payoutElsewhere(let state):
      refused("code", "payout-elsewhere", say.payoutElsewhere(state.word(language)))
    case .noSuchTransfer: refused("code", "no-such-transfer", say.noSuchTransfer)
    case .noSuchSuspense: refused("code", "no-such-suspense", say.noSuchSuspense)
    case .nothingToReturn: refused("code", "nothing-to-return", say.nothingToReturn)
    case .aboveOwed(let owed): refused("code", "above-owed", say.aboveOwed(money(owed)))
    case .pledgeNotOpen: refused("code", "pledge-not-open", say.pledgeNotOpen)
    case .tooLittle(let promised): refused("code", "too-little", say.tooLittle(money(promised)))
    case .wrongDirection: FieldProblem("decision", "wrong", say.wrongDirection)
    case .overdrawn: FieldProblem("decision", "overdrawn", say.overdrawn)
    case .noteMissing: FieldProblem("note", "required", say.noteMissing)
    case .settled, .alreadySettled, .notAllowed, .noSuchLine: nil
    }
  }

  private func undo(
    _ screen: ScreenContext, _ body: FormBody, _ id: StatementLine.ID
  ) async throws -> Reply {
    let say = LinePhrases[screen.language]
    let back = ReconciliationRoutes.line(id)
    switch try await services.undoMatch(
      id, because: String(body.text("why").prefix(500)), by: screen.actor,
      requestID: screen.requestID)
    {
    case .undone: return .seeOther(back, flash: .done(say.undone))
    case .nothingToUndo: return .seeOther(back, flash: .note(say.nothingToUndo))
    case .tooLate: return .seeOther(back, flash: .problem(say.tooLate))
    case .noteMissing:
      return try await again(screen, body, id, [FieldProblem("why", "required", say.noteMissing)])
    case .notAllowed: return .problem(.notAllowed)
    case .noSuchLine: return .notFound
    }
  }

  private func again(
    _ screen: ScreenContext, _ body: FormBody, _ id: StatementLine.ID, _ problems: [FieldProblem]
  ) async throws -> Reply {
    guard let found = try await services.readStatements.line(id, for: screen.actor) else {
      return .notFound
    }
    return .unprocessable(
      LinePage(screen: screen).page(found, screen.form(again: body, problems)))
  }
}

/// What a person decided.
struct DecisionForm {
  enum Kind: String, CaseIterable {
    case pledge, suspense, payout, refundBack, suspenseBack, settlement, fund, fee, aside
  }
  let decision: SettleLine.Decision?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = LinePhrases[language]
    var reader = FormReader(body, language)
    let kind = reader.choice("decision", say.decision, of: Kind.self)
    let note = reader.optionalText("note", say.note, max: 500)
    let chosen: SettleLine.Decision? =
      switch kind {
      case .pledge: .pledge(reader.text("code", say.pledgeCode, max: 60))
      case .suspense: .suspense(note: note)
      case .payout: .payout(reader.text("code", say.pledgeCode, max: 80))
      case .refundBack: .refundBack(reader.text("code", say.pledgeCode, max: 60))
      case .suspenseBack: .suspenseBack(reader.text("code", say.pledgeCode, max: 80))
      case .settlement: .settlement(reader.text("code", say.pledgeCode, max: 80))
      case .fund: .matchFund(reader.text("code", say.toFund, max: 80))
      case .fee: .bankFee(note: note)
      case .aside: .setAside(note: note)
      case nil: nil
      }
    problems = reader.problems
    decision = problems.isEmpty ? chosen : nil
  }
}

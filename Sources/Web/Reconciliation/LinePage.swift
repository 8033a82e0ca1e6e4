// The page of one line.
import Domain
import Literals
import Phrases
import Services

struct LinePage {
  let screen: ScreenContext

  private var language: Language { screen.language }
  private var say: LinePhrases { LinePhrases[language] }

  func page(_ found: ReadStatements.LineFile, _ form: FormView) -> Page {
    let line = found.line
    let words = StatementPhrases[language]
    let mayDecide = screen.actor.may(.matchLine, on: .platform)
    let isOpen = line.match.status == .waiting || line.match.status == .suspense
    let page = StatementPages(screen: screen).page(
      words.line, at: ReconciliationRoutes.line(line.line.id),
      """
      \(answers(facts(line)))
      \(if: !found.candidates.isEmpty, candidates(found.candidates))
      \(if: !found.settlements.isEmpty, settlements(found.settlements))
      \(if: !found.payouts.isEmpty, payouts(found.payouts))
      \(if: !found.suspense.isEmpty, suspense(found.suspense))
      \(if: isOpen && mayDecide, decide(line, form))
      \(if: line.match.status != .waiting && mayDecide, undo(line, form))
      """)
    return page.with {
      $0.lead = "\(tag(line.match.sentence(language), line.match.status.tone))"
      $0.problems = form.problems
      $0.crumbs += [
        Crumb(words.statements, ReconciliationRoutes.statements()),
        Crumb(words.queue, ReconciliationRoutes.queue()),
      ]
    }
  }

  private func facts(_ line: LineOnDesk) -> [Answer] {
    let facts = line.line.facts
    let when = line.decidedAt.formatted(language)
    let said = line.match.sentence(language)
    let decided =
      line.decidedBy.isEmpty ? say.byRule(when) : say.decidedBy(line.decidedBy, when)
    let pairs = [
      (say.amount, facts.amount.formatted(language)),
      (say.bookedOn, facts.bookedOn.formatted(language)),
      (say.valuedOn, facts.valuedOn.formatted(language)),
      (say.counterpart, facts.counterpartName), (say.account, facts.counterpartAccount),
      (say.text, facts.text), (say.reference, facts.structuredReference),
      (say.endToEnd, facts.endToEndID), (say.bankReference, facts.bankReference),
      (say.lineCode, line.match.status == .suspense ? line.line.id.description : ""),
      (say.pledge, line.pledgeCode?.grouped ?? ""), (say.note, line.match.note),
      (say.state, "\(said)\(said.hasSuffix("?") ? "" : ".") \(decided)"),
    ]
    return pairs.filter { !$0.1.isEmpty }.map { Answer($0.0, $0.1) }
  }

  private func candidates(_ candidates: [PledgeCandidate]) -> HTML {
    let rows = candidates.map { one -> HTML in
      """
      <tr><th scope="row"><code>\(one.code.grouped)</code></th><td>\(one.donor)</td>\
      <td class="right">\(one.amount.formatted(language))</td>\
      <td><code>\(one.reference.grouped)</code></td></tr>
      """
    }
    return """
      <h2>\(say.candidates)</h2><p>\(say.candidatesLead)</p>
      \(table(say.candidates, [say.pledge, say.donor, say.amount, say.reference], rows))
      """
  }

  private func settlements(_ awaited: [AwaitedSettlement]) -> HTML {
    let rows = awaited.map { one -> HTML in
      """
      <tr><th scope="row"><a href="\(DeskRoutes.settlement(one.reference)[language])">\
      <code>\(one.reference)</code></a></th><td>\(one.provider.word(language))</td>\
      <td>\(one.sentOn.formatted(language))</td></tr>
      """
    }
    return """
      <h2>\(say.settlements)</h2><p>\(say.settlementsLead)</p>
      \(table(say.settlements, [say.reference, say.provider, say.sentOn], rows))
      """
  }

  private func payouts(_ payouts: [Payout]) -> HTML {
    let rows = payouts.map { one -> HTML in
      """
      <tr><th scope="row"><code>\(one.endToEnd)</code></th>\
      <td>\(one.proposedAt.formatted(language))</td><td>\(one.state.word(language))</td></tr>
      """
    }
    return """
      <h2>\(say.payouts)</h2><p>\(say.payoutsLead)</p>
      \(table(say.payouts, [say.reference, say.sentOn, say.state], rows))
      """
  }

  private func suspense(_ lines: [LineOnDesk]) -> HTML {
    let rows = lines.map { one -> HTML in
      let facts = one.line.facts
      return """
        <tr><th scope="row"><a href="\(ReconciliationRoutes.line(one.line.id)[language])">\
        <code>\(one.line.id.description)</code></a></th>\
        <td>\(facts.bookedOn.formatted(language))</td>\
        <td>\(facts.counterpartName) \(facts.text)</td></tr>
        """
    }
    return """
      <h2>\(say.suspense)</h2><p>\(say.suspenseLead)</p>
      \(table(say.suspense, [say.lineCode, say.bookedOn, say.text], rows))
      """
  }

  /// What the line can be, the likeliest first.
  private func choices(_ line: LineOnDesk) -> [Choice] {
    func choice(_ kind: DecisionForm.Kind, _ label: String, _ note: String) -> Choice {
      Choice(kind.rawValue, "\(label)", note: "\(note)")
    }
    let pledge = choice(.pledge, say.toPledge, say.toPledgeNote)
    if line.match.status == .suspense { return [pledge] }
    let aside = choice(.aside, say.aside, say.asideNote)
    if line.line.facts.amount.isPositive {
      return [
        pledge, choice(.settlement, say.toSettlement, say.toSettlementNote),
        choice(.suspense, say.toSuspense, say.toSuspenseNote),
        choice(.fund, say.toFund, say.toFundNote),
        choice(.payout, say.payoutBack, say.payoutBackNote),
        choice(.refundBack, say.refundBack, say.refundBackNote), aside,
      ]
    }
    return [
      choice(.fee, say.asFee, say.asFeeNote), choice(.pledge, say.toRefund, say.toRefundNote),
      choice(.payout, say.toPayout, say.toPayoutNote),
      choice(.suspenseBack, say.suspenseBack, say.suspenseBackNote),
      choice(.fund, say.toSponsor, say.toSponsorNote),
      choice(.settlement, say.settlementBack, say.settlementBackNote), aside,
    ]
  }

  private func decide(_ line: LineOnDesk, _ form: FormView) -> HTML {
    """
    <h2>\(say.decide)</h2>
    \(form.post(
        to: ReconciliationRoutes.settle(line.line.id),
        """
        \(form.radios("decision", say.decision, choices(line)))
        \(form.text("code", say.pledgeCode, hint: say.pledgeCodeHint, .code))
        \(form.text("note", say.note, hint: say.noteHint))
        \(form.submit(say.save))
        """))
    """
  }

  private func undo(_ line: LineOnDesk, _ form: FormView) -> HTML {
    """
    <h2>\(say.undo)</h2><p>\(say.undoNote)</p>
    \(form.post(
      to: ReconciliationRoutes.undo(line.line.id),
      """
      \(form.text("why", say.whyUndo))
      \(form.submit(say.undo, .danger))
      """))
    """
  }
}

// One phase at the facilitator's desk: its days and rule, its census, its turns and its history.
import Domain
import Foundation
import Literals
import Phrases
import Services

struct PhasePage {
  let screen: ScreenContext
  let reading: PhaseReading

  private var language: Language { screen.language }
  private var say: PhaseDeskPhrases { PhaseDeskPhrases[language] }
  private var words: PhasePhrases { PhasePhrases[language] }
  private var phase: Phase { reading.phase }
  private var mayManage: Bool { screen.actor.may(.managePhases, on: reading.process.place) }

  func page(_ form: FormView) -> Page {
    let days = words.days(phase.opensOn.formatted(language), phase.closesOn.formatted(language))
    return screen.deskPage(
      words.kind(phase.kind), at: PhaseRoutes.phase(phase.id),
      under: Crumb(
        reading.process.title.shown(in: language).text, PhaseRoutes.phases(reading.process.slug)),
      """
      <p>\(tag(words.status(phase.status), phase.status.tone)) \(days). \
      \(words.about(phase.kind))</p>
      \(published)\(census)
      \(if: mayManage && phase.status == .configured, editForm(form))
      \(if: mayManage && phase.status != .closed, turnForm(form))
      \(history)
      """
    ).with { $0.problems = form.problems }
  }

  /// The rule as it was published.
  private var published: HTML {
    guard let opening = phase.opening, let rule = phase.rule else { return .empty }
    let items = PhaseRuleWords[language].sentences(rule, of: phase.kind, language).map {
      "<li>\($0)</li>" as HTML
    }
    return """
      <h2>\(words.rule)</h2>\(if: !items.isEmpty, "<ul>\(items)</ul>")
      <p>\(words.published(opening.at.formatted(language)))</p>
      <p>\(words.digest): <code>\(opening.digest.description)</code></p>
      <pre class="scroll" tabindex="0">\(opening.text)</pre>
      """
  }

  private var census: HTML {
    guard phase.kind.hasVoters else { return .empty }
    let total = reading.voterCount.formatted(language)
    let rows = reading.around.constituencies.map { constituency -> HTML in
      let voters = reading.voters[constituency.id] ?? 0
      return """
        <tr><th scope="row">\(constituency.label(language))</th>\
        <td class="right">\(voters.formatted(language))</td></tr>
        """
    }
    let link = PhaseRoutes.census(phase.id)[language]
    let mayKeep = screen.actor.may(.keepCensus, on: reading.process.place)
    return """
      <h2>\(say.census)</h2><p>\(words.census(total))</p>
      \(if: rows.count > 1, deskTable(say.census, [words.constituency, "+\(say.census)"], rows))
      \(if: mayKeep, "<p class=\"actions\">\(linkButton(say.census, link, .quiet))</p>")
      """
  }

  private func editForm(_ form: FormView) -> HTML {
    let fields = PhaseFields(form: form, kind: phase.kind, language: language)
    return """
      <h2>\(say.daysAndRule)</h2>
      \(form.post(
        to: PhaseRoutes.phase(phase.id),
        """
        \(pair(
          form.text("opens", say.opensOn, hint: say.dayHint, .day),
          form.text("closes", say.closesOn, hint: say.dayHint, .day)))
        \(fields.html)\(form.submit(say.save))
        """))
      """
  }

  private func turnForm(_ form: FormView) -> HTML {
    let events = PhaseEvent.allCases.filter { event in
      (try? phase.status.after(event)) != nil
    }
    let buttons = events.enumerated().map { index, event -> HTML in
      """
      <button class="button \(index == 0 ? "primary" : "quiet")" name="event" \
      value="\(event.rawValue)">\(say.event(event))</button>\n
      """
    }
    let moves = events.contains(.prolonged)
    return """
      <h2>\(say.turn)</h2><p>\(say.turnLead)</p>
      \(form.post(
        to: PhaseRoutes.turn(phase.id),
        """
        \(form.text("reason", say.reason))
        \(if: moves, form.text("new-last-day", say.newLastDay, hint: say.newLastDayHint, .day))
        <p class="actions">\(buttons)</p>
        """))
      """
  }

  private var history: HTML {
    guard !reading.history.isEmpty else { return .empty }
    let moments = reading.history.map { moment in
      Moment(
        moment.at.formatted(language),
        """
        <b>\(say.happened(moment.event))</b>, \(moment.isByHand ? say.byHand : say.byCalendar)\
        \(if: !moment.reason.isEmpty, ": \(moment.reason)")
        """)
    }
    return "<h2>\(say.history)</h2>\(timeline(moments))"
  }
}

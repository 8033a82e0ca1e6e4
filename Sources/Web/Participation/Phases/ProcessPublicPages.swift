// What everyone may see of processes: the list, and one with its phases, rules and budgets.
import Domain
import Foundation
import Literals
import Phrases

struct ProcessPublicPages {
  let language: Language

  private var say: PhasePhrases { PhasePhrases[language] }

  func list(_ all: [ProcessReading]) -> Page {
    let cards = all.map { reading -> HTML in
      let title = reading.process.title.shown(in: language)
      let link = PhaseRoutes.process(reading.process.slug)[language]
      let open = reading.phases.filter(\.isOpen).map { say.kind($0.kind) }
      return """
        <article class="card"><h2><a href="\(link)"\(lang(title, language))>\(title.text)</a></h2>
        <p>\(reading.organisation.name)</p>
        \(if: !open.isEmpty, "<p>\(tag(say.now(open.list(language)), .good))</p>")</article>
        """
    }
    return Page(
      say.processes, at: PhaseRoutes.processes(),
      body: cards.isEmpty ? empty(say.noProcesses) : "<div class=\"cards\">\(cards)</div>"
    ).with {
      $0.lead = "\(say.processesLead)"
      $0.summary = say.processesLead
      $0.layout = .wide
    }
  }

  func one(_ reading: ProcessReading) -> Page {
    let process = reading.process
    let title = process.title.shown(in: language)
    let summary = process.summary.shown(in: language)
    let moments = reading.phases.map { phase in
      Moment(
        say.days(phase.opensOn.formatted(language), phase.closesOn.formatted(language)),
        self.phase(phase, reading), isDone: phase.status != .configured)
    }
    let ranking = ParticipationRoutes.ranking(process.slug)[language]
    let proposals = ProposalRoutes.catalogue(process.slug)[language]
    let assemblies = ProposalRoutes.assemblies(process.slug)[language]
    return Page(
      title.text, at: PhaseRoutes.process(process.slug),
      body: """
        <p>\(reading.organisation.name)</p>
        \(if: !moments.isEmpty, "<h2>\(say.phases)</h2>\(timeline(moments))")
        \(budgets(reading))
        <p class="actions">\(linkButton(ProposalPhrases[language].proposals, proposals)) \
        \(linkButton(AssemblyPhrases[language].assemblies, assemblies, .quiet)) \
        \(linkButton(say.seeRanking, ranking, .quiet))</p>
        """
    ).with {
      $0.titleLanguage = title.language
      $0.crumbs = [Crumb(say.processes, PhaseRoutes.processes())]
      $0.lead = "<span\(lang(summary, language))>\(summary.text)</span>"
      $0.summary = summary.text
    }
  }

  private func phase(_ phase: Phase, _ reading: ProcessReading) -> HTML {
    """
    <h3>\(say.kind(phase.kind)) \(tag(say.status(phase.status), phase.status.tone))</h3>
    <p>\(say.about(phase.kind))</p>\(rule(phase, reading.censuses[phase.id]))
    """
  }

  /// The rule once it is published; before that it may still change.
  private func rule(_ phase: Phase, _ census: FrozenCensus?) -> HTML {
    guard let opening = phase.opening, let rule = phase.rule else {
      return phase.kind.settings.isEmpty ? .empty : "<p class=\"hint\">\(say.ruleLater)</p>"
    }
    let sentences = PhaseRuleWords[language].sentences(rule, of: phase.kind, language)
    let people = census.map {
      "<p>\(say.census($0.voters.formatted(language)))</p>" as HTML
    }
    let text = PhaseRoutes.ruleText(phase.id)[language]
    return """
      \(if: !sentences.isEmpty, "<p>\(sentences.joined(separator: " "))</p>")\(people)
      <details><summary>\(say.rule)</summary>
      <p>\(say.published(opening.at.formatted(language)))</p>
      <p>\(say.digest): <code>\(opening.digest.description)</code></p>
      \(census.map { "<p>\(say.censusDigest): <code>\($0.digest.description)</code></p>" as HTML })
      <p><a href="\(text)">\(say.ruleText)</a></p></details>
      """
  }

  private func budgets(_ reading: ProcessReading) -> HTML {
    let named = reading.constituencies.filter { !$0.code.isEmpty || $0.budget != nil }
    guard !named.isEmpty else { return .empty }
    let rows = named.map { constituency -> HTML in
      let name = constituency.name.shown(in: language)
      let words = constituency.code.isEmpty ? say.everyone : name.text
      return """
        <tr><th scope="row"\(lang(name, language))>\(words.isEmpty ? constituency.code : words)\
        </th><td class="right">\(constituency.budget?.rounded(language) ?? "–")</td></tr>
        """
    }
    return """
      <h2>\(say.budgets)</h2>\(table(say.budgets, [say.constituency, "+\(say.budget)"], rows))
      """
  }
}

extension PhaseStatus {
  /// The colour of its word.
  var tone: Tone {
    switch self {
    case .configured: .plain
    case .open: .good
    case .suspended: .warn
    case .closed: .info
    }
  }
}

// Proposals and assemblies as everyone reads them; the catalogue prints as it stands.
import Domain
import Foundation
import Literals
import Phrases
import Services

struct ProposalPages {
  let language: Language
  let markdown: any MarkdownRenderer

  private var say: ProposalPhrases { ProposalPhrases[language] }

  func catalogue(_ found: ReadProposals.Catalogue) -> Page {
    let process = found.around.process
    let isSplit = found.around.constituencies.count > 1
    let parts = found.around.constituencies.map { constituency -> HTML in
      let own = found.proposals.filter {
        $0.constituency == constituency.id && $0.status.isAlive
      }
      guard !own.isEmpty else { return .empty }
      return """
        <section>\(if: isSplit, "<h2>\(constituency.label(language))</h2>")\
        \(own.map { card($0, isSplit ? "h3" : "h2") })</section>
        """
    }
    let ended = found.proposals.filter { !$0.status.isAlive }.map { proposal -> HTML in
      "<li>\(link(proposal)): \(say.status(proposal.status))</li>"
    }
    let canPropose = found.around.open(.ideas)?.rule?.channels.isOnline == true
    let propose = ProposalRoutes.propose(process.slug)[language]
    return Page(
      say.catalogue(process.title.shown(in: language).text),
      at: ProposalRoutes.catalogue(process.slug),
      body: """
        \(if: canPropose, "<p class=\"actions\">\(linkButton(say.propose, propose))</p>")
        \(found.proposals.isEmpty ? empty(say.none) : "\(parts)")
        \(if: !ended.isEmpty, "<h2>\(say.endings)</h2><ul>\(ended)</ul>")
        """
    ).with { $0.crumbs = found.around.crumbs(language) }
  }

  private func link(_ proposal: Proposal) -> HTML {
    """
    <a href="\(ProposalRoutes.proposal(proposal.id)[language])">\(proposal.number). \
    <span\(langOfFiles(language))>\(proposal.words.title)</span></a>
    """
  }

  private func card(_ proposal: Proposal, _ heading: HTML) -> HTML {
    """
    <article><\(heading)>\(link(proposal))</\(heading)>\(words(proposal))</article>
    """
  }

  /// What people wrote, in the language they write here.
  private func words(_ proposal: Proposal) -> HTML {
    let text = HTML(trusted: markdown.html(of: proposal.words.text))
    let cost = proposal.words.cost.map {
      "<p>\(say.cost): \($0.rounded(language))</p>" as HTML
    }
    return "<div class=\"prose\"\(langOfFiles(language))>\(text)</div>\(cost)"
  }

  func one(_ reading: ProposalReading, withdrawing form: FormView?) -> Page {
    let proposal = reading.proposal
    let process = reading.process
    let born = reading.assembly.map { assembly -> HTML in
      let link = ProposalRoutes.assembly(assembly.id)[language]
      return "<p>\(say.bornIn): <a href=\"\(link)\">\(assembly.title)</a></p>"
    }
    return Page(
      proposal.words.title, at: ProposalRoutes.proposal(proposal.id),
      body: """
        <p>\(say.number(proposal.number)) · \(reading.constituency.label(language)) \
        \(tag(say.status(proposal.status), proposal.status.tone))</p>
        \(if: proposal.status == .submitted, "<p>\(say.waits)</p>")
        \(words(proposal))\(born)\(lineage(reading))\(history(reading))
        \(form.map { withdrawForm(proposal, $0) })
        """
    ).with {
      $0.titleLanguage = .italian
      $0.crumbs = [
        Crumb(PhasePhrases[language].processes, PhaseRoutes.processes()),
        Crumb(process.title.shown(in: language).text, PhaseRoutes.process(process.slug)),
        Crumb(say.proposals, ProposalRoutes.catalogue(process.slug)),
      ]
    }
  }

  /// Those it came out of, and those that came out of it.
  func lineage(_ reading: ProposalReading) -> HTML {
    func item(_ words: String, _ one: ProposalRelative) -> HTML {
      let link = ProposalRoutes.proposal(one.id)[language]
      let name: HTML = """
        \(one.number). <span\(langOfFiles(language))>\(one.title)</span>
        """
      return """
        <li>\(words) \(one.isPublic ? "<a href=\"\(link)\">\(name)</a>" : name)</li>
        """
    }
    let items =
      reading.ancestors.map { item(say.cameFrom($0.descent), $0) }
      + reading.descendants.map { item(say.became($0.descent), $0) }
    return items.isEmpty ? .empty : "<h2>\(say.lineage)</h2><ul>\(items)</ul>"
  }

  func history(_ reading: ProposalReading) -> HTML {
    guard !reading.history.isEmpty else { return .empty }
    let moments = reading.history.map { moment -> Moment in
      let reason: HTML =
        moment.reason.isEmpty ? .empty : ": <span\(langOfFiles(language))>\(moment.reason)</span>"
      return Moment(
        moment.at.formatted(language), "<b>\(say.event(moment.event))</b>\(reason)")
    }
    return "<h2>\(say.history)</h2>\(timeline(moments))"
  }

  private func withdrawForm(_ proposal: Proposal, _ form: FormView) -> HTML {
    guard (try? proposal.status.after(.withdrawn)) != nil else { return .empty }
    return form.post(
      to: ProposalRoutes.withdraw(proposal.id),
      "\(form.text("reason", say.reason))\(form.submit(say.withdraw, .quiet))")
  }
}

extension ProposalStatus {
  /// The colour of its word.
  var tone: Tone {
    switch self {
    case .submitted: .warn
    case .published: .good
    case .refused: .bad
    case .withdrawn: .plain
    case .merged, .split: .info
    }
  }
}

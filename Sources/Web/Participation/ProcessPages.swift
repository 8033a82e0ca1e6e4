// The pages of a facilitator's process: list, rankings with the import form, preview of a file.
import Domain
import Foundation
import Literals
import Phrases
import Services

struct ProcessPages {
  let screen: ScreenContext

  private var language: Language { screen.language }
  private var say: FacilitatorPhrases { FacilitatorPhrases[language] }
  private var desk: Crumb { Crumb(ShellPhrases[language].desk, SharedRoutes.desk()) }

  func list(_ cards: [ProcessCard], mayAdd: Bool) -> Page {
    let rows = cards.map { card -> HTML in
      let link = ParticipationRoutes.process(card.process.slug)[language]
      let words = RankingPhrases[language]
      let states = RankingStatus.allCases.compactMap { status -> HTML? in
        guard let count = card.rankings[status] else { return nil }
        return "\(tag("\(words.status(status)): \(count)", RankingParts.tone(status))) "
      }
      return """
        <tr><th scope="row"><a href="\(link)">\(card.process.title.shown(in: language).text)</a>\
        </th><td>\(card.organisation)</td><td>\(states)</td></tr>
        """
    }
    return Page(
      say.processes, at: ParticipationRoutes.processes(),
      body: """
        \(rows.isEmpty
          ? empty(say.noProcesses)
          : deskTable(say.processes, [say.processes, say.organisation, say.rankings], rows))
        \(wayToOneMore(mayAdd))
        """
    ).with {
      $0.layout = .desk
      $0.crumbs = [desk]
    }
  }

  /// Who may add a process goes there; who runs the installation starts with an organisation.
  private func wayToOneMore(_ mayAdd: Bool) -> HTML {
    let words = OrganisationPhrases[language]
    if mayAdd {
      return "<p>\(linkButton(words.newProcess, ParticipationRoutes.newProcess()[language]))</p>"
    }
    guard screen.mayAtDesk(.addOrganisation) else { return .empty }
    let first = ParticipationRoutes.organisations()[language]
    return "<p>\(linkButton(words.organisationFirst, first))</p>"
  }

  func one(_ found: ReadRankings.ProcessRankings, _ form: FormView) -> Page {
    let process = found.process
    let words = RankingPhrases[language]
    let rows = found.rankings.map { reading -> HTML in
      let link = ParticipationRoutes.workOn(reading.ranking.id)[language]
      let status = reading.ranking.status
      return """
        <tr><th scope="row"><a href="\(link)">\(reading.constituency(language))</a></th>\
        <td>\(tag(words.status(status), RankingParts.tone(status)))</td>\
        <td>\(screen.time(reading.file.importedAt))</td><td>\(reading.file.name)</td></tr>
        """
    }
    let columns = [say.constituency, say.status, say.importedAt, words.file]
    let published = ParticipationRoutes.ranking(process.slug)[language]
    let counts = CountRoutes.all(process.slug)[language]
    let phases = PhaseRoutes.phases(process.slug)[language]
    let proposals = ProposalRoutes.atDesk(process.slug)[language]
    let assemblies = ProposalRoutes.assembliesAtDesk(process.slug)[language]
    return Page(
      process.title.shown(in: language).text, at: ParticipationRoutes.process(process.slug),
      body: """
        <h2>\(say.rankings)</h2>
        \(rows.isEmpty ? empty(say.noRankings) : table(say.rankings, columns, rows))
        \(constituencies(found.constituencies))
        <p class="actions">\(linkButton(words.seeRanking, published, .quiet)) \
        \(linkButton(CountDeskPhrases[language].counts, counts, .quiet)) \
        \(linkButton(PhaseDeskPhrases[language].phases, phases, .quiet)) \
        \(linkButton(ProposalPhrases[language].proposals, proposals, .quiet)) \
        \(linkButton(AssemblyPhrases[language].assemblies, assemblies, .quiet))</p>
        \(if: mayImport(process), importForm(process, form))
        """
    ).with {
      $0.layout = .desk
      $0.crumbs = [desk, Crumb(say.processes, ParticipationRoutes.processes())]
      $0.problems = form.problems
    }
  }

  /// Their codes, as the file of the vote has to write them; nothing where all vote together.
  private func constituencies(_ all: [Constituency]) -> HTML {
    let rows = all.filter { !$0.code.isEmpty }.map { one -> HTML in
      let name = one.name.shown(in: language)
      return "<li><code>\(one.code)</code> <span\(lang(name, language))>\(name.text)</span></li>"
    }
    guard !rows.isEmpty else { return .empty }
    return "<h2>\(OrganisationPhrases[language].constituencies)</h2><ul>\(rows)</ul>"
  }

  private func mayImport(_ process: Domain.Process) -> Bool {
    screen.actor.may(.importVotes, on: process.place)
  }

  private func importForm(_ process: Domain.Process, _ form: FormView) -> HTML {
    """
    <h2>\(say.importVotes)</h2><p>\(say.importHint)</p>
    \(form.post(
      to: ParticipationRoutes.process(process.slug), files: true,
      """
      \(form.file("file", say.fileLabel, hint: say.fileHint, accept: ".pb,.csv,.tsv,.json"))
      \(form.area("text", say.textLabel, hint: say.textHint, rows: 5))
      \(questions(form))
      """))
    """
  }

  /// What is asked beside the file, and the two ways to send it.
  private func questions(_ form: FormView) -> HTML {
    """
    \(form.text("constituency", say.constituencyLabel, hint: say.constituencyHint, .short))
    \(form.text("winners", say.winnersLabel, hint: say.winnersHint, .number))
    \(form.text("reason", say.reasonLabel, hint: say.reasonHint))
    <p class="actions"><button class="button primary" name="act" value="check">\(say.check)</button>
    <button class="button quiet" name="act" value="import">\(say.importNow)</button></p>
    """
  }

  func preview(
    _ preview: PreviewVoteResult.Preview, _ file: VoteFile, _ form: FormView
  ) -> Page {
    let parts = RankingParts(language: language, measure: preview.result.measure)
    let words = VoteFilePhrases[language]
    let warnings = preview.result.warnings.map { "<li>\(words.warning($0))</li>" as HTML }
    let tables = preview.tables.map { part -> HTML in
      let name = part.constituency.isEmpty ? RankingPhrases[language].everyone : part.constituency
      return """
        <h2>\(name)</h2>\(parts.ranking(part.table, caption: name))\
        \(parts.ties(part.table))\(parts.leftOut(part.table))
        """
    }
    let isCarried = file.bytes.count <= VotesForm.carriedBytesMax
    let carried: HTML =
      isCarried
      ? """
      \(form.hidden("carried", Data(file.bytes).base64EncodedString()))\
      \(form.hidden("carried-name", file.name))
      """
      : "<p>\(say.chooseAgain)</p>\(form.file("file", say.fileLabel, accept: ".pb,.csv,.json"))"
    let route = ParticipationRoutes.process(preview.process.slug)
    return Page(
      say.preview, at: route,
      body: """
        <h2>\(say.warnings)</h2>
        \(warnings.isEmpty ? "<p>\(say.noWarnings)</p>" : "<ul>\(warnings)</ul>")
        \(tables)
        \(if: !preview.replaces.isEmpty,
          callout(tone: .danger, "<p>\(say.replaces(preview.replaces.list(language)))</p>"))
        <h2>\(say.importVotes)</h2>
        \(form.post(to: route, files: true, "\(carried)\(questions(form))"))
        """
    ).with {
      $0.lead = "\(say.previewLead)"
      $0.layout = .desk
      $0.crumbs = [
        desk, Crumb(say.processes, ParticipationRoutes.processes()),
        Crumb(preview.process.title.shown(in: language).text, route),
      ]
    }
  }
}

// One ranking at the facilitator's desk: settle its ties, then certify it.
import Domain
import Literals
import Phrases
import Services

extension ParticipationScreens {
  func showRanking(_ screen: ScreenContext, _ id: Ranking.ID) async throws -> Reply {
    guard let reading = try await read.one(id, for: screen.actor) else { return .notFound }
    return .page(RankingDeskPage(screen: screen, reading: reading).page(screen.form()))
  }

  func settleTie(_ screen: ScreenContext, _ body: FormBody, _ id: Ranking.ID) async throws
    -> Reply
  {
    guard let reading = try await read.one(id, for: screen.actor) else { return .notFound }
    let say = FacilitatorPhrases[screen.language]
    let form = TieForm(body, reading.ranking, screen.language)
    let page = RankingDeskPage(screen: screen, reading: reading)
    guard let resolution = form.resolution else {
      return .unprocessable(page.page(screen.form(again: body, form.problems)))
    }
    switch try await resolve(resolution, of: id, by: screen.actor) {
    case .resolved:
      return .seeOther(ParticipationRoutes.workOn(id), flash: .done(say.resolved))
    case .refused(let refusal):
      let problem = FieldProblem(field(of: refusal), "refused", say.refusal(refusal))
      return .unprocessable(page.page(screen.form(again: body, [problem])))
    case .noSuchRanking: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  func certifyRanking(_ screen: ScreenContext, _ body: FormBody, _ id: Ranking.ID) async throws
    -> Reply
  {
    guard let reading = try await read.one(id, for: screen.actor) else { return .notFound }
    let say = FacilitatorPhrases[screen.language]
    let back = ParticipationRoutes.workOn(id)
    switch try await certify(id, by: screen.actor) {
    case .certified(let digest), .repeated(let digest):
      return .seeOther(
        ParticipationRoutes.certificate(reading.process.slug, id),
        flash: .done(say.certified(digest.description)))
    case .refused(let refusal):
      return .seeOther(back, flash: .problem(say.refusal(refusal)))
    case .noSuchRanking: return .notFound
    case .notAllowed: return .problem(.notAllowed)
    }
  }

  /// The field of the form that a refusal is about.
  private func field(of refusal: RankingRefusal) -> String {
    switch refusal {
    case .witnessesMissing: "witnesses"
    case .noteMissing: "note"
    case .noSuchTie, .orderRepeats: "order-1"
    case .tieStillOpen, .alreadyCertified, .alreadySuperseded: "method"
    }
  }
}

/// How a tie was settled, as the form says.
struct TieForm {
  static let witnessesMax = 50

  let resolution: TieResolution?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ ranking: Ranking, _ language: Language) {
    let say = FacilitatorPhrases[language]
    let words = RankingPhrases[language]
    var reader = FormReader(body, language)
    let method = reader.choice("method", say.method, of: TieResolution.Method.self)
    let witnesses = reader.optionalText("witnesses", words.witnesses, max: 2000)
    let note = reader.optionalText("note", words.note, max: 2000)
    let tie = ranking.openTies.first { String($0.place) == body.text("place") }
    let written = (tie?.projects.indices).map { indices in
      indices.compactMap { ExternalID(body.text("order-\($0 + 1)")) }
    }
    problems = reader.problems
    resolution =
      if problems.isEmpty, let method {
        TieResolution(
          method: method, order: method == .jointWinners ? tie?.projects ?? [] : written ?? [],
          witnesses: Array(
            witnesses.split(whereSeparator: \.isNewline).map { $0.trimmed }
              .filter { !$0.isEmpty }.prefix(Self.witnessesMax)),
          note: note)
      } else {
        nil
      }
  }
}

struct RankingDeskPage {
  let screen: ScreenContext
  let reading: RankingReading

  private var language: Language { screen.language }
  private var say: FacilitatorPhrases { FacilitatorPhrases[language] }
  private var words: RankingPhrases { RankingPhrases[language] }

  func page(_ form: FormView) -> Page {
    let ranking = reading.ranking
    let parts = RankingParts(language: language, measure: ranking.rule.measure)
    let name = reading.constituencyName(language)
    let process = reading.process
    return Page(
      "\(words.ranking): \(name)", at: ParticipationRoutes.workOn(ranking.id),
      body: """
        <p>\(tag(words.status(ranking.status), RankingParts.tone(ranking.status))) \
        \(words.ruleInWords(ranking.rule.measure, ranking.rule.winners))\
        \(ranking.result.voters.map { " \(words.voters($0))." })</p>
        \(parts.ranking(ranking.table, caption: name))
        \(parts.ties(ranking.table))\(parts.leftOut(ranking.table))
        \(answers([
          Answer(words.file, reading.file.name),
          Answer(say.importedAt, reading.file.importedAt.formatted(language)),
          Answer(words.fileDigest, html: "<code>\(ranking.source.digest.description)</code>"),
        ]))
        \(nextStep(form))
        """
    ).with {
      $0.layout = .desk
      $0.crumbs = [
        Crumb(ShellPhrases[language].desk, SharedRoutes.desk()),
        Crumb(say.processes, ParticipationRoutes.processes()),
        Crumb(
          process.title.shown(in: language).text, ParticipationRoutes.process(process.slug)),
      ]
      $0.problems = form.problems
    }
  }

  private func nextStep(_ form: FormView) -> HTML {
    let ranking = reading.ranking
    let place = reading.process.place
    switch ranking.status {
    case .tieOpen:
      guard let tie = ranking.openTies.first, screen.actor.may(.resolveTie, on: place) else {
        return .empty
      }
      return tieForm(tie, form)
    case .provisional:
      guard screen.actor.may(.certifyRanking, on: place) else { return .empty }
      return """
        <h2>\(say.certify)</h2><p>\(say.certifyHint)</p>
        \(form.post(to: ParticipationRoutes.certify(ranking.id), form.submit(say.certify)))
        """
    case .certified, .superseded:
      guard reading.certificate != nil else { return .empty }
      let link = ParticipationRoutes.certificate(reading.process.slug, ranking.id)[language]
      return "<p>\(linkButton(words.seeCertificate, link))</p>"
    }
  }

  private func tieForm(_ tie: TiedGroup, _ form: FormView) -> HTML {
    let names = tie.projects.map { id in
      Choice(
        id.text,
        "\(reading.ranking.table.rows.first { $0.entry.id == id }?.entry.title ?? id.text)")
    }
    let methods = TieResolution.Method.allCases.map {
      Choice($0.rawValue, "\(say.methodName($0))")
    }
    let order = tie.projects.indices.map { index in
      // Each list begins with another project, so that the order as shown is a valid answer.
      form.select(
        "order-\(index + 1)", say.orderPlace(index + 1), hint: say.orderHint,
        Array(names[index...] + names[..<index]))
    }
    return """
      <h2>\(say.resolve)</h2>
      \(form.post(
        to: ParticipationRoutes.resolve(reading.ranking.id),
        """
        \(form.hidden("place", String(tie.place)))
        \(form.radios("method", say.method, methods))
        \(order)
        \(form.area("witnesses", words.witnesses, hint: say.witnessesHint, rows: 3))
        \(form.area("note", words.note, hint: say.noteHint, rows: 3))
        \(form.submit(say.saveResolution))
        """))
      """
  }
}

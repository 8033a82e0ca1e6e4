// The facilitator's pages of counts: all of a process with the form, and one with its next step.
import Domain
import Literals
import Phrases
import Services

struct CountPages {
  let screen: ScreenContext

  private var language: Language { screen.language }
  private var say: CountDeskPhrases { CountDeskPhrases[language] }
  private var rules: CountPhrases { CountPhrases[language] }

  private func crumbs(_ process: Process) -> [Crumb] {
    [
      Crumb(ShellPhrases[language].desk, SharedRoutes.desk()),
      Crumb(FacilitatorPhrases[language].processes, ParticipationRoutes.processes()),
      Crumb(process.title.shown(in: language).text, ParticipationRoutes.process(process.slug)),
    ]
  }

  func list(_ found: ReadCounts.ProcessCounts, _ form: FormView) -> Page {
    let words = FacilitatorPhrases[language]
    let rows = found.counts.map { reading -> HTML in
      let link = CountRoutes.one(reading.count.id)[language]
      return """
        <tr><th scope="row"><a href="\(link)">\(reading.place(language))</a></th>\
        <td>\(rules.rule(reading.count.parameters.rule))</td>\
        <td>\(status(reading.count.status))</td>\
        <td>\(reading.orderedAt.formatted(language))</td></tr>
        """
    }
    let columns = [words.constituency, say.rule, say.statusHeading, say.orderedAt]
    let mayOrder = screen.actor.may(.importVotes, on: found.process.place)
    return Page(
      say.counts, at: CountRoutes.all(found.process.slug),
      body: """
        \(rows.isEmpty
          ? empty(say.noCounts)
          : table(say.counts, columns, rows))
        \(if: mayOrder, order(found, form))
        """
    ).with {
      $0.lead = "\(say.countsHint)"
      $0.layout = .desk
      $0.crumbs = crumbs(found.process)
      $0.problems = form.problems
    }
  }

  private func order(_ found: ReadCounts.ProcessCounts, _ form: FormView) -> HTML {
    guard !found.countable.isEmpty else {
      return "<h2>\(say.order)</h2><p>\(say.nothingToCount)</p>"
    }
    let ballots = found.countable.map {
      Choice(
        $0.ranking.id.description,
        "\($0.constituencyName(language)): \($0.file.name)")
    }
    let names = CountRule.allCases.map {
      Choice($0.rawValue, "\(rules.rule($0))", note: "\(rules.ruleInWords($0))")
    }
    let ties = TieOrder.allCases.map { Choice($0.rawValue, "\(say.tiesName($0))") }
    return """
      <h2>\(say.order)</h2><p>\(say.orderHint)</p>
      \(form.post(
        to: CountRoutes.all(found.process.slug), files: true,
        """
        \(form.select("ranking", say.ballotsOf, ballots))
        \(form.radios("rule", say.rule, names))
        \(form.select("ties", say.ties, ties))
        \(options(form))
        \(form.submit(say.orderNow))
        """))
      """
  }

  /// What only some rules read.
  private func options(_ form: FormView) -> HTML {
    let groups =
      [Choice("", "\(say.noGroup)")]
      + Profile.GroupColumn.allCases.map { Choice($0.rawValue, "\(say.groupName($0))") }
    return """
      \(pair(
        form.text("minimum", say.minimum, hint: say.minimumHint, .number),
        form.text("places", say.places, hint: say.placesHint, .number)))
      \(form.text("last", say.last, hint: say.lastHint, .number))
      \(pair(
        form.select("group", say.group, groups), form.text("group-max", say.groupMax, .number)))
      \(form.area("exclusive", say.exclusive, hint: say.exclusiveHint, rows: 3))
      \(form.box("comparison", "\(say.comparison)"))
      \(pair(
        form.text("weigh", say.weigh, hint: say.weighHint, .short),
        form.amount("cap", say.cap, hint: say.capHint)))
      \(form.file("purchases", say.purchases, hint: say.purchasesHint, accept: ".csv"))
      """
  }

  func one(_ reading: VoteCountReading, _ form: FormView) -> Page {
    let count = reading.count
    let words = RankingPhrases[language]
    var lines = [
      Answer(say.statusHeading, html: status(count.status)),
      Answer(say.rule, rules.rule(count.parameters.rule)),
      Answer(say.ties, say.tiesName(count.parameters.ties)),
      Answer(words.file, html: "<span\(langOfFiles(language))>\(reading.fileName)</span>"),
      Answer(say.orderedAt, reading.orderedAt.formatted(language)),
      Answer(
        CountResultPhrases[language].lotCommitted,
        html: "<code>\(reading.lotCommitment)</code>"),
    ]
    if let result = reading.result {
      lines.append(
        Answer(
          CountResultPhrases[language].digest,
          html: "<code>\(result.digest.description)</code>"))
    }
    let document = reading.result.flatMap { CountDocument($0.text) }
    return Page(
      "\(say.counts): \(reading.placeName(language))", at: CountRoutes.one(count.id),
      body: """
        \(answers(lines))
        \(reading.problem.map {
          callout(tone: .danger, "<p>\(rules.refusal($0).sentence)</p>")
        })
        \(nextStep(reading, form))
        \(document.map { CountParts(language: language).outcome($0) })
        """
    ).with {
      $0.layout = .desk
      $0.crumbs =
        crumbs(reading.process) + [Crumb(say.counts, CountRoutes.all(reading.process.slug))]
      $0.problems = form.problems
    }
  }

  private func nextStep(_ reading: VoteCountReading, _ form: FormView) -> HTML {
    let id = reading.count.id
    let place = reading.process.place
    switch reading.count.status {
    case .ordered, .counting:
      let stop =
        screen.actor.may(.importVotes, on: place)
        ? form.post(to: CountRoutes.stop(id), form.submit(say.stop, .danger)) : .empty
      return """
        <p role="status">\(say.underWay(reading.progress.outcomes, reading.progress.raisedBy))</p>
        <p>\(linkButton(say.lookAgain, CountRoutes.one(id)[language], .quiet))</p>\(stop)
        """
    case .tieOpen:
      guard screen.actor.may(.resolveTie, on: place) else { return .empty }
      return """
        <h2>\(say.drawTitle)</h2><p>\(say.drawHint)</p>
        \(form.post(
          to: CountRoutes.draw(id),
          """
          \(form.area("words", say.drawWords, hint: say.drawWordsHint, rows: 3))
          \(form.submit(say.draw))
          """))
        """
    case .counted:
      guard screen.actor.may(.certifyRanking, on: place) else { return .empty }
      return """
        <h2>\(say.certify)</h2><p>\(say.certifyHint)</p>
        \(form.post(
          to: CountRoutes.certify(id),
          """
          \(form.text("reason", say.reason, hint: say.reasonHint))
          \(form.submit(say.certify))
          """))
        """
    case .certified, .superseded:
      let link = CountRoutes.result(reading.process.slug, id)[language]
      return "<p>\(linkButton(CountResultPhrases[language].seeResult, link))</p>"
    case .stopped, .failed: return .empty
    }
  }

  private func status(_ status: CountStatus) -> HTML {
    let tone: Tone =
      switch status {
      case .ordered, .counting: .info
      case .tieOpen: .warn
      case .counted, .certified: .good
      case .superseded, .stopped: .plain
      case .failed: .bad
      }
    return tag(say.status(status), tone)
  }
}

extension VoteCountReading {
  /// The digest of the lot's secret, shown from the beginning.
  var lotCommitment: String { Digest(of: count.lot.secret).description }
  /// What people call its constituency.
  func placeName(_ language: Language) -> String {
    let name = constituency.name.shown(in: language).text
    return name.isEmpty ? RankingPhrases[language].everyone : name
  }
  /// The same in HTML, marked where it is not in the page's language.
  func place(_ language: Language) -> HTML {
    let shown = constituency.name.shown(in: language)
    return "<span\(lang(shown, language))>\(placeName(language))</span>"
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String { "\(prefix(1).uppercased())\(dropFirst())." }
}

// What everyone may see: certified rankings, their certificates, and the text to count again from.
import Domain
import Literals
import Phrases
import Services

extension ParticipationScreens {
  func showPublished(_ screen: ScreenContext, _ slug: Slug) async throws -> Reply {
    guard let found = try await read.published(of: slug) else { return .notFound }
    let certified = try await counts.read.published(of: found.process.id)
    return .page(publishedPage(found, certified, screen.language))
  }

  func showCertificate(
    _ screen: ScreenContext, _ slug: Slug, _ id: Ranking.ID
  ) async throws -> Reply {
    guard let reading = try await read.certificate(id), let certificate = reading.certificate,
      reading.process.slug == slug
    else { return .notFound }
    return .page(certificatePage(reading, certificate, screen.language))
  }

  func certifiedText(_ screen: ScreenContext, _ id: Ranking.ID) async throws -> Reply {
    guard let certificate = try await read.certificate(id)?.certificate else { return .notFound }
    return .file(
      Array(certificate.text.utf8), type: "text/plain; charset=utf-8", name: "\(id).txt")
  }

  private func publishedPage(
    _ found: ReadRankings.ProcessRankings, _ certified: [VoteCountReading],
    _ language: Language
  ) -> Page {
    let say = RankingPhrases[language]
    let process = found.process
    let inForce = found.rankings.filter { $0.ranking.status == .certified }
    let replaced = found.rankings.filter { $0.ranking.status == .superseded }
    let older = replaced.map { reading -> HTML in
      let link = ParticipationRoutes.certificate(process.slug, reading.ranking.id)[language]
      let when = reading.certificate?.certifiedAt.formatted(language) ?? ""
      return "<li><a href=\"\(link)\">\(reading.constituency(language)), \(when)</a></li>"
    }
    let title = process.title.shown(in: language).text
    return Page(
      say.rankingOf(title), at: ParticipationRoutes.ranking(process.slug),
      body: """
        \(if: inForce.isEmpty && certified.isEmpty, empty(say.notCertifiedYet))
        \(certified.map { count($0, language) })
        \(inForce.map { section($0, language) })
        \(if: !older.isEmpty, "<h2>\(say.status(.superseded))</h2><ul>\(older)</ul>")
        """
    ).with {
      $0.lead = "\(process.summary.shown(in: language).text)"
      $0.summary = process.summary.shown(in: language).text
      $0.layout = .wide
    }
  }

  private func count(_ reading: VoteCountReading, _ language: Language) -> HTML {
    let words = CountResultPhrases[language]
    let link = CountRoutes.result(reading.process.slug, reading.count.id)[language]
    return """
      <section><h2>\(reading.place(language))</h2>
      <p>\(CountPhrases[language].ruleInWords(reading.count.parameters.rule))</p>
      <p>\(linkButton(words.seeResult, link))</p></section>
      """
  }

  private func section(_ reading: RankingReading, _ language: Language) -> HTML {
    let say = RankingPhrases[language]
    let ranking = reading.ranking
    let parts = RankingParts(language: language, measure: ranking.rule.measure)
    let name = reading.constituencyName(language)
    let link = ParticipationRoutes.certificate(reading.process.slug, ranking.id)[language]
    return """
      <section><h2>\(reading.constituency(language))</h2>
      <p>\(say.ruleInWords(ranking.rule.measure, ranking.rule.winners))\
      \(ranking.result.voters.map { " \(say.voters($0))." })</p>
      \(parts.ranking(ranking.table, caption: name))
      \(parts.ties(ranking.table))\(parts.leftOut(ranking.table))
      <p>\(linkButton(say.seeCertificate, link, .quiet))</p></section>
      """
  }

  private func certificatePage(
    _ reading: RankingReading, _ certificate: RankingReading.Certificate, _ language: Language
  ) -> Page {
    let say = RankingPhrases[language]
    let ranking = reading.ranking
    let parts = RankingParts(language: language, measure: ranking.rule.measure)
    let name = reading.constituencyName(language)
    let process = reading.process
    let steps = say.recountSteps.map { "<li>\($0)</li>" as HTML }
    let text = ParticipationRoutes.certifiedText(ranking.id)[language]
    return Page(
      "\(say.certificate): \(name)",
      at: ParticipationRoutes.certificate(process.slug, ranking.id),
      body: """
        \(if: ranking.status == .superseded, callout(tone: .danger, "<p>\(say.supersededNote)</p>"))
        \(answers([
          Answer(say.process, process.title.shown(in: language).text),
          Answer(say.rule, say.ruleInWords(ranking.rule.measure, ranking.rule.winners)),
          Answer(say.certifiedAt, certificate.certifiedAt.formatted(language)),
          Answer(say.digest, html: "<code>\(certificate.digest.description)</code>"),
          Answer(say.fileDigest, html: "<code>\(ranking.source.digest.description)</code>"),
        ]))
        \(parts.ranking(ranking.table, caption: name))
        \(parts.ties(ranking.table))\(parts.leftOut(ranking.table))
        <h2>\(say.howToRecount)</h2><ol>\(steps)</ol>
        <h2>\(say.certifiedText)</h2>
        <pre class="scroll" tabindex="0"\(langOfFiles(language))>\(certificate.text)</pre>
        <p class="actions">\(linkButton(say.download, text, .quiet))</p>
        """
    ).with {
      $0.layout = .wide
      $0.crumbs = [
        Crumb(
          say.rankingOf(process.title.shown(in: language).text),
          ParticipationRoutes.ranking(process.slug))
      ]
    }
  }
}

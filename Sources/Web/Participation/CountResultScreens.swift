// What everyone may see of a certified count: the result, and the files to count again from.
import Domain
import Literals
import Phrases
import Services

extension CountScreens {
  func showResult(
    _ screen: ScreenContext, _ slug: Slug, _ id: VoteCount.ID
  ) async throws -> Reply {
    guard let reading = try await counts.read.certified(id), let result = reading.result,
      reading.process.slug == slug, let document = CountDocument(result.text),
      let files = try await counts.read.files(of: id)
    else { return .notFound }
    let page = CountResultPage(
      language: screen.language, reading: reading, document: document, result: result,
      traits: files.traits)
    return .page(page.page)
  }

  func text(_ screen: ScreenContext, _ id: VoteCount.ID) async throws -> Reply {
    guard let result = try await counts.read.certified(id)?.result else { return .notFound }
    return .file(Array(result.text.utf8), type: "text/plain; charset=utf-8", name: "\(id).txt")
  }

  func ballots(_ screen: ScreenContext, _ id: VoteCount.ID) async throws -> Reply {
    guard let files = try await counts.read.files(of: id) else { return .notFound }
    return .file(files.ballots, type: "text/plain; charset=utf-8", name: "\(id).pb")
  }

  func purchases(_ screen: ScreenContext, _ id: VoteCount.ID) async throws -> Reply {
    guard let bytes = try await counts.read.files(of: id)?.purchases else { return .notFound }
    return .file(bytes, type: "text/csv; charset=utf-8", name: "\(id).csv")
  }
}

/// The public page of one count.
private struct CountResultPage {
  let language: Language
  let reading: VoteCountReading
  let document: CountDocument
  let result: VoteCountReading.Result
  let traits: Set<VoterTrait>

  private var say: CountResultPhrases { CountResultPhrases[language] }

  var page: Page {
    let process = reading.process
    let rules = CountPhrases[language]
    let rule = document.rule
    return Page(
      say.resultOf(reading.placeName(language)),
      at: CountRoutes.result(process.slug, reading.count.id),
      body: """
        \(if: reading.count.status == .superseded,
          callout(tone: .danger, "<p>\(say.supersededNote)</p>"))
        <p><strong>\(rules.rule(rule)).</strong> \(rules.ruleInWords(rule))</p>
        \(CountParts(language: language).outcome(document))
        \(lot)
        \(again)
        """
    ).with {
      $0.lead = "\(process.title.shown(in: language).text)"
      $0.layout = .wide
      $0.crumbs = [
        Crumb(
          RankingPhrases[language].rankingOf(process.title.shown(in: language).text),
          ParticipationRoutes.ranking(process.slug))
      ]
    }
  }

  private var lot: HTML {
    guard let words = reading.count.lot.words else { return .empty }
    return """
      <p>\(say.lotDrawn(words))</p>
      <p class="small">\(say.lotCommitted): <code>\(reading.lotCommitment)</code></p>
      """
  }

  private var again: HTML {
    let id = reading.count.id
    let steps = say.countAgainSteps.map { "<li>\($0)</li>" as HTML }
    var command = "raccolto recount \(id).pb"
    if result.hasPurchases { command += " --purchases \(id).csv" }
    let arguments = reading.count.parameters.arguments(lot: reading.count.lot.seed)
    command += " " + arguments.map(\.quotedForShell).joined(separator: " ")
    command += " --certificate | sha256sum"
    let csv = CountRoutes.purchases(id)[language]
    return """
      <h2>\(say.countAgain)</h2><ol>\(steps)</ol>
      <pre class="scroll" tabindex="0">\(command)</pre>
      \(answers([
        Answer(say.digest, html: "<code>\(result.digest.description)</code>"),
        Answer(RankingPhrases[language].certifiedAt,
          result.certifiedAt?.formatted(language) ?? ""),
      ]))
      <p class="actions">\(linkButton(say.ballots, CountRoutes.ballots(id)[language], .quiet)) \
      \(if: result.hasPurchases, linkButton(say.purchases, csv, .quiet)) \
      \(linkButton(say.certifiedText, CountRoutes.text(id)[language], .quiet))</p>
      <p class="small">\(say.traitsBeside(VoterTrait.allCases.filter(traits.contains)))</p>
      """
  }
}

extension String {
  /// As one word of a POSIX shell.
  fileprivate var quotedForShell: String {
    let isPlain = utf8.allSatisfy {
      ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122)
        || [45, 46, 47, 58, 61, 95, 44].contains($0)
    }
    return isPlain && !isEmpty ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}

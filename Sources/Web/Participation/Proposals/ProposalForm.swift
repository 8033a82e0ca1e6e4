// What a proposal asks: its words, what it costs, whose it is.
import Domain
import Literals
import Phrases
import Services

/// The questions about a proposal.
struct ProposalFields {
  let form: FormView
  let language: Language

  private var say: ProposalPhrases { ProposalPhrases[language] }

  var words: HTML {
    """
    \(form.text("title", say.title))
    \(form.area("text", say.text, hint: say.textHint))
    \(form.amount("cost", say.costField, hint: say.optional))
    """
  }
  /// Nothing where all vote together.
  func constituency(_ around: ProcessReading) -> HTML {
    guard around.constituencies.count > 1 else { return .empty }
    let choices = around.constituencies.map {
      Choice($0.id.description, "\($0.label(language))")
    }
    return form.select("constituency", say.constituency, choices)
  }
}

/// A proposal, as it was sent.
struct ProposalForm {
  let request: Propose.Request?
  let assembly: Assembly.ID?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ process: Slug, _ language: Language) {
    var reader = FormReader(body, language)
    let words = Self.words(&reader, body, language)
    assembly = Assembly.ID(body.text("assembly"))
    problems = reader.problems
    guard problems.isEmpty, let key = body.token else {
      request = nil
      return
    }
    var request = Propose.Request(process: process, words: words, key: key)
    request.constituency = Constituency.ID(body.text("constituency"))
    request.code = String(body.text("code").prefix(ExternalID.sizeBytesMax))
    self.request = request
  }

  static func words(
    _ reader: inout FormReader, _ body: FormBody, _ language: Language
  ) -> ProposalWords {
    let say = ProposalPhrases[language]
    let title = reader.text("title", say.title, max: ProposalWords.titleMax)
    let text = reader.text("text", say.text, max: ProposalWords.textMax)
    let cost = body.text("cost").isEmpty ? nil : reader.amount("cost")
    return ProposalWords(title: title, text: text, cost: cost)
  }
}

/// How proposals become others, as the form says.
struct RecastForm {
  let request: RecastProposals.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = ProposalPhrases[language]
    var reader = FormReader(body, language)
    let descent = reader.choice("descent", say.what, of: ProposalDescent.self)
    let typed = reader.text("sources", say.sources)
    let sources = typed.split { !$0.isNumber }.compactMap { Int($0) }
    var words = [ProposalForm.words(&reader, body, language)]
    if descent == .split {
      let title = reader.text("title-2", say.second, max: ProposalWords.titleMax)
      let text = reader.text("text-2", say.text, max: ProposalWords.textMax)
      words.append(ProposalWords(title: title, text: text, cost: nil))
    }
    let reason = reader.text("reason", say.reason, max: 1000)
    problems = reader.problems
    request =
      if problems.isEmpty, let descent {
        RecastProposals.Request(descent, sources: sources, words: words, reason: reason)
      } else {
        nil
      }
  }
}

// A problem in its two forms: a page of the site, and problem+json (RFC 9457).
import Foundation
import Literals
import Phrases

/// The page of a problem.
struct ProblemPage {
  private let problem: Problem
  private let screen: ScreenContext

  init(_ problem: Problem, _ screen: ScreenContext) {
    self.problem = problem
    self.screen = screen
  }

  var page: Page {
    let say = ProblemPhrases[screen.language]
    let words = problem.words(screen.language)
    let home = HomeRoutes.home()
    return Page(
      words.title, at: home,
      body: """
        <p>\(words.detail)</p>
        \(problem.retryAfterSeconds.map { "<p>\(say.tryAgainIn($0))</p>" as HTML })
        \(if: problem.status >= 500,
          "<p class=\"small\">\(say.incidentCode): <code>\(screen.requestID)</code></p>")
        <p class="actions"><a class="button quiet" href="\(home[screen.language])">\
        \(say.backHome)</a></p>
        """)
  }
}

/// The JSON of a problem.
struct ProblemDocument: Encodable {
  let type: String
  let title: String
  let status: Int
  let detail: String
  let code: String
  let instance: String
  let errors: [FieldError]?

  struct FieldError: Encodable {
    let pointer: String
    let code: String
    let detail: String
  }

  init(_ problem: Problem, _ screen: ScreenContext) {
    let words = problem.words(screen.language)
    type = "\(screen.settings.publicURL)/problems/\(problem.code)"
    title = words.title
    status = problem.status
    detail = words.detail
    code = problem.code
    instance = screen.requestID
    let fields = problem.fields.map {
      FieldError(pointer: "#/\($0.field)", code: $0.code, detail: $0.message)
    }
    errors = fields.isEmpty ? nil : fields
  }

  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map(Array.init) ?? Array("{}".utf8)
  }
}

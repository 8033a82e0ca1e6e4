// The list of statements with the form that takes a new one, and one statement with its lines.
import Domain
import Literals
import Phrases
import Services

struct StatementScreens: ScreenGroup {
  let services: ReconciliationServices

  func add(to screens: Screens) {
    screens.get(ReconciliationRoutes.statements, audience: .signedIn, use: list)
    screens.post(
      ReconciliationRoutes.statements, limit: .upload, audience: .signedIn, use: take)
    screens.get(ReconciliationRoutes.queue, audience: .signedIn, use: queue)
    screens.get(ReconciliationRoutes.statement, audience: .signedIn, use: show)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    if let line = screen.query("riga").flatMap({ StatementLine.ID($0) }) {
      return .seeOther(ReconciliationRoutes.line(line))
    }
    guard let found = try await services.readStatements.list(for: screen.actor) else {
      return .notFound
    }
    return .page(StatementPages(screen: screen).list(found, screen.form(Self.fresh)))
  }
  private static let fresh = FormBody(["mode": "preview"])

  private func take(_ screen: ScreenContext, _ body: FormBody) async throws -> Reply {
    let form = StatementForm(body, screen.language)
    guard let request = form.request else { return try await again(screen, body, form.problems) }
    let say = StatementPhrases[screen.language]
    switch try await services.importStatement(
      request, by: screen.actor, requestID: screen.requestID)
    {
    case .imported(let report) where report.isDryRun:
      return .page(StatementPages(screen: screen).preview(report, screen.form(Self.ready)))
    case .imported(let report):
      let told = say.imported(
        report.new, report.matched, report.waiting.values.reduce(0, +))
      guard let first = report.statements.first else { return .notFound }
      return .seeOther(ReconciliationRoutes.statement(first), flash: .done(told))
    case .repeated(let ids):
      guard let first = ids.first else { return .notFound }
      return .seeOther(ReconciliationRoutes.statement(first), flash: .note(say.repeated))
    case .refused(let refusal):
      return try await again(
        screen, body, [.init("file", "refused", refusal.sentence(screen.language))])
    case .otherAccount(let found):
      return try await again(
        screen, body, [.init("file", "other-account", say.otherAccount(found.grouped))])
    case .otherCurrency(let found):
      return try await again(
        screen, body, [.init("file", "other-currency", say.otherCurrency(found.code))])
    case .noAccount:
      return try await again(screen, body, [.init("file", "no-account", say.noAccount)])
    case .notAllowed: return .problem(.notAllowed)
    }
  }
  private static let ready = FormBody(["mode": "import"])

  private func again(
    _ screen: ScreenContext, _ body: FormBody, _ problems: [FieldProblem]
  ) async throws -> Reply {
    guard let found = try await services.readStatements.list(for: screen.actor) else {
      return .problem(.notAllowed)
    }
    return .unprocessable(
      StatementPages(screen: screen).list(found, screen.form(again: body, problems)))
  }

  private func queue(_ screen: ScreenContext) async throws -> Reply {
    guard let found = try await services.readStatements.queue(for: screen.actor) else {
      return .notFound
    }
    return .page(StatementPages(screen: screen).queue(found))
  }

  private func show(_ screen: ScreenContext, _ id: Statement.ID) async throws -> Reply {
    guard let found = try await services.readStatements.statement(id, for: screen.actor) else {
      return .notFound
    }
    return .page(StatementPages(screen: screen).one(found))
  }
}

/// A file to read.
struct StatementForm {
  enum Mode: String { case preview, `import` }
  let request: ImportStatement.Request?
  let problems: [FieldProblem]

  init(_ body: FormBody, _ language: Language) {
    let say = StatementPhrases[language]
    var reader = FormReader(body, language)
    let file = reader.file("file", say.file)
    let mode = reader.choice("mode", say.mode, of: Mode.self)
    problems = reader.problems
    request =
      if problems.isEmpty, let file, let mode {
        ImportStatement.Request(name: file.name, bytes: file.bytes, isDryRun: mode == .preview)
      } else {
        nil
      }
  }
}

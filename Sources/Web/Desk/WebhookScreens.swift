// The inbox of provider events: by state, one event with its body, and letting it be tried again.
import Domain
import Literals
import Phrases
import Services

struct WebhookScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.webhooks, audience: .signedIn, use: list)
    screens.get(DeskRoutes.webhook, audience: .signedIn, use: show)
    screens.post(DeskRoutes.replay, audience: .signedIn, use: replay)
    screens.get(DeskRoutes.replayAll, audience: .signedIn, use: confirmAll)
    screens.post(DeskRoutes.replayAll, audience: .signedIn, use: replayAll)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let status = screen.query("stato").flatMap(WebhookStatus.init)
    let filter = WebhookFilter(status: status, after: screen.after)
    guard let events = try await desk.webhooks(filter, by: screen.actor) else { return .notFound }
    let dead = try await desk.deadWebhooks((), by: screen.actor) ?? []
    let form = screen.form(FormBody(["stato": status?.rawValue ?? ""]))
    let choices = WebhookStatus.allCases.map { Choice($0.rawValue, "\($0.word(screen.language))") }
    var route = DeskRoutes.webhooks()
    if let status { route = route.with("stato", status.rawValue) }
    let list =
      events.items.isEmpty
      ? "<p class=\"empty\">\(screen.desk.nothing)</p>" : webhookTable(events.items, screen)
    return .page(
      screen.deskPage(
        screen.desk.webhooks, at: DeskRoutes.webhooks(),
        """
        \(deadByType(dead, screen))
        \(screen.filterForm(
          DeskRoutes.webhooks(),
          form.select("stato", screen.desk.status, [Choice("", "\(screen.desk.all)")] + choices)))
        \(list)
        \(screen.deskPages(events.next, of: route))
        """))
  }

  private func deadByType(_ dead: [DeadWebhooks], _ screen: ScreenContext) -> HTML {
    guard !dead.isEmpty else { return .empty }
    let mayReplay = screen.mayAtDesk(.replayWebhook)
    let items = dead.map { group -> HTML in
      let route = DeskRoutes.replayAll().with("tipo", group.type)
      return """
        <li><b>\(group.count)</b> <code>\(group.type)</code> \
        \(if: mayReplay, screen.link(screen.machine.replayAll, route))</li>
        """
    }
    return """
      <section class="callout danger"><h2>\(screen.machine.deadHeading)</h2>\
      <ul>\(items)</ul></section>
      """
  }

  private func show(_ screen: ScreenContext, _ id: WebhookEvent.ID) async throws -> Reply {
    guard let file = try await desk.webhook(id, by: screen.actor) else { return .notFound }
    let say = screen.machine
    let line = file.line
    let entries =
      file.entries.isEmpty ? .empty : screen.entryTable(screen.money.entries, file.entries)
    return .page(
      screen.deskPage(
        say.event(line.type), at: DeskRoutes.webhook(id),
        under: Crumb(screen.desk.webhooks, DeskRoutes.webhooks()),
        """
        \(facts([
          (
            screen.desk.status,
            tagged(line.status.word(screen.language), bad: line.status == .dead)
          ),
          (
            say.reason,
            line.reason.isEmpty ? nil : screen.linked(line.reasonWords(screen.language))
          ),
          (
            screen.desk.provider,
            "\(line.provider.word(screen.language)) \(machineID(line.eventID))"
          ),
          (say.object, line.objectID.isEmpty ? nil : "<code>\(line.objectID)</code>"),
          (say.payment, file.payment.map { screen.linked(id: $0.id.description) }),
          (say.attempts, "\(line.attempts)"),
          (say.received, screen.time(line.receivedAt)),
          (say.settled, line.settledAt.map(screen.time)),
          (say.signature, "\(say.signatureNote)"),
        ]))
        \(replayForm(line, screen))
        \(entries)
        \(file.tasks.isEmpty ? .empty : taskTable(file.tasks, screen))
        <h2>\(say.body)</h2>
        \(body(file.body, screen))
        """))
  }

  private func replayForm(_ line: WebhookLine, _ screen: ScreenContext) -> HTML {
    guard screen.mayAtDesk(.replayWebhook) else { return .empty }
    let form = screen.form()
    return form.post(
      to: DeskRoutes.replay(line.id),
      form.submit(screen.machine.replay, line.status == .dead ? .primary : .quiet))
  }

  private func body(_ bytes: [UInt8], _ screen: ScreenContext) -> HTML {
    let text = BodyText(bytes)
    return """
      <p class="small muted">\(screen.machine.bodyShown(bytes.count)) \
      \(if: text.isCut, "\(screen.machine.bodyCut)")</p>
      <pre class="body" tabindex="0"><code>\(text.shown)</code></pre>
      """
  }

  private func replay(_ screen: ScreenContext, _ form: FormBody, _ id: WebhookEvent.ID)
    async throws -> Reply
  {
    switch try await desk.replayWebhook(id, by: screen.deskActor) {
    case .replayed:
      .seeOther(DeskRoutes.webhook(id), flash: .done(screen.machine.replayed))
    case .waitsAlready:
      .seeOther(DeskRoutes.webhook(id), flash: .note(screen.machine.waitsAlready))
    case .notFound: .notFound
    }
  }

  private func confirmAll(_ screen: ScreenContext) async throws -> Reply {
    guard screen.mayAtDesk(.replayWebhook), let type = screen.query("tipo"),
      let group = try await desk.deadWebhooks((), by: screen.actor)?.first(where: {
        $0.type == type
      })
    else { return .notFound }
    let say = screen.machine
    let form = screen.form()
    return .page(
      screen.deskPage(
        say.replayAllTitle(type), at: DeskRoutes.replayAll().with("tipo", type),
        under: Crumb(screen.desk.webhooks, DeskRoutes.webhooks()),
        """
        <p>\(say.replayAllLead(group.count, ReplayDeadWebhooks.limit))</p>
        \(form.post(
          to: DeskRoutes.replayAll(),
          "\(form.hidden("tipo", type))\(form.submit(say.replayAllNow))"))
        """))
  }

  private func replayAll(_ screen: ScreenContext, _ form: FormBody) async throws -> Reply {
    let count = try await desk.replayDeadWebhooks(
      ofType: form.text("tipo"), by: screen.deskActor)
    guard let count else { return .notFound }
    return .seeOther(DeskRoutes.webhooks(), flash: .done(screen.machine.replayedMany(count)))
  }
}

/// Events, one a row.
func webhookTable(_ events: [WebhookLine], _ screen: ScreenContext) -> HTML {
  let say = screen.machine
  let rows = events.map { event -> HTML in
    """
    <tr><td>\(screen.time(event.receivedAt))</td>\
    <th scope="row"><a href="\(DeskRoutes.webhook(event.id)[screen.language])">\(event.type)</a>\
    </th><td>\(event.provider.word(screen.language))</td>\
    <td>\(machineID(event.objectID))</td>\
    <td>\(tagged(event.status.word(screen.language), bad: event.status == .dead))</td>\
    <td class="right">\(event.attempts)</td><td>\(event.reasonWords(screen.language))</td></tr>
    """
  }
  return deskTable(
    screen.desk.webhooks,
    [
      say.received, say.type, screen.desk.provider, say.object, screen.desk.status,
      "+\(say.attempts)", say.reason,
    ], rows)
}

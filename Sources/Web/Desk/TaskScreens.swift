// The queue: how each line does, tasks by state, one task and what may be decided about it.
import Domain
import Literals
import Phrases
import Services

struct TaskScreens: ScreenGroup {
  let desk: DeskServices

  func add(to screens: Screens) {
    screens.get(DeskRoutes.tasks, audience: .signedIn, use: list)
    screens.get(DeskRoutes.task, audience: .signedIn, use: show)
    screens.post(DeskRoutes.steer, audience: .signedIn, use: steer)
    screens.post(DeskRoutes.pause, audience: .signedIn, use: pause)
  }

  private func list(_ screen: ScreenContext) async throws -> Reply {
    let filter = TaskFilter(
      status: screen.query("stato").flatMap(StoredTask.Status.init) ?? .discarded,
      queue: screen.query("coda").flatMap { $0.isEmpty ? nil : $0 }, after: screen.after)
    guard let tasks = try await desk.tasks(filter, by: screen.actor),
      let queues = try await desk.queues(screen.now, by: screen.actor),
      let paused = try await desk.pausedQueues((), by: screen.actor),
      let timetable = try await desk.timetable(screen.now, by: screen.actor)
    else { return .notFound }
    var route = DeskRoutes.tasks().with("stato", filter.status.rawValue)
    if let queue = filter.queue { route = route.with("coda", queue) }
    let table =
      tasks.items.isEmpty
      ? "<p class=\"empty\">\(screen.desk.nothing)</p>" : taskTable(tasks.items, screen)
    return .page(
      screen.deskPage(
        screen.desk.tasks, at: DeskRoutes.tasks(),
        """
        <h2>\(screen.desk.queues)</h2>
        \(queues.isEmpty
          ? "<p class=\"muted\">\(screen.desk.noQueues)</p>" : queueTable(queues, screen))
        \(switches(paused, screen))
        <h2>\(screen.desk.tasks)</h2>
        \(filters(filter, queues, screen))
        \(table)
        \(screen.deskPages(tasks.next, of: route))
        <h2>\(screen.machine.timetable)</h2>
        \(timetableTable(timetable, screen))
        """))
  }

  private func filters(
    _ filter: TaskFilter, _ queues: [QueueCondition], _ screen: ScreenContext
  ) -> HTML {
    let form = screen.form(
      FormBody(["stato": filter.status.rawValue, "coda": filter.queue ?? ""]))
    let states = StoredTask.Status.allCases.map {
      Choice($0.rawValue, "\($0.word(screen.language))")
    }
    let names = Set(QueuedTask.Queue.allCases.map(\.rawValue) + queues.map(\.queue)).sorted()
    return screen.filterForm(
      DeskRoutes.tasks(),
      """
      \(form.select("stato", screen.desk.status, states))
      \(form.select(
        "coda", screen.desk.queue,
        [Choice("", "\(screen.desk.all)")]
          + names.map { Choice($0, "\(queueWord($0, screen.language))") }))
      """)
  }

  /// Which queues run and which are stopped, with the switch for who may turn it.
  private func switches(_ paused: [String: Instant], _ screen: ScreenContext) -> HTML {
    let say = screen.machine
    let mayTurn = screen.mayAtDesk(.pauseQueue)
    guard mayTurn || !paused.isEmpty else { return .empty }
    let form = screen.form()
    let rows = QueuedTask.Queue.allCases.map { queue -> HTML in
      let since = paused[queue.rawValue]
      let state: HTML =
        since.map { "\(tagged(say.pausedSince, bad: true)) \(screen.time($0))" }
        ?? "\(say.queueRuns)"
      let change: PauseQueue.Change = since == nil ? .pause : .resume
      let turn = form.post(
        to: DeskRoutes.pause(queue.rawValue),
        """
        \(form.hidden("cosa", change.rawValue))\
        \(form.submit(since == nil ? say.pause : say.resume, since == nil ? .danger : .primary))
        """)
      return """
        <tr><th scope="row">\(queueWord(queue.rawValue, screen.language))</th><td>\(state)</td>\
        <td>\(if: mayTurn, turn)</td></tr>
        """
    }
    return deskTable(say.switches, [screen.desk.queue, screen.desk.status, say.switches], rows)
  }

  private func pause(_ screen: ScreenContext, _ form: FormBody, _ name: String) async throws
    -> Reply
  {
    guard let queue = QueuedTask.Queue(rawValue: name) else { return .notFound }
    guard let change = PauseQueue.Change(rawValue: form.text("cosa")) else {
      return .problem(.malformed)
    }
    let say = screen.machine
    switch try await desk.pauseQueue(queue, change, by: screen.deskActor) {
    case .changed:
      let words = change == .pause ? say.queuePaused : say.queueResumed
      return .seeOther(DeskRoutes.tasks(), flash: .done(words))
    case .alreadySo: return .seeOther(DeskRoutes.tasks(), flash: .note(say.queueAlreadySo))
    case .notAllowed: return .notFound
    }
  }

  private func timetableTable(_ lines: [TimetableLine], _ screen: ScreenContext) -> HTML {
    let say = screen.machine
    guard !lines.isEmpty else { return "<p class=\"muted\">\(say.noTimetable)</p>" }
    let rows = lines.map { line -> HTML in
      """
      <tr><th scope="row">\(named(line.kind, screen))</th>\
      <td>\(line.lastAt.map(screen.time) ?? "\(say.never)")</td>\
      <td>\(line.nextAt.map(screen.time) ?? "–")</td><td>\(line.lastError ?? "–")</td></tr>
      """
    }
    return deskTable(say.timetable, [say.kind, say.lastRun, say.nextRun, say.lastError], rows)
  }

  private func show(_ screen: ScreenContext, _ id: StoredTask.ID) async throws -> Reply {
    guard let task = try await desk.task(id, by: screen.actor) else { return .notFound }
    return .page(page(task, screen, screen.form()))
  }

  private func page(_ task: StoredTask, _ screen: ScreenContext, _ form: FormView) -> Page {
    let say = screen.machine
    let history = task.history
    let status = tagged(task.status.word(screen.language), bad: task.status == .discarded)
    return screen.deskPage(
      say.task(taskWord(task.work.kind, screen.language)), at: DeskRoutes.task(task.id),
      under: Crumb(screen.desk.tasks, DeskRoutes.tasks()),
      """
      \(facts([
        (screen.desk.status, status),
        (say.subject, "\(subject(of: task, screen))"),
        (say.kind, machineID(task.work.kind)),
        (screen.desk.queue, "\(queueWord(task.work.queue, screen.language))"),
        (say.attempts, "\(task.attempts.made) / \(task.attempts.max)"),
        (say.created, screen.time(history.createdAt)),
        (say.runsAt, task.status == .ready ? screen.time(task.runAt) : nil),
        (say.finished, history.finishedAt.map(screen.time)),
        (say.lastError, history.lastError.map { "<code>\($0)</code>" }),
        (say.note, history.note.flatMap { $0.isEmpty ? nil : "\($0)" }),
      ]))
      \(decisions(task, screen, form))
      """
    ).with { $0.problems = form.problems }
  }

  /// What may be decided now, drawn only for who may decide.
  private func decisions(_ task: StoredTask, _ screen: ScreenContext, _ form: FormView) -> HTML {
    guard screen.mayAtDesk(.retryJob) else { return .empty }
    let say = screen.machine
    func button(_ change: SteerTask.Change, _ label: String) -> HTML {
      form.post(
        to: DeskRoutes.steer(task.id),
        "\(form.hidden("cosa", change.rawValue))\(form.submit(label))")
    }
    let discard = form.post(
      to: DeskRoutes.steer(task.id),
      """
      \(form.hidden("cosa", SteerTask.Change.discard.rawValue))
      \(form.area("nota", say.discardNote, hint: say.discardNoteHint, rows: 2))
      \(form.submit(say.discard, .danger))
      """)
    switch task.status {
    case .discarded: return "\(button(.retry, say.retry))\(discard)"
    case .cancelled: return button(.retry, say.retry)
    case .ready:
      return "\(if: task.runAt > screen.now, button(.runNow, say.runNow))\(discard)"
    case .running, .done: return .empty
    }
  }

  private func steer(_ screen: ScreenContext, _ form: FormBody, _ id: StoredTask.ID)
    async throws -> Reply
  {
    guard let change = SteerTask.Change(rawValue: form.text("cosa")) else {
      return .problem(.malformed)
    }
    let say = screen.machine
    switch try await desk.steerTask(id, change, note: form.text("nota"), by: screen.deskActor) {
    case .changed: return .seeOther(DeskRoutes.task(id), flash: .done(say.changed))
    case .tooLate: return .seeOther(DeskRoutes.task(id), flash: .note(say.tooLate))
    case .noteMissing:
      guard let task = try await desk.task(id, by: screen.actor) else { return .notFound }
      let problem = FieldProblem("nota", "required", say.noteMissing)
      return .unprocessable(page(task, screen, screen.form(again: form, [problem])))
    case .notFound: return .notFound
    }
  }
}

/// What a task is about: the id it carries, as a link.
private func subject(of task: StoredTask, _ screen: ScreenContext) -> HTML {
  let arguments = task.work.arguments
  let ids = arguments.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
  guard let id = ids.map(String.init).first(where: { screen.deskRoute(ofID: $0) != nil }) else {
    return "<code>\(arguments)</code>"
  }
  return screen.linked(id: id)
}

/// The kind of a task in words, and by the name that it has in the log.
private func named(_ kind: String, _ screen: ScreenContext) -> HTML {
  "\(taskWord(kind, screen.language)) \(machineID(kind))"
}

/// Tasks, one a row.
func taskTable(_ tasks: [StoredTask], _ screen: ScreenContext) -> HTML {
  let say = screen.machine
  let rows = tasks.map { task -> HTML in
    """
    <tr><td>\(screen.time(task.history.createdAt))</td>\
    <th scope="row"><a href="\(DeskRoutes.task(task.id)[screen.language])">\
    \(taskWord(task.work.kind, screen.language))</a> \(machineID(task.work.kind))</th>\
    <td>\(queueWord(task.work.queue, screen.language))</td>\
    <td>\(tagged(task.status.word(screen.language), bad: task.status == .discarded))</td>\
    <td class="right">\(task.attempts.made) / \(task.attempts.max)</td>\
    <td>\(screen.time(task.runAt))</td><td>\(task.history.lastError ?? "")</td></tr>
    """
  }
  return deskTable(
    screen.desk.tasks,
    [
      say.created, say.kind, screen.desk.queue, screen.desk.status, "+\(say.attempts)",
      say.runsAt, say.lastError,
    ], rows)
}

// What is done at the desk is done once, leaves a record, and refuses what has changed meanwhile.
import Domain
import Services
import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `twenty replays at once make one task and one record`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let desk = DeskServices.test(database)
    let treasurer = DeskPerson(.treasurer)
    try await treasurer.insert(in: database)
    let actor = DeskActor(treasurer.actor, requestID: "r")
    let outcomes = try await withThrowingTaskGroup(of: ReplayWebhook.Outcome.self) { group in
      for _ in 0..<20 {
        group.addTask { try await desk.replayWebhook(world.dead, by: actor) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == .replayed } == 1)
    #expect(outcomes.count { $0 == .waitsAlready } == 19)
    #expect(try await database.tasks("applyWebhook", .ready) == 1)
    #expect(try await database.audits(.replayWebhook, on: "webhook_event") == 1)
    let file = try #require(try await desk.webhook(world.dead, by: treasurer.actor))
    #expect(file.line.status == .received)
    #expect(file.tasks.count == 1)
  }
}

@Test(arguments: TestEngine.all)
func `all events given up of a type are replayed together`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let desk = DeskServices.test(database)
    let treasurer = DeskPerson(.treasurer)
    try await treasurer.insert(in: database)
    let actor = DeskActor(treasurer.actor, requestID: "r")
    #expect(try await desk.deadWebhooks((), by: treasurer.actor)?.map(\.count) == [1])
    #expect(try await desk.replayDeadWebhooks(ofType: "other", by: actor) == 0)
    #expect(try await desk.replayDeadWebhooks(ofType: "payment.paid", by: actor) == 1)
    #expect(try await desk.replayDeadWebhooks(ofType: "payment.paid", by: actor) == 0)
    #expect(try await desk.webhook(world.dead, by: treasurer.actor)?.line.status == .received)
    #expect(try await database.audits(.replayWebhook, on: "webhook_event") == 1)
  }
}

@Test(arguments: TestEngine.all)
func `a task is retried, hastened or taken off the desk with a reason`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let desk = DeskServices.test(database)
    let administrator = DeskPerson(.administrator)
    try await administrator.insert(in: database)
    let actor = DeskActor(administrator.actor, requestID: "r")
    let id = world.discarded
    func steer(_ change: SteerTask.Change, _ note: String = "") async throws
      -> SteerTask.Outcome
    { try await desk.steerTask(id, change, note: note, by: actor) }
    #expect(try await steer(.discard) == .noteMissing)
    #expect(try await steer(.discard, String(repeating: "x", count: 501)) == .noteMissing)
    #expect(try await steer(.runNow) == .tooLate)
    #expect(try await steer(.retry) == .changed)
    #expect(try await steer(.retry) == .tooLate)
    #expect(try await steer(.discard, "indirizzo sbagliato") == .changed)
    #expect(try await steer(.discard, "di nuovo") == .tooLate)
    let task = try #require(try await desk.task(id, by: administrator.actor))
    #expect(task.status == .cancelled)
    #expect(task.history.note == "indirizzo sbagliato")
    #expect(try await database.audits(.retryJob, on: "task") == 2)
  }
}

@Test(arguments: TestEngine.all)
func `a message that failed is queued again once`(engine: TestEngine) async throws {
  try await engine.withDatabase { database in
    _ = try await DeskWorld.make(in: database)
    let desk = DeskServices.test(database)
    let administrator = DeskPerson(.administrator)
    try await administrator.insert(in: database)
    let actor = DeskActor(administrator.actor, requestID: "r")
    #expect(try await desk.retryMail("eml_2", by: actor) == .tooLate)
    #expect(try await desk.retryMail("eml_1", by: actor) == .queued)
    #expect(try await desk.retryMail("eml_1", by: actor) == .tooLate)
    #expect(try await database.tasks("sendMail", .ready) == 1)
    #expect(try await database.audits(.retryJob, on: "mail_message") == 1)
    let mail = try await desk.mail(MailFilter(status: .failed), by: administrator.actor)
    #expect(mail?.items.isEmpty == true)
  }
}

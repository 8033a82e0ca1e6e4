// Stopping a queue from the desk: by whom, once, and with a record of it.
import Domain
import Services
import Store
import Support
import Testing

@Test(arguments: TestEngine.all)
func `a queue is stopped and restarted once each, with a record of both`(engine: TestEngine)
  async throws
{
  try await engine.withDatabase { database in
    let desk = DeskServices.test(database)
    let administrator = DeskPerson(.administrator)
    try await administrator.insert(in: database)
    let actor = DeskActor(administrator.actor, requestID: "r")
    #expect(try await desk.pauseQueue(.mail, .resume, by: actor) == .alreadySo)
    #expect(try await desk.pauseQueue(.mail, .pause, by: actor) == .changed)
    #expect(try await desk.pauseQueue(.mail, .pause, by: actor) == .alreadySo)
    #expect(try await desk.pausedQueues((), by: actor.actor) == ["mail": DeskWorld.now])
    #expect(try await desk.pauseQueue(.mail, .resume, by: actor) == .changed)
    #expect(try await desk.pausedQueues((), by: actor.actor) == [:])
    #expect(try await database.audits(.pauseQueue, on: "queue") == 2)
  }
}

@Test(arguments: Role.allCases)
func `only who administers stops a queue`(role: Role) async throws {
  try await TestEngine.sqlite.withDatabase { database in
    let desk = DeskServices.test(database)
    let person = DeskPerson(role)
    try await person.insert(in: database)
    let outcome = try await desk.pauseQueue(
      .money, .pause, by: DeskActor(person.actor, requestID: "r"))
    #expect(outcome == (role == .administrator ? .changed : .notAllowed))
    let audits = try await database.audits(.pauseQueue, on: "queue")
    #expect(audits == (role == .administrator ? 1 : 0))
  }
}

// Who may read and who may act at the desk; to everybody else it does not exist.
import Domain
import Services
import Store
import Support
import Testing

/// The roles that read each page, the auditor included.
private let readers: [Act: Set<Role>] = [
  .readToday: [.administrator, .treasurer, .reviewer, .facilitator, .auditor],
  .readPayments: [.administrator, .treasurer, .auditor],
  .readLedger: [.administrator, .treasurer, .auditor],
  .readWebhooks: [.administrator, .treasurer, .auditor],
  .readJobs: [.administrator, .treasurer, .auditor],
  .readMail: [.administrator, .auditor],
]

@Test(arguments: Role.allCases)
func `each role reads exactly its pages of the desk`(role: Role) async throws {
  try await TestEngine.sqlite.withDatabase { database in
    let desk = DeskServices.test(database)
    let actor = DeskPerson(role).actor
    let now = DeskWorld.now
    let answers: [(Act, Bool)] = [
      (.readToday, try await desk.today(now, by: actor) != nil),
      (.readPayments, try await desk.payments(PaymentFilter(), by: actor) != nil),
      (.readPayments, try await desk.exceptions(false, by: actor) != nil),
      (.readLedger, try await desk.trialBalance((), by: actor) != nil),
      (.readWebhooks, try await desk.webhooks(WebhookFilter(), by: actor) != nil),
      (.readWebhooks, try await desk.deadWebhooks((), by: actor) != nil),
      (.readJobs, try await desk.tasks(TaskFilter(), by: actor) != nil),
      (.readJobs, try await desk.queues(now, by: actor) != nil),
      (.readJobs, try await desk.timetable(now, by: actor) != nil),
      (.readMail, try await desk.mail(MailFilter(), by: actor) != nil),
    ]
    for (act, isAnswered) in answers {
      #expect(isAnswered == readers[act]?.contains(role), "\(role) \(act)")
    }
  }
}

@Test(arguments: Role.allCases)
func `each role does exactly its acts, and what is refused changes nothing`(role: Role)
  async throws
{
  try await TestEngine.sqlite.withDatabase { database in
    let world = try await DeskWorld.make(in: database)
    let desk = DeskServices.test(database)
    let person = DeskPerson(role)
    try await person.insert(in: database)
    let actor = DeskActor(person.actor, requestID: "r")
    let mayReplay = [.administrator, .treasurer].contains(role)
    let maySteer = [.administrator, .treasurer].contains(role)
    #expect(
      try await desk.replayWebhook(world.dead, by: actor) == (mayReplay ? .replayed : .notFound))
    #expect(
      try await desk.replayDeadWebhooks(ofType: "payment.paid", by: actor)
        == (mayReplay ? 0 : nil))
    #expect(
      try await desk.steerTask(world.discarded, .retry, note: "", by: actor)
        == (maySteer ? .changed : .notFound))
    #expect(try await desk.retryMail("eml_1", by: actor) == (maySteer ? .queued : .notAllowed))
    #expect(try await database.audits(.replayWebhook, on: "webhook_event") == (mayReplay ? 1 : 0))
    #expect(try await database.audits(.retryJob, on: "task") == (maySteer ? 1 : 0))
    #expect(try await database.audits(.retryJob, on: "mail_message") == (maySteer ? 1 : 0))
  }
}

@Test
func `a role held in one campaign only opens nothing of the house`() async throws {
  try await TestEngine.sqlite.withDatabase { database in
    let person = DeskPerson(.treasurer)
    let grant = Grant(
      id: person.grant.id, person: person.person.id, role: .treasurer,
      scope: .campaign("cmp_x"), by: nil, at: MoneyWorld.start)
    let actor = Actor.person(person.person.id, grants: [grant])
    let desk = DeskServices.test(database)
    let ledger = try await desk.trialBalance((), by: actor)
    let payments = try await desk.payments(PaymentFilter(), by: actor)
    #expect(ledger == nil)
    #expect(payments == nil)
  }
}

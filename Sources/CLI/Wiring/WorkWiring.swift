// The workers: every job with its use cases, and the queues they take from.
import Config
import Domain
import Jobs
import Logging
import Mail
import Services
import Store
import Web
import Work

extension Wiring {
  /// The runner of this process, with every job.
  static func runner(_ settings: Settings, _ database: Database, _ logger: Logger) throws -> Runner
  {
    Runner(
      database, handlers: Dispatch.handlers(try jobServices(settings, database)), pools: pools,
      timetable: Schedule.timetable,
      Runner.Surroundings(
        name: "worker-\(entropy.token(bytes: 8))", now: { clock.now },
        entropy: { entropy.bytes($0) }, logger: logger))
  }

  /// How many of each queue run at once: a slow import never delays a capture.
  private static let pools = [
    Runner.Pool(queue: QueuedTask.Queue.webhooks.rawValue, workers: 4),
    Runner.Pool(queue: QueuedTask.Queue.money.rawValue, workers: 4),
    Runner.Pool(queue: QueuedTask.Queue.mail.rawValue, workers: 4),
    Runner.Pool(queue: QueuedTask.Queue.reports.rawValue, workers: 1),
    Runner.Pool(queue: QueuedTask.Queue.imports.rawValue, workers: 1),
  ]

  private static func jobServices(_ settings: Settings, _ database: Database) throws -> JobServices
  {
    guard let from = EmailAddress(settings.mailFrom) else {
      throw Fault("RACCOLTO_MAIL_FROM is not an e-mail address")
    }
    return JobServices(
      funding: JobServices.Funding(
        turnCampaigns: TurnCampaigns(database: database, clock: clock, entropy: entropy),
        settling: (
          SettleCampaign(database: database, clock: clock, entropy: entropy),
          SettleEscrow(database: database, clock: clock, entropy: entropy)
        ),
        returnFunds: ReturnFunds(database: database, clock: clock, entropy: entropy),
        expirePledges: ExpirePledges(
          database: database, clock: clock, entropy: entropy,
          letters: PledgeMails(
            publicURL: settings.publicURL, account: try transferAccount(settings)
          ).letters),
        tellCampaign: try tellCampaign(settings, database, clock, entropy)),
      money: (
        try money(settings, database), proof(settings, database),
        try reconciliation(settings, database).bookWaitingLines
      ),
      federation: (
        try federation(settings, database).tend, BindIdentity(database: database)
      ), participation: (counts(database), phases(database).turnDue),
      sendMail: SendMail(
        database: database, clock: clock, sender: try mailSender(settings),
        from: Mailbox(from, name: "Raccolto")))
  }

  /// Who tells of campaigns, at a time that may be the demonstration's.
  static func tellCampaign(
    _ settings: Settings, _ database: Database, _ clock: WallClock, _ entropy: Entropy
  ) throws -> TellCampaign {
    let account = try transferAccount(settings)
    return TellCampaign(
      database: database, clock: clock, entropy: entropy,
      letters: (
        PledgeMails(publicURL: settings.publicURL, account: account).letters,
        .words(publicURL: settings.publicURL)
      ))
  }

  /// The mail server; in the demonstration and tests the mailbox page is enough.
  private static func mailSender(_ settings: Settings) throws -> any MailSender {
    guard let address = settings.smtp else { return MailboxPageOnly() }
    guard let server = SMTPAddress(address.revealed) else {
      throw Fault("RACCOLTO_SMTP_URL is not smtp://user:password@host:port")
    }
    return SMTPMailSender(server)
  }
}

/// Sends nothing: every mail is in the mailbox page of the demonstration already.
private struct MailboxPageOnly: MailSender {
  func send(_ message: MailMessage) async throws {}
}

// Which job handles which task. A task without a job does not compile.
package import Services
package import Work

/// The use cases behind the jobs, made by the wiring.
package struct JobServices: Sendable {
  let funding: Funding
  let sendMail: SendMail

  package init(funding: Funding, sendMail: SendMail) {
    self.funding = funding
    self.sendMail = sendMail
  }

  /// What the calendar does to campaigns and pledges.
  package struct Funding: Sendable {
    let turnCampaigns: TurnCampaigns
    let settleCampaign: SettleCampaign
    let expirePledges: ExpirePledges

    package init(
      turnCampaigns: TurnCampaigns, settleCampaign: SettleCampaign, expirePledges: ExpirePledges
    ) {
      self.turnCampaigns = turnCampaigns
      self.settleCampaign = settleCampaign
      self.expirePledges = expirePledges
    }
  }
}

/// From tasks to the jobs that do them.
package enum Dispatch {
  /// One handler for each kind of task.
  package static func handlers(_ services: JobServices) -> [Handler] {
    QueuedTask.Kind.allCases.map { Handler($0.rawValue, job(for: $0, services)) }
  }

  private static func job(for kind: QueuedTask.Kind, _ services: JobServices) -> any Job {
    switch kind {
    case .turnCampaigns:
      TurnCampaignsJob(
        turnCampaigns: services.funding.turnCampaigns,
        settleCampaign: services.funding.settleCampaign)
    case .expirePledges: ExpirePledgesJob(expirePledges: services.funding.expirePledges)
    case .sendMail: SendMailJob(sendMail: services.sendMail)
    }
  }
}

extension JobContext {
  /// The id of the task's object; nil when the task does not hold one.
  func subject<T>(_ read: (String) -> T?) -> T? {
    QueuedTask.subject(of: arguments).flatMap(read)
  }
}

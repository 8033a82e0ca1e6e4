// What runs by the clock. The times stand in each job's file; this is the list of them.
import Services
package import Work

/// The timetable of Raccolto.
package enum Schedule {
  package static let timetable = Timetable([
    entry(.foldTotals, FoldTotalsJob.self),
    entry(.expirePayments, ExpirePaymentsJob.self),
    entry(.pollPayments, PollPaymentsJob.self),
    entry(.checkMovements, CheckMovementsJob.self),
    entry(.verifyLedger, VerifyLedgerJob.self),
    entry(.sealLedger, SealLedgerJob.self),
    entry(.publishHead, PublishHeadJob.self),
    entry(.settleMatches, SettleMatchesJob.self),
    entry(.turnCampaigns, TurnCampaignsJob.self),
    entry(.turnPhases, TurnPhasesJob.self),
    entry(.expirePledges, ExpirePledgesJob.self),
    entry(.submitRefunds, SubmitRefundsJob.self),
    entry(.chargeCards, ChargeCardsJob.self),
    entry(.expireSamlRequests, ExpireSamlRequestsJob.self),
    entry(.purgeSamlExchanges, PurgeSamlExchangesJob.self),
    entry(.refreshProviders, RefreshProvidersJob.self),
    entry(.watchCertificates, WatchCertificatesJob.self),
    entry(.watchRefusals, WatchRefusalsJob.self),
  ])

  private static func entry(_ kind: QueuedTask.Kind, _ job: (some Job).Type) -> Timetable.Entry {
    Timetable.Entry(kind.rawValue, queue: QueuedTask(kind).queue.rawValue, job)
  }
}

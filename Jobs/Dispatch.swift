// Which job handles which task. A task without a job does not compile.
package import Services
package import Work

/// The use cases behind the jobs, made by the wiring.
package struct JobServices: Sendable {
  let funding: Funding
  let money: MoneyServices
  let proof: ProofServices
  let bookWaitingLines: BookWaitingLines
  let federation: TendFederation
  let bindIdentity: BindIdentity
  let sendMail: SendMail
  let counts: CountServices
  let turnPhases: TurnPhases

  package init(
    funding: Funding,
    money: (services: MoneyServices, proof: ProofServices, bankLines: BookWaitingLines),
    federation: (tend: TendFederation, bind: BindIdentity),
    participation: (counts: CountServices, turnPhases: TurnPhases), sendMail: SendMail
  ) {
    (counts, turnPhases) = participation
    self.funding = funding
    (self.money, self.proof, bookWaitingLines) = money
    (self.federation, bindIdentity) = federation
    self.sendMail = sendMail
  }

  /// What the calendar does to campaigns and pledges.
  package struct Funding: Sendable {
    let turnCampaigns: TurnCampaigns
    let settleCampaign: SettleCampaign
    let settleEscrow: SettleEscrow
    let returnFunds: ReturnFunds
    let expirePledges: ExpirePledges
    let tellCampaign: TellCampaign

    package init(
      turnCampaigns: TurnCampaigns,
      settling: (campaign: SettleCampaign, escrow: SettleEscrow), returnFunds: ReturnFunds,
      expirePledges: ExpirePledges, tellCampaign: TellCampaign
    ) {
      self.turnCampaigns = turnCampaigns
      (settleCampaign, settleEscrow) = settling
      self.returnFunds = returnFunds
      self.expirePledges = expirePledges
      self.tellCampaign = tellCampaign
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
    let money = services.money
    return switch kind {
    case .sendMail: SendMailJob(sendMail: services.sendMail)
    case .applyWebhook: ApplyWebhookJob(applyWebhook: money.applyWebhook)
    case .confirmPayment: ConfirmPaymentJob(confirmPayment: money.confirmPayment)
    case .deliverSandboxEvent: DeliverSandboxEventJob(sandbox: money.sandbox)
    case .settleSandboxPayments: SettleSandboxPaymentsJob(sandbox: money.sandbox)
    case .pollPayments: PollPaymentsJob(pollPayments: money.pollPayments)
    case .checkMovements:
      CheckMovementsJob(
        checkMovements: money.checkMovements, bookWaitingLines: services.bookWaitingLines)
    case .expirePayments: ExpirePaymentsJob(expirePayments: money.expirePayments)
    case .foldTotals: FoldTotalsJob(foldTotals: money.foldTotals)
    case .verifyLedger: VerifyLedgerJob(verifyLedger: money.verifyLedger)
    case .sealLedger: SealLedgerJob(seal: services.proof.seal)
    case .settleMatches: SettleMatchesJob(settleMatches: money.settleMatches)
    case .publishHead: PublishHeadJob(publishHead: services.proof.publishHead)
    case .submitRefunds: SubmitRefundsJob(submitRefunds: money.submitRefunds)
    case .chargeCards: ChargeCardsJob(chargeCards: money.chargeCards)
    case .confirmCard: ConfirmCardJob(confirmCard: money.confirmCard)
    case .turnCampaigns:
      TurnCampaignsJob(
        turnCampaigns: services.funding.turnCampaigns,
        settleCampaign: services.funding.settleCampaign,
        settleEscrow: services.funding.settleEscrow,
        returnFunds: services.funding.returnFunds)
    case .expireSamlRequests: ExpireSamlRequestsJob(tend: services.federation)
    case .purgeSamlExchanges: PurgeSamlExchangesJob(tend: services.federation)
    case .refreshProviders: RefreshProvidersJob(tend: services.federation)
    case .watchCertificates: WatchCertificatesJob(tend: services.federation)
    case .watchRefusals: WatchRefusalsJob(tend: services.federation)
    case .bindIdentity: BindIdentityJob(bindIdentity: services.bindIdentity)
    case .turnPhases: TurnPhasesJob(turnPhases: services.turnPhases)
    case .expirePledges: ExpirePledgesJob(expirePledges: services.funding.expirePledges)
    case .countVotes: CountVotesJob(runCount: services.counts.run)
    case .tellCampaign: TellCampaignJob(tellCampaign: services.funding.tellCampaign)
    }
  }
}

// Everything that can wait in the queue: data with an id; Jobs/Dispatch.swift says who handles it.

/// A task for later. It carries the id of what it is about, never the data itself.
package struct QueuedTask: Hashable, Sendable {
  /// What is to be done.
  package let kind: Kind
  /// The id of its object; empty for tasks that look for their own objects.
  package let subject: String

  package init(_ kind: Kind, _ subject: String = "") {
    self.kind = kind
    self.subject = subject
  }

  /// The closed list of tasks: one without a job does not compile.
  package enum Kind: String, CaseIterable, Sendable {
    case sendMail
    case applyWebhook
    case confirmPayment
    case deliverSandboxEvent
    case settleSandboxPayments
    case pollPayments
    case checkMovements
    case expirePayments
    case foldTotals
    case verifyLedger
    case sealLedger
    case publishHead
    case settleMatches
    case turnCampaigns
    case turnPhases
    case expirePledges
    case tellCampaign
    case submitRefunds
    case chargeCards
    case confirmCard
    case expireSamlRequests
    case purgeSamlExchanges
    case refreshProviders
    case watchCertificates
    case watchRefusals
    case countVotes
    case bindIdentity
  }

  /// Which line it waits in, so that a slow import never delays a capture.
  package enum Queue: String, CaseIterable, Sendable {
    case webhooks, money, mail, reports, imports
  }

  /// The queue of this task.
  package var queue: Queue {
    switch kind {
    case .applyWebhook: .webhooks
    case .confirmPayment, .deliverSandboxEvent, .settleSandboxPayments, .pollPayments,
      .expirePayments, .foldTotals, .turnCampaigns, .expirePledges,
      .submitRefunds, .chargeCards, .confirmCard, .settleMatches, .bindIdentity:
      .money
    case .checkMovements, .verifyLedger, .sealLedger, .publishHead, .expireSamlRequests,
      .purgeSamlExchanges, .refreshProviders, .watchCertificates, .watchRefusals, .turnPhases:
      .reports
    case .sendMail, .tellCampaign: .mail
    case .countVotes: .imports
    }
  }
}

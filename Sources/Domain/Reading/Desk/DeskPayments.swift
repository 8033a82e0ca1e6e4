// Payments as the desk lists and opens them.

/// Which payments to list.
package struct PaymentFilter: Hashable, Sendable {
  /// Several states that belong together, so that a count on the first page has a list.
  package enum Group: String, CaseIterable, Sendable {
    case open, stuck, held, succeeded, failed

    package var statuses: [PaymentStatus] {
      switch self {
      case .open: [.created, .requiresAction, .processing, .reviewHold]
      case .stuck: [.created, .requiresAction, .processing]
      case .held: [.reviewHold]
      case .succeeded: [.succeeded]
      case .failed: [.failed, .expired, .cancelled]
      }
    }
  }

  package var group: Group?
  package var provider: ProviderName?
  /// A code for people, a transfer reference, our id or the provider's.
  package var search: String?
  package var after: DeskCursor

  package init(
    group: Group? = nil, provider: ProviderName? = nil, search: String? = nil,
    after: DeskCursor = .newest
  ) {
    (self.group, self.provider, self.search, self.after) = (group, provider, search, after)
  }

  /// After this long an unfinished payment counts as stuck; transfers wait for their bank.
  package static let stuckAfter = Instant.Span.hours(1)
}

/// One line of the list of payments. Who pays is left to the page of the payment.
package struct PaymentLine: Hashable, Sendable {
  package let id: Payment.ID
  package let pledge: Pledge.ID
  /// The pledge's code for people.
  package let reference: String
  package let campaign: CampaignName
  package let provider: ProviderName
  package let attempt: Int
  package let amount: Money
  package let status: PaymentStatus
  package let createdAt: Instant
  package let updatedAt: Instant

  package init(
    id: Payment.ID, of pledge: (id: Pledge.ID, reference: String), campaign: CampaignName,
    try attempt: (number: Int, provider: ProviderName, amount: Money, status: PaymentStatus),
    times: (createdAt: Instant, updatedAt: Instant)
  ) {
    (self.id, self.campaign) = (id, campaign)
    (self.pledge, reference) = pledge
    (self.attempt, provider, amount, status) = attempt
    (createdAt, updatedAt) = times
  }
}

/// A campaign's name in both languages, with what leads to it.
package struct CampaignName: Hashable, Sendable {
  package let id: Campaign.ID
  package let slug: Slug
  private let titles: [Language: String]

  package init(id: Campaign.ID, slug: Slug, it: String, en: String) {
    (self.id, self.slug) = (id, slug)
    titles = [.italian: it, .english: en]
  }
  /// The title in a language; the Italian one where it was not translated.
  package func title(_ language: Language) -> String {
    let title = titles[language] ?? ""
    return title.isEmpty ? titles[.italian] ?? "" : title
  }
}

/// Everything the desk knows about a payment.
package struct PaymentFile: Sendable {
  package let line: PaymentLine
  package let pledge: PledgeGlance
  package let providerReference: String?
  package let failure: PaymentFailure?
  package let expiresAt: Instant
  /// All attempts to pay for the same pledge, this one included, the first one first.
  package let attempts: [PaymentLine]
  package let history: [Step]
  /// Journal entries about the pledge, the oldest first.
  package let entries: [JournalLine]
  package let webhooks: [WebhookLine]
  package let exceptions: [ExceptionLine]

  /// What is shown of the pledge: the least that lets a treasurer recognise a transfer.
  package struct PledgeGlance: Hashable, Sendable {
    package let donorName: String
    package let transferReference: String
    /// As the schema names it.
    package let status: String
    package let isRewardLost: Bool

    package init(
      donorName: String, transferReference: String, status: String, isRewardLost: Bool
    ) {
      (self.donorName, self.transferReference) = (donorName, transferReference)
      (self.status, self.isRewardLost) = (status, isRewardLost)
    }
  }

  /// One line of its history.
  package struct Step: Hashable, Sendable {
    package let from: String?
    package let to: String
    package let reason: String
    package let cause: String
    package let at: Instant

    package init(from: String?, to: String, reason: String, cause: String, at: Instant) {
      (self.from, self.to, self.reason, self.cause, self.at) = (from, to, reason, cause, at)
    }
  }

  /// What went back of it.
  package var refunds: [RefundLine] = []
  package var disputes: [DisputeLine] = []

  package init(
    _ line: PaymentLine, of pledge: PledgeGlance,
    at provider: (reference: String?, failure: PaymentFailure?, expiresAt: Instant),
    story: (attempts: [PaymentLine], history: [Step]),
    evidence: (entries: [JournalLine], webhooks: [WebhookLine], exceptions: [ExceptionLine])
  ) {
    (self.line, self.pledge) = (line, pledge)
    (providerReference, failure, expiresAt) = provider
    (attempts, history) = story
    (entries, webhooks, exceptions) = evidence
  }
}

/// Something about money that does not fit, with both values.
package struct ExceptionLine: Hashable, Sendable {
  package let id: String
  /// As the schema names it.
  package let kind: String
  package let payment: Payment.ID?
  package let objectID: String
  package let expected: String
  package let found: String
  package let openedAt: Instant
  package let closedAt: Instant?
  /// How it was dealt with, once it is closed; a word of `MoneyException.Gone` where it was gone by
  /// itself.
  package var note = ""
  /// Who closed it; nil where it was gone by itself.
  package var closedBy: String?

  package init(
    id: String, kind: String, payment: Payment.ID?, objectID: String,
    values: (expected: String, found: String, openedAt: Instant, closedAt: Instant?)
  ) {
    (self.id, self.kind, self.payment, self.objectID) = (id, kind, payment, objectID)
    (expected, found, openedAt, closedAt) = values
  }
}

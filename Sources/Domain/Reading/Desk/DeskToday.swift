// What the desk's first page says: counts that should be zero, and what is well.

/// The state of the house at one instant.
package struct DeskToday: Hashable, Sendable {
  /// One for each `Kind`, in its order.
  package let counts: [Count]
  package let queues: [QueueCondition]
  package let wellness: Wellness

  package init(counts: [Count], queues: [QueueCondition], wellness: Wellness) {
    self.counts = counts
    self.queues = queues
    self.wellness = wellness
  }

  /// How many of these wait for somebody.
  package var exceptions: [Count] { counts.filter { !$0.isZero } }

  /// What should be zero.
  package enum Kind: String, CaseIterable, Sendable {
    /// Statement lines that nothing was matched to.
    case linesWaiting
    /// Money at the bank whose owner is unknown.
    case suspense
    /// Something about money that does not fit and was not booked.
    case exceptions
    /// Payments that began over an hour ago and have not ended.
    case paymentsStuck
    /// Payments that a provider looks at by hand.
    case paymentsHeld
    /// Confirmed pledges whose reward had gone to somebody else.
    case rewardsMissing
    /// Refunds that somebody asked for and somebody else has to decide on.
    case refundsToDecide
    /// Refunds that have to go by bank transfer.
    case refundsByHand
    /// Money that banks have taken back, not yet won or lost.
    case disputesOpen
    /// Refunds decided, and not yet sent.
    case refundsUnsent
    /// Accounts that are empty when all is done, and are not.
    case accountsOff
    /// Provider events given up.
    case webhooksDead
    /// Provider events about something not known yet.
    case webhooksDeferred
    /// Provider events received over five minutes ago and not yet looked at.
    case webhooksWaiting
    /// Tasks given up.
    case tasksDiscarded
    /// Tasks that failed and will be tried again.
    case tasksFailing
    /// Mail that could not be sent.
    case mailFailed
    /// Campaigns submitted, not yet reviewed.
    case reviewsWaiting
    /// Ways in that two people claim.
    case identitiesContested
  }

  /// One figure.
  package struct Count: Hashable, Sendable {
    package let kind: Kind
    package let count: Int
    /// How much money it is about, where it is about money.
    package let amount: Money?
    /// Since when the oldest of them waits.
    package let oldestAt: Instant?

    package init(_ kind: Kind, _ count: Int, amount: Money? = nil, oldestAt: Instant? = nil) {
      self.kind = kind
      self.count = count
      self.amount = amount
      self.oldestAt = oldestAt
    }
    package var isZero: Bool { count == 0 && (amount?.isZero ?? true) }
  }

  /// Signs of life.
  package struct Wellness: Hashable, Sendable {
    /// All debits minus all credits: nothing, or the ledger is broken.
    package let ledgerDifference: Money
    package let lastWebhookAt: Instant?
    package let lastEntryAt: Instant?
    package let lastStatementAt: Instant?
    /// Until when a process has promised to keep the timetable; nil when none has.
    package let leaderUntil: Instant?

    package init(
      ledgerDifference: Money, lastWebhookAt: Instant?, lastEntryAt: Instant?,
      lastStatementAt: Instant?, leaderUntil: Instant?
    ) {
      self.ledgerDifference = ledgerDifference
      (self.lastWebhookAt, self.lastEntryAt) = (lastWebhookAt, lastEntryAt)
      (self.lastStatementAt, self.leaderUntil) = (lastStatementAt, leaderUntil)
    }
  }
}

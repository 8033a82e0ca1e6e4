// The chart of accounts: every kind of account there is, and what may happen to it.

/// What an account stands for. One account exists for each kind, owner and currency.
package enum AccountKind: String, CaseIterable, Sendable {
  /// What the bank statement must say.
  case bank
  /// Captured by a provider and not yet paid out to us; trends to zero.
  case provider
  /// Announced by a provider as paid out, not yet on a statement.
  case providerInTransit = "provider_in_transit"
  /// Taken away by a provider while a dispute is open.
  case disputes
  /// What a project owes us: refunds or lost disputes after its payout.
  case projectReceivable = "project_receivable"
  /// Held for backers and campaign until the campaign settles.
  case escrow
  /// Due to the project after success.
  case project
  /// A sponsor's money, restricted to its rule.
  case match
  /// A refund that was decided and that no provider or bank has confirmed.
  case refundsPayable = "refunds_payable"
  /// Belongs to a donor: overpaid, or a refund that failed.
  case donorCredit = "donor_credit"
  /// Arrived at the bank, owner unknown.
  case suspense
  /// Shipping money taken with rewards.
  case shipping
  /// A transfer that was ordered and is not yet on a statement.
  case paymentsOut = "payments_out"
  case taxPayable = "tax_payable"
  case platformFee = "platform_fee"
  case providerFee = "provider_fee"
  case disputeFee = "dispute_fee"
  case disputeLoss = "dispute_loss"
  /// Provider fees that the platform bears so that a donor gets everything back.
  case refundCover = "refund_cover"
  case bankFee = "bank_fee"
  /// Capped: more than one minor unit an item is an alarm.
  case rounding

  /// On which side of the balance sheet or of the result it stands.
  package enum Side: String, Sendable { case asset, liability, income, expense }

  package var side: Side {
    switch self {
    case .bank, .provider, .providerInTransit, .disputes, .projectReceivable: .asset
    case .escrow, .project, .match, .refundsPayable, .donorCredit, .suspense, .shipping,
      .paymentsOut, .taxPayable:
      .liability
    case .platformFee: .income
    case .providerFee, .disputeFee, .disputeLoss, .refundCover, .bankFee, .rounding: .expense
    }
  }

  /// Whether its balance, on its normal side, may be below zero. Money held for somebody never is;
  /// a provider's account is when we owe the provider; an expense is when it is charged on.
  package var mayGoNegative: Bool {
    switch self {
    case .provider, .platformFee, .providerFee, .disputeFee, .disputeLoss, .refundCover, .bankFee,
      .rounding:
      true
    case .bank, .providerInTransit, .disputes, .projectReceivable, .escrow, .project, .match,
      .refundsPayable, .donorCredit, .suspense, .shipping, .paymentsOut, .taxPayable:
      false
    }
  }

  /// Whether debits increase it; the others grow by credits.
  package var growsByDebit: Bool {
    switch side {
    case .asset, .expense: true
    case .liability, .income: false
    }
  }
}

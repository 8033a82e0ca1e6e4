// What stays on the way from what was raised to what a project receives.

/// Who takes what of a campaign that succeeded. Drafted with the campaign from the installation's
/// price, and never changed after: a new price meets new campaigns only.
package struct FeeRule: Hashable, Sendable {
  /// Of ten thousand parts of what the crowd gave, how many are the platform's: a sponsor's money
  /// reaches the project whole (Docs/DECISIONS/0009).
  package let platformBasisPoints: Int
  package let providerFees: Bearer

  /// Who bears what the payment providers take.
  package enum Bearer: String, CaseIterable, Sendable { case campaign, platform }

  package init(platformBasisPoints: Int, providerFees: Bearer) {
    self.platformBasisPoints = min(max(platformBasisPoints, 0), 10_000)
    self.providerFees = providerFees
  }
  /// The platform takes nothing; what the providers took is the campaign's.
  package static let standard = FeeRule(platformBasisPoints: 0, providerFees: .campaign)

  /// What is deducted from the money held: never more than is there. `sponsored` is what of it is
  /// sponsors' money, `providerFees` what has not been charged on before. Rounded once, half a cent
  /// up.
  package func deductions(
    from escrow: Money, sponsored: Money = .zero, providerFees fees: [ProviderName: Money]
  ) -> JournalEntry.Deductions {
    let crowd = escrow - min(max(sponsored, .zero), escrow)
    let parts = crowd.cents.multipliedFullWidth(by: Int64(platformBasisPoints))
    let whole = Int64(10_000).dividingFullWidth(parts)
    let platform = Money(
      cents: whole.quotient + (whole.remainder >= 5_000 ? 1 : 0), escrow.currency)
    guard providerFees == .campaign else {
      return JournalEntry.Deductions(platformFee: platform)
    }
    var rest = escrow - platform
    var charged: [ProviderName: Money] = [:]
    for (provider, fee) in fees.sorted(by: { $0.key.text < $1.key.text }) where fee.isPositive {
      charged[provider] = min(fee, rest)
      rest = rest - min(fee, rest)
    }
    return JournalEntry.Deductions(
      platformFee: platform, providerFees: charged.filter { $0.value.isPositive })
  }
}

// What is deducted from what a campaign raised: never more than there is, rounded once.
import Domain
import Testing

@Suite struct FeeRuleTests {
  @Test(arguments: [
    (Int64(0), 500, Int64(0)), (10_000, 0, 0), (10_000, 500, 500), (9, 500, 0), (10, 500, 1),
    (Int64.max, 10_000, Int64.max),
  ])
  func `a share is rounded half a cent up`(held: Int64, points: Int, fee: Int64) {
    let rule = FeeRule(platformBasisPoints: points, providerFees: .campaign)
    #expect(rule.deductions(from: Money(cents: held), providerFees: [:]).platformFee.cents == fee)
  }

  @Test func `of a sponsor's money the platform takes nothing`() {
    let rule = FeeRule(platformBasisPoints: 500, providerFees: .campaign)
    for (sponsored, fee) in [
      (Money.zero, Money.euro(5)), (.euro(40), .euro(3)), (.euro(100), .zero),
    ] {
      let cut = rule.deductions(from: .euro(100), sponsored: sponsored, providerFees: [:])
      #expect(cut.platformFee == fee)
    }
  }

  @Test func `provider fees above what is held are cut, in the order of names`() {
    let rule = FeeRule(platformBasisPoints: 1_000, providerFees: .campaign)
    let cut = rule.deductions(
      from: .euro(10), providerFees: [.sandbox: .euro(8), .bank: .euro(3)])
    #expect(cut.platformFee == .euro(1))
    #expect(cut.providerFees == [.bank: .euro(3), .sandbox: .euro(6)])
  }

  @Test func `what the platform bears is not charged on`() {
    let rule = FeeRule(platformBasisPoints: 0, providerFees: .platform)
    #expect(rule.deductions(from: .euro(10), providerFees: [.sandbox: .euro(1)]) == .none)
  }
}

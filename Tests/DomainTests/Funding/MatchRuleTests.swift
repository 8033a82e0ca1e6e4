// What a sponsor owes, to the cent, under each rule.
import Domain
import Support
import Testing

@Suite struct `A match rule` {
  private func owed(
    _ rule: MatchRule, crowd: Int64, minimum: Int64 = 100_000, donors: Int = 0,
    pledges: [Int64] = []
  ) -> Int64 {
    rule.owed(
      MatchRule.Basis(
        crowd: Money(cents: crowd), minimum: Money(cents: minimum), donors: donors,
        multiplied: pledges.reduce(.zero) { $0 + rule.multiplied(Money(cents: $1)) })
    ).cents
  }

  @Test func `gives a share of the whole, rounded down, up to its cap`() {
    let half = MatchRule.share(percent: 50, cap: .euro(500))
    #expect(owed(half, crowd: 12_345) == 12_345)
    #expect(owed(half, crowd: 60_000) == 50_000)
    let fortySixty = MatchRule.share(percent: 40, cap: .euro(500))
    #expect(owed(fortySixty, crowd: 60_00) == 40_00)
    #expect(owed(fortySixty, crowd: 1) == 0)
    #expect(owed(fortySixty, crowd: 100) == 66)
    #expect(owed(fortySixty, crowd: -5) == 0)
  }
  @Test func `pays a bonus exactly at its threshold, not a cent before`() {
    let bonus = MatchRule.bonus(atPercent: 75, amount: .euro(250))
    #expect(owed(bonus, crowd: 74_999) == 0)
    #expect(owed(bonus, crowd: 75_000) == 25_000)
    #expect(owed(bonus, crowd: 0, minimum: 0) == 0)
  }
  @Test func `doubles each pledge up to its own cap and all of them up to the campaign's`() {
    let double = MatchRule.multiply(percent: 100, perPledge: .euro(20), cap: .euro(50))
    #expect(owed(double, crowd: 0, pledges: [1_000, 1_999]) == 2_999)
    #expect(owed(double, crowd: 0, pledges: [100_000]) == 2_000)
    #expect(owed(double, crowd: 0, pledges: [2_000, 2_000, 2_000]) == 5_000)
    let third = MatchRule.multiply(percent: 33, perPledge: .euro(20), cap: .euro(50))
    #expect(owed(third, crowd: 0, pledges: [101]) == 33)
  }
  @Test func `counts people`() {
    let each = MatchRule.perDonor(amount: .euro(5), cap: .euro(12))
    #expect(owed(each, crowd: 1, donors: 2) == 1_000)
    #expect(owed(each, crowd: 1, donors: 3) == 1_200)
  }
  @Test func `moves only what is missing and what the fund has`() {
    let fund = ID<MatchFund>(at: Instant(milliseconds: 1), random: Array(repeating: 1, count: 10))
    let campaign = ID<Campaign>(
      at: Instant(milliseconds: 1), random: Array(repeating: 2, count: 10))
    let promise = MatchCommitment(fund: fund, campaign: campaign, committed: .euro(30))
    #expect(promise.change(to: .euro(50), available: .euro(100)) == .euro(20))
    #expect(promise.change(to: .euro(50), available: .euro(7)) == .euro(7))
    #expect(promise.change(to: .euro(50), available: .zero) == .zero)
    #expect(promise.change(to: .euro(10), available: .zero) == -.euro(20))
  }
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `never promises its last euro twice, whatever campaigns do`(seed: UInt64) {
    var dice = SeededIDs(seed: seed)
    func below(_ count: Int64) -> Int64 { Int64(dice.next() % UInt64(count)) }
    let rules: [MatchRule] = [
      .share(percent: Int(1 + below(90)), cap: Money(cents: 1 + below(90_000))),
      .bonus(atPercent: Int(1 + below(100)), amount: Money(cents: 1 + below(40_000))),
      .perDonor(amount: Money(cents: 1 + below(900)), cap: Money(cents: 1_000 + below(30_000))),
    ]
    let fund: MatchFund.ID = dice.id()
    var (promises, crowds): ([MatchCommitment], [Int64]) = ([], [])
    for _ in 0..<4 {
      promises.append(MatchCommitment(fund: fund, campaign: dice.id()))
      crowds.append(0)
    }
    var (paidIn, available): (Money, Money) = (.zero, .zero)
    for _ in 0..<120 {
      let at = Int(below(4))
      switch below(10) {
      case 0:
        let deposit = Money(cents: 1 + below(20_000))
        (paidIn, available) = (paidIn + deposit, available + deposit)
      case 1...3: crowds[at] = max(0, crowds[at] - below(30_000))
      case _: crowds[at] += 1 + below(30_000)
      }
      let owed = rules[at % rules.count].owed(
        .init(
          crowd: Money(cents: crowds[at]), minimum: .euro(1_000), donors: Int(crowds[at] / 2_000)))
      let change = promises[at].change(to: owed, available: available)
      promises[at].committed += change
      available = available - change
      let promised = promises.reduce(Money.zero) { $0 + $1.committed }
      #expect(!available.isNegative && promised + available == paidIn)
      #expect(!promises[at].committed.isNegative && promises[at].committed <= owed)
      // Nothing is held back while there is money for it.
      #expect(promises[at].committed == owed || available.isZero)
    }
  }
  @Test func `refuses numbers that make no rule`() {
    #expect(!MatchRule.share(percent: 100, cap: .euro(1)).isSound)
    #expect(!MatchRule.share(percent: 50, cap: .zero).isSound)
    #expect(!MatchRule.bonus(atPercent: 0, amount: .euro(1)).isSound)
    #expect(!MatchRule.multiply(percent: 100, perPledge: .euro(2), cap: .euro(1)).isSound)
    #expect(MatchRule.perDonor(amount: .euro(1), cap: .euro(1)).isSound)
  }
}

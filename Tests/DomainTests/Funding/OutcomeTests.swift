// How campaigns end, how far they have come, and tax codes.
import Domain
import Testing

@Suite struct OutcomeTests {
  func outcome(_ rule: FundingRule, _ confirmed: Int64, pending: Int64 = 0) -> CampaignOutcome {
    CampaignOutcome(
      rule: rule, minimum: Money(cents: 100_000), confirmed: Money(cents: confirmed),
      pendingIgnored: Money(cents: pending), decidedAt: Sample.closesAt)
  }

  @Test(arguments: FundingRule.allCases)
  func `exactly the minimum is success`(rule: FundingRule) {
    #expect(outcome(rule, 100_000).verdict == .reached)
    #expect(outcome(rule, 100_000).state == .succeeded)
  }
  @Test func `one cent less is failure when it is all or nothing`() {
    #expect(outcome(.allOrNothing, 99_999).verdict == .notReached)
    #expect(outcome(.allOrNothing, 99_999).state == .failed)
  }
  @Test func `one cent less is kept, and said, when it keeps what it raises`() {
    #expect(outcome(.keepWhatYouRaise, 99_999).verdict == .belowTarget)
    #expect(outcome(.keepWhatYouRaise, 99_999).state == .succeeded)
    #expect(outcome(.keepWhatYouRaise, 0).state == .failed)
  }
  @Test func `money that did not arrive does not count`() {
    #expect(outcome(.allOrNothing, 99_999, pending: 500_000).state == .failed)
  }
  @Test func `the digest's inputs tell outcomes apart`() {
    let line = outcome(.allOrNothing, 99_999).inputs(of: Sample.campaignID)
    #expect(line != outcome(.allOrNothing, 99_998).inputs(of: Sample.campaignID))
    #expect(line.contains("confirmed=99999"))
  }
}

@Suite struct MeterTests {
  func meter(_ raised: Int64) -> Meter {
    Meter(
      raised: Money(cents: raised),
      target: BudgetTarget(minimum: Money(cents: 100_000), optimum: Money(cents: 150_000)))
  }
  @Test func `it never says reached when a cent is missing`() {
    #expect(meter(99_999).percentOfMinimum == 99)
    #expect(!meter(99_999).isReached)
    #expect(meter(99_999).missing == Money(cents: 1))
    #expect(meter(100_000).percentOfMinimum == 100)
    #expect(meter(100_000).isReached)
    #expect(meter(100_000).missing == .zero)
  }
  @Test func `the bar is as long as the optimum and never overflows`() {
    #expect(meter(0).filledThousandths == 0)
    #expect(meter(75_000).filledThousandths == 500)
    #expect(meter(100_000).minimumThousandths == 666)
    #expect(meter(9_000_000_000_000_000).filledThousandths == 1000)
    #expect(Meter(raised: .euro(5), target: .zero).filledThousandths == 0)
  }
  @Test func `targets are the sums of the lines`() {
    let lines = [(100, 150), (250, 250)].enumerated().map { index, amounts in
      BudgetLine(
        id: BudgetLine.ID(at: Sample.opensAt, random: Array(repeating: UInt8(index), count: 10)),
        position: index, title: LocalText(italian: "Semi"), minimum: Money(cents: amounts.0),
        optimum: Money(cents: amounts.1))
    }
    #expect(
      BudgetTarget(of: lines)
        == BudgetTarget(minimum: Money(cents: 350), optimum: Money(cents: 400)))
    #expect(BudgetTarget(of: []) == .zero)
  }
}

@Suite struct TaxCodeTests {
  @Test(arguments: ["RSSMRA85T10A562S", "rssmra85t10a562s", " RSS MRA 85T10 A562S ", "00743110157"])
  func `right codes are read`(typed: String) { #expect(TaxCode(typed) != nil) }

  @Test(arguments: [
    "", "RSSMRA85T10A562T", "RSSMRA85T10A562", "RSSMRA85T10A562SS", "00743110158", "00000000000",
    "12345678901234567", "RSSMRA85Z10A562S", "ÀSSMRA85T10A562S",
  ])
  func `wrong codes are not`(typed: String) { #expect(TaxCode(typed) == nil) }
}

// Refunds and disputes by themselves: parts that sum, states that never go back, money conserved.
import Domain
import Testing

@Suite struct RefundTests {
  /// Every split of a small whole, every amount: parts sum exactly and never exceed their own.
  @Test func `a share sums to its amount and takes no more of a part than is left`() throws {
    for reward in 0...6 {
      for gift in 0...6 {
        for shipping in 0...3 where reward + gift + shipping > 0 {
          let left = RefundAllocation(
            reward: Money(cents: Int64(reward)), gift: Money(cents: Int64(gift)),
            shipping: Money(cents: Int64(shipping)))
          for cents in 1...left.total.cents {
            let share = try #require(RefundAllocation.share(Money(cents: cents), of: left))
            #expect(share.total.cents == cents)
            for part in RefundPart.allCases {
              #expect(share[part] <= left[part] && !share[part].isNegative)
            }
          }
          #expect(RefundAllocation.share(left.total + Money(cents: 1), of: left) == nil)
        }
      }
    }
    #expect(RefundAllocation.share(.zero, of: .nothing) == nil)
  }

  @Test func `an ending told late changes nothing, and failing follows success`() {
    #expect(RefundState.succeeded.on(.pend) == .unchanged)
    #expect(RefundState.succeeded.on(.succeed) == .unchanged)
    #expect(RefundState.succeeded.on(.failForGood) == .moved(to: .failedPermanent))
    #expect(RefundState.failedPermanent.on(.succeed) == .unchanged)
    #expect(RefundState.rejected.on(.approve) == .refused)
    for state in RefundState.allCases where !RefundState.unsent.contains(state) {
      #expect(state.on(.overtake) == .refused, "\(state)")
    }
    #expect(RefundState.failedRetryable.on(.overtake) == .moved(to: .rejected))
  }

  /// Whatever comes in whatever order, no state is left towards one that would be paid twice.
  @Test func `no event leads out of an ending but by a person or the bank`() {
    for state in RefundState.allCases where !state.isOpen {
      for event in RefundEvent.allCases {
        guard case .moved = state.on(event) else { continue }
        let known: [(RefundState, RefundEvent)] = [
          (.succeeded, .failForGood), (.manualPaid, .transferReturned),
          (.unclaimed, .needTransfer), (.unclaimed, .sendAgain),
        ]
        #expect(known.contains { $0.0 == state && $0.1 == event }, "\(state) \(event)")
      }
    }
  }

  @Test func `a dispute's ending is final`() {
    for state in DisputeState.allCases where !state.isOpen {
      for next in DisputeState.allCases {
        #expect(state.reaching(next) == (state == next ? .unchanged : .late))
      }
    }
  }

  @Test func `what goes back comes from shipping, escrow, project, and then is owed`() {
    let held = MoneyCover.Held(
      shipping: .euro(2), escrow: .euro(3), project: .euro(4), mayOwe: true)
    let cover = MoneyCover(goods: .euro(10), shipping: .euro(5), from: held)
    #expect(cover?.shipping == .euro(2))
    #expect(cover?.escrow == .euro(3))
    #expect(cover?.project == .euro(4))
    #expect(cover?.receivable == .euro(6))
    let strict = MoneyCover.Held(
      shipping: .euro(2), escrow: .euro(3), project: .euro(4), mayOwe: false)
    #expect(MoneyCover(goods: .euro(8), shipping: .euro(2), from: strict) == nil)
    #expect(MoneyCover(goods: .euro(7), shipping: .euro(2), from: strict)?.total == .euro(9))
    #expect(MoneyCover(goods: .euro(8), shipping: .euro(2), upTo: strict).total == .euro(9))
  }
}

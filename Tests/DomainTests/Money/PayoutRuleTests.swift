// How much may go: never what is not at the bank, in dispute, promised elsewhere, or kept back.
import Domain
import Testing

@Suite struct PayoutRuleTests {
  @Test func `the reserve is rounded up and ends`() {
    let rule = PayoutRule.standard
    let decidedAt = Instant(milliseconds: 0)
    #expect(
      rule.reserve(of: Money(cents: 101), decidedAt: decidedAt, now: decidedAt)
        == Money(cents: 11))
    #expect(
      rule.reserve(of: .euro(1), decidedAt: decidedAt, now: decidedAt + .days(60)) == .zero)
    #expect(rule.reserve(of: .euro(-1), decidedAt: decidedAt, now: decidedAt) == .zero)
  }

  @Test func `what may go is never negative and never more than is due`() {
    for due in 0...4 {
      for unconfirmed in 0...4 {
        for reserve in 0...2 {
          for taken in 0...3 {
            for onHand in -1...4 {
              let room = PayoutRoom(
                due: .euro(Int64(due)),
                held: (.euro(Int64(unconfirmed)), .euro(Int64(taken)), .euro(Int64(reserve))),
                proposed: .zero, onHand: .euro(Int64(onHand)))
              #expect(!room.payable.isNegative)
              #expect(room.payable <= max(.zero, room.onHand))
              #expect(room.payable + room.unconfirmed <= max(room.due, room.unconfirmed))
              #expect(room.payable + room.disputed <= max(room.due, room.disputed))
            }
          }
        }
      }
    }
  }

  @Test func `a payout ends once`() {
    for state in [PayoutState.returned, .cancelled] {
      for event in PayoutEvent.allCases { #expect(state.on(event) == nil) }
    }
    // What was thought refused may be on a statement all the same: nothing else happens to it.
    for event in PayoutEvent.allCases {
      #expect(PayoutState.failed.on(event) == (event == .pay ? .paid : nil))
    }
    #expect(PayoutState.paid.on(.pay) == nil)
    #expect(PayoutState.paid.on(.giveBack) == .returned)
  }
}

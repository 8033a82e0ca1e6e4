// A payment only moves forward, in whatever order its states are told.
import Domain
import Testing

@Suite struct `A payment's state` {
  @Test func `is the same in the end for every order in which success is among the news`() {
    let news: [PaymentStatus] = [.requiresAction, .processing, .failed, .succeeded, .expired]
    var orders = 0
    func permute(_ rest: [PaymentStatus], _ order: [PaymentStatus]) {
      guard !rest.isEmpty else {
        orders += 1
        var status = PaymentStatus.created
        for reached in order + order {
          switch status.reaching(reached) {
          case .moved(let next): status = next
          case .unchanged, .late: break
          }
        }
        #expect(status == .succeeded, "\(order)")
        return
      }
      for (index, next) in rest.enumerated() {
        var others = rest
        others.remove(at: index)
        permute(others, order + [next])
      }
    }
    permute(news, [])
    #expect(orders == 120)
  }
  @Test func `stays succeeded whatever is told later`() {
    for next in PaymentStatus.allCases where next != .succeeded {
      #expect(PaymentStatus.succeeded.reaching(next) == .late)
    }
  }
  @Test(arguments: [PaymentStatus.failed, .expired, .cancelled])
  func `that was given up can still succeed and nothing else`(ended: PaymentStatus) {
    for next in PaymentStatus.allCases where next != ended {
      #expect(ended.reaching(next) == (next == .succeeded ? .moved(to: .succeeded) : .late))
    }
  }
  /// Every event there is.
  private static let events: [PaymentStatus.Event] =
    PaymentStatus.allCases.map { .reached($0) } + [.matchTakenBack]

  @Test func `that is paid never becomes unpaid, but for a transfer whose match is taken back`() {
    var ways: [(PaymentStatus.Event, PaymentStatus)] = []
    for event in Self.events {
      guard case .moved(let next) = PaymentStatus.succeeded.after(event) else { continue }
      ways.append((event, next))
    }
    #expect(ways.count == 1)
    #expect(ways.first?.0 == .matchTakenBack && ways.first?.1 == .created)
    // From any other state taking a match back does nothing: there is none.
    for status in PaymentStatus.allCases where status != .succeeded {
      #expect(status.after(.matchTakenBack) == .late)
    }
  }
  @Test func `of a card that is paid stays paid through any thousand events`() {
    var numbers = SeededNumbers(seed: 11)
    for provider in [ProviderName.sandbox, .bank] {
      var payment = Self.payment(at: provider)
      var wasPaid = false
      for _ in 0..<1000 {
        guard let event = Self.events.randomElement(using: &numbers) else { continue }
        let before = payment.status
        let now = Instant(milliseconds: 0)
        let change = payment.move(on: event, because: "", cause: "", at: now)
        #expect(change.map { $0.from == before && $0.to == payment.status } ?? true)
        #expect((change == nil) == (before == payment.status), "a move leaves a line, only a move")
        if wasPaid, payment.status != .succeeded {
          #expect(provider == .bank && event == .matchTakenBack, "\(provider) \(event)")
        }
        wasPaid = payment.status == .succeeded
      }
      if provider == .sandbox { #expect(wasPaid) }
    }
  }
  private static func payment(at provider: ProviderName) -> Payment {
    var numbers = SeededNumbers(seed: 7)
    let now = Instant(milliseconds: 0)
    return Payment(
      id: numbers.id(), of: (numbers.id(), numbers.id()), at: provider, attempt: 1,
      .init(amount: .euro(10), shipping: .zero, createdAt: now, expiresAt: now + .minutes(30)))
  }
  @Test func `never goes round in circles by what providers tell`() {
    func visit(_ status: PaymentStatus, _ path: Set<PaymentStatus>) {
      #expect(!path.contains(status))
      for next in PaymentStatus.allCases where status.reaching(next) == .moved(to: next) {
        visit(next, path.union([status]))
      }
    }
    visit(.created, [])
  }
}

@Suite struct `A provider's answer` {
  private var payment: Payment {
    var numbers = SeededNumbers(seed: 7)
    let now = Instant(milliseconds: 0)
    return Payment(
      id: numbers.id(), of: (numbers.id(), numbers.id()), at: .sandbox, attempt: 1,
      .init(amount: .euro(10), shipping: .zero, createdAt: now, expiresAt: now + .minutes(30)))
  }
  private func answer(
    _ amount: Money = .euro(10), live: Bool = false, ours: String? = nil
  ) -> ProviderPayment {
    ProviderPayment(
      reference: "sp_1", status: .succeeded, amount: amount, isLive: live,
      ours: ours ?? payment.id.description)
  }

  @Test func `that fits moves the payment`() throws {
    #expect(try payment.reaching(answer(), live: false) == .moved(to: .succeeded))
  }
  @Test func `with another amount, currency, environment or owner moves nothing`() throws {
    let dollars = Money(cents: 1000, try #require(Currency("USD")))
    #expect(throws: PaymentMismatch.amount(expected: .euro(10), found: .euro(1))) {
      try payment.reaching(answer(.euro(1)), live: false)
    }
    #expect(throws: PaymentMismatch.amount(expected: .euro(10), found: dollars)) {
      try payment.reaching(answer(dollars), live: false)
    }
    #expect(throws: PaymentMismatch.liveMode(expected: false)) {
      try payment.reaching(answer(live: true), live: false)
    }
    #expect(throws: PaymentMismatch.reference(found: "pay_other")) {
      try payment.reaching(answer(ours: "pay_other"), live: false)
    }
    #expect(PaymentMismatch.amount(expected: .euro(10), found: dollars).kind == .currency)
  }
}

// The use cases of this area, made once by the wiring.
package import Store

/// Everything that screens, jobs and commands ask of money.
package struct MoneyServices: Sendable {
  package let receiveWebhook: ReceiveWebhook
  package let applyWebhook: ApplyWebhook
  package let confirmPayment: ConfirmPayment
  package let startCardPayment: StartCardPayment
  package let saveCard: SaveCard
  package let confirmCard: ConfirmCard
  package let chargeCards: ChargeCards
  package let startTransferPayment: StartTransferPayment
  package let returnFromProvider: ReturnFromProvider
  package let pollPayments: PollPayments
  package let checkMovements: CheckMovements
  package let expirePayments: ExpirePayments
  package let requestRefund: RequestRefund
  package let decideRefund: DecideRefund
  package let submitRefunds: SubmitRefunds
  package let settleMatches: SettleMatches
  package let foldTotals: FoldTotals
  package let verifyLedger: VerifyLedger
  /// Nil where real money moves.
  package let sandbox: Sandbox?

  /// The built-in provider: its shop, and what carries its webhooks.
  package struct Sandbox: Sendable {
    package let shop: SandboxShop
    package let deliver: DeliverSandboxEvent

    package init(shop: SandboxShop, deliver: DeliverSandboxEvent) {
      (self.shop, self.deliver) = (shop, deliver)
    }
  }

  package init(
    database: Database, ports: (clock: WallClock, entropy: Entropy), providers: PaymentProviders,
    pledges: PledgePayments, sandbox: Sandbox?
  ) {
    let (clock, entropy) = ports
    receiveWebhook = ReceiveWebhook(
      database: database, clock: clock, entropy: entropy, providers: providers)
    applyWebhook = ApplyWebhook(
      database: database, clock: clock, entropy: entropy, providers: providers, pledges: pledges)
    confirmPayment = ConfirmPayment(
      database: database, clock: clock, entropy: entropy, providers: providers, pledges: pledges)
    startCardPayment = StartCardPayment(
      database: database, clock: clock, entropy: entropy, providers: providers)
    saveCard = SaveCard(
      database: database, clock: clock, entropy: entropy, providers: providers)
    confirmCard = ConfirmCard(
      database: database, clock: clock, entropy: entropy, providers: providers, pledges: pledges)
    chargeCards = ChargeCards(
      database: database, clock: clock, entropy: entropy, providers: providers, pledges: pledges)
    startTransferPayment = StartTransferPayment(
      database: database, clock: clock, entropy: entropy)
    returnFromProvider = ReturnFromProvider(database: database, clock: clock, entropy: entropy)
    pollPayments = PollPayments(
      database: database, clock: clock, entropy: entropy, providers: providers)
    checkMovements = CheckMovements(
      database: database, clock: clock, entropy: entropy, providers: providers,
      confirm: confirmPayment)
    expirePayments = ExpirePayments(database: database, clock: clock, entropy: entropy)
    requestRefund = RequestRefund(database: database, clock: clock, entropy: entropy)
    decideRefund = DecideRefund(database: database, clock: clock, entropy: entropy)
    submitRefunds = SubmitRefunds(
      database: database, clock: clock, entropy: entropy, providers: providers)
    settleMatches = SettleMatches(database: database, clock: clock, entropy: entropy)
    foldTotals = FoldTotals(database: database)
    verifyLedger = VerifyLedger(database: database)
    self.sandbox = sandbox
  }
}

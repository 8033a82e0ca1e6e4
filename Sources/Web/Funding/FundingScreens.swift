// The screens of campaigns and pledges, and what they are given.
package import Domain
package import Services

/// Campaigns for visitors, pledges for donors.
package struct FundingScreens: ScreenGroup {
  let read: ReadCampaigns
  let placePledge: PlacePledge
  let retryPledge: RetryPledge
  let cancelPledge: CancelPledge
  let withdrawPledge: WithdrawPledge
  let pay: PaymentDoors
  let draw: Drawing

  /// Where the money goes: a provider's page, or a transfer to an account.
  package struct PaymentDoors: Sendable {
    let startCard: StartCardPayment
    let startTransfer: StartTransferPayment
    let saveCard: SaveCard
    let cameBack: ReturnFromProvider
    let account: TransferAccount
    /// The ways of paying that are offered, in the order in which they are shown.
    var methods: [PaymentMethod] {
      startCard.takesCards ? [.card, .bankTransfer] : [.bankTransfer]
    }

    package init(
      card: (pay: StartCardPayment, save: SaveCard), transfer: StartTransferPayment,
      cameBack: ReturnFromProvider, account: TransferAccount
    ) {
      (startCard, saveCard) = card
      startTransfer = transfer
      self.cameBack = cameBack
      self.account = account
    }
  }
  /// The account that donors transfer to.
  package struct TransferAccount: Sendable {
    package let iban: IBAN
    package let holder: String
    let bic: String?

    package init(iban: IBAN, holder: String, bic: String?) {
      self.iban = iban
      self.holder = holder
      self.bic = bic
    }
  }
  /// What draws Markdown and codes.
  package struct Drawing: Sendable {
    let markdown: any MarkdownRenderer
    let codes: any QRRenderer

    package init(markdown: any MarkdownRenderer, codes: any QRRenderer) {
      self.markdown = markdown
      self.codes = codes
    }
  }

  package init(
    read: ReadCampaigns,
    pledges: (
      place: PlacePledge, retry: RetryPledge, cancel: CancelPledge,
      withdraw: WithdrawPledge
    ),
    pay: PaymentDoors, draw: Drawing
  ) {
    self.read = read
    (placePledge, retryPledge, cancelPledge, withdrawPledge) = pledges
    self.pay = pay
    self.draw = draw
  }

  package func add(to screens: Screens) {
    screens.get(FundingRoutes.campaigns, audience: .everyone, use: list)
    screens.get(FundingRoutes.campaign, audience: .everyone, use: show)
    screens.get(FundingRoutes.ledger, audience: .everyone, use: ledger)
    screens.get(FundingRoutes.support, use: askAmount)
    screens.post(FundingRoutes.support, use: takeAmount)
    screens.post(FundingRoutes.details, use: takeDetails)
    screens.post(FundingRoutes.confirm, use: confirm)
    screens.get(FundingRoutes.pledge, use: showPledge)
    screens.post(FundingRoutes.pay, use: payPledge)
    screens.post(FundingRoutes.cancelPledge, use: cancel)
    screens.post(FundingRoutes.withdrawPledge, use: withdraw)
  }
}

/// Both sides of funding: the public's and the desk's.
package struct FundingRooms: ScreenGroup {
  let everyone: FundingScreens
  let desk: CampaignDeskScreens

  package init(everyone: FundingScreens, desk: CampaignDeskScreens) {
    self.everyone = everyone
    self.desk = desk
  }
  package func add(to screens: Screens) {
    everyone.add(to: screens)
    desk.add(to: screens)
  }
}

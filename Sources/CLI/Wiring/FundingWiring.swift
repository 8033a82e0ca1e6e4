// The screens of campaigns and pledges, with their use cases.
import Config
import Documents
import Domain
import Services
import Store
import Web

extension Wiring {
  /// Campaigns for everybody, and their desk.
  static func funding(
    _ settings: Settings, _ database: Database, _ money: MoneyServices
  ) throws -> FundingRooms {
    FundingRooms(
      everyone: try publicFunding(settings, database, money),
      desk: campaignDesk(settings, database))
  }

  /// Campaigns for visitors, pledges for donors.
  private static func publicFunding(
    _ settings: Settings, _ database: Database, _ money: MoneyServices
  ) throws -> FundingScreens {
    let account = try transferAccount(settings)
    let letters = PledgeMails(publicURL: settings.publicURL, account: account).letters
    return FundingScreens(
      read: ReadCampaigns(database: database),
      pledges: (
        PlacePledge(
          database: database, clock: clock, entropy: entropy, vault: vault(settings),
          letters: letters),
        RetryPledge(database: database, clock: clock, entropy: entropy, letters: letters),
        CancelPledge(database: database, clock: clock, entropy: entropy),
        WithdrawPledge(database: database, clock: clock, entropy: entropy)
      ),
      pay: FundingScreens.PaymentDoors(
        card: (money.startCardPayment, money.saveCard), transfer: money.startTransferPayment,
        cameBack: money.returnFromProvider, account: account),
      draw: drawing)
  }

  /// Setting campaigns up, reviewing and steering them.
  private static func campaignDesk(
    _ settings: Settings, _ database: Database
  ) -> CampaignDeskScreens {
    CampaignDeskScreens(
      read: ReadCampaignDesk(database: database),
      making: (
        DraftCampaignFromRanking(
          database: database, clock: clock, entropy: entropy, fees: settings.fees),
        EditCampaign(database: database, clock: clock, entropy: entropy)
      ),
      deciding: (
        SubmitCampaign(database: database, clock: clock, entropy: entropy),
        ReviewCampaign(database: database, clock: clock, entropy: entropy),
        SteerCampaign(database: database, clock: clock, entropy: entropy)
      ),
      draw: drawing)
  }

  private static let drawing = FundingScreens.Drawing(
    markdown: CommonMark(), codes: QRCodeSVG())

  /// The account that donors transfer to; throws a fault that says what is wrong with it.
  static func transferAccount(_ settings: Settings) throws -> FundingScreens.TransferAccount {
    guard let iban = IBAN(settings.bank.iban) else {
      throw Fault("RACCOLTO_BANK_IBAN is not an IBAN: its check digits are wrong")
    }
    return FundingScreens.TransferAccount(
      iban: iban, holder: settings.bank.holder,
      bic: settings.bank.bic.isEmpty ? nil : settings.bank.bic)
  }
}

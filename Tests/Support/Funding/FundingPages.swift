// The screens of campaigns and pledges over a test's database, with no provider for cards.
import Documents
import Domain
package import Services
package import Store
package import Web

extension FundingRooms {
  /// Both sides of funding. Cards find nobody who takes them, so pledges stay unpaid.
  package static func forTests(
    _ database: Database, _ clock: WallClock, _ entropy: Entropy
  ) throws -> FundingRooms {
    guard let iban = IBAN("IT60X0542811101000000123456") else { throw Fault("no IBAN") }
    let account = FundingScreens.TransferAccount(iban: iban, holder: "Raccolto APS", bic: nil)
    let letters = PledgeMails(publicURL: "http://127.0.0.1", account: account).letters
    let draw = FundingScreens.Drawing(markdown: CommonMark(), codes: QRCodeSVG())
    let everyone = FundingScreens(
      read: ReadCampaigns(database: database),
      pledges: (
        PlacePledge(
          database: database, clock: clock, entropy: entropy,
          vault: Vault(secret: Array("a vault".utf8)), letters: letters),
        RetryPledge(
          database: database, clock: clock, entropy: entropy, letters: letters),
        CancelPledge(database: database, clock: clock, entropy: entropy),
        WithdrawPledge(database: database, clock: clock, entropy: entropy)
      ),
      pay: FundingScreens.PaymentDoors(
        card: (
          StartCardPayment(
            database: database, clock: clock, entropy: entropy,
            providers: PaymentProviders([], marks: .test)),
          SaveCard(
            database: database, clock: clock, entropy: entropy,
            providers: PaymentProviders([], marks: .test))
        ),
        transfer: StartTransferPayment(database: database, clock: clock, entropy: entropy),
        cameBack: ReturnFromProvider(database: database, clock: clock, entropy: entropy),
        account: account), draw: draw)
    let desk = CampaignDeskScreens(
      read: ReadCampaignDesk(database: database),
      making: (
        DraftCampaignFromRanking(database: database, clock: clock, entropy: entropy),
        EditCampaign(database: database, clock: clock, entropy: entropy)
      ),
      deciding: (
        SubmitCampaign(database: database, clock: clock, entropy: entropy),
        ReviewCampaign(database: database, clock: clock, entropy: entropy),
        SteerCampaign(database: database, clock: clock, entropy: entropy)
      ), draw: draw)
    return FundingRooms(everyone: everyone, desk: desk)
  }
}

// The campaign that holds what was moved in from elsewhere and is not said to be for any other.
import Domain
import Store

extension ImportExpected {
  /// Its address: never public, because it stays a draft.
  static let holdingSlug = "in-arrivo-da-altrove"

  /// The holding campaign, made with its organisation and author when it is needed first.
  func holdingCampaign(_ stamp: Stamp, _ tx: Transaction) throws -> Campaign.ID {
    guard let slug = Slug(Self.holdingSlug),
      let email = EmailAddress("import@\(EmailAddress.nowhere)")
    else { throw Fault("the holding campaign has an address") }
    if let known = try tx.campaign(slug) { return known.id }
    let organisation = Organisation(
      id: entropy.id(at: stamp.now), slug: slug, name: "In arrivo da altrove", taxCode: "",
      place: "")
    try tx.insert(organisation, at: stamp.now)
    let author = Person(
      id: entropy.id(at: stamp.now), email: email, name: "Import", language: .italian,
      createdAt: stamp.now)
    _ = try tx.insert(author)
    let campaign = Campaign(
      id: entropy.id(at: stamp.now), organisation: organisation.id, slug: slug,
      author: try tx.person(at: email)?.id ?? author.id, rule: .keepWhatYouRaise)
    try tx.insert(
      campaign,
      CampaignTexts(
        title: LocalText(italian: "In arrivo da altrove", english: "Moved in from elsewhere")),
      at: stamp.now)
    return campaign.id
  }
}

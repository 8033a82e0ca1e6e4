// The addresses of campaigns, pledges and their desk.
package import Domain

package enum FundingRoutes {
  package static let campaigns = SharedRoutes.campaigns
  package static let campaign = Address<Slug>(it: "campagne/:", en: "campaigns/:")
  /// Every posting of a campaign, without names.
  package static let ledger = Address<Slug>(it: "campagne/:/registro", en: "campaigns/:/ledger")
  /// Amount and reward: the first step of a pledge.
  package static let support = Address<Slug>(it: "campagne/:/sostieni", en: "campaigns/:/support")
  static let details = Address<Slug>(
    it: "campagne/:/sostieni/dati", en: "campaigns/:/support/details")
  static let confirm = Address<Slug>(
    it: "campagne/:/sostieni/conferma", en: "campaigns/:/support/confirm")
  /// A pledge's own page, for whoever has its address.
  package static let pledge = Address<String>(it: "adesioni/:", en: "pledges/:")
  static let pay = Address<String>(it: "adesioni/:/paga", en: "pledges/:/pay")
  static let withdrawPledge = Address<String>(
    it: "adesioni/:/recesso", en: "pledges/:/withdraw")
  static let cancelPledge = Address<String>(it: "adesioni/:/annulla", en: "pledges/:/cancel")

  package static let desk = FixedAddress(it: "scrivania/campagne", en: "desk/campaigns")
  package static let newCampaign = FixedAddress(
    it: "scrivania/campagne-nuove", en: "desk/new-campaigns")
  package static let setUp = Address<Slug>(it: "scrivania/campagne/:", en: "desk/campaigns/:")
  static let texts = Address<Slug>(
    it: "scrivania/campagne/:/testi", en: "desk/campaigns/:/texts")
  static let budget = Address<Slug>(
    it: "scrivania/campagne/:/preventivo", en: "desk/campaigns/:/budget")
  static let rewards = Address<Slug>(
    it: "scrivania/campagne/:/ricompense", en: "desk/campaigns/:/rewards")
  static let reward = Address<Slug, Reward.ID>(
    it: "scrivania/campagne/:/ricompense/:", en: "desk/campaigns/:/rewards/:")
  static let removeReward = Address<Slug, Reward.ID>(
    it: "scrivania/campagne/:/ricompense/:/togli", en: "desk/campaigns/:/rewards/:/remove")
  static let dates = Address<Slug>(it: "scrivania/campagne/:/date", en: "desk/campaigns/:/dates")
  static let preview = Address<Slug>(
    it: "scrivania/campagne/:/anteprima", en: "desk/campaigns/:/preview")
  static let submit = Address<Slug>(
    it: "scrivania/campagne/:/invia", en: "desk/campaigns/:/submit")
  package static let reviews = FixedAddress(it: "scrivania/revisioni", en: "desk/reviews")
  static let review = Address<Slug>(it: "scrivania/revisioni/:", en: "desk/reviews/:")
  static let steer = Address<Slug>(
    it: "scrivania/campagne/:/governa", en: "desk/campaigns/:/steer")
  static let backers = Address<Slug>(
    it: "scrivania/campagne/:/adesioni", en: "desk/campaigns/:/pledges")
}

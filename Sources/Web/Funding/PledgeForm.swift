// The form of a pledge, over its three pages: each carries along what the ones before asked.
import Domain
import Phrases
import Services

/// The fields of a pledge. Each page reads its own again, so nothing that travels is trusted.
struct PledgeForm {
  static let reward = "ricompensa"
  static let amount = "importo"
  static let name = "nome"
  static let email = "email"
  static let method = "pagamento"
  static let showName = "mostra-nome"
  static let showAmount = "mostra-importo"
  static let tellName = "nome-ente"
  static let taxCode = "codice-fiscale"
  static let street = "via"
  static let postcode = "cap"
  static let city = "citta"
  static let province = "provincia"
  /// Which page a button leads back to.
  static let goTo = "vai"
  /// What the first page asks, and what the second one does.
  static let amountFields = [reward, amount]
  static let detailFields = [
    name, email, method, showName, showAmount, tellName, taxCode, street, postcode, city, province,
  ]

  let page: CampaignPage
  let methods: [PaymentMethod]
  let language: Language
  private(set) var reader: FormReader
  private(set) var choice: RewardOffer?
  private(set) var money: Money?
  let body: FormBody
  private var say: PledgePhrases { PledgePhrases[language] }

  init(
    _ body: FormBody, for page: CampaignPage, offering methods: [PaymentMethod],
    _ language: Language
  ) {
    self.body = body
    self.page = page
    self.methods = methods
    self.language = language
    reader = FormReader(body, language)
  }

  var problems: [FieldProblem] { reader.problems }

  /// Reads amount and reward and, given a time, asks the campaign whether it would accept them
  /// then. At the end that is left to the transaction, which alone knows what is left.
  mutating func readAmount(askingAt now: Instant?) {
    money = reader.amount(Self.amount)
    let wanted = body.text(Self.reward)
    if !wanted.isEmpty {
      choice = page.rewards.first { $0.reward.id.description == wanted }
      if choice == nil { refuse(.unknownReward) }
    }
    guard let money, let now, problems.isEmpty else { return }
    let offer = choice.map { RewardOnOffer(reward: $0.reward, taken: $0.taken) }
    do throws(PledgeRefusal) {
      _ = try page.campaign.accept(
        PledgeOffer(amount: money, hasAddress: true), for: offer, at: now)
    } catch { refuse(error) }
  }

  /// Adds a refusal of the campaign beside the field that can mend it.
  /// After confirming it also says what happened to the money: nothing.
  mutating func refuse(_ refusal: PledgeRefusal, afterConfirming: Bool = false) {
    let language = language
    let why = say.refusal(refusal) { $0.formatted(language) }
    let words = afterConfirming ? "\(why) \(say.nothingPaid)" : why
    switch refusal {
    case .rewardGone, .unknownReward, .limitPerDonor:
      reader.refuse(Self.reward, refusal.code, words)
    case .addressMissing: reader.refuse(Self.street, refusal.code, words)
    case .campaignNotOpen, .belowMinimum, .aboveMaximum, .wrongCurrency:
      reader.refuse(Self.amount, refusal.code, words)
    }
  }

  /// Reads who gives and how; nil as long as something is wrong.
  mutating func readDetails() -> PlacePledge.Request? {
    let name = reader.text(Self.name, say.name, max: Donor.nameMax)
    let email = reader.email(Self.email, say.email)
    let method = reader.choice(Self.method, say.howToPay, of: PaymentMethod.self)
    if let method, !methods.contains(method) {
      reader.refuse(Self.method, "method-not-offered", say.transferOnly)
    }
    let taxCode = readTaxCode()
    let address = choice?.reward.delivery.kind == .shipping ? readAddress() : nil
    let visibility = Visibility(
      namePublic: body.isTicked(Self.showName), amountPublic: body.isTicked(Self.showAmount),
      nameToOrganisation: body.isTicked(Self.tellName))
    guard let email, let method, let money, let token = body.token, problems.isEmpty else {
      return nil
    }
    var request = PlacePledge.Request(
      campaign: page.campaign.slug, reward: choice?.reward.id, amount: money,
      donor: (email, name, language, visibility), method: method, formToken: token)
    request.taxCode = taxCode
    request.address = address
    return request
  }

  private mutating func readTaxCode() -> TaxCode? {
    let typed = body.text(Self.taxCode)
    guard !typed.isEmpty else { return nil }
    let code = TaxCode(typed)
    if code == nil { reader.refuse(Self.taxCode, "not-a-tax-code", say.badTaxCode) }
    return code
  }
  private mutating func readAddress() -> PostalAddress? {
    let street = reader.text(Self.street, say.street, max: PostalAddress.partMax)
    let postcode = body.text(Self.postcode)
    if postcode.utf8.count != 5 || !postcode.utf8.allSatisfy({ (48...57).contains($0) }) {
      reader.refuse(Self.postcode, "not-a-postcode", say.badPostcode)
    }
    let city = reader.text(Self.city, say.city, max: PostalAddress.partMax)
    let province = body.text(Self.province).uppercased()
    if province.utf8.count != 2 || !province.utf8.allSatisfy({ (65...90).contains($0) }) {
      reader.refuse(Self.province, "not-a-province", say.badProvince)
    }
    return PostalAddress(street: street, postcode: postcode, city: city, province: province)
  }
}

extension PledgeRefusal {
  /// The name for programs: the last part of its problem's address.
  var code: String {
    switch self {
    case .campaignNotOpen: "campaign-not-open"
    case .belowMinimum: "below-minimum"
    case .aboveMaximum: "above-maximum"
    case .wrongCurrency: "wrong-currency"
    case .rewardGone: "reward-gone"
    case .unknownReward: "unknown-reward"
    case .limitPerDonor: "limit-per-donor"
    case .addressMissing: "address-missing"
    }
  }
}

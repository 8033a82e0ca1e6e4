// The form of one reward: read all at once, with every problem.
import Domain
import Phrases
import Services

/// What the form of a reward says.
struct RewardFormReading {
  private(set) var reader: FormReader
  private let body: FormBody
  private let say: CampaignDeskPhrases

  init(_ body: FormBody, _ language: Language) {
    self.body = body
    reader = FormReader(body, language)
    say = CampaignDeskPhrases[language]
  }

  /// The reward as the use case takes it; nil as long as something is wrong.
  mutating func read(_ id: Reward.ID?) -> EditCampaign.RewardForm? {
    let words = readWords()
    let minimum = reader.amount("minimo")
    let worth = body.text("valore").isEmpty ? .zero : reader.amount("valore")
    if let minimum, let worth, worth > minimum {
      reader.refuse("valore", "above-minimum", say.worthTooMuch)
    }
    let stock = optionalNumber("quante", say.stock, least: 0, most: Reward.stockMax)
    let limit = optionalNumber("limite", say.limit, least: 1, most: 1_000)
    let delivery = readDelivery()
    let season = readSeason()
    guard let minimum, let worth, let delivery, reader.problems.isEmpty else { return nil }
    var form = EditCampaign.RewardForm(
      id: id, words: words, price: RewardPrice(minimum: minimum, fairValue: worth))
    form.stock = stock
    form.limitPerDonor = limit
    form.delivery = delivery
    form.season = season
    form.isPerishable = body.isTicked("deperibile")
    return form
  }

  private mutating func readWords() -> RewardWords {
    RewardWords(
      title: LocalText(
        italian: reader.text("nome-it", say.italian(say.titleField), max: RewardWords.titleMax),
        english: reader.optionalText(
          "nome-en", say.english(say.titleField), max: RewardWords.titleMax)),
      description: LocalText(
        italian: reader.optionalText(
          "descrizione-it", say.description, max: RewardWords.descriptionMax),
        english: reader.optionalText(
          "descrizione-en", say.description, max: RewardWords.descriptionMax)),
      notice: LocalText(
        italian: reader.optionalText("avviso-it", say.notice, max: RewardWords.noticeMax),
        english: reader.optionalText("avviso-en", say.notice, max: RewardWords.noticeMax)))
  }
  private mutating func optionalNumber(
    _ field: String, _ label: String, least: Int, most: Int
  ) -> Int? {
    guard !body.text(field).isEmpty, let number = reader.number(field, label) else { return nil }
    guard (least...most).contains(number) else {
      reader.refuse(field, "not-a-number", FormPhrases[say.language].notANumber(label))
      return nil
    }
    return number
  }
  private mutating func readDelivery() -> RewardDelivery? {
    guard let kind = reader.choice("consegna", say.delivery, of: RewardDeliveryKind.self) else {
      return nil
    }
    switch kind {
    case .none: return RewardDelivery.none
    case .pickUp:
      guard let point = PickUpPoint.ID(body.text("punto")) else {
        reader.refuse("punto", "required", say.pointMissing)
        return nil
      }
      return .pickUp(point)
    case .shipping:
      let cost = body.text("spedizione").isEmpty ? .zero : reader.amount("spedizione")
      return cost.map { .shipping(cost: $0) }
    }
  }
  private mutating func readSeason() -> Season? {
    guard !body.text("dal").isEmpty || !body.text("al").isEmpty else { return nil }
    guard let from = reader.day("dal", say.from), let to = reader.day("al", say.to) else {
      return nil
    }
    let season = Season(from: from, to: to)
    if season == nil { reader.refuse("al", "before-start", say.seasonWrong) }
    return season
  }
}

extension Reward {
  /// The reward as its form shows it.
  func values(_ language: Language) -> FormBody {
    var values = FormBody([
      "nome-it": title.italian, "nome-en": title.english,
      "descrizione-it": description.italian, "descrizione-en": description.english,
      "avviso-it": notice.italian, "avviso-en": notice.english,
      "minimo": minimum.typed(language), "valore": fairValue.typed(language),
      "quante": stock.map(String.init) ?? "", "limite": limitPerDonor.map(String.init) ?? "",
      "consegna": delivery.kind.rawValue,
      "dal": season.map { $0.from.typed } ?? "", "al": season.map { $0.to.typed } ?? "",
    ])
    switch delivery {
    case .none: break
    case .pickUp(let point): values.add("punto", point.description)
    case .shipping(let cost): values.add("spedizione", cost.typed(language))
    }
    if isPerishable { values.add("deperibile", "on") }
    return values
  }
}

extension CivilDate {
  /// As date fields of these forms show it: `21/12/2026`.
  var typed: String { "\(day)/\(month)/\(year)" }
}

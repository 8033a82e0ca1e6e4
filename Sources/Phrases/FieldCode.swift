// Why one field of a form was refused, by the name that programs are told: the closed list that
// `/problems/{code}` explains. What a person reads beside the field is the form's own sentence.
package import Domain

/// The code of a field's problem, as in the `errors` of problem+json.
package enum FieldCode: String, CaseIterable, Sendable {
  // Reading a form
  case required, unreadable, refused, wrong
  case notAnEmail = "not-an-email"
  case notAnAmount = "not-an-amount"
  case tooManyDecimals = "too-many-decimals"
  case notANumber = "not-a-number"
  case notADate = "not-a-date"
  case notAChoice = "not-a-choice"
  case tooLong = "too-long"
  case tooShort = "too-short"
  case notATaxCode = "not-a-tax-code"
  case notAPostcode = "not-a-postcode"
  case notAProvince = "not-a-province"
  case unknownEnding = "unknown-ending"
  // Organisations and processes
  case addressTaken = "address-taken"
  case repeatedLine = "repeated-line"
  // Counts
  case noBallots = "no-ballots"
  case notAFraction = "not-a-fraction"
  case wrongID = "wrong-id"
  // Campaigns
  case aboveMinimum = "above-minimum"
  case beforeStart = "before-start"
  case beforeOpening = "before-opening"
  case onlyAllOrNothing = "only-all-or-nothing"
  case notCertified = "not-certified"
  case hasCampaign = "has-campaign"
  case twoOrganisations = "two-organisations"
  case alreadyRanked = "already-ranked"
  // Pledges
  case campaignNotOpen = "campaign-not-open"
  case belowMinimum = "below-minimum"
  case aboveMaximum = "above-maximum"
  case wrongCurrency = "wrong-currency"
  case rewardGone = "reward-gone"
  case unknownReward = "unknown-reward"
  case limitPerDonor = "limit-per-donor"
  case addressMissing = "address-missing"
  case methodNotOffered = "method-not-offered"
  // Statement lines
  case noSuchPledge = "no-such-pledge"
  case noSuchFund = "no-such-fund"
  case noSuchSettlement = "no-such-settlement"
  case settlementDiffers = "settlement-differs"
  case noSuchPayout = "no-such-payout"
  case payoutDiffers = "payout-differs"
  case payoutElsewhere = "payout-elsewhere"
  case noSuchTransfer = "no-such-transfer"
  case noSuchSuspense = "no-such-suspense"
  case nothingToReturn = "nothing-to-return"
  case aboveOwed = "above-owed"
  case pledgeNotOpen = "pledge-not-open"
  case tooLittle = "too-little"
  case overdrawn
}

extension FieldCode {
  /// What it means, and what to send instead.
  package func explanation(_ language: Language) -> String {
    let (italian, english) = formWords ?? areaWords
    return language.say(italian, english)
  }

  private var formWords: (String, String)? {
    switch self {
    case .required: ("Il campo è obbligatorio ed è vuoto.", "The field is required and is empty.")
    case .unreadable:
      (
        "Il testo o il file non si può leggere: il dettaglio dice dove.",
        "The text or file cannot be read: the detail says where."
      )
    case .refused:
      (
        "Lo stato dell’oggetto non lo permette: il dettaglio dice perché.",
        "The object’s state does not allow it: the detail says why."
      )
    case .wrong:
      ("La scelta non si addice a questa riga.", "The choice does not fit this line.")
    case .notAnEmail:
      ("Non è un indirizzo e-mail completo.", "It is no complete e-mail address.")
    case .notAnAmount:
      (
        "Non è un importo: servono cifre e al massimo una virgola, come 12,50.",
        "It is no amount: digits and at most one point or comma, like 12.50."
      )
    case .tooManyDecimals:
      ("Ha più di due decimali.", "It has more than two decimals.")
    case .notANumber: ("Non è un numero intero.", "It is no whole number.")
    case .notADate:
      (
        "Non è una data che esiste, come 2026-11-21.",
        "It is no date that exists, like 2026-11-21."
      )
    case .notAChoice: ("Non è una delle possibilità.", "It is none of the choices.")
    case .tooLong: ("Ha troppi caratteri.", "It has too many characters.")
    case .tooShort: ("Ha troppo pochi caratteri.", "It has too few characters.")
    case .notATaxCode:
      ("Non è un codice fiscale valido.", "It is no valid Italian tax code.")
    case .notAPostcode: ("Un CAP ha cinque cifre.", "An Italian postcode has five digits.")
    case .notAProvince:
      ("Una provincia ha due lettere, come MI.", "A province has two letters, like MI.")
    case .unknownEnding:
      (
        "Il nome del file non dice che formato è.",
        "The file’s name does not tell its format."
      )
    case .addressTaken, .repeatedLine, .noBallots, .notAFraction, .wrongID, .aboveMinimum,
      .beforeStart, .beforeOpening,
      .onlyAllOrNothing, .notCertified,
      .hasCampaign,
      .twoOrganisations, .alreadyRanked, .campaignNotOpen, .belowMinimum, .aboveMaximum,
      .wrongCurrency, .rewardGone, .unknownReward, .limitPerDonor, .addressMissing,
      .methodNotOffered, .noSuchPledge, .noSuchFund,
      .noSuchSettlement, .settlementDiffers, .noSuchPayout, .payoutDiffers, .payoutElsewhere,
      .noSuchTransfer, .noSuchSuspense, .nothingToReturn, .aboveOwed, .pledgeNotOpen, .tooLittle,
      .overdrawn:
      nil
    }
  }
}

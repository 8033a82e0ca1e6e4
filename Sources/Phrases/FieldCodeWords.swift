// The codes of single areas in words: campaigns, pledges, lines of statements.

extension FieldCode {
  /// What the code means; what every form shares stands in FieldCode.swift.
  var areaWords: (String, String) {
    switch self {
    case .addressTaken:
      (
        "L’indirizzo che ne verrebbe è già di un altro oggetto: serve un altro nome.",
        "The address made from it belongs to another object: another name is needed."
      )
    case .repeatedLine:
      ("Un codice è su due righe.", "A code stands on two lines.")
    case .noBallots:
      (
        "Non ci sono schede da contare: si importa prima un file .pb.",
        "There are no ballots to count: a .pb file is imported first."
      )
    case .notAFraction:
      ("Non è una frazione fra 0 e 1, come 1/2.", "It is no fraction from 0 to 1, like 1/2.")
    case .wrongID:
      (
        "Un codice di progetto è vuoto o troppo lungo.",
        "A project’s id is empty or too long."
      )
    case .aboveMinimum:
      (
        "Il valore della ricompensa supera il suo importo minimo.",
        "The reward is worth more than its least amount."
      )
    case .beforeStart:
      ("La stagione finisce prima di cominciare.", "The season ends before it begins.")
    case .beforeOpening:
      ("La campagna chiude prima di aprire.", "The campaign closes before it opens.")
    case .onlyAllOrNothing:
      (
        "Le carte si addebitano alla fine solo con «tutto o niente» e per più di 7 giorni.",
        "Cards are charged at the end only if all or nothing, and for more than 7 days."
      )
    case .notCertified:
      ("La graduatoria non è certificata.", "The ranking is not certified.")
    case .hasCampaign:
      ("Il progetto ha già una campagna.", "The project has a campaign already.")
    case .twoOrganisations:
      (
        "I progetti sono di enti diversi: una campagna ne ha uno.",
        "The projects are of several organisations: a campaign has one."
      )
    case .alreadyRanked:
      (
        "Questi progetti sono già in una graduatoria di questo processo.",
        "These projects are in a ranking of this process already."
      )
    case .campaignNotOpen:
      ("La campagna non accoglie adesioni ora.", "The campaign takes no pledges now.")
    case .belowMinimum:
      ("L’importo è sotto il minimo.", "The amount is below the minimum.")
    case .aboveMaximum:
      ("L’importo supera il massimo.", "The amount is above the maximum.")
    case .wrongCurrency:
      ("La campagna raccoglie in un’altra valuta.", "The campaign raises another currency.")
    case .rewardGone: ("La ricompensa è esaurita.", "The reward is gone.")
    case .unknownReward:
      ("La campagna non ha questa ricompensa.", "The campaign has no such reward.")
    case .limitPerDonor:
      (
        "Questa persona ha già quante ne può avere.",
        "This person has as many as one may have."
      )
    case .addressMissing:
      (
        "La ricompensa si spedisce: serve un indirizzo.",
        "The reward is shipped: an address is needed."
      )
    case .methodNotOffered:
      (
        "Questo modo di pagare non c’è per questa campagna.",
        "This way to pay is not offered by this campaign."
      )
    case .noSuchPledge: ("Nessuna adesione ha questo codice.", "No pledge has this code.")
    case .noSuchFund: ("Nessun fondo aperto ha questo codice.", "No open fund has this code.")
    case .noSuchSettlement:
      (
        "Nessun accredito di un fornitore con questo codice si aspetta qui.",
        "No provider’s settlement with this code is awaited here."
      )
    case .settlementDiffers:
      (
        "L’accredito ha un altro importo.",
        "The settlement has another amount."
      )
    case .noSuchPayout:
      ("Nessun versamento ha questo identificativo.", "No payout has this id.")
    case .payoutDiffers:
      ("Il versamento ha un altro importo.", "The payout has another amount.")
    case .payoutElsewhere:
      (
        "Lo stato del versamento non lo permette: il dettaglio lo dice.",
        "The payout’s state does not allow it: the detail says which it is."
      )
    case .noSuchTransfer:
      (
        "Nessun rimborso di questo importo è partito con bonifico per questo codice.",
        "No refund of this amount has gone by transfer for this code."
      )
    case .noSuchSuspense:
      (
        "Nessuna somma in sospeso di questo importo è arrivata con quella riga.",
        "No money in suspense of this amount came by that line."
      )
    case .nothingToReturn:
      (
        "Per questo codice non c’è nulla da restituire.",
        "Nothing is to be given back for this code."
      )
    case .aboveOwed:
      (
        "È più di quanto si può restituire per questo codice.",
        "It is more than can be given back for this code."
      )
    case .pledgeNotOpen:
      (
        "L’adesione è già pagata, annullata o chiusa.",
        "The pledge is paid, cancelled or closed already."
      )
    case .tooLittle:
      (
        "Il bonifico è meno di quanto promesso.",
        "The transfer is less than what was promised."
      )
    case .overdrawn:
      (
        "Un conto del registro andrebbe sotto zero.",
        "An account of the ledger would go below zero."
      )
    case .required, .unreadable, .refused, .wrong, .notAnEmail, .notAnAmount, .tooManyDecimals,
      .notANumber, .notADate, .notAChoice, .tooLong, .tooShort, .notATaxCode, .notAPostcode,
      .notAProvince,
      .unknownEnding:
      ("", "")
    }
  }
}
